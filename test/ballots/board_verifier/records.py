"""What stands on a board (protocol, sections 2, 4, 5, 7, 8 and 9)."""

from __future__ import annotations

from typing import Any, Dict

from .encoding import Malformed, canonical
from .proofs import read_point, read_scalar
from .readers import (
    Reader, anything, hash_text, integer, key_text, listed, one_of, or_null, record, signature_text, text, time,
)
from .specification import members as specification_members

REASONS = (
    "WRONG_ELECTION", "UNKNOWN_CREDENTIAL", "REPLACED_CREDENTIAL", "BAD_SIGNATURE", "WRONG_REVISION",
    "WRONG_CONTENT", "TESTED_BEFORE", "MALFORMED", "BAD_PROOF",
)
FAILURES = ("QUORUM", "MINIMUM_CAST", "ENDORSEMENTS", "DISAGREEMENT", "SHARES", "RECEIPT")

share_shape = record(
    format=one_of("jari-decryption-share/1"), electionId=hash_text, aggregateHash=hash_text, trustee=integer(1),
    factors=listed(
        record(factor=text(44), proof=record(commitments=listed(text(44)), challenges=listed(text(43)), responses=listed(text(43))))
    ),
    signature=signature_text,
)

board = record(
    format=one_of("jari-board/1"),
    spec=specification_members,
    specSignatures=listed(
        record(format=one_of("jari-spec-signature/1"), electionId=hash_text, trustee=integer(1), signature=signature_text), 0, 25
    ),
    credentials=listed(key_text),
    entries=listed(anything),
    close=or_null(
        record(
            format=one_of("jari-close/1"), electionId=hash_text, head=hash_text, entries=integer(), intakeCount=integer(),
            closedAt=time, signature=signature_text,
        )
    ),
    endorsements=listed(
        record(
            format=one_of("jari-endorsement/1"), electionId=hash_text, boardHead=hash_text, aggregateHash=hash_text,
            counted=integer(), trustee=integer(1), signature=signature_text,
        )
    ),
    shares=listed(share_shape),
    result=anything,
)

# What somebody claims to be a key need not be one: such a credential is unknown.
named_key = hash_text

envelope = record(
    format=one_of("jari-envelope/1"), electionId=hash_text, credential=named_key, revision=integer(1),
    previousTracker=or_null(hash_text), ballotHash=hash_text, signature=signature_text,
)
test = record(
    format=one_of("jari-test/1"), electionId=hash_text, credential=named_key, ballotHash=hash_text, signature=signature_text,
)
reissue = record(
    format=one_of("jari-reissue/1"), electionId=hash_text, slot=integer(1), oldKey=key_text, newKey=key_text,
    lastIntakeIndex=integer(), reason=one_of("LOST", "EXPOSED", "NOT_RECEIVED"), signature=signature_text,
)
receipt = record(
    format=one_of("jari-receipt/1"), electionId=hash_text, credential=named_key, revision=integer(1), ballotHash=hash_text,
    tracker=hash_text, intakeIndex=integer(1), boardHead=hash_text, signature=signature_text,
)

_chained: Dict[str, Reader] = {"index": integer(1), "previous": hash_text, "hash": hash_text}
_entries: Dict[str, Reader] = {
    "ballot": record(**_chained, type=anything, intakeIndex=integer(1), envelope=envelope, content=anything),
    "rejected": record(**_chained, type=anything, intakeIndex=integer(1), envelope=envelope, content=anything, reason=one_of(*REASONS)),
    "tested": record(**_chained, type=anything, intakeIndex=integer(1), test=test),
    "reissued": record(**_chained, type=anything, reissue=reissue),
}


def entry(value: Any, at: str) -> Dict[str, Any]:
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in _entries:
        raise Malformed(at, "is no entry of a known type")
    found = _entries[kind](value, at)
    try:
        canonical(value)
    except Malformed as fault:
        raise Malformed(at, fault.why) from None
    return found


def share(group: Any, value: Dict[str, Any], factors: int, at: str) -> Dict[str, Any]:
    """A decryption share of so many factors, with points as (point, bytes) and scalars as numbers."""

    def one_point(value: Any, at: str) -> Any:
        return read_point(group, value, at)

    def one_scalar(value: Any, at: str) -> int:
        return read_scalar(group, value, at)

    proof = record(commitments=listed(one_point, 2, 2), challenges=listed(anything, 0, 0), responses=listed(one_scalar, 1, 1))
    return {**value, "factors": listed(record(factor=one_point, proof=proof), factors, factors)(value["factors"], at)}


_ids = listed(text(100))
_tie = record(
    rule=one_of("runoff", "seniority", "mayor", "lot"), by=one_of("runoff", "seniority", "mayor", "lot"),
    chosen=or_null(text(100)), nonces=or_null(listed(or_null(hash_text))),
)
result = record(
    format=one_of("jari-result/1"), electionId=hash_text, outcome=one_of("ELECTED", "NONE", "TIED", "FAILED"),
    failure=or_null(one_of(*FAILURES)), counted=integer(), totals=or_null(listed(integer())), winners=_ids,
    order=listed(_ids), dropped=_ids, tie=or_null(_tie),
)
