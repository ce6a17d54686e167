import { setTimeout as pause } from 'node:timers/promises';
import { inBoth, OutOfReach, Refused } from '../../own-machine/problems.js';
import { decrypt } from './steps/decrypt.js';
import { endorse } from './steps/endorse.js';
import { handInKeys } from './steps/hand-in-keys.js';
import { keygen } from './steps/keygen.js';
import { signSpec } from './steps/specification.js';
import type { Outcome, Step, Work } from './steps/step.js';
import { refusal } from './texts/refusals.js';

/** Every step in its order, by the name of its verb. */
export const STEPS = { keys: handInKeys, keygen, 'sign-spec': signSpec, endorse, decrypt } as const satisfies Record<string, Step>;
export type StepName = keyof typeof STEPS;

/** What `watch --until` may wait for, and the step that ends with it. */
export const GOALS = { key: 'keygen', spec: 'sign-spec', endorsement: 'endorse', share: 'decrypt' } as const satisfies Record<string, StepName>;

const BEFORE: readonly StepName[] = ['keys', 'keygen', 'sign-spec'];
const AFTER: readonly StepName[] = ['endorse', 'decrypt'];
const ALL = [...BEFORE, ...AFTER];
/** By the state of the ballot; what is not named here is over. */
const DUE: Readonly<Record<string, readonly StepName[]>> = { DRAFT: [], NOMINATING: BEFORE, PREPARED: ['sign-spec'], OPEN: [], CLOSED: AFTER };

/** Each step speaks once, key generation four times; a server that forgets what it was told is not told for ever. */
const MOST_ROUNDS = 8;

/** Told after each step that was tried. */
export type Report = (step: StepName, outcome: Outcome) => void;

/** What a ballot is over with; null while it goes on. */
export type End = string | null;

/**
 * Does every step that is due, again and again until none is.
 * @param last nothing that comes after this step is done
 */
export async function runDue(work: Work, report: Report, last: StepName = 'decrypt'): Promise<End> {
  const state = await stateOf(work);
  try {
    return await runIn(state, work, report, last);
  } catch (error) {
    // The ballot went on between looking and handing in: where enough others were faster, nothing is left to do.
    if (!(error instanceof Refused) || error.code !== 'BALLOT_WRONG_STATE' || (await stateOf(work)) === state) throw error;
    return runDue(work, report, last);
  }
}

async function runIn(state: string | null, work: Work, report: Report, last: StepName): Promise<End> {
  const steps = state === null ? ALL : DUE[state];
  if (steps === undefined) return state;
  const due = steps.filter((name) => ALL.indexOf(name) <= ALL.indexOf(last));
  let again = true;
  for (let round = 1; again && round <= MOST_ROUNDS; round++) {
    again = false;
    for (const name of due) {
      const outcome = await STEPS[name](work);
      report(name, outcome);
      if (outcome.state === 'done') again = work.office.isLive;
      // What comes later needs what comes before; carried files may hold the later alone.
      if (outcome.state === 'waiting' && state !== null) break;
    }
  }
  return null;
}

export interface Watching {
  readonly goal: StepName;
  readonly seconds: number;
}

/**
 * Runs again and again until a step is over or the ballot is. A server that is out of reach for a while is waited for.
 * @throws Refused when the ballot ends otherwise than with a count
 */
export async function watch(work: Work, { goal, seconds }: Watching, report: Report): Promise<void> {
  let isSettled = false;
  let wasAway = false;
  const note: Report = (step, outcome) => {
    isSettled ||= step === goal && (outcome.state === 'settled' || (outcome.state === 'done' && goal !== 'keygen'));
    report(step, outcome);
  };
  for (;;) {
    try {
      const end = await runDue(work, note, goal);
      if (isSettled || end === 'TALLIED' || end === 'DECIDED') return;
      if (end !== null) throw refusal('OVER', { state: end });
      wasAway = false;
    } catch (error) {
      if (!(error instanceof OutOfReach)) throw error;
      if (!wasAway) work.io.stderr.write(`${inBoth(error.words)}\n`);
      wasAway = true;
    }
    await pause(seconds * 1000);
  }
}

async function stateOf({ office }: Work): Promise<string | null> {
  const ballot = (await office.read('ballot')) as { state?: unknown } | null;
  return typeof ballot?.state === 'string' ? ballot.state : null;
}
