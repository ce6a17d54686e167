"""JSON as the protocol understands it, base64url, hashes and frames (protocol, section 1)."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any, Union

LARGEST = 2**53 - 1
DEEPEST = 32
BASE64URL = re.compile(r"[A-Za-z0-9_-]*\Z")
ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
ESCAPED = re.compile(r'["\\\x00-\x1f]')


class Malformed(Exception):
    """Something does not decode; `at` says where, in the words of the file."""

    def __init__(self, at: str, why: str):
        super().__init__(f"{at}: {why}")
        self.at, self.why = at, why


def parse_json(data: bytes) -> Any:
    """The value of a JSON file. Refuses repeated names; numbers that may not stand anywhere come back as fractions."""
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object_of,
            parse_int=_integer_of,
            parse_float=_integer_of,
            parse_constant=_refuse_constant,
        )
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Malformed("file", f"is no JSON in UTF-8 ({error})") from None
    except RecursionError:
        raise Malformed("file", "is nested too deeply") from None


def _object_of(pairs: list) -> dict:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("file", "a name is repeated within an object")
    return found


def _integer_of(text: str) -> Union[int, float]:
    number = float(text)
    return int(number) if abs(number) <= LARGEST and number.is_integer() else number


def _refuse_constant(text: str) -> None:
    raise Malformed("file", f"{text} is no JSON")


def canonical(value: Any) -> bytes:
    """Canonical JSON (RFC 8785) in UTF-8."""
    try:
        return _written(value, 0).encode("utf-8")
    except UnicodeEncodeError:
        raise Malformed("JSON", "a text has a lone surrogate") from None


def _written(value: Any, depth: int) -> str:
    if depth > DEEPEST:
        raise Malformed("JSON", "is nested too deeply")
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float):
        raise Malformed("JSON", "has a number that is no integer of at most 2^53 - 1")
    if isinstance(value, list):
        return "[" + ",".join(_written(item, depth + 1) for item in value) + "]"
    names = sorted(value, key=_utf16)
    return "{" + ",".join(f"{_text(name)}:{_written(value[name], depth + 1)}" for name in names) + "}"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-be", "surrogatepass")


def utf16_length(text: str) -> int:
    return len(_utf16(text)) // 2


def _text(text: str) -> str:
    return '"' + ESCAPED.sub(lambda found: ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), text) + '"'


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def from_base64url(text: Any, length: int, at: str) -> bytes:
    """`length` bytes of canonical base64url without padding."""
    if not isinstance(text, str) or not BASE64URL.match(text) or len(text) != (length * 8 + 5) // 6:
        raise Malformed(at, f"is not base64url of {length} bytes")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(data) != length or base64url(data) != text:
        raise Malformed(at, "is not canonical base64url")
    return data


def hash_of(value: Any) -> str:
    """H(v) of the protocol: base64url of 43 characters."""
    return base64url(hashlib.sha256(canonical(value)).digest())


def u32(number: int) -> bytes:
    return number.to_bytes(4, "big")


def framed(domain: str, *parts: bytes) -> bytes:
    """F(d, p...) of the protocol."""
    whole = (f"jari-ballot/1/{domain}".encode("utf-8"), *parts)
    return b"".join(u32(len(part)) + part for part in whole)
