/**
 * A terminal that is closed, or a reader that goes away (`npm start | head`), makes the next line fail to be written.
 * Elsewhere that may end a command; here API, worker and database are still to be stopped in order.
 */
export function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.removeAllListeners('error');
    stream.on('error', () => undefined);
  }
}
