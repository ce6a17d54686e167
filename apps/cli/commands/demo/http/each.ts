/** So many people act at the same moment; passwords are hashed on other threads meanwhile. */
const AT_ONCE = 8;

/** Runs `work` for every item, a few at a time; the first failure ends it. */
export const each = async <T>(items: readonly T[], work: (item: T, index: number) => Promise<void>, atOnce = AT_ONCE): Promise<void> => {
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        await work(items[index] as T, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
};
