import { asNumber, Shares } from '../counting/shares.js';
import { groupEnd, type Profile } from '../profile/profile.js';
import type { Method } from './method.js';
import { orderByScore, type Standing } from './standing.js';

/**
 * Instant runoff: whoever has a strict majority of the continuing ballots is elected, else the candidate with the fewest votes
 * is eliminated and the ballots are counted again. A tied top group shares its ballot equally; a ballot without a listed
 * continuing candidate is exhausted. A tie for elimination stops the count: no winner, the group in `ties`. The order is the
 * winner, those still continuing by their votes, then the eliminated, last out first. It needs opened ballots.
 * Source: Hare's transferable vote for one seat (Ware 1871); sharing of tied groups as in Delemazure & Peters 2024,
 * Generalizing Instant Runoff Voting to Allow Indifferences ("split IRV").
 */
export const irv: Method = { code: 'irv', ofBallots: instantRunoff };

function instantRunoff(profile: Profile): Standing {
  const continuing = new Set(profile.candidates.keys());
  const out: number[][] = [];
  const rounds: (number | null)[][] = [];
  for (;;) {
    const { votes, one } = countRound(profile, continuing);
    rounds.push(votes.map((sum, option) => (continuing.has(option) ? asNumber(sum, one) : null)));
    const standing = orderByScore([...continuing], (option) => votes[option]!);
    const order = [...standing, ...out];
    const best = standing[0] ?? [];
    const [first] = best;
    if (first === undefined) return { winners: [], order, ties: [], rounds };
    const live = votes.reduce((sum, own) => sum + own, 0n);
    if (continuing.size === 1 || 2n * votes[first]! > live) return { winners: [first], order, ties: [], rounds };
    const last = standing.at(-1) ?? [];
    const [loser] = last;
    if (last.length > 1 || loser === undefined) return { winners: [], order, ties: [last], rounds };
    continuing.delete(loser);
    out.unshift([loser]);
  }
}

function countRound({ candidates, counts, start, items }: Profile, continuing: ReadonlySet<number>): ReturnType<Shares['exact']> {
  const shares = new Shares(candidates.length);
  const isIn = Uint8Array.from(candidates, (_, option) => (continuing.has(option) ? 1 : 0));
  for (let ballot = 0; ballot < counts.length; ballot++) {
    const end = start[ballot + 1]!;
    for (let at = start[ballot]!, next = at; at < end; at = next) {
      next = groupEnd(items, at, end);
      let parts = 0;
      for (let member = at; member < next; member++) parts += isIn[items[member]! >> 1]!;
      if (parts === 0) continue;
      for (let member = at; member < next; member++) if (isIn[items[member]! >> 1] === 1) shares.add(items[member]! >> 1, parts, counts[ballot]!);
      break;
    }
  }
  return shares.exact();
}
