export type BallotKind = 'plurality' | 'approval' | 'strict-ranking' | 'weak-ranking';

/** A claim about encrypted bits: the signed sum of these bits is one of the allowed values. */
export interface Relation {
  /** Which option, pair or triple; part of the proof's challenge. */
  readonly label: string;
  readonly terms: readonly { readonly bit: number; readonly sign: 1 | -1 }[];
  /** One or two values, ascending. */
  readonly allowed: readonly number[];
}

/** What a ballot of this kind over so many options consists of; ciphertexts and proofs stand in this order. */
export interface Layout {
  readonly kind: BallotKind;
  readonly options: number;
  readonly bits: number;
  /** First each bit's own 0/1 relation, then those over sums, pairs or triples. */
  readonly relations: readonly Relation[];
}

/**
 * What the voter chose: option numbers from 0 in groups, best group first. Plurality: one group of one. Approval: one
 * group, or none for approving nobody. Strict ranking: every option in a group of its own. Weak ranking: every option
 * once, equal ones in one group.
 */
export type Choice = readonly (readonly number[])[];

/** A choice that does not fit its kind. The message never repeats it. */
export class InvalidChoice extends Error {
  constructor() {
    super('the choice does not fit the kind of ballot');
    this.name = 'InvalidChoice';
  }
}

/** One small file a kind: its layout, how a choice becomes bits, and what decrypted totals mean. */
export interface Kind {
  readonly kind: BallotKind;
  readonly fewest: number;
  readonly most: number;
  layout(options: number): Layout;
  /** @throws InvalidChoice */
  encode(options: number, choice: Choice): readonly (0 | 1)[];
}

export const bitRelation = (bit: number, label: string): Relation => ({ label, terms: [{ bit, sign: 1 }], allowed: [0, 1] });

/** Refuses a choice that names an option twice or one that does not exist. */
export function namedOnce(options: number, choice: Choice): readonly number[] {
  const named = choice.flat();
  if (new Set(named).size !== named.length || named.some((option) => !Number.isInteger(option) || option < 0 || option >= options)) throw new InvalidChoice();
  return named;
}

/** Place of each option in a complete ranking. */
export function placesOf(options: number, choice: Choice): readonly number[] {
  if (namedOnce(options, choice).length !== options) throw new InvalidChoice();
  const places = new Array<number>(options).fill(0);
  choice.forEach((group, place) => group.forEach((option) => { places[option] = place; }));
  return places;
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
