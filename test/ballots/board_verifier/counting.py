"""From totals to an order by the method, with NOTA (protocol, section 9). Options are numbers; tables hold before(i, j)."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Sequence, Set, Tuple

from .kinds import bits_of

Table = Dict[Tuple[int, int], int]
Groups = List[List[int]]


def table_of(kind: str, options: int, totals: Sequence[int], counted: int) -> Table:
    before = dict(zip(bits_of(kind, options), totals))
    if kind == "strict-ranking":
        before.update({(j, i): counted - total for (i, j), total in list(before.items())})
    return before


def by_score(among: Sequence[int], score: Callable[[int], int]) -> Groups:
    scores = sorted({score(i) for i in among}, reverse=True)
    return [[i for i in among if score(i) == value] for value in scores]


def by_layers(among: Sequence[int], beats: Callable[[int, int], bool]) -> Groups:
    """First everyone beaten by nobody, take them out, again."""
    left, layers = list(among), []
    while left:
        layer = [i for i in left if not any(beats(j, i) for j in left)]
        layers.append(layer)
        left = [i for i in left if i not in layer]
    return layers


def schulze(among: Sequence[int], before: Table, margins: bool) -> Groups:
    path = {}
    for i in among:
        for j in among:
            if i != j:
                won = before[i, j] > before[j, i]
                path[i, j] = (before[i, j] - before[j, i] * margins) if won else 0
    for via in among:
        for i in among:
            for j in among:
                if len({i, j, via}) == 3:
                    path[i, j] = max(path[i, j], min(path[i, via], path[via, j]))
    return by_layers(among, lambda i, j: i != j and path[i, j] > path[j, i])


def reaches(links: Set[Tuple[int, int]], start: int, goal: int) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        for tail, tip in links:
            if tail == at and tip == goal:
                return True
            if tail == at and tip not in seen:
                seen.add(tip)
                waiting.append(tip)
    return False


def ranked_pairs(among: Sequence[int], before: Table) -> Groups:
    links = [(i, j) for i in among for j in among if i != j and before[i, j] > before[j, i]]
    strengths = sorted({(-before[i, j], before[j, i]) for i, j in links})
    locked: Set[Tuple[int, int]] = set()
    for strength in strengths:
        group = {(i, j) for i, j in links if (-before[i, j], before[j, i]) == strength}
        together = locked | group
        locked |= {(i, j) for i, j in group if not reaches(together, j, i)}
    return by_layers(among, lambda i, j: i != j and reaches(locked, i, j))


def by_method(method: str, among: Sequence[int], before: Table) -> Groups:
    if method in ("schulze", "schulze-margins"):
        return schulze(among, before, method == "schulze-margins")
    if method == "ranked-pairs":
        return ranked_pairs(among, before)
    others = {i: [j for j in among if j != i] for i in among}
    if method == "borda":
        return by_score(among, lambda i: sum(before[i, j] for j in others[i]))
    twice = {i: sum((before[i, j] > before[j, i]) * 2 + (before[i, j] == before[j, i]) for j in others[i]) for i in among}
    return by_score(among, lambda i: twice[i])


def decide(spec: Any, totals: Sequence[int], counted: int) -> Tuple[str, Groups, List[int]]:
    """Outcome, order and those that the rule took out."""
    kind, rule, options = spec["kind"], spec["notaRule"], list(range(len(spec.options)))
    if rule == "majority":
        kept = [i for i in options if 2 * totals[i] > counted]
        return _after_dropping(by_score(kept, lambda i: totals[i]), [], [i for i in options if i not in kept])
    nota = spec.options.index(spec.nota) if spec.nota is not None else None
    before = {} if kind == "plurality" else table_of(kind, len(options), totals, counted)

    def order_of(among: Sequence[int]) -> Groups:
        return by_score(among, lambda i: totals[i]) if kind == "plurality" else by_method(spec["method"], among, before)

    if rule == "beat-nota":
        kept = [i for i in options if i != nota and before[i, nota] > before[nota, i]]
        dropped = [i for i in options if i != nota and i not in kept]
        return _after_dropping(order_of(kept), [[nota]], dropped)
    order = order_of(options)
    outcome = "TIED" if len(order[0]) > 1 else "NONE" if order[0] == [nota] else "ELECTED"
    return outcome, order, []


def _after_dropping(kept: Groups, nota: Groups, dropped: List[int]) -> Tuple[str, Groups, List[int]]:
    outcome = "NONE" if not kept else "TIED" if len(kept[0]) > 1 else "ELECTED"
    return outcome, kept + nota + ([dropped] if dropped else []), dropped
