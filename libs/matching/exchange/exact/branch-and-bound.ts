import type { Triple } from './subset-cuts.js';
import { fractionalLimit, type Limit } from './fractional-limit.js';
import { disjoint, worthOf, type Flow, type Part } from './part.js';

/** A fraction nearer to a whole number than this counts as one. */
const NEAR = 1e-3;
/** One in so many numbers of the inverse is not 0. */
const FILLED = 4;
/** Rounds of cuts, before the first branch. */
const MOST_ROUNDS = 12;

interface Branch {
  readonly cycles: readonly number[];
  readonly flows: readonly Flow[];
  /** No choice among them is worth more. */
  readonly worthAtMost: number;
}

export interface BestCycles {
  readonly cycles: readonly number[];
  /** Infinity where not even the first fractional optimum was found. */
  readonly worthAtMost: number;
  readonly effort: number;
}

/**
 * Disjoint cycles of the greatest worth, starting from `known` ones (Land & Doig 1960): where the fractional optimum splits a
 * person between moves, one branch keeps the move and one forbids it. Cycles whose loss is too great to come back are left
 * out (reduced-cost fixing). `effort` bounds the numbers that are read and written.
 */
export function bestCycles(part: Part, known: readonly number[], effort: number): BestCycles {
  const cuts: Triple[] = [];
  let best = known, worth = worthOf(part, known);
  const open: Branch[] = [{ cycles: [...part.members.keys()], flows: [], worthAtMost: Infinity }];
  let diving = false, spent = 0;
  for (let left = effort, first = true; open.length > 0; first = false) {
    const branch = take(open, diving);
    diving = false;
    if (branch.worthAtMost <= worth) continue;
    const aPivot = 4 * branch.cycles.length + part.people * part.people / FILLED;
    const limit = fractionalLimit(part, branch.cycles, branch.flows, cuts, first ? MOST_ROUNDS : 0, Math.floor(left / aPivot));
    if (limit === null) {
      open.push(branch);
      return { cycles: best, worthAtMost: open.reduce((most, one) => Math.max(most, one.worthAtMost), worth), effort };
    }
    left -= limit.pivots * aPivot;
    spent = effort - left;
    if (limit.worth <= worth) continue;
    const byShare = [...branch.cycles.keys()].sort((a, b) => limit.share[b]! - limit.share[a]! || limit.loss[a]! - limit.loss[b]!);
    const rounded = disjoint(part, byShare.map((at) => branch.cycles[at]!));
    if (worthOf(part, rounded) > worth) { best = rounded; worth = worthOf(part, rounded); }
    if (limit.worth <= worth) continue;
    open.push(...split(part, branch, limit, limit.worth - worth));
    diving = true;
  }
  return { cycles: best, worthAtMost: worth, effort: spent };
}

/** While diving the branch put there last, else the one with the greatest limit, the first of them. */
function take(open: Branch[], diving: boolean): Branch {
  if (diving) return open.pop()!;
  let best = 0;
  for (let at = 1; at < open.length; at++) if (open[at]!.worthAtMost > open[best]!.worthAtMost) best = at;
  return open.splice(best, 1)[0]!;
}

/**
 * Two branches, the second of which is looked at first: fewer people or more from one seat to another where the optimum
 * moves a fraction there, else a move that one person may not make, or has to, if any.
 */
function split(part: Part, { cycles, flows }: Branch, limit: Limit, allowed: number): Branch[] {
  const kept = { worthAtMost: limit.worth, flows };
  const near = cycles.filter((_, at) => limit.loss[at]! < allowed);
  const flow = fractionalFlow(part, cycles, limit);
  if (flow !== null) {
    const { from, to } = flow;
    const less: Flow = { from, to, bound: 'most', count: Math.floor(flow.share) };
    const more: Flow = { from, to, bound: 'least', count: Math.floor(flow.share) + 1 };
    return [{ ...kept, cycles: near, flows: [...flows, less] }, { ...kept, cycles: near, flows: [...flows, more] }];
  }
  const move = fractionalMove(part, cycles, limit, part.targets) ?? fractionalMove(part, cycles, limit, part.members.map((circle) => [...circle.slice(1), circle[0]!]));
  if (move === null) return [];
  const { person, to, where } = move;
  const goes = (cycle: number): number => { const at = part.members[cycle]!.indexOf(person); return at < 0 ? -1 : where[cycle]![at]!; };
  return [
    { ...kept, cycles: near.filter((cycle) => goes(cycle) !== to) },
    { ...kept, cycles: near.filter((cycle) => goes(cycle) === to || goes(cycle) === -1) },
  ];
}

/** The two seats between which the optimum moves the greatest fraction of a person beside whole ones. */
function fractionalFlow({ origins, targets }: Part, cycles: readonly number[], { share }: Limit) {
  const flows = new Map<string, { from: number; to: number; share: number }>();
  cycles.forEach((cycle, at) => {
    if (share[at]! < NEAR) return;
    origins[cycle]!.forEach((from, index) => {
      const to = targets[cycle]![index]!;
      const name = `${from}:${to}`;
      const flow = flows.get(name) ?? { from, to, share: 0 };
      flow.share += share[at]!;
      flows.set(name, flow);
    });
  });
  let best: { from: number; to: number; share: number } | null = null;
  const fraction = (flow: { share: number }): number => flow.share - Math.floor(flow.share + NEAR);
  for (const flow of flows.values()) if (fraction(flow) > NEAR && fraction(flow) < 1 - NEAR && (best === null || fraction(flow) > fraction(best))) best = flow;
  return best;
}

/** The person and the move of which the optimum takes a fraction nearest to one; `where` says where each member of a cycle goes. */
function fractionalMove({ members }: Part, cycles: readonly number[], { share }: Limit, where: Part['targets']) {
  const taken = new Map<string, { person: number; to: number; share: number }>();
  cycles.forEach((cycle, at) => {
    if (share[at]! < NEAR) return;
    members[cycle]!.forEach((person, index) => {
      const to = where[cycle]![index]!;
      const name = `${person}:${to}`;
      const move = taken.get(name) ?? { person, to, share: 0 };
      move.share += share[at]!;
      taken.set(name, move);
    });
  });
  let best: { person: number; to: number; share: number } | null = null;
  for (const move of taken.values()) if (move.share < 1 - NEAR && (best === null || move.share > best.share)) best = move;
  return best === null ? null : { person: best.person, to: best.to, where };
}
