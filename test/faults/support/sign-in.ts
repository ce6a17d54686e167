import { DEMO_PASSWORD } from '../../../apps/cli/demo-loader/index.js';
import { createClient, type Client } from '../../support/test-app.js';

/** Signs in with the demo password over HTTP. */
export const signIn = async (origin: string, signInName: string): Promise<Client> => {
  const answer = await createClient(origin, '').post<{ accountId: string }>('/api/session', { signInName, password: DEMO_PASSWORD });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined) throw new Error(answer.text);
  return createClient(origin, answer.body.accountId, cookie);
};
