"""Ed25519 with one decision in every odd case, and signed objects (protocol, section 1)."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Optional

from . import edwards25519 as curve
from .encoding import canonical, from_base64url
from .groups import Ristretto255

DIGIT = 5


def is_signed(kind: str, record: dict, key: str) -> bool:
    """Whether `record["signature"]` is the signature of the rest by `key` (base64url)."""
    rest = {name: value for name, value in record.items() if name != "signature"}
    return verify(kind, rest, record["signature"], key)


def verify(kind: str, rest: dict, signature: str, key: str) -> bool:
    message = f"jari-ballot/1/sign/{kind}\n".encode("utf-8") + canonical(rest)
    return verify_bytes(from_base64url(key, 32, "key"), message, from_base64url(signature, 64, "signature"))


def verify_bytes(key: bytes, message: bytes, signature: bytes) -> bool:
    """RFC 8032 without the cofactor; refuses keys of small order, a large S, and an R that is not what encoding gives."""
    point = key_point(key)
    if point is None:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= curve.ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % curve.ORDER
    return curve.encode(_two_products(s, h, curve.negate(point))) == signature[:32]


@lru_cache(maxsize=None)
def key_point(key: bytes) -> Optional[curve.Point]:
    """The point of a public key, or None for what does not decode or is of small order."""
    point = curve.decode(key)
    return None if point is None or _is_small(point) else point


def _is_small(point: curve.Point) -> bool:
    eightfold = curve.double(curve.double(curve.double(point)))
    return eightfold[0] % curve.P == 0 and (eightfold[1] - eightfold[2]) % curve.P == 0


def _multiples(point: curve.Point) -> list:
    found = [curve.ZERO]
    for _ in range((1 << DIGIT) - 1):
        found.append(curve.add(found[-1], point))
    return found


MULTIPLES_OF_BASE = _multiples(Ristretto255.base)


def _two_products(s: int, h: int, point: curve.Point) -> curve.Point:
    """s times the base plus h times the point, their doublings shared (Straus 1964)."""
    multiples, mask, total = _multiples(point), (1 << DIGIT) - 1, curve.ZERO
    for shift in range(250, -1, -DIGIT):
        for _ in range(DIGIT):
            total = curve.double(total)
        total = curve.add(total, MULTIPLES_OF_BASE[s >> shift & mask])
        total = curve.add(total, multiples[h >> shift & mask])
    return total
