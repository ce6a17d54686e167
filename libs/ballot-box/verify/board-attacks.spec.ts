import { signClose, signEndorsement } from '../board/statements.js';
import { aggregateHashOf } from '../decryption/aggregate.js';
import { newSigningKey } from '../signatures/signed.js';
import { busyElection, RANKINGS } from '../testing/busy-election.js';
import { PlayedElection } from '../testing/election.js';
import { playKeygen } from '../testing/keygen.js';
import { faultOf, rechained, tampered, without } from '../testing/tampering.js';
import { verifyBoard } from './verify-board.js';

const keygen = playKeygen({ n: 3, k: 2 });
const election = busyElection(keygen);
const board = await election.tally();

describe('the board: flip, drop, reorder, fork, another specification', () => {
  it('a flipped entry is named', async () => {
    for (const at of [0, 3, 6]) {
      const flipped = tampered(board, ({ entries }) => {
        const envelope = 'envelope' in entries[at]! ? entries[at].envelope : undefined;
        Object.assign(envelope ?? entries[at]!, { signature: `A${envelope?.signature.slice(1)}` });
      });
      expect(await faultOf(flipped)).toEqual({ code: 'ENTRY_HASH', params: { entry: at + 1 } });
    }
  });

  it('a dropped, swapped or repeated entry is named', async () => {
    expect(await faultOf(tampered(board, ({ entries }) => { entries.splice(2, 1); }))).toEqual({ code: 'ENTRY_PLACE', params: { entry: 3, found: 4 } });
    expect(await faultOf(tampered(board, ({ entries }) => { [entries[1], entries[2]] = [entries[2]!, entries[1]!]; }))).toEqual({ code: 'ENTRY_PLACE', params: { entry: 2, found: 3 } });
    expect(await faultOf(tampered(board, ({ entries }) => { entries.splice(4, 0, entries[3]!); }))).toEqual({ code: 'ENTRY_PLACE', params: { entry: 5, found: 4 } });
    expect(await faultOf(tampered(board, ({ entries }) => { entries[4] = { ...entries[4]!, index: 5, previous: entries[2]!.hash }; }))).toEqual({ code: 'ENTRY_PREVIOUS', params: { entry: 5 } });
  });

  it('the tail cut off is seen against the close, and a board closed anew against the intake', async () => {
    expect(await faultOf(tampered(board, ({ entries }) => { entries.pop(); }))).toEqual({ code: 'CLOSE_ENTRIES', params: { found: 6, expected: 7 } });
    expect(await faultOf(rechained(election, board.entries.slice(0, -1)))).toEqual({ code: 'INTAKE_MISSING', params: { intakeIndex: 6 } });
    expect(await faultOf(rechained(election, [...board.entries, board.entries[0]!]))).toEqual({ code: 'INTAKE_TWICE', params: { entry: 8, intakeIndex: 1 } });
  });

  it('another specification is another election, which nobody signed', async () => {
    expect(await faultOf(tampered(board, (copy) => { copy.spec = { ...copy.spec, quorum: 1 }; }))).toEqual({ code: 'TRUSTEE_SIGNATURE', params: { trustee: 1 } });
    expect(await faultOf(tampered(board, (copy) => { copy.spec = { ...copy.spec, e: 2 }; }))).toMatchObject({ code: 'MALFORMED', params: { at: 'spec.e' } });
    expect(await faultOf(tampered(board, (copy) => { copy.specSignatures = copy.specSignatures.slice(1); }))).toEqual({ code: 'TOO_FEW_SIGNATURES', params: { found: 2, expected: 3 } });
    expect(await faultOf(tampered(board, (copy) => { copy.specSignatures = [copy.specSignatures[0]!, ...copy.specSignatures]; }))).toEqual({ code: 'TRUSTEE_TWICE', params: { trustee: 1 } });
  });

  it('an entry that cannot be decoded is named', async () => {
    expect(await faultOf(tampered(board, ({ entries }) => { Object.assign(entries[2]!, { type: 'packed' }); }))).toMatchObject({ code: 'MALFORMED', params: { entry: 3 } });
    expect(await faultOf(tampered(board, ({ entries }) => { Object.assign(entries[5]!, { note: 'x' }); }))).toMatchObject({ code: 'MALFORMED', params: { entry: 6, at: 'entries[5].note' } });
  });

  it('a close that is not the board key\'s, too early, or of another head', async () => {
    const close = without(board.close!, 'signature', 'format');
    expect(await faultOf(tampered(board, (copy) => { copy.close = signClose(close, newSigningKey()); }))).toMatchObject({ code: 'CLOSE_SIGNATURE' });
    expect(await faultOf(tampered(board, (copy) => { copy.close = signClose({ ...close, closedAt: '2027-01-05T08:59:59Z' }, election.boardKey); }))).toMatchObject({ code: 'CLOSE_TOO_EARLY' });
    expect(await faultOf(tampered(board, (copy) => { copy.close = signClose({ ...close, head: election.open.electionId }, election.boardKey); }))).toMatchObject({ code: 'CLOSE_HEAD' });
    expect(await faultOf(tampered(board, (copy) => { copy.close = signClose({ ...close, electionId: close.head }, election.boardKey); }))).toMatchObject({ code: 'CLOSE_ELECTION' });
    expect(await faultOf(tampered(board, (copy) => { copy.close = signClose({ ...close, intakeCount: 5 }, election.boardKey); }))).toMatchObject({ code: 'INTAKE_BEYOND', params: { intakeIndex: 6 } });
  });
});

