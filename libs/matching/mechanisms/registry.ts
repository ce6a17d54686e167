import { da } from './da.js';
import { daStar } from './da-star.js';
import type { Mechanism } from './mechanism.js';

/** A new mechanism is a new file beside this one and a line here. */
const REGISTERED: readonly Mechanism[] = [da, daStar];

const byCode = new Map(REGISTERED.map((mechanism) => [mechanism.code, mechanism]));

export function mechanismCodes(): string[] {
  return [...byCode.keys()];
}

export function findMechanism(code: string): Mechanism | undefined {
  return byCode.get(code);
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
