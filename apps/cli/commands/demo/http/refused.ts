import { ApiError } from './api-error.js';

/** For what the product must refuse: the season ends when it does not. @throws Error when nothing or something else was refused */
export const refused = async (code: string, attempt: () => Promise<unknown>): Promise<void> => {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof ApiError && error.code === code) return;
    throw error;
  }
  throw new Error(`The product did not refuse with ${code}`);
};
