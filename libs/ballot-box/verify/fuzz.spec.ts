import { readBoard } from '../board/board.js';
import { readEnvelope, readTestNotice } from '../board/envelope.js';
import { readReceipt } from '../board/statements.js';
import { openSpec } from '../board/spec.js';
import { openSetup } from '../keygen/setup.js';
import { openTrusteeKeys, writeTrusteeKeys } from '../keygen/trustee-keys.js';
import { busyElection } from '../testing/busy-election.js';
import { damaged } from '../testing/fuzz.js';
import { playKeygen } from '../testing/keygen.js';
import { verifyBoard } from './verify-board.js';

const keygen = playKeygen({ n: 3, k: 2 });
const election = busyElection(keygen);
const board = JSON.parse(JSON.stringify(await election.tally())) as unknown;
const receipt = election.receipts[0]!;

/** Takes it, or says Malformed; nothing else. */
const takes = (read: (value: unknown) => unknown, value: unknown): boolean => {
  try {
    read(value);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: 'Malformed' });
    return false;
  }
};

describe('every decoder', () => {
  const decoders: [string, (value: unknown) => unknown, unknown][] = [
    ['board', readBoard, board],
    ['specification', openSpec, election.open.spec],
    ['envelope', readEnvelope, election.prepare(1, [[0], [1], [2]]).envelope],
    ['test notice', readTestNotice, (election.entries[1] as { test: unknown }).test],
    ['receipt', readReceipt, receipt],
    ['setup of key generation', openSetup, keygen.open.setup],
    ['key file', openTrusteeKeys, writeTrusteeKeys(keygen.trustees[0]!.keys)],
  ];

  it.each(decoders)('%s: takes what is right, and for anything else says where', (_name, read, good) => {
    expect(takes(read, good)).toBe(true);
    for (const nonsense of [null, undefined, 1, 'x', [], [[]], {}, { format: null }, Object.create(null)]) expect(takes(read, nonsense)).toBe(false);
    let refused = 0;
    for (let trial = 0; trial < 120; trial++) refused += takes(read, damaged(good).value) ? 0 : 1;
    expect(refused).toBeGreaterThan(40);
  });
});

describe('the verifier', () => {
  it('never throws, and never lets a board pass that differs in anything', async () => {
    for (let trial = 0; trial < 60; trial++) {
      const { value, at } = damaged(board);
      expect([at, (await verifyBoard(value)).holds]).toEqual([at, false]);
    }
  });

  it('answers to what is no board at all', async () => {
    for (const nonsense of [null, 7, 'board', [], { format: 'jari-board/2' }]) expect(await verifyBoard(nonsense)).toMatchObject({ holds: false, electionId: null });
  });
});
