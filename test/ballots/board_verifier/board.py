"""The checks of a board in the order of the protocol (section 11)."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Tuple

from . import records
from .encoding import Malformed, hash_of
from .findings import DoesNotHold, need
from .outcome import Outcome
from .signatures import is_signed, verify
from .specification import Specification
from .votes import SlotKeys, Votes, name_of


class Verification:
    """One board under examination; `run` goes through the checks and stops at the first that does not hold."""

    def __init__(self, value: Any, receipts: List[Tuple[str, Any]]):
        self.value, self.receipts = value, receipts
        self.spec: Any = None
        self.board: Dict[str, Any] = {}
        self.entries: List[Dict[str, Any]] = []
        self.intake: List[Dict[str, Any]] = []
        self.keys: Any = None
        self.votes: Any = None
        self.outcome: Any = None

    def run(self, report: Callable[[str, Optional[int], Optional[str]], None]) -> bool:
        """Reports (check, count, fault) for each check; whether everything holds."""
        for name, check in self._checks():
            try:
                report(name, check(), None)
            except (DoesNotHold, Malformed) as fault:
                report(name, None, str(fault))
                return False
        return True

    def _checks(self) -> List[Tuple[str, Callable[[], int]]]:
        checks: List[Tuple[str, Callable[[], int]]] = [
            ("format", self._format),
            ("specification", self._specification),
            ("credentials", self._credentials),
            ("registrar", self._registrar),
            ("trustee-keys", self._trustee_keys),
            ("trustee-signatures", self._trustee_signatures),
            ("chain", self._chain),
            ("close", self._close),
            ("intake", self._intake),
            ("reissues", self._reissues),
            ("tests", lambda: self.votes.check_tests()),
            ("envelopes", lambda: self.votes.check_envelopes()),
            ("revisions", lambda: self.votes.check_revisions()),
            ("proofs", lambda: self.votes.check_proofs()),
            ("rejections", lambda: self.votes.check_rejections()),
            ("counted", self._counted),
            ("endorsements", lambda: self.outcome.check_endorsements()),
            ("shares", lambda: self.outcome.check_shares()),
            ("result", lambda: self.outcome.check_result()),
        ]
        return [*checks, ("receipts", self._receipts)] if self.receipts else checks

    def _format(self) -> int:
        self.board = records.board(self.value, "board")
        for place, entry in enumerate(self.board["entries"]):
            self.entries.append(records.entry(entry, f"entry {place + 1}"))
        if self.board["result"] is not None:
            records.result(self.board["result"], "result")
        return len(self.entries)

    def _specification(self) -> int:
        self.spec = Specification(self.board["spec"])
        return 1

    def _credentials(self) -> int:
        keys = self.board["credentials"]
        need(len(keys) == self.spec["rollSize"], "credentials", "are not as many as there are voters")
        seen = set()
        for place, key in enumerate(keys):
            need(key not in seen, f"slot {place + 1}", "has the key of another slot")
            seen.add(key)
        need(hash_of(keys) == self.spec["credentialListHash"], "credentials", "are not those of the specification")
        return len(keys)

    def _registrar(self) -> int:
        statement = {
            "format": "jari-registrar/1", "ballotId": self.spec["ballotId"], "rollHash": self.spec["rollHash"],
            "credentialListHash": self.spec["credentialListHash"], "count": self.spec["rollSize"],
        }
        signed = verify("registrar", statement, self.spec["registrarSignature"], self.spec["registrarKey"])
        need(signed, "registrar", "has not signed the credentials")
        return 1

    def _trustee_keys(self) -> int:
        for at in self.spec.shares_that_differ():
            raise DoesNotHold(f"trustee {at}" if at else "joint key", "does not go with the verification shares")
        return self.spec["n"]

    def _trustee_signatures(self) -> int:
        seen = set()
        for signature in self.board["specSignatures"]:
            trustee = signature["trustee"]
            at = f"trustee {trustee}"
            need(trustee not in seen, at, "signs the specification twice")
            seen.add(trustee)
            need(trustee <= self.spec["n"] and signature["electionId"] == self.spec.election_id, at, "signs something else")
            need(is_signed("specification", signature, self.spec.signing_key(trustee)), at, "has not signed the specification")
        need(len(seen) >= self.spec["e"], "specification", "has too few signatures")
        return len(seen)

    def _chain(self) -> int:
        head = self.spec.election_id
        for place, entry in enumerate(self.entries):
            at = f"entry {place + 1}"
            need(entry["index"] == place + 1, at, f"an entry of number {entry['index']} stands here")
            need(entry["previous"] == head, at, "does not name the entry before it")
            rest = {name: value for name, value in entry.items() if name != "hash"}
            need(hash_of(rest) == entry["hash"], at, "does not have its hash")
            head = entry["hash"]
        return len(self.entries)

    def _close(self) -> int:
        close = self.board["close"]
        need(close is not None, "close", "the ballot is still open")
        need(close["electionId"] == self.spec.election_id, "close", "is of another election")
        need(is_signed("close", close, self.spec["boardKey"]), "close", "is not signed by the board key")
        need(close["entries"] == len(self.entries), "close", f"is of {close['entries']} entries, {len(self.entries)} stand here")
        need(close["head"] == (self.entries[-1]["hash"] if self.entries else self.spec.election_id), "close", "is of another head")
        need(close["closedAt"] >= self.spec["closesAt"], "close", "is too early")
        return 1

    def _intake(self) -> int:
        count = self.board["close"]["intakeCount"]
        found: Dict[int, Dict[str, Any]] = {}
        for entry in self.entries:
            if entry["type"] == "reissued":
                continue
            index = entry["intakeIndex"]
            need(index not in found, name_of(entry), f"intake index {index} stands there twice")
            need(index <= count, name_of(entry), f"intake index {index} is beyond the count")
            found[index] = entry
        missing = next((index for index in range(1, count + 1) if index not in found), None)
        need(missing is None, f"intake index {missing}", "stands nowhere on the board")
        self.intake = [found[index] for index in sorted(found)]
        return count

    def _reissues(self) -> int:
        self.keys = SlotKeys(self.spec, self.board["credentials"])
        reissues = [entry for entry in self.entries if entry["type"] == "reissued"]
        for entry in reissues:
            self.keys.replace(entry)
        self.votes = Votes(self.spec, self.board["spec"], self.intake, self.keys)
        return len(reissues)

    def _counted(self) -> int:
        self.outcome = Outcome(self.spec, self.board, [entry["content"] for entry in self.votes.counted()])
        return self.outcome.counted

    def _receipts(self) -> int:
        heads = {self.spec.election_id, *(entry["hash"] for entry in self.entries)}
        kept, newest = set(), {}
        for entry in self.votes.revisions():
            if entry.get("reason") != "WRONG_CONTENT":
                kept.add((self.votes.trackers[entry["index"]], entry["intakeIndex"]))
            slot = self.votes.slot_of(entry)
            newest[slot] = max(newest.get(slot, 0), entry["envelope"]["revision"])
        for name, value in self.receipts:
            at = f"receipt {name}"
            receipt = records.receipt(value, at)
            need(receipt["electionId"] == self.spec.election_id, at, "is of another election")
            need(is_signed("receipt", receipt, self.spec["boardKey"]), at, "is not signed by the board key")
            need(receipt["boardHead"] in heads, at, "names a head that this board never had")
            slot = self.keys.slot_at(receipt["credential"], receipt["intakeIndex"])
            later = newest.get(slot, 0) > receipt["revision"]
            stands = (receipt["tracker"], receipt["intakeIndex"]) in kept
            need(stands or later, at, f"the ballot {receipt['tracker']} is not on the board")
        return len(self.receipts)
