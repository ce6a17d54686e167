"""The two prime-order groups of the protocol behind one face, and sums of many products.

A group has `name`, `order`, `size` (bytes of a point), `base`, `zero`, `add`, `double`, `negate`, `is_zero`, `decode` (None for what is not the canonical
encoding of an element), `encode`, `scalar` (None for what is not below the order) and `challenge`.
"""

from __future__ import annotations

import hashlib
from typing import Any, Iterable, List, Optional, Tuple

from . import edwards25519 as curve
from .encoding import framed


class Ristretto255:
    """RFC 9496."""

    name, size, order = "ristretto255", 32, curve.ORDER
    base, zero = curve.BASE, curve.ZERO
    add, double, negate = staticmethod(curve.add), staticmethod(curve.double), staticmethod(curve.negate)
    _root_a_minus_d = curve.sqrt_ratio(1, -1 - curve.D)[1]

    @staticmethod
    def is_zero(p: curve.Point) -> bool:
        # The four points that stand for the identity are those with x = 0 or y = 0.
        return p[0] % curve.P == 0 or p[1] % curve.P == 0

    @staticmethod
    def decode(data: bytes) -> Optional[curve.Point]:
        s = int.from_bytes(data, "little")
        if s >= curve.P or s & 1:
            return None
        squared = s * s % curve.P
        u1, u2 = 1 - squared, 1 + squared
        u2u2 = u2 * u2 % curve.P
        v = (-curve.D * u1 * u1 - u2u2) % curve.P
        square, inverse = curve.sqrt_ratio(1, v * u2u2 % curve.P)
        x = 2 * s * inverse * u2 % curve.P
        if x & 1:
            x = curve.P - x
        y = u1 * inverse % curve.P * inverse % curve.P * u2 % curve.P * v % curve.P
        t = x * y % curve.P
        if not square or t & 1 or y == 0:
            return None
        return x, y, 1, t

    @classmethod
    def encode(cls, p: curve.Point) -> bytes:
        x0, y0, z0, t0 = p
        u1 = (z0 + y0) * (z0 - y0) % curve.P
        u2 = x0 * y0 % curve.P
        inverse = curve.sqrt_ratio(1, u1 * u2 % curve.P * u2 % curve.P)[1]
        d1, d2 = inverse * u1 % curve.P, inverse * u2 % curve.P
        z = d1 * d2 % curve.P * t0 % curve.P
        if t0 * z % curve.P & 1:
            x, y, d = y0 * curve.SQRT_M1 % curve.P, x0 * curve.SQRT_M1 % curve.P, d1 * cls._root_a_minus_d % curve.P
        else:
            x, y, d = x0, y0, d2
        if x * z % curve.P & 1:
            y = -y
        s = d * (z0 - y) % curve.P
        return (curve.P - s if s & 1 else s).to_bytes(32, "little")

    @staticmethod
    def _number(data: bytes) -> int:
        return int.from_bytes(data, "little")


