"""Ballots over as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
from typing import Any, List, Optional, Tuple

from .encoding import Malformed
from .proofs import all_hold, ballot_equations
from .specification import Specification

PORTION = 16
Task = Tuple[int, str, Any]  # number of the entry, credential, content

_spec: Optional[Specification] = None


def _prepare(value: Any) -> None:
    global _spec
    _spec = Specification(value)


def judge(spec: Specification, credential: str, content: Any) -> Optional[str]:
    """None for a valid content, else MALFORMED or BAD_PROOF."""
    try:
        equations = ballot_equations(spec, credential, content)
    except Malformed:
        return "MALFORMED"
    return None if all_hold(spec.group, equations) else "BAD_PROOF"


def _judge_portion(tasks: List[Task]) -> List[Tuple[int, str]]:
    spec = _spec
    assert spec is not None
    try:
        equations = [equation for _, credential, content in tasks for equation in ballot_equations(spec, credential, content)]
        if all_hold(spec.group, equations):
            return []
    except Malformed:
        pass
    judged = ((number, judge(spec, credential, content)) for number, credential, content in tasks)
    return [(number, fault) for number, fault in judged if fault is not None]


def faulty_ballots(spec_value: Any, tasks: List[Task]) -> List[Tuple[int, str]]:
    """The entries whose ballots are not valid, with the reason, in their order."""
    portions = [tasks[start : start + PORTION] for start in range(0, len(tasks), PORTION)]
    workers = min(len(portions), os.cpu_count() or 1)
    if workers < 2:
        _prepare(spec_value)
        found = [_judge_portion(portion) for portion in portions]
    else:
        with multiprocessing.Pool(workers, _prepare, (spec_value,)) as pool:
            found = pool.map(_judge_portion, portions, chunksize=1)
    return sorted(fault for portion in found for fault in portion)
