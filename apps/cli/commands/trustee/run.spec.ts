import { OutOfReach, Refused } from '../../own-machine/problems.js';
import { runDue, watch } from './run.js';
import type { Work } from './steps/step.js';

/** A server on which the ballot stands like this, one answer after the other; reading the board gives this error. */
const workWith = (states: readonly string[], onBoard: () => unknown): { work: Work; said: string[] } => {
  const said: string[] = [];
  let asked = 0;
  const office = {
    ballotId: 'b1', isLive: true, deliver: () => Promise.reject(new Error('nothing is due')), close: () => Promise.resolve(),
    read: (name: string): Promise<unknown> => (name === 'ballot' ? Promise.resolve({ state: states[Math.min(asked++, states.length - 1)] }) : Promise.resolve().then(onBoard)),
  };
  return { work: { office, io: { stdout: { write: () => true }, stderr: { write: (text: string) => said.push(text) } } } as unknown as Work, said };
};
const wrongState = (): never => { throw new Refused('BALLOT_WRONG_STATE', { ko: '단계', en: 'state' }); };
const nothing = (): void => undefined;

describe('doing what is due', () => {
  it('does nothing while people vote, and tells when the ballot is over', async () => {
    expect(await runDue(workWith(['OPEN'], wrongState).work, nothing)).toBeNull();
    expect(await runDue(workWith(['CANCELLED'], wrongState).work, nothing)).toBe('CANCELLED');
  });

  it('takes no harm from a ballot that was counted between looking and handing in', async () => {
    expect(await runDue(workWith(['CLOSED', 'TALLIED'], wrongState).work, nothing)).toBe('TALLIED');
    await expect(runDue(workWith(['CLOSED'], wrongState).work, nothing)).rejects.toThrow('state');
  });

  it('waits for a server that is out of reach, and says so once', async () => {
    let away = 3;
    const { work, said } = workWith(['CLOSED', 'CLOSED', 'CLOSED', 'DECIDED'], () => {
      if (away-- > 0) throw new OutOfReach({ ko: '없음', en: 'away' });
      return null;
    });
    await watch(work, { goal: 'decrypt', seconds: 0.001 }, nothing);
    expect(said).toEqual(['없음 / away\n']);
  });

  it('ends a watch over a ballot that was called off with a refusal', async () => {
    await expect(watch(workWith(['CANCELLED'], wrongState).work, { goal: 'decrypt', seconds: 0.001 }, nothing)).rejects.toMatchObject({ code: 'OVER' });
  });
});
