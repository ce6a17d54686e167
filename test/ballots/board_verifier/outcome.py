"""Sum, endorsements, decryption and result (protocol, sections 8 and 9)."""

from __future__ import annotations

import hashlib
from typing import Any, Dict, List, Optional

from . import records
from .counting import decide
from .encoding import Malformed, base64url, canonical, framed, from_base64url, hash_of, u32
from .findings import DoesNotHold, need
from .groups import equal, lagrange, sum_of_products, times
from .kinds import bits_of
from .proofs import all_hold, read_point, share_equations
from .signatures import is_signed
from .specification import Specification


class Outcome:
    def __init__(self, spec: Specification, board: Dict[str, Any], contents: List[Any]):
        self.spec, self.board, self.group = spec, board, spec.group
        self.counted = len(contents)
        self.sums = [
            tuple(self._sum_of(contents, number, half) for half in ("a", "b"))
            for number in range(len(bits_of(spec["kind"], len(spec.options))))
        ]
        self.texts = [tuple(base64url(self.group.encode(point)) for point in pair) for pair in self.sums] if contents else []
        self.aggregate_hash = hash_of(
            {
                "format": "jari-aggregate/1", "electionId": spec.election_id, "counted": self.counted,
                "totals": [{"a": a, "b": b} for a, b in self.texts],
            }
        ) if contents else None
        self.missed = (
            "QUORUM" if self.counted < spec["quorum"] else "MINIMUM_CAST" if self.counted < spec["minimumCast"] else None
        )
        self.endorsed = False
        self.shares: Dict[int, list] = {}

    def _sum_of(self, contents: List[Any], number: int, half: str) -> Any:
        total = self.group.zero
        for content in contents:
            total = self.group.add(total, read_point(self.group, content["ciphertexts"][number][half], half)[0])
        return total

    def check_endorsements(self) -> int:
        own, seen, differing = self.board["endorsements"], set(), None
        need(self.missed is None or not own, "endorsements", f"stand there although the ballot failed by {self.missed}")
        for endorsement in own:
            trustee = endorsement["trustee"]
            at = f"trustee {trustee}"
            need(trustee <= self.spec["n"], at, "is no trustee")
            need(is_signed("endorsement", endorsement, self.spec.signing_key(trustee)), at, "the endorsement is not signed")
            need(endorsement["electionId"] == self.spec.election_id, at, "the endorsement is of another election")
            said = (endorsement["boardHead"], endorsement["aggregateHash"], endorsement["counted"])
            if said != (self.board["close"]["head"], self.aggregate_hash, self.counted):
                differing = differing or at
            else:
                need(trustee not in seen, at, "endorses twice")
                seen.add(trustee)
        result = self.board["result"]
        disputed = isinstance(result, dict) and result.get("failure") == "DISAGREEMENT"
        need(differing is None or disputed, str(differing), "endorses another head or sum")
        self.endorsed = differing is None and len(seen) >= self.spec["e"]
        return len(own)

    def check_shares(self) -> int:
        need(self.endorsed or not self.board["shares"], "shares", "stand there without enough endorsements")
        for raw in self.board["shares"]:
            trustee = raw["trustee"]
            at = f"trustee {trustee}"
            try:
                share = records.share(self.group, raw, len(self.sums), "factors")
            except Malformed as fault:
                raise DoesNotHold(at, f"the share is malformed ({fault})") from None
            need(trustee <= self.spec["n"], at, "is no trustee")
            need(trustee not in self.shares, at, "gives two shares")
            of_this = share["electionId"] == self.spec.election_id and share["aggregateHash"] == self.aggregate_hash
            need(of_this, at, "the share is of another sum")
            need(is_signed("decryption-share", raw, self.spec.signing_key(trustee)), at, "the share is not signed")
            totals = [(pair[0], from_base64url(texts[0], self.group.size, "total")) for pair, texts in zip(self.sums, self.texts)]
            holds = all_hold(self.group, share_equations(self.spec, share, self.aggregate_hash, totals))
            need(holds, at, "the share is not the right one: its proof does not hold")
            self.shares[trustee] = [part["factor"][0] for part in share["factors"]]
        return len(self.board["shares"])

    def check_result(self) -> int:
        need(self.board["result"] is not None, "result", "is missing")
        result = records.result(self.board["result"], "result")
        enough = len(self.shares) >= self.spec["k"]
        if self.missed is not None or result["outcome"] == "FAILED":
            need(not enough and self._failed_so(result["failure"]), "result.failure", "does not hold")
            wanted = self._result(outcome="FAILED", failure=result["failure"])
        else:
            need(self.endorsed, "result", "stands there without enough endorsements")
            need(enough, "result", "stands there without enough shares")
            wanted = self._decided(result)
        for name, value in wanted.items():
            need(canonical(result[name]) == canonical(value), f"result.{name}", "is not what follows")
        return 1

    def _failed_so(self, failure: Optional[str]) -> bool:
        if self.missed is not None:
            return failure == self.missed
        said = {(one["boardHead"], one["aggregateHash"], one["counted"]) for one in self.board["endorsements"]}
        # Whether a receipt could not be honoured is beyond the board.
        return {
            "ENDORSEMENTS": not self.endorsed, "SHARES": self.endorsed, "DISAGREEMENT": len(said) > 1, "RECEIPT": True,
        }.get(failure or "", False)

    def _result(self, **members: Any) -> Dict[str, Any]:
        nothing = {"failure": None, "totals": None, "winners": [], "order": [], "dropped": [], "tie": None}
        return {"format": "jari-result/1", "electionId": self.spec.election_id, "counted": self.counted, **nothing, **members}

    def _decided(self, result: Dict[str, Any]) -> Dict[str, Any]:
        totals = result["totals"]
        need(totals is not None and len(totals) == len(self.sums), "result.totals", "are not as many as there are sums")
        places = sorted(self.shares)[: self.spec["k"]]
        coefficients = lagrange(self.group, places, 0)
        for number, (total, (_, b)) in enumerate(zip(totals, self.sums)):
            need(total <= self.counted, f"result.totals[{number}]", "is more than there are ballots")
            shared = sum_of_products(self.group, [(c, self.shares[i][number]) for c, i in zip(coefficients, places)])
            opened = self.group.add(b, self.group.negate(shared))
            need(equal(self.group, opened, times(self.group, total, self.group.base)), f"result.totals[{number}]", "is not what the shares open")
        outcome, order, dropped = decide(self.spec, totals, self.counted)
        named = [[self.spec.options[i] for i in sorted(group)] for group in order]
        winners = [] if outcome == "NONE" else named[0]
        tie = self._tie(winners, result["tie"]) if outcome == "TIED" else None
        taken_out = [self.spec.options[i] for i in dropped]
        return self._result(outcome=outcome, totals=totals, winners=winners, order=named, dropped=taken_out, tie=tie)

    def _tie(self, winners: List[str], stated: Optional[Dict[str, Any]]) -> Dict[str, Any]:
        rule = self.spec["tieRule"]
        if rule == "seniority":
            chosen = next(option for option in self.spec["seniority"] if option in winners)
            return {"rule": rule, "by": rule, "chosen": chosen, "nonces": None}
        if rule != "lot":
            return {"rule": rule, "by": rule, "chosen": None, "nonces": None}
        given = (stated or {}).get("nonces") or []
        given = [*given, *[None] * self.spec["n"]][: self.spec["n"]]
        nonces = [nonce if self._is_committed(i + 1, nonce) else None for i, nonce in enumerate(given)]
        if None in nonces:
            return {"rule": rule, "by": "mayor", "chosen": None, "nonces": nonces}
        together = b"".join(from_base64url(nonce, 32, "nonce") for nonce in nonces)
        return {"rule": rule, "by": rule, "chosen": min(winners, key=lambda option: self._ticket(together, option)), "nonces": nonces}

    def _ticket(self, together: bytes, option: str) -> bytes:
        election = from_base64url(self.spec.election_id, 32, "election")
        return hashlib.sha256(framed("lot", b"ticket", election, together, option.encode())).digest()

    def _is_committed(self, trustee: int, nonce: Optional[str]) -> bool:
        if nonce is None:
            return False
        parts = (b"commitment", self.spec["ballotId"].encode(), u32(trustee), from_base64url(nonce, 32, "nonce"))
        return base64url(hashlib.sha256(framed("lot", *parts)).digest()) == self.spec["lotCommitments"][trustee - 1]
