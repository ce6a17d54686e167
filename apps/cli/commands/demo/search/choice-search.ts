import type { BallotSecrets, Secrets } from './secrets.js';

export type Leak = 'TOKEN' | 'RANKING' | 'VOTER_AND_CHOICE';

export interface Finding {
  /** A table, or the name of a file; never what was found. */
  readonly place: string;
  readonly leak: Leak;
}

/** Between the names of a ranking: brackets, quotes, commas, arrows and the like, but no letter or digit. */
const BETWEEN = '[^\\p{L}\\p{N}]{1,12}';
/** Indices alone mean something only where ballots are handled. */
const INDEX_BETWEEN = '[\\[\\],;>\\s]{1,8}';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Sequence {
  readonly pattern: RegExp;
  /** Name → number of the option. */
  readonly options: ReadonlyMap<string, number>;
  readonly onlyNear: boolean;
}

const sequence = (names: readonly string[], between: string, onlyNear: boolean): Sequence => {
  const one = `(?:${names.map(escaped).join('|')})`;
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])${one}(?:${between}${one}){${names.length - 1}}(?![\\p{L}\\p{N}])`, 'gu'), options: new Map(names.map((name, at) => [name, at])), onlyNear };
};

interface Watched {
  readonly sequences: readonly Sequence[];
  readonly rankings: ReadonlySet<string>;
  /** What names a voter → how each option chosen first may be named. */
  readonly voters: ReadonlyMap<string, readonly RegExp[]>;
}

/** A name that stands by itself, in quotes or not. */
const alone = (name: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped(name)}(?![\\p{L}\\p{N}_-])`, 'u');

const watch = ({ names, votes, published }: BallotSecrets): Watched => {
  const known = new Set(published.map((order) => order.join()));
  const rankings = votes.filter(({ choice }) => choice.length > 1).map(({ choice }) => choice.join());
  const options = names[0]?.length ?? 0;
  const voters = new Map<string, RegExp[]>();
  for (const { voter, choice } of votes) {
    const first = names.map((kind) => kind[choice[0] ?? -1] ?? '');
    // Who voted for oneself is named beside the choice wherever the candidate is.
    if (voter.some((name) => first.includes(name))) continue;
    for (const name of voter) voters.set(name, [...(voters.get(name) ?? []), ...first.map(alone)]);
  }
  return {
    sequences: rankings.length === 0 ? [] : [...names.map((kind) => sequence(kind, BETWEEN, false)), sequence(Array.from({ length: options }, (_, at) => `${at}`), INDEX_BETWEEN, true)],
    rankings: new Set(rankings.filter((ranking) => !known.has(ranking))),
    voters,
  };
};

/** 32 bytes as base64url or as hexadecimal digits, wherever in a run of such letters they begin. */
const LENGTHS = [43, 64] as const;
const RUNS = /[A-Za-z0-9_-]{43,}/g;
const holds = (run: string, tokens: ReadonlySet<string>): boolean => {
  for (const length of LENGTHS) for (let at = 0; at + length <= run.length; at += 1) if (tokens.has(run.slice(at, at + length))) return true;
  return false;
};
/** Both kinds of names of a voter: an id, and a public key. */
const VOTERS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9_-]{43}/g;

/**
 * Where ballots are handled: their tables, jobs, logs, and what the audit log says of them. Elsewhere people stand side by side in
 * lists; and who nominated whom is public, whether they voted for them or not.
 */
const isNear = (place: string, text: string): boolean =>
  /^(ballot|job|log)/.test(place) || (place.startsWith('audit') && /ballot|vote|candidate/.test(text) && !text.includes('candidate.nominate'));

/**
 * Looks through texts for what somebody chose: the randomness that opens a ballot, a ranking that was cast written down in any
 * of its names, or a voter's name in one row with that of the option chosen first.
 */
export class ChoiceSearch {
  readonly findings: Finding[] = [];
  characters = 0;
  rows = 0;
  /** So many values are searched for, beside the rankings and choices. */
  readonly secrets: number;
  private readonly tokens: ReadonlySet<string>;
  private readonly watched: readonly Watched[];

  constructor({ tokens, ballots }: Secrets) {
    this.secrets = tokens.size;
    this.tokens = new Set([...tokens].flatMap((token) => [token, Buffer.from(token, 'base64url').toString('hex')]));
    this.watched = ballots.map(watch);
  }

  /** @param place table or file @param text one row or line */
  look(place: string, text: string): void {
    this.rows += 1;
    this.characters += text.length;
    const note = (leak: Leak): void => void this.findings.push({ place, leak });
    for (const [run] of text.matchAll(RUNS)) if (holds(run, this.tokens)) note('TOKEN');
    const near = isNear(place, text);
    for (const { sequences, rankings, voters } of this.watched) {
      for (const { pattern, options, onlyNear } of sequences) {
        if ((onlyNear && !near) || !includesAll(text, options.keys())) continue;
        for (const [found] of text.matchAll(pattern)) if (rankings.has(orderIn(found, options))) note('RANKING');
      }
      if (!near) continue;
      for (const [name] of text.matchAll(VOTERS)) if (voters.get(name)?.some((first) => first.test(text)) === true) note('VOTER_AND_CHOICE');
    }
  }
}

/** Cheap, and nearly always the end of it. */
const includesAll = (text: string, names: Iterable<string>): boolean => {
  for (const name of names) if (!text.includes(name)) return false;
  return true;
};

/** The options' numbers in the order in which their names stand in the text. */
const orderIn = (found: string, options: ReadonlyMap<string, number>): string =>
  [...options].map(([name, number]) => ({ number, at: alone(name).exec(found)?.index ?? Infinity })).sort((a, b) => a.at - b.at).map(({ number }) => number).join();