class P256:
    """SEC 1, in Jacobian coordinates (X, Y, Z), x = X/Z², y = Y/Z³; Z = 0 is the identity."""

    name, size = "p256", 33
    p = 2**256 - 2**224 + 2**192 + 2**96 - 1
    order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
    b = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
    zero = (1, 1, 0)
    base = (
        0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
        0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
        1,
    )

    @classmethod
    def double(cls, point: Tuple[int, int, int]) -> Tuple[int, int, int]:
        p = cls.p
        x, y, z = point
        zz, yy = z * z % p, y * y % p
        s = 4 * x * yy % p
        m = 3 * (x - zz) * (x + zz) % p
        x3 = (m * m - 2 * s) % p
        return x3, (m * (s - x3) - 8 * yy * yy) % p, 2 * y * z % p

    @classmethod
    def add(cls, left: Tuple[int, int, int], right: Tuple[int, int, int]) -> Tuple[int, int, int]:
        p = cls.p
        if left[2] == 0 or right[2] == 0:
            return right if left[2] == 0 else left
        zz1, zz2 = left[2] * left[2] % p, right[2] * right[2] % p
        u1, u2 = left[0] * zz2 % p, right[0] * zz1 % p
        s1, s2 = left[1] * zz2 * right[2] % p, right[1] * zz1 * left[2] % p
        if u1 == u2:
            return cls.double(left) if s1 == s2 else cls.zero
        h, r = u2 - u1, s2 - s1
        hh = h * h % p
        hhh, v = h * hh % p, u1 * hh % p
        x = (r * r - hhh - 2 * v) % p
        return x, (r * (v - x) - s1 * hhh) % p, h * left[2] * right[2] % p

    @classmethod
    def negate(cls, point: Tuple[int, int, int]) -> Tuple[int, int, int]:
        return point[0], -point[1] % cls.p, point[2]

    @staticmethod
    def is_zero(point: Tuple[int, int, int]) -> bool:
        return point[2] == 0

    @classmethod
    def decode(cls, data: bytes) -> Optional[Tuple[int, int, int]]:
        x = int.from_bytes(data[1:], "big")
        if data[0] not in (2, 3) or x >= cls.p:
            return None
        square = (x * x * x - 3 * x + cls.b) % cls.p
        y = pow(square, (cls.p + 1) // 4, cls.p)
        if y * y % cls.p != square:
            return None
        return x, y if y & 1 == data[0] & 1 else cls.p - y, 1

    @classmethod
    def encode(cls, point: Tuple[int, int, int]) -> bytes:
        inverse = pow(point[2], -1, cls.p)
        x, y = point[0] * inverse**2 % cls.p, point[1] * inverse**3 % cls.p
        return bytes([2 + (y & 1)]) + x.to_bytes(32, "big")

    @staticmethod
    def _number(data: bytes) -> int:
        return int.from_bytes(data, "big")


GROUPS = {group.name: group for group in (Ristretto255, P256)}


def scalar_of(group: Any, data: bytes) -> Optional[int]:
    """The scalar that 32 bytes encode, or None if it is not below the order."""
    number = group._number(data)
    return number if number < group.order else None


def challenge(group: Any, domain: str, *parts: bytes) -> int:
    """C(d, p...) of the protocol."""
    return int.from_bytes(hashlib.sha512(framed(domain, *parts)).digest(), "big") % group.order


def sum_of_products(group: Any, terms: Iterable[Tuple[int, Any]]) -> Any:
    """The sum of scalar times point, by buckets (Pippenger 1976); scalars from 0 upward."""
    pairs: List[Tuple[int, Any]] = [(scalar, point) for scalar, point in terms if scalar]
    width = _window(len(pairs))
    bits = max((scalar.bit_length() for scalar, _ in pairs), default=0)
    mask, add, total = (1 << width) - 1, group.add, group.zero
    for shift in range((max(bits, 1) - 1) // width * width, -1, -width):
        for _ in range(width):
            total = group.double(total)
        buckets: List[Any] = [None] * (mask + 1)
        for scalar, point in pairs:
            digit = scalar >> shift & mask
            if digit:
                held = buckets[digit]
                buckets[digit] = point if held is None else add(held, point)
        running = column = group.zero
        for held in reversed(buckets[1:]):
            if held is not None:
                running = add(running, held)
            column = add(column, running)
        total = add(total, column)
    return total


def _window(count: int) -> int:
    """The width that needs the fewest additions: each window costs `count` and twice its buckets."""
    return min(range(1, 17), key=lambda width: (count + 2 ** (width + 1)) / width)


def times(group: Any, scalar: int, point: Any) -> Any:
    return sum_of_products(group, [(scalar % group.order, point)])


def equal(group: Any, left: Any, right: Any) -> bool:
    return group.is_zero(group.add(left, group.negate(right)))


def lagrange(group: Any, places: List[int], at: int) -> List[int]:
    """The coefficients that give a polynomial's value `at` from its values at `places`."""
    found = []
    for i in places:
        above, below = 1, 1
        for j in places:
            if j != i:
                above, below = above * (at - j), below * (i - j)
        found.append(above * pow(below, -1, group.order) % group.order)
    return found
