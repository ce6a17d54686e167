"""The first thing that does not hold."""

from __future__ import annotations


class DoesNotHold(Exception):
    """`where` names what is concerned (entry 17, trustee 2, slot 5), `why` says what does not hold."""

    def __init__(self, where: str, why: str):
        super().__init__(f"{where}: {why}")


def need(holds: object, where: str, why: str) -> None:
    if not holds:
        raise DoesNotHold(where, why)
