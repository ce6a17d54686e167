import { parentPort, workerData } from 'node:worker_threads';
import { CsvInstanceReader } from '#matching';
import type { SecondHalf } from './read-in-two.js';
import { readChunks } from './read-instance.js';

// The second thread of `readInTwo`: answers with the rows, or null where the first thread has to read them itself.
const { employees, seats, header, begin } = workerData as SecondHalf;
const reader = new CsvInstanceReader();
readChunks(seats, (chunk) => reader.writeSeats(chunk));
readChunks(employees, (chunk) => reader.writeEmployees(chunk), 0, header);
readChunks(employees, (chunk) => reader.writeEmployees(chunk), begin);
const rows = reader.takeRows();
const lists = rows === null ? [] : [rows.line, rows.wishStart, rows.wishSeat, rows.wishScore, rows.current, rows.currentScore, rows.mustMove, rows.formerSeat, rows.unscored];
parentPort?.postMessage(rows, lists.map((list) => list.buffer));
