import type { PairwiseTotals } from '../counting/totals.js';
import type { Method } from './method.js';
import { Reachability } from './reachability.js';
import { orderByLayers, standingOf, type Standing } from './standing.js';

interface Victory {
  readonly winner: number;
  readonly loser: number;
  readonly forIt: number;
  readonly against: number;
}

/**
 * Pairs with a majority, by falling winning votes and then by rising losing votes, are locked one after the other unless that
 * closes a cycle; pairs equal in both are considered together, and one is locked only if it lies on no cycle of what is
 * locked with its whole group, so that no order of the input decides. The order is by layers of the locked pairs (their
 * transitive closure has the same layers). Source: Tideman 1987, Independence of clones as a criterion for voting rules; Zavist & Tideman 1989 on ties.
 */
export const rankedPairs: Method = { code: 'ranked-pairs', ofBallots: (_, pairs) => rankedPairsOf(pairs), ofPairs: rankedPairsOf };

function rankedPairsOf(totals: PairwiseTotals): Standing {
  const { options } = totals;
  const reach = Reachability.of(options);
  for (const group of equalVictories(victoriesOf(totals))) {
    const trial = group.length === 1 ? reach : reach.copy();
    if (group.length > 1) for (const { winner, loser } of group) trial.add(winner, loser);
    const kept = group.filter(({ winner, loser }) => !trial.has(loser, winner));
    for (const { winner, loser } of kept) reach.add(winner, loser);
  }
  return standingOf(orderByLayers(options, (a, b) => reach.has(a, b)));
}

function victoriesOf({ options, before }: PairwiseTotals): Victory[] {
  const victories: Victory[] = [];
  for (let winner = 0; winner < options; winner++) {
    for (let loser = 0; loser < options; loser++) {
      const forIt = before[winner * options + loser]!;
      const against = before[loser * options + winner]!;
      if (winner !== loser && forIt > against) victories.push({ winner, loser, forIt, against });
    }
  }
  return victories.sort((a, b) => b.forIt - a.forIt || a.against - b.against);
}

function* equalVictories(sorted: readonly Victory[]): Generator<readonly Victory[]> {
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const first = sorted[from]!;
    while (to < sorted.length && sorted[to]!.forIt === first.forIt && sorted[to]!.against === first.against) to++;
    yield sorted.slice(from, to);
  }
}
