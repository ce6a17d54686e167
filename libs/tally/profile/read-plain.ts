import { ProfileBuilder, type BuiltProfile } from './profile-builder.js';
import { UNRANKED, type Unranked } from './profile.js';

type Members = Readonly<Record<string, unknown>>;

/**
 * The plain-ballots format as parsed JSON: `{"candidates":["A",…],"unranked":"tied-last","ballots":[{"count":5,
 * "ranking":[["A"],["C","B"]]}]}`, in which groups are ties, `unranked` may be absent (tied-last), `count` too (1), and
 * unknown members are passed over. All faults are returned together.
 */
export function readPlainBallots(input: unknown): BuiltProfile {
  const builder = new ProfileBuilder();
  const { faults } = builder;
  if (!isMembers(input)) {
    faults.add('file', 0, '', 'NOT_AN_OBJECT');
    return builder.finish('tied-last');
  }
  const unranked = addFrame(builder, input);
  if (!Array.isArray(input['ballots'])) faults.add('ballots', 0, '', 'WRONG_TYPE', { expected: 'list' });
  else input['ballots'].forEach((ballot: unknown, at) => addPlainBallot(builder, at + 1, ballot));
  return builder.finish(unranked);
}

/** Everything of the file but its ballots. @returns how unlisted candidates count */
export function addFrame(builder: ProfileBuilder, input: Members): Unranked {
  const { faults } = builder;
  const { candidates, unranked } = input;
  if (!Array.isArray(candidates)) faults.add('candidates', 0, '', 'WRONG_TYPE', { expected: 'list' });
  else candidates.forEach((name, at) => builder.addCandidate(at + 1, name));
  const rule = unranked === undefined ? 'tied-last' : UNRANKED.find((known) => known === unranked);
  if (rule === undefined) faults.add('file', 0, 'unranked', 'UNKNOWN_UNRANKED');
  return rule ?? 'tied-last';
}

export function addPlainBallot(builder: ProfileBuilder, row: number, ballot: unknown): void {
  const { faults } = builder;
  if (!isMembers(ballot)) { faults.add('ballots', row, '', 'NOT_AN_OBJECT'); return; }
  const { ranking, count } = ballot;
  builder.begin(row);
  if (!Array.isArray(ranking)) faults.add('ballots', row, 'ranking', 'WRONG_TYPE', { expected: 'list' });
  else for (let at = 0; at < ranking.length; at++) addGroup(builder, row, at, ranking[at]);
  builder.end(count === undefined ? 1 : count);
}

function addGroup(builder: ProfileBuilder, row: number, at: number, group: unknown): void {
  if (!Array.isArray(group)) {
    builder.faults.add('ballots', row, `ranking[${at + 1}]`, 'WRONG_TYPE', { expected: 'list' });
    return;
  }
  for (let member = 0; member < group.length; member++) {
    const name: unknown = group[member];
    const field = (): string => `ranking[${at + 1}][${member + 1}]`;
    if (typeof name === 'string') builder.place(builder.candidateNamed(name), member > 0, field);
    else builder.faults.add('ballots', row, field(), 'WRONG_TYPE', { expected: 'text' });
  }
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
