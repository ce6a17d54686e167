import { parentPort } from 'node:worker_threads';
import { CsvInstanceReader, type EmployeeRows } from '#matching';
import { judge } from './judge.js';
import { readChunks } from './read-instance.js';
import type { Order, SecondHalf } from './second-thread.js';

function read({ employees, seats, header, begin }: SecondHalf): EmployeeRows | null {
  const reader = new CsvInstanceReader({ shared: true });
  readChunks(seats, (chunk) => reader.writeSeats(chunk));
  readChunks(employees, (chunk) => reader.writeEmployees(chunk), 0, header);
  readChunks(employees, (chunk) => reader.writeEmployees(chunk), begin);
  return reader.takeRows();
}

parentPort?.on('message', (order: Order) => {
  parentPort?.postMessage('read' in order ? read(order.read) : judge(order.judge.instance, order.judge.result));
});
