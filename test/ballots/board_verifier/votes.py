"""Entries in the order of intake: keys of slots, tests, envelopes, revisions, proofs, rejections (protocol, sections 5 and 6)."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple, Union

from .encoding import hash_of
from .findings import need
from .processes import faulty_ballots, judge
from .signatures import is_signed
from .specification import Specification

Entry = Dict[str, Any]
Revision = Tuple[int, Optional[str]]

OF_CONTENT = ("WRONG_CONTENT", "TESTED_BEFORE", "MALFORMED", "BAD_PROOF")


def name_of(entry: Entry) -> str:
    return f"entry {entry['index']}"


class SlotKeys:
    """Which slot a credential speaks for at an intake index."""

    def __init__(self, spec: Specification, credentials: List[str]):
        self._spec, self._now = spec, list(credentials)
        # Key → slot, the intake index after which it is good, the last at which it is.
        self._tenures: Dict[str, list] = {key: [place + 1, 0, None] for place, key in enumerate(credentials)}

    def replace(self, entry: Entry) -> None:
        order, at = entry["reissue"], name_of(entry)
        slot, old, new, last = order["slot"], order["oldKey"], order["newKey"], order["lastIntakeIndex"]
        need(order["electionId"] == self._spec.election_id, at, "the re-issue is of another election")
        need(is_signed("reissue", order, self._spec["registrarKey"]), at, "the re-issue is not signed by the registrar")
        need(slot <= len(self._now) and self._now[slot - 1] == old, at, "the old key is not the present one of this slot")
        need(new not in self._tenures, at, "the new key was somebody's before")
        need(last >= self._tenures[old][1], at, "the re-issue reaches behind the one before")
        self._tenures[old][2] = last
        self._tenures[new] = [slot, last, None]
        self._now[slot - 1] = new

    def slot_at(self, key: str, index: int) -> Union[int, str]:
        """The slot, or the reason for which the key speaks for none."""
        slot, after, until = self._tenures.get(key, (0, index, None))
        if index <= after:
            return "UNKNOWN_CREDENTIAL"
        return slot if until is None or index <= until else "REPLACED_CREDENTIAL"


class Votes:
    """What was committed, in the order of intake, and the checks 11 to 15 on it."""

    def __init__(self, spec: Specification, raw_spec: Any, intake: List[Entry], keys: SlotKeys):
        self.spec, self.keys = spec, keys
        self._raw_spec = raw_spec
        self.ballots = [entry for entry in intake if entry["type"] == "ballot"]
        self.rejected = [entry for entry in intake if entry["type"] == "rejected"]
        self._tests = [entry for entry in intake if entry["type"] == "tested"]
        self._in_order = [entry for entry in intake if entry["type"] != "tested"]
        self._tested: Dict[Tuple[int, str], int] = {}
        self._judged: Dict[int, Union[int, str]] = {}
        self.trackers = {entry["index"]: hash_of(entry["envelope"]) for entry in self._in_order}

    def check_tests(self) -> int:
        for entry in self._tests:
            test, at = entry["test"], name_of(entry)
            slot = self.keys.slot_at(test["credential"], entry["intakeIndex"])
            need(isinstance(slot, int), at, "the credential of the test is not good here")
            need(test["electionId"] == self.spec.election_id, at, "the test is of another election")
            need(is_signed("test", test, test["credential"]), at, "the test is not signed")
            self._tested.setdefault((slot, test["ballotHash"]), entry["intakeIndex"])
        return len(self._tests)

    def slot_of(self, entry: Entry) -> Union[int, str]:
        """The slot that an envelope speaks for, or the first reason for which it speaks for none."""
        if entry["index"] not in self._judged:
            self._judged[entry["index"]] = self._judge_envelope(entry["envelope"], entry["intakeIndex"])
        return self._judged[entry["index"]]

    def _judge_envelope(self, envelope: Entry, index: int) -> Union[int, str]:
        if envelope["electionId"] != self.spec.election_id:
            return "WRONG_ELECTION"
        slot = self.keys.slot_at(envelope["credential"], index)
        if isinstance(slot, int) and not is_signed("envelope", envelope, envelope["credential"]):
            return "BAD_SIGNATURE"
        return slot

    def _judge_content(self, entry: Entry, slot: int) -> Optional[str]:
        """What is wrong with the content before any proof is looked at."""
        ballot_hash = entry["envelope"]["ballotHash"]
        if hash_of(entry["content"]) != ballot_hash:
            return "WRONG_CONTENT"
        tested = self._tested.get((slot, ballot_hash))
        return "TESTED_BEFORE" if tested is not None and tested < entry["intakeIndex"] else None

    def check_envelopes(self) -> int:
        for entry in self.ballots:
            slot = self.slot_of(entry)
            fault = slot if isinstance(slot, str) else self._judge_content(entry, slot)
            need(fault is None, name_of(entry), f"counts as a vote, but is {fault}")
        return len(self.ballots)

    def check_revisions(self) -> int:
        last: Dict[int, Revision] = {}
        for entry in self._in_order:
            revises = entry["type"] == "ballot" or entry["reason"] in OF_CONTENT
            if not revises and entry["reason"] != "WRONG_REVISION":
                continue
            slot, at = self.slot_of(entry), name_of(entry)
            need(isinstance(slot, int), at, f"was rejected as {entry.get('reason')}, but is {slot}")
            revision, tracker = last.get(slot, (0, None))
            envelope = entry["envelope"]
            follows = envelope["revision"] == revision + 1 and envelope["previousTracker"] == tracker
            need(follows == revises, at, f"slot {slot}: {'is not' if revises else 'is'} the next revision")
            if revises:
                last[slot] = (envelope["revision"], self.trackers[entry["index"]])
        return len(last)

    def check_proofs(self) -> int:
        tasks = [(entry["index"], entry["envelope"]["credential"], entry["content"]) for entry in self.ballots]
        faults = faulty_ballots(self._raw_spec, tasks)
        if faults:
            need(False, f"entry {faults[0][0]}", f"the ballot is {faults[0][1]}")
        return len(tasks)

    def check_rejections(self) -> int:
        for entry in self.rejected:
            stated, slot = entry["reason"], self.slot_of(entry)
            if stated == "WRONG_REVISION":
                continue  # seen among the revisions
            found = slot if isinstance(slot, str) else self._judge_content(entry, slot)
            if found is None:
                found = judge(self.spec, entry["envelope"]["credential"], entry["content"])
            need(found == stated, name_of(entry), f"was rejected as {stated}, which does not hold")
        return len(self.rejected)

    def counted(self) -> List[Entry]:
        """The last revision of each slot."""
        last: Dict[int, Entry] = {}
        for entry in self.ballots:
            slot = self.slot_of(entry)
            if slot not in last or last[slot]["envelope"]["revision"] < entry["envelope"]["revision"]:
                last[slot] = entry
        return list(last.values())

    def revisions(self) -> List[Entry]:
        """Every ballot, and whatever was rejected for its content: what counts as a revision."""
        return [entry for entry in self._in_order if entry["type"] == "ballot" or entry["reason"] in OF_CONTENT]
