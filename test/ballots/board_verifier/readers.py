"""Strict readers: each takes a value and where it stands, and gives it back or raises Malformed."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Callable, Dict, List, Optional

from .encoding import LARGEST, Malformed, from_base64url, utf16_length
from .signatures import key_point

Reader = Callable[[Any, str], Any]

TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z", re.ASCII)


def record(**members: Reader) -> Reader:
    """An object with exactly these members."""

    def read(value: Any, at: str) -> Dict[str, Any]:
        if not isinstance(value, dict):
            raise Malformed(at, "is no object")
        for name in members:
            if name not in value:
                raise Malformed(at, f"lacks {name}")
        if len(value) != len(members):
            raise Malformed(at, "has a member that does not belong here")
        return {name: reader(value[name], f"{at}.{name}") for name, reader in members.items()}

    return read


def listed(reader: Reader, least: int = 0, most: int = LARGEST) -> Reader:
    def read(value: Any, at: str) -> List[Any]:
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise Malformed(at, f"is no list of {least} to {most}" if most < LARGEST else "is no list")
        return [reader(item, f"{at}[{place}]") for place, item in enumerate(value)]

    return read


def one_of(*allowed: Any) -> Reader:
    def read(value: Any, at: str) -> Any:
        # True equals 1 in Python, but not in JSON.
        if not any(type(value) is type(choice) and value == choice for choice in allowed):
            raise Malformed(at, "is not one of the values that may stand here")
        return value

    return read


def integer(least: int = 0, most: int = LARGEST) -> Reader:
    def read(value: Any, at: str) -> int:
        if type(value) is not int or not least <= value <= most:
            raise Malformed(at, f"is no integer from {least} to {most}")
        return value

    return read


def text(most: int, least: int = 1) -> Reader:
    def read(value: Any, at: str) -> str:
        if not isinstance(value, str) or not least <= utf16_length(value) <= most:
            raise Malformed(at, f"is no text of {least} to {most} characters")
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise Malformed(at, "has a lone surrogate")
        return value

    return read


def binary(length: int) -> Reader:
    def read(value: Any, at: str) -> str:
        from_base64url(value, length, at)
        return value

    return read


def boolean(value: Any, at: str) -> bool:
    return one_of(True, False)(value, at)


def or_null(reader: Reader) -> Reader:
    return lambda value, at: None if value is None else reader(value, at)


def anything(value: Any, _at: str) -> Any:
    return value


def time(value: Any, at: str) -> str:
    if not isinstance(value, str) or not TIME.match(value):
        raise Malformed(at, "is no time")
    try:
        datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        raise Malformed(at, "is no real date") from None
    if value[17:19] > "59":
        raise Malformed(at, "is no real time")
    return value


def key_text(value: Any, at: str) -> str:
    """A public key of Ed25519."""
    if key_point(from_base64url(value, 32, at)) is None:
        raise Malformed(at, "is no public key that may stand here")
    return value


hash_text = binary(32)
signature_text = binary(64)


def point(group: Any) -> Reader:
    """A point of the group, decoded; the identity is refused."""

    def read(value: Any, at: str) -> Any:
        found: Optional[Any] = group.decode(from_base64url(value, group.size, at))
        if found is None or group.is_zero(found):
            raise Malformed(at, "is no point that may stand here")
        return found

    return read
