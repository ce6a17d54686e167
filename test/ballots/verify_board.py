#!/usr/bin/env python3
"""Verifies the board of an appointment ballot from its file alone: verify_board.py BOARD.json [--receipts FILE...]

Written from docs/ballot-protocol.md, independently of `jari ballot verify`. Needs Python 3.9 or later and nothing else. Exits 0 if everything
holds, 1 if something does not, 2 for a file that is not there, is no JSON or repeats a name, and for a call that is wrong.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, List, Optional, Tuple

from board_verifier.board import Verification
from board_verifier.encoding import Malformed, parse_json


def read_receipts(paths: List[str]) -> List[Tuple[str, Any]]:
    """Receipts by the names of their files; a file holds one or a list, a folder holds files that end in .json."""
    found: List[Tuple[str, Any]] = []
    for path in map(Path, paths):
        for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
            value = parse_json(file.read_bytes())
            found += [(str(file), one) for one in (value if isinstance(value, list) else [value])]
    return found


def report(name: str, count: Optional[int], fault: Optional[str]) -> None:
    print(f"ok     {name}: {count}" if fault is None else f"FAULT  {name}: {fault}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="verify_board.py", description="Recounts a published board.")
    parser.add_argument("board", metavar="BOARD.json")
    parser.add_argument("--receipts", nargs="+", default=[], metavar="FILE")
    arguments = parser.parse_args()
    try:
        value = parse_json(Path(arguments.board).read_bytes())
        receipts = read_receipts(arguments.receipts)
    except OSError as error:
        print(f"cannot be read: {error}", file=sys.stderr)
        return 2
    except Malformed as fault:
        print(fault, file=sys.stderr)
        return 2
    holds = Verification(value, receipts).run(report)
    print("This board holds." if holds else "This board does not hold.")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
