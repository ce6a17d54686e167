import { da } from './da.js';
import { daSeat } from './da-seat.js';
import { daStar } from './da-star.js';
import { exchange } from './exchange.js';
import { maxCard } from './max-card.js';
import type { Mechanism } from './mechanism.js';
import type { ParameterRange } from './parameters.js';
import { rankMaximal } from './rank-maximal.js';
import { rankMin } from './rank-min.js';
import { sd } from './sd.js';
import { toBe } from './to-be.js';
import { ttc } from './ttc.js';
import { ttcStar } from './ttc-star.js';
import { yrmhIgyt } from './yrmh-igyt.js';

/** A new mechanism is a new file beside this one and a line here. */
const REGISTERED: readonly Mechanism[] = [sd, da, daSeat, daStar, ttc, ttcStar, yrmhIgyt, toBe, exchange, rankMin, rankMaximal, maxCard];

const byCode = new Map(REGISTERED.map((mechanism) => [mechanism.code, mechanism]));

export function mechanismCodes(): string[] {
  return [...byCode.keys()];
}

/** What may be set on a mechanism, by name. Throws UnknownMechanism. */
export function mechanismParameters(code: string): Readonly<Record<string, ParameterRange>> {
  return mechanismOf(code).parameters ?? {};
}

/** Throws UnknownMechanism, which names the registered ones. */
export function mechanismOf(code: string): Mechanism {
  const mechanism = byCode.get(code);
  if (mechanism === undefined) throw new UnknownMechanism(code);
  return mechanism;
}

export class UnknownMechanism extends Error {
  constructor(readonly code: string) {
    super(`no mechanism is called "${code}"; registered are ${mechanismCodes().join(', ')}`);
    this.name = 'UnknownMechanism';
  }
}
