"""The specification of a ballot (protocol, section 3)."""

from __future__ import annotations

from typing import Any, Dict, List

from .encoding import Malformed, from_base64url, hash_of
from .groups import GROUPS, equal, lagrange, sum_of_products
from .readers import (
    boolean, hash_text, integer, key_text, listed, one_of, or_null, point, record, signature_text, text, time,
)

bilingual = record(ko=text(300), en=text(300))
named = record(id=text(100), name=bilingual)

RANKED = ("schulze", "schulze-margins", "ranked-pairs", "copeland")
METHODS = {"plurality": ("plurality",), "approval": ("approval",), "strict-ranking": (*RANKED, "borda"), "weak-ranking": RANKED}
STRENGTHS = {"schulze": "winning-votes", "ranked-pairs": "winning-votes", "schulze-margins": "margins"}
NOTA_RULES = {"plurality": "as-option", "strict-ranking": "beat-nota", "weak-ranking": "beat-nota"}
SIZES = {"plurality": (2, 40), "approval": (1, 40), "strict-ranking": (2, 12), "weak-ranking": (2, 6)}

members = record(
    format=one_of("jari-ballot-spec/1"),
    protocol=one_of(1),
    ballotId=text(100),
    replaces=or_null(hash_text),
    organization=named,
    position=named,
    options=listed(record(id=text(100), name=bilingual, nota=boolean), 2, 41),
    kind=one_of(*METHODS),
    method=one_of(*METHODS["strict-ranking"], "plurality", "approval"),
    strength=or_null(one_of("winning-votes", "margins")),
    notaRule=or_null(one_of("as-option", "beat-nota", "majority")),
    tieRule=one_of("runoff", "seniority", "mayor", "lot"),
    seniority=or_null(listed(text(100))),
    lotCommitments=or_null(listed(hash_text)),
    quorum=integer(),
    minimumCast=integer(2, 1_000_000),
    opensAt=time,
    closesAt=time,
    checkingSeconds=integer(0, 31_536_000),
    group=one_of(*GROUPS),
    n=integer(1, 25),
    k=integer(1, 25),
    e=integer(1, 25),
    trustees=listed(
        record(index=integer(1), name=text(200), signingKey=key_text, encryptionKey=text(44), verificationShare=text(44)), 1, 25
    ),
    jointKey=text(44),
    keygenTranscriptHash=hash_text,
    rollHash=hash_text,
    rollSize=integer(1, 1_000_000),
    credentialListHash=hash_text,
    registrar=one_of("built-in", "separate"),
    registrarKey=key_text,
    registrarSignature=signature_text,
    boardKey=key_text,
)


class Specification:
    """A specification that keeps every rule of section 3; points are decoded, everything else stands as in the file."""

    def __init__(self, value: Any):
        self.spec: Dict[str, Any] = members(value, "spec")
        self.election_id = hash_of(value)
        self.group = GROUPS[self.spec["group"]]
        read = point(self.group)
        self.joint_key = read(self.spec["jointKey"], "spec.jointKey")
        self.joint_key_bytes = from_base64url(self.spec["jointKey"], self.group.size, "spec.jointKey")
        trustees = self.spec["trustees"]
        for place, trustee in enumerate(trustees):
            read(trustee["encryptionKey"], f"spec.trustees[{place}].encryptionKey")
        self.shares = [read(trustee["verificationShare"], f"spec.trustees[{i}].verificationShare") for i, trustee in enumerate(trustees)]
        options = self.spec["options"]
        self.nota = next((option["id"] for option in options if option["nota"]), None)
        counted = [option for option in options if not (self.spec["kind"] == "approval" and option["nota"])]
        self.options: List[str] = [option["id"] for option in counted]
        self._check()

    def __getitem__(self, name: str) -> Any:
        return self.spec[name]

    def signing_key(self, trustee: int) -> str:
        return self.spec["trustees"][trustee - 1]["signingKey"]

    def _check(self) -> None:
        spec, trustees = self.spec, self.spec["trustees"]
        ids = [option["id"] for option in spec["options"]]
        kind, method, n, k = spec["kind"], spec["method"], spec["n"], spec["k"]
        nota_rule = "majority" if kind == "approval" else NOTA_RULES[kind] if self.nota is not None else None
        least, most = SIZES[kind]
        rules = {
            "options": len(set(ids)) == len(ids) and sum(option["nota"] for option in spec["options"]) <= 1,
            "kind": least <= len(self.options) <= most,
            "method": method in METHODS[kind],
            "strength": spec["strength"] == STRENGTHS.get(method),
            "notaRule": spec["notaRule"] == nota_rule,
            "seniority": (spec["seniority"] is not None) == (spec["tieRule"] == "seniority")
            and (spec["seniority"] is None or sorted(spec["seniority"]) == sorted(ids)),
            "lotCommitments": (spec["lotCommitments"] is not None) == (spec["tieRule"] == "lot")
            and (spec["lotCommitments"] is None or len(spec["lotCommitments"]) == n),
            "quorum": spec["quorum"] <= spec["rollSize"],
            "closesAt": spec["opensAt"] < spec["closesAt"],
            "n": n == len(trustees),
            "k": k <= n,
            "e": spec["e"] == (n + k + 1) // 2,
            "trustees": [trustee["index"] for trustee in trustees] == list(range(1, n + 1))
            and all(len({trustee[name] for trustee in trustees}) == len(trustees) for name in ("name", "signingKey", "encryptionKey")),
            "boardKey": spec["registrar"] == "built-in" or spec["registrarKey"] != spec["boardKey"],
        }
        for name, holds in rules.items():
            if not holds:
                raise Malformed(f"spec.{name}", "breaks a rule of the specification")

    def shares_that_differ(self) -> List[int]:
        """The places that do not lie on the polynomial through the first k shares; 0 stands for the joint key."""
        k, group = self.spec["k"], self.group
        places, values = list(range(1, k + 1)), self.shares[:k]
        wanted = [(0, self.joint_key), *((i, self.shares[i - 1]) for i in range(k + 1, self.spec["n"] + 1))]
        return [
            at for at, value in wanted
            if not equal(group, sum_of_products(group, zip(lagrange(group, places, at), values)), value)
        ]
