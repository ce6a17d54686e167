const DRAIN_MS = 6_000;
const STARTED_ALONE = (): void => undefined;

/**
 * Ends this process when the one that forked it has gone, however it went: the IPC channel closes even on kill -9.
 * It drains as for SIGTERM first, and ends in any case after `drainMs`. Called once by the main of API and worker;
 * does nothing in a process that nobody forked.
 *
 * @returns takes the watch off again
 */
export function exitWithParent({ drainMs = DRAIN_MS }: { readonly drainMs?: number } = {}): () => void {
  if (process.send === undefined) return STARTED_ALONE;
  const leave = (): void => {
    // Only while something else keeps the process does the deadline matter.
    setTimeout(() => process.exit(1), drainMs).unref();
    process.kill(process.pid, 'SIGTERM');
  };
  process.once('disconnect', leave);
  // The parent may have gone before we came to listen.
  if (!process.connected) leave();
  return () => process.off('disconnect', leave);
}
