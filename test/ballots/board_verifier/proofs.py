"""Proofs as equations "a sum of scalars times points is zero", and many equations as one (protocol, sections 4 and 8)."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any, Iterable, List, Tuple

from .encoding import Malformed, from_base64url, framed, u32
from .groups import challenge, scalar_of, sum_of_products
from .kinds import bits_of, relations_of
from .readers import anything, listed, one_of, record
from .specification import Specification

Equation = List[Tuple[int, Any]]


def read_point(group: Any, value: Any, at: str) -> Tuple[Any, bytes]:
    """The point and its bytes."""
    data = from_base64url(value, group.size, at)
    found = group.decode(data)
    if found is None or group.is_zero(found):
        raise Malformed(at, "is no point that may stand here")
    return found, data


def read_scalar(group: Any, value: Any, at: str) -> int:
    found = scalar_of(group, from_base64url(value, 32, at))
    if found is None:
        raise Malformed(at, "is a scalar that is not below the order")
    return found


content_members = record(
    format=one_of("jari-ballot/1"),
    kind=anything,
    ciphertexts=listed(record(a=anything, b=anything)),
    proofs=listed(record(commitments=listed(anything), challenges=listed(anything), responses=listed(anything))),
)


def ballot_equations(spec: Specification, credential: str, content: Any) -> List[Equation]:
    """The equations that a ballot's proofs claim; raises Malformed for a content of another shape."""
    group, kind = spec.group, spec["kind"]
    found = content_members(content, "content")
    one_of(kind)(found["kind"], "content.kind")
    count = len(spec.options)
    relations = relations_of(kind, count)
    if len(found["ciphertexts"]) != len(bits_of(kind, count)) or len(found["proofs"]) != len(relations):
        raise Malformed("content", "has not as many ciphertexts and proofs as its kind")
    encrypted = [
        tuple(read_point(group, pair[name], f"content.ciphertexts[{i}].{name}") for name in ("a", "b"))
        for i, pair in enumerate(found["ciphertexts"])
    ]
    parts = [data for (_, a), (_, b) in encrypted for data in (a, b)]
    whole = hashlib.sha256(framed("ciphertexts", kind.encode(), *parts)).digest()
    bound = (
        from_base64url(spec.election_id, 32, "election"), from_base64url(credential, 32, "credential"), spec.joint_key_bytes, whole,
    )
    equations: List[Equation] = []
    for i, relation in enumerate(relations):
        at = f"content.proofs[{i}] ({relation.label})"
        equations += _disjunction(spec, bound, relation, encrypted, found["proofs"][i], at)
    return equations


def _disjunction(spec: Specification, bound: tuple, relation: Any, encrypted: list, proof: dict, at: str) -> List[Equation]:
    group, branches = spec.group, len(relation.allowed)
    shape = (len(proof["commitments"]), len(proof["challenges"]), len(proof["responses"]))
    if shape != (2 * branches, branches - 1, branches):
        raise Malformed(at, "has not as many parts as its relation")
    commitments = [read_point(group, value, f"{at}.commitments") for value in proof["commitments"]]
    challenges = [read_scalar(group, value, f"{at}.challenges") for value in proof["challenges"]]
    responses = [read_scalar(group, value, f"{at}.responses") for value in proof["responses"]]
    (a, a_bytes), (b, b_bytes) = (_statement(group, relation.terms, encrypted, half, at) for half in (0, 1))
    c = challenge(
        group, "ballot-proof", *bound, relation.label.encode(), a_bytes, b_bytes, b"".join(data for _, data in commitments)
    )
    challenges.append((c - sum(challenges)) % group.order)
    equations = []
    for branch, value in enumerate(relation.allowed):
        z, c = responses[branch], challenges[branch]
        first, second = commitments[2 * branch][0], commitments[2 * branch + 1][0]
        equations.append([(z, group.base), (-1, first), (-c, a)])
        equations.append([(z, spec.joint_key), (-1, second), (-c, b), (c * value, group.base)])
    return equations


def _statement(group: Any, terms: tuple, encrypted: list, half: int, at: str) -> Tuple[Any, bytes]:
    if len(terms) == 1:
        return encrypted[terms[0][1]][half]
    total = group.zero
    for sign, number in terms:
        point = encrypted[number][half][0]
        total = group.add(total, point if sign == 1 else group.negate(point))
    if group.is_zero(total):
        raise Malformed(at, "has the identity in its statement")
    return total, group.encode(total)


def share_equations(spec: Specification, share: dict, aggregate_hash: str, totals: list) -> List[Equation]:
    """The equations of a decryption share; `totals` has the aggregate's points with their bytes, `share` decoded factors."""
    group, trustee = spec.group, share["trustee"]
    key = spec.shares[trustee - 1]
    key_bytes = from_base64url(spec["trustees"][trustee - 1]["verificationShare"], group.size, "verificationShare")
    equations: List[Equation] = []
    for t, (part, (a, a_bytes)) in enumerate(zip(share["factors"], totals)):
        factor, factor_bytes = part["factor"]
        (first, first_bytes), (second, second_bytes) = part["proof"]["commitments"]
        z = part["proof"]["responses"][0]
        c = challenge(
            group, "decryption-proof", from_base64url(spec.election_id, 32, "election"), from_base64url(aggregate_hash, 32, "aggregate"),
            u32(trustee), u32(t), key_bytes, a_bytes, factor_bytes, first_bytes + second_bytes,
        )
        equations.append([(z, group.base), (-1, first), (-c, key)])
        equations.append([(z, a), (-1, second), (-c, factor)])
    return equations


def all_hold(group: Any, equations: Iterable[Equation]) -> bool:
    """Whether every equation holds, by one sum with a weight of 128 random bits for each.

    If one does not, its weight is right by chance for at most one value in 2^128 (the group's order being prime).
    """
    # Points that recur (base, key, ciphertexts) are the same objects in many equations: their scalars are added up first.
    # A commitment comes with -1: the point is turned over instead, so that its scalar keeps its 128 bits.
    merged: dict = {}
    single = []
    for equation in equations:
        weight = secrets.randbits(128)
        for scalar, point in equation:
            if scalar == -1:
                single.append((weight, group.negate(point)))
            else:
                known = merged.setdefault(id(point), [0, point])
                known[0] += weight * scalar
    terms = [(scalar % group.order, point) for scalar, point in merged.values()]
    return group.is_zero(sum_of_products(group, terms + single))
