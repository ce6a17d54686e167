import { toBase64url } from '#ballot-box';
import { countedBoard, openedOf, type Election } from '../ballots/election.js';
import { NOTA } from '../ballots/vote-plan.js';
import type { Season } from '../season/season.js';

/** One vote, by the numbers of the options on the ballot. */
export interface KnownVote {
  /** What names the voter in tables and files: id, credential. */
  readonly voter: readonly string[];
  readonly choice: readonly number[];
}

/** What nobody but the voters may know of a ballot, as the demo knows it, because it plays the voters. */
export interface BallotSecrets {
  /** What may stand for each option: id on the ballot, name, employee number, employee id. One list for each way of naming. */
  readonly names: readonly (readonly string[])[];
  readonly votes: readonly KnownVote[];
  /** Orders of all options that are published: the result, and the order for ties. */
  readonly published: readonly (readonly number[])[];
}

export interface Secrets {
  /** Randomness of ballots and secrets of credentials, base64url without padding; each 32 bytes. */
  readonly tokens: ReadonlySet<string>;
  readonly ballots: readonly BallotSecrets[];
}

const secretsOf = async ({ codes }: Season, election: Election): Promise<{ readonly ballot: BallotSecrets; readonly tokens: readonly string[] }> => {
  const { open, options, letters, encrypted } = openedOf(election);
  const { spec, result } = countedBoard(election);
  const numberOf = new Map(spec.options.map(({ id }, at) => [id, at]));
  const employees = spec.options.map((_, at) => [...options].find(([, option]) => option === at)?.[0] ?? NOTA);
  const order = (ids: readonly string[]): readonly number[] => ids.map((id) => numberOf.get(id) ?? -1);
  const votes = election.plan.votes.map(({ employeeNumber, choice }): KnownVote => ({
    voter: [codes.employees.get(employeeNumber) ?? '', letters.get(employeeNumber)?.publicKey ?? ''], choice: choice.map((name) => options.get(name) ?? -1),
  }));
  const openings = await Promise.all(encrypted.values());
  return {
    ballot: {
      names: [open.ballotOptions.map(({ id }) => id), open.ballotOptions.map(({ name }) => name.ko), employees, employees.map((number) => codes.employees.get(number) ?? number)],
      votes, published: [order(result?.order.flat() ?? []), order(spec.seniority ?? [])],
    },
    tokens: [...openings.flatMap(({ opening }) => opening.randomness), ...[...letters.values()].map(({ secret }) => toBase64url(secret))],
  };
};

/** Of all ballots of the season. */
export const collectSecrets = async (season: Season): Promise<Secrets> => {
  const all = await Promise.all(season.elections.map((election) => secretsOf(season, election)));
  return { tokens: new Set(all.flatMap(({ tokens }) => tokens)), ballots: all.map(({ ballot }) => ballot) };
};
