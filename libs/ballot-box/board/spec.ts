import type { MethodCode } from '#tally';
import { ballotSetting, type BallotSetting } from '../ballot/setting.js';
import { Malformed } from '../encoding/malformed.js';
import type { Point } from '../groups/group.js';
import { groupNamed } from '../groups/registry.js';
import { readPoint } from '../groups/texts.js';
import { hashOf } from '../hashing/hash.js';
import { checkTrustees, endorsersNeeded } from '../keygen/setup.js';
import type { BallotKind } from '../kinds/layout.js';
import { kindNamed } from '../kinds/registry.js';
import { specRecord, type Spec, type SpecOption } from './spec-record.js';

/** A specification that was read and checked. */
export interface OpenSpec {
  readonly spec: Spec;
  /** SHA-256 of the canonical specification, base64url. */
  readonly electionId: string;
  readonly setting: BallotSetting;
  /** The options that stand on the ballot, in the order of its numbers: without NOTA in approval, else all. */
  readonly ballotOptions: readonly SpecOption[];
  /** Number of NOTA among them, or null. */
  readonly nota: number | null;
  /** Each trustee's share of the secret times G, at the place of the trustee. */
  readonly verificationShares: readonly PlacedPoint[];
}

export interface PlacedPoint {
  readonly place: number;
  readonly point: Point;
}

const METHODS: Readonly<Record<BallotKind, readonly MethodCode[]>> = {
  plurality: ['plurality'],
  approval: ['approval'],
  'strict-ranking': ['schulze', 'schulze-margins', 'ranked-pairs', 'copeland', 'borda'],
  'weak-ranking': ['schulze', 'schulze-margins', 'ranked-pairs', 'copeland'],
};

/** The strength of a victory that a method goes by; null where it knows none. */
export const strengthOfMethod = (method: MethodCode): Spec['strength'] =>
  method === 'schulze' || method === 'ranked-pairs' ? 'winning-votes' : method === 'schulze-margins' ? 'margins' : null;

export const notaRuleOf = (kind: BallotKind, hasNota: boolean): Spec['notaRule'] =>
  kind === 'approval' ? 'majority' : !hasNota ? null : kind === 'plurality' ? 'as-option' : 'beat-nota';

/** By number of options, NOTA included: two → plurality; three or more → complete strict ranking, Schulze with winning votes. */
export const defaultMethod = (options: number): { readonly kind: BallotKind; readonly method: Spec['method'] } =>
  options <= 2 ? { kind: 'plurality', method: 'plurality' } : { kind: 'strict-ranking', method: 'schulze' };

/** @throws Malformed naming the member that is wrong or does not go with another */
export function openSpec(value: unknown): OpenSpec {
  const spec = specRecord(value, 'spec');
  const ballotOptions = spec.options.filter(({ nota }) => spec.kind !== 'approval' || !nota);
  const nota = ballotOptions.findIndex((option) => option.nota);
  checkRules(spec);
  checkTimes(spec);
  checkKeys(spec);
  const { fewest, most } = kindNamed(spec.kind);
  require(ballotOptions.length >= fewest && ballotOptions.length <= most, 'options', 'too many or too few for this kind');
  const electionId = hashOf(spec);
  const { group, jointKey, kind } = spec;
  return {
    spec,
    electionId,
    ballotOptions,
    nota: nota < 0 ? null : nota,
    setting: ballotSetting({ group, electionId, jointKey, kind, options: ballotOptions.length }),
    verificationShares: spec.trustees.map(({ index, verificationShare }, at) =>
      ({ place: index, point: readPoint(groupNamed(group), verificationShare, `spec.trustees[${at}].verificationShare`) })),
  };
}

function require(holds: boolean, member: keyof Spec, reason: string): void {
  if (!holds) throw new Malformed(`spec.${member}`, reason);
}

function checkRules(spec: Spec): void {
  const ids = spec.options.map(({ id }) => id);
  require(new Set(ids).size === ids.length, 'options', 'two with one id');
  const notas = spec.options.filter(({ nota }) => nota).length;
  require(notas <= 1, 'options', 'two that say none');
  require(METHODS[spec.kind].includes(spec.method), 'method', 'not for this kind of ballot');
  require(spec.strength === strengthOfMethod(spec.method), 'strength', 'not that of the method');
  require(spec.notaRule === notaRuleOf(spec.kind, notas === 1), 'notaRule', 'not that of the kind');
  require((spec.seniority !== null) === (spec.tieRule === 'seniority'), 'seniority', 'stands exactly with its tie rule');
  require(spec.seniority === null || [...spec.seniority].sort().join('\n') === [...ids].sort().join('\n'), 'seniority', 'not every option once');
  require((spec.lotCommitments !== null) === (spec.tieRule === 'lot'), 'lotCommitments', 'stands exactly with its tie rule');
  require(spec.lotCommitments === null || spec.lotCommitments.length === spec.n, 'lotCommitments', 'one of each trustee');
}

function checkTimes(spec: Spec): void {
  require(spec.opensAt < spec.closesAt, 'closesAt', 'not after opening');
  require(spec.quorum <= spec.rollSize, 'quorum', 'more than there are voters');
}

function checkKeys(spec: Spec): void {
  require(spec.n === spec.trustees.length, 'n', 'not the number of trustees');
  require(spec.e === endorsersNeeded(spec.n, spec.k), 'e', 'not (n + k) / 2, rounded up');
  try {
    checkTrustees(spec.trustees, spec.k);
    spec.trustees.forEach(({ encryptionKey }, at) => readPoint(groupNamed(spec.group), encryptionKey, `trustees[${at}].encryptionKey`));
  } catch (error) {
    if (error instanceof Malformed) throw new Malformed(`spec.${error.at}`, error.reason);
    throw error;
  }
  // With one key for both, the server could issue credentials, which `separate` denies.
  require(spec.registrar === 'built-in' || spec.registrarKey !== spec.boardKey, 'registrarKey', 'also the board key');
}
