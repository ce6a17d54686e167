import { credentialList, credentialListHashOf, signRegistrarStatement } from '#ballot-box';
import type { Office } from '../../own-machine/office/office.js';
import { Refused } from '../../own-machine/problems.js';
import { publicKeyOf, type Issued, type Ledger } from './ledger.js';

interface Task {
  readonly ballotId: string;
  readonly rollHash: string;
  readonly count: number;
  readonly voters: readonly { readonly employeeNumber: string; readonly name: string }[];
}

/**
 * Makes a credential for every voter of the closed roll, keeps the secrets here and hands in the public keys, signed. The same
 * roll again gets the same credentials.
 * @param expected how many voters the registrar counts on the roll outside the server; not compared when undefined
 * @throws Refused when the roll is not what was expected, or differs from the one for which credentials were issued
 */
export async function issue(ledger: Ledger, office: Office, expected: number | undefined): Promise<Issued> {
  const { ballotId } = office;
  const task = readTask(await office.read('registrar-task'), ballotId);
  const { rollHash, voters } = task;
  if (expected !== undefined && expected !== voters.length) {
    throw new Refused('ROLL_SIZE', { ko: `명부에는 ${voters.length}명이 있는데 ${expected}명이어야 합니다`, en: `the roll has ${voters.length} voters, not ${expected}` });
  }
  const before = ledger.issued(ballotId);
  if (before !== null && (before.rollHash !== rollHash || before.voters.length !== voters.length)) {
    throw new Refused('ROLL_CHANGED', { ko: '이미 발급한 뒤에 선거인명부가 바뀌었습니다', en: 'the roll has changed since credentials were issued' });
  }
  const issued = before ?? ledger.issue(ballotId, rollHash, voters);
  const credentials = issued.voters.map(({ employeeNumber, secret }) => ({ employeeNumber, publicKey: publicKeyOf(ballotId, secret) }));
  const credentialListHash = credentialListHashOf(credentialList(credentials.map(({ publicKey }) => publicKey)));
  const signature = signRegistrarStatement({ ballotId, rollHash, credentialListHash, count: credentials.length }, ledger.signing);
  await office.deliver({ kind: 'credentials', body: { registrarKey: ledger.signing.publicKey, signature, credentials } });
  return issued;
}

function readTask(value: unknown, ballotId: string): Task {
  const task = value as Partial<Task> | null;
  if (task?.ballotId !== ballotId || typeof task.rollHash !== 'string' || !Array.isArray(task.voters) || task.count !== task.voters.length) {
    throw new Refused('NO_TASK', { ko: '이 투표의 선거인명부를 받지 못하였습니다', en: 'there is no roll of this ballot' });
  }
  return task as Task;
}
