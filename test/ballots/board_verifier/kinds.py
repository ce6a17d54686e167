"""The four kinds of ballot: which bits they have and which sums of bits are proved (protocol, section 4)."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import List, NamedTuple, Tuple


class Relation(NamedTuple):
    label: str
    terms: Tuple[Tuple[int, int], ...]  # (sign, number of the bit)
    allowed: Tuple[int, ...]


def bits_of(kind: str, options: int) -> List[Tuple[int, ...]]:
    """The bits in order: options, or pairs (i, j) for "i stands before j"."""
    if kind in ("plurality", "approval"):
        return [(i,) for i in range(options)]
    return list((combinations if kind == "strict-ranking" else permutations)(range(options), 2))


def relations_of(kind: str, options: int) -> List[Relation]:
    bits = bits_of(kind, options)
    place = {bit: number for number, bit in enumerate(bits)}
    word = "option" if kind in ("plurality", "approval") else "pair"
    found = [_relation(word, bit, [(1, number)]) for number, bit in enumerate(bits)]
    if kind == "plurality":
        found.append(Relation("sum", tuple((1, number) for number in range(options)), (1,)))
    if kind == "weak-ranking":
        found += [_relation("tie", (i, j), [(1, place[i, j]), (1, place[j, i])]) for i, j in combinations(range(options), 2)]
    if word == "pair":
        choose = combinations if kind == "strict-ranking" else permutations
        found += [
            _relation("triple", (i, j, k), [(1, place[i, j]), (1, place[j, k]), (-1, place[i, k])])
            for i, j, k in choose(range(options), 3)
        ]
    return found


def _relation(word: str, indices: Tuple[int, ...], terms: List[Tuple[int, int]]) -> Relation:
    return Relation(f"{word}:{','.join(map(str, indices))}", tuple(terms), (0, 1))
