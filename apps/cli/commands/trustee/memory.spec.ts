import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endorse, newSigningKey, signEndorsement, type Endorsement, type TrusteeDesk } from '#ballot-box';
import { busyElection, playKeygen, rechained, without, type PlayedElection } from '../../../../libs/ballot-box/testing/index.js';
import { KeyBox } from '../../own-machine/key-box.js';
import { KeyFolder } from '../../own-machine/key-folder.js';
import { Memory } from './memory.js';

const root = mkdtempSync(join(tmpdir(), 'jari-memory-'));
afterAll(() => rmSync(root, { recursive: true }));

const election = busyElection(playKeygen({ n: 4, k: 2 }));
const { electionId, spec } = election.open;
const whole = election.board();
const less = rechained(Object.assign(Object.create(election) as PlayedElection, { intakeCount: 4 }), whole.entries.slice(0, 4));
const by = (trustee: number, kept: Endorsement): Endorsement => signEndorsement({ ...without(kept, 'format', 'signature'), trustee }, election.desks[trustee - 1]!.keys.signing);

let folders = 0;
let path = '';
/** The tool's memory as a new process finds it. */
const memory = (): Memory => new Memory(new KeyFolder(path, new KeyBox('unused')));
const desk = (): TrusteeDesk => ({ ...election.desks[0]!, memory: memory() });
beforeEach(() => { path = join(root, String(++folders)); });

const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('the memory of a trustee\u2019s tool', () => {
  it('keeps one endorsement per election for ever, across processes', async () => {
    const first = await endorse(desk(), whole);
    expect(await endorse(desk(), whole)).toEqual(first);
    await expect(endorse(desk(), less)).rejects.toThrow(refusal('ENDORSED_ANOTHER'));
    expect(memory().endorsed(electionId)?.endorsement).toEqual(first);
  });

  it('lets one of two boards win that come at the same moment', async () => {
    const answers = await Promise.allSettled([endorse(desk(), whole), endorse(desk(), less)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('stops for good at two that differ, also when they are never shown together', async () => {
    const own = await endorse(desk(), whole);
    memory().see(electionId, spec, [own, by(2, own)]);
    memory().requireNotStopped(electionId);
    const other = by(3, { ...own, counted: 2 });
    expect(() => { memory().see(electionId, spec, [other]); }).toThrow(refusal('ENDORSEMENTS_DISAGREE'));
    expect(() => { memory().requireNotStopped(electionId); }).toThrow(refusal('STOPPED'));
  });

  it('stops at two of others before it has endorsed itself, and does not endorse against what it saw', async () => {
    const [one, other] = [await endorse({ ...election.desks[0]! }, whole), await endorse({ ...election.desks[1]! }, less)];
    memory().see(electionId, spec, [other]);
    await expect(endorse(desk(), whole)).rejects.toThrow(refusal('ENDORSEMENTS_DISAGREE'));
    expect(memory().endorsed(electionId)).toBeNull();
    path = join(root, String(++folders));
    memory().see(electionId, spec, [other]);
    expect(() => { memory().see(electionId, spec, [one]); }).toThrow(refusal('ENDORSEMENTS_DISAGREE'));
  });

  it('takes no endorsement that its trustee has not signed', async () => {
    const own = await endorse({ ...election.desks[0]! }, whole);
    const forged = signEndorsement({ ...without(own, 'format', 'signature'), trustee: 2 }, newSigningKey());
    for (const wrong of [forged, { ...own, trustee: 9 }, { ...own, electionId: spec.rollHash }]) {
      expect(() => { memory().see(electionId, spec, [wrong]); }).toThrow(refusal('ENDORSEMENT_INVALID'));
    }
  });
});
