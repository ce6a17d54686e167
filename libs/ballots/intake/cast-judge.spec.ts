import { newSigningKey, signEnvelope, trackerOf, type BallotContent, type Envelope, type Receipt, type SigningKey } from '#ballot-box';
import { JariError } from '#platform';
import type { Cast } from './cast.js';
import { CastJudge, type Verdict } from './cast-judge.js';
import type { CastRecord } from './cast-store.js';

const ELECTION = 'A'.repeat(43);
const contentOf = (name: string): BallotContent => ({ name }) as unknown as BallotContent;

describe('judging casts that came together', () => {
  const [ara, bomi] = [newSigningKey(), newSigningKey()];
  const cast = (employeeId: string, key: SigningKey, content: string, more: Partial<Pick<Envelope, 'revision' | 'previousTracker' | 'electionId'>> = {}): Cast => {
    const envelope = signEnvelope({ electionId: ELECTION, content: contentOf(content), revision: 1, previousTracker: null, ...more }, key);
    return { employeeId, envelope, tracker: trackerOf(envelope), content, contentHash: envelope.ballotHash };
  };
  const judgeAll = (casts: readonly Cast[], more: Partial<CastRecord> = {}, requireOpen: () => void = () => undefined): { verdicts: Verdict[]; slots: number[] } => {
    const record: CastRecord = {
      voters: new Map([['ara', { slot: 1, publicKey: ara.publicKey, last: { revision: 0, tracker: null } }], ['bomi', { slot: 2, publicKey: bomi.publicKey, last: { revision: 0, tracker: null } }]]),
      receipts: new Map(), tested: new Set(), ...more,
    };
    const judge = new CastJudge(record, ELECTION, requireOpen);
    return { verdicts: casts.map((one) => judge.judge(one)), slots: judge.taken.map(({ slot }) => slot) };
  };
  const said = (verdict: Verdict | undefined): unknown => (verdict && 'refused' in verdict ? [verdict.refused.code, ...verdict.refused.faults.map(({ code }) => code)].join(' ') : verdict);

  it('takes what is right, whatever its neighbours are', () => {
    const swapped = { ...cast('ara', ara, 'x'), contentHash: cast('ara', ara, 'y').envelope.ballotHash };
    const broken = { ...cast('bomi', bomi, 'x'), envelope: { ...cast('bomi', bomi, 'x').envelope, revision: 2 } };
    const { verdicts, slots } = judgeAll([swapped, broken, cast('garam', bomi, 'x'), cast('ara', bomi, 'x'), cast('ara', ara, 'x'), cast('bomi', bomi, 'x', { electionId: 'B'.repeat(43) }), cast('bomi', bomi, 'x')]);
    expect(verdicts.map(said)).toEqual([
      'VALIDATION_FAILED ENVELOPE_OTHER_CONTENT', 'VALIDATION_FAILED ENVELOPE_SIGNATURE_WRONG', 'NOT_ON_ROLL', 'NOT_YOUR_CREDENTIAL', { taken: 0 }, 'VALIDATION_FAILED ENVELOPE_OTHER_ELECTION', { taken: 1 }]);
    expect(slots).toEqual([1, 2]);
  });

  it('finds what came a moment earlier: the same envelope, another tab, the next revision', () => {
    const first = cast('ara', ara, 'x');
    const next = cast('ara', ara, 'y', { revision: 2, previousTracker: first.tracker });
    const { verdicts, slots } = judgeAll([first, first, cast('ara', ara, 'y'), next, cast('bomi', bomi, 'y', { revision: 2, previousTracker: first.tracker })]);
    expect(verdicts.map(said)).toEqual([{ taken: 0 }, { taken: 0 }, 'REVISION_WRONG', { taken: 1 }, 'REVISION_WRONG']);
    expect(slots).toEqual([1, 1]);
  });

  it('gives the receipt of before to its own slot only, also when nothing is taken any more', () => {
    const first = cast('ara', ara, 'x');
    const receipt = { tracker: first.tracker } as Receipt;
    const closed = (): void => { throw new JariError('BALLOT_NOT_OPEN'); };
    const receipts = new Map([[first.tracker, { slot: 1, receipt }]]);
    expect(judgeAll([first, { ...first, employeeId: 'bomi' }, cast('bomi', bomi, 'x')], { receipts }, closed).verdicts.map(said)).toEqual([{ receipt }, 'NOT_YOUR_CREDENTIAL', 'BALLOT_NOT_OPEN']);
  });

  it('never takes what the slot has tested', () => {
    const first = cast('ara', ara, 'x');
    const tested = new Set([`1:${first.envelope.ballotHash}`]);
    expect(judgeAll([first, cast('bomi', bomi, 'x')], { tested }).verdicts.map(said)).toEqual(['BALLOT_TESTED', { taken: 0 }]);
  });
});
