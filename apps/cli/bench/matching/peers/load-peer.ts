import { StoppedRun } from '../measured.js';

/** Imports a package that stands among the development dependencies only. @throws StoppedRun where it is not installed */
export async function loadPeer<Api>(name: string): Promise<Api> {
  try {
    const loaded: Api = await import(name);
    return loaded;
  } catch {
    throw new StoppedRun('absent');
  }
}