describe('the count', () => {
  it('refuses a result that does not follow', async () => {
    expect(await faultOf(tampered(board, (copy) => { copy.result = { ...copy.result!, winners: ['c2'] }; }))).toEqual({ code: 'RESULT_DIFFERS', params: { member: 'winners' } });
    expect(await faultOf(tampered(board, (copy) => { copy.result = { ...copy.result!, totals: [1, 2, 2] }; }))).toEqual({ code: 'RESULT_DIFFERS', params: { member: 'totals' } });
    expect(await faultOf(tampered(board, (copy) => { copy.result = null; }))).toMatchObject({ code: 'NO_RESULT' });
    expect(await faultOf(tampered(board, (copy) => { copy.result = { ...copy.result!, outcome: 'FAILED', failure: 'SHARES' }; }))).toEqual({ code: 'RESULT_DIFFERS', params: { member: 'failure' } });
  });

  it('lets an election fail only for a reason that holds', async () => {
    const none = { totals: null, winners: [], order: [], dropped: [], tie: null, outcome: 'FAILED' } as const;
    for (const failure of ['QUORUM', 'MINIMUM_CAST', 'ENDORSEMENTS', 'DISAGREEMENT', 'SHARES', 'RECEIPT', null] as const) {
      expect(await faultOf(tampered(board, (copy) => { copy.result = { ...copy.result!, ...none, failure }; }))).toEqual({ code: 'RESULT_DIFFERS', params: { member: 'failure' } });
    }
    const fails = (change: Partial<typeof board>, failure: 'QUORUM' | 'ENDORSEMENTS' | 'SHARES' | 'RECEIPT' | 'DISAGREEMENT') => faultOf(tampered(board, (copy) => { Object.assign(copy, change); copy.result = { ...copy.result!, ...none, failure }; }));
    const few = { endorsements: board.endorsements.slice(1), shares: [] };
    expect(await fails(few, 'ENDORSEMENTS')).toBeNull();
    expect(await fails({ shares: board.shares.slice(1) }, 'SHARES')).toBeNull();
    expect(await fails({ shares: [] }, 'RECEIPT')).toBeNull();
    expect(await fails({ shares: [] }, 'ENDORSEMENTS')).toMatchObject({ code: 'RESULT_DIFFERS' });
    expect(await fails(few, 'SHARES')).toMatchObject({ code: 'RESULT_DIFFERS' });
    expect(await fails(few, 'QUORUM')).toMatchObject({ code: 'RESULT_DIFFERS' });
    expect(await fails(few, 'DISAGREEMENT')).toMatchObject({ code: 'RESULT_DIFFERS' });
    const other = signEndorsement({ ...without(board.endorsements[2]!, 'format', 'signature'), aggregateHash: board.spec.rollHash }, election.desks[2]!.keys.signing);
    expect(await fails({ endorsements: [...board.endorsements.slice(0, 2), other], shares: [] }, 'DISAGREEMENT')).toBeNull();
    const elsewhere = signEndorsement({ ...without(other, 'format', 'signature'), electionId: board.spec.rollHash }, election.desks[2]!.keys.signing);
    expect(await fails({ endorsements: [...board.endorsements.slice(0, 2), elsewhere], shares: [] }, 'DISAGREEMENT')).toEqual({ code: 'ENDORSEMENT_OTHER', params: { trustee: 3 } });
    expect(await faultOf(tampered(board, (copy) => { copy.endorsements = [...board.endorsements.slice(0, 2), other]; }))).toEqual({ code: 'ENDORSEMENT_OTHER', params: { trustee: 3 } });
    expect(await faultOf(tampered(board, (copy) => { copy.endorsements = [...board.endorsements, other]; }))).toEqual({ code: 'ENDORSEMENTS_DISAGREE', params: { trustee: 3 } });
  });

  it('refuses endorsements where too few voted', async () => {
    const few = new PlayedElection({ keygen });
    few.cast(1, RANKINGS.abc);
    const failed = await few.tally();
    const { aggregate, head, electionId } = await verifyBoard(failed);
    const endorsement = signEndorsement({ electionId: electionId!, boardHead: head!, aggregateHash: aggregateHashOf(aggregate!), counted: 1, trustee: 1 }, few.desks[0]!.keys.signing);
    expect(await faultOf({ ...failed, endorsements: [endorsement] })).toEqual({ code: 'ENDORSED_UNDER_THRESHOLD', params: {} });
  });

  it('refuses endorsements and shares that are too few, false, or of somebody twice', async () => {
    expect(await faultOf(tampered(board, (copy) => { copy.endorsements = copy.endorsements.slice(1); }))).toMatchObject({ code: 'SHARES_WITHOUT_ENDORSEMENT' });
    expect(await faultOf(tampered(board, (copy) => { copy.endorsements = copy.endorsements.slice(1); copy.shares = []; }))).toEqual({ code: 'TOO_FEW_ENDORSEMENTS', params: { found: 2, expected: 3 } });
    expect(await faultOf(tampered(board, (copy) => { copy.shares = copy.shares.slice(1); }))).toEqual({ code: 'TOO_FEW_SHARES', params: { found: 1, expected: 2 } });
    expect(await faultOf(tampered(board, (copy) => { copy.shares = [copy.shares[0]!, copy.shares[0]!]; }))).toEqual({ code: 'TRUSTEE_TWICE', params: { trustee: 1 } });
    expect(await faultOf(tampered(board, (copy) => { copy.shares = [copy.shares[0]!, { ...copy.shares[1]!, trustee: 3 }]; }))).toMatchObject({ code: 'SHARE_INVALID', params: { trustee: 3 } });
    expect(await faultOf(tampered(board, (copy) => { copy.endorsements = [copy.endorsements[0]!, copy.endorsements[0]!, copy.endorsements[1]!]; }))).toEqual({ code: 'TRUSTEE_TWICE', params: { trustee: 1 } });
    expect(await faultOf(tampered(board, (copy) => { copy.endorsements = [{ ...copy.endorsements[0]!, counted: 2 }, ...copy.endorsements.slice(1)]; }))).toEqual({ code: 'ENDORSEMENT_SIGNATURE', params: { trustee: 1 } });
  });
});
