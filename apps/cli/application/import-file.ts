import type { ImportBatchRow, ImportService, Upload } from '#organization';
import type { Tx } from '#platform';

type Progress = NonNullable<Parameters<ImportService['check']>[2]>;

/** The dry run, in this process also for a file that the API would leave to a worker: the worker's job then finds nothing to do. */
export const checkFile = async (imports: ImportService, tx: Tx, upload: Upload, progress?: Progress): Promise<ImportBatchRow> => {
  const { id } = await imports.upload(tx, upload);
  await imports.check(tx, id, progress);
  return imports.find(tx, id);
};

/** Carries out what `checkFile` found to be sound. @throws IMPORT_HAS_FAULTS */
export const applyFile = async (imports: ImportService, tx: Tx, { id }: ImportBatchRow, progress?: Progress): Promise<ImportBatchRow> => {
  await imports.apply(tx, id);
  await imports.carryOut(tx, id, progress);
  return imports.find(tx, id);
};
