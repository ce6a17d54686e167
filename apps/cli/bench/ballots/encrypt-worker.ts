import { parentPort } from 'node:worker_threads';
import { encryptBallot, openSpec, type Choice, type OpenSpec } from '#ballot-box';

export interface EncryptTask {
  readonly spec: OpenSpec['spec'];
  readonly voters: readonly { readonly credential: string; readonly choice: Choice }[];
}

// Thousands of voters would encrypt on thousands of machines; here two threads do it for them.
parentPort?.on('message', ({ spec, voters }: EncryptTask) => {
  const { setting } = openSpec(spec);
  parentPort?.postMessage(voters.map(({ credential, choice }) => encryptBallot(setting, credential, choice).content));
});
