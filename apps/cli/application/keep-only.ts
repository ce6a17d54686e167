import type { Database, Tx, WorkContext } from '#platform';

class TakeBack extends Error {}

/**
 * Runs `work` in one transaction and asks its result whether to keep what it wrote.
 * @returns the result either way
 */
export const keepOnly = async <T>(database: Database, context: WorkContext, work: (tx: Tx) => Promise<T>, keeps: (result: NoInfer<T>) => boolean): Promise<T> => {
  const takenBack: T[] = [];
  try {
    return await database.transaction(context, async (tx) => {
      const result = await work(tx);
      if (keeps(result)) return result;
      takenBack.push(result);
      throw new TakeBack();
    });
  } catch (error) {
    const [result] = takenBack;
    if (error instanceof TakeBack && result !== undefined) return result;
    throw error;
  }
};
