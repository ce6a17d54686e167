"""A second verifier of appointment ballots, written from docs/ballot-protocol.md alone, in Python's standard library (3.9 and later).

It shares no line with Jari's own verifier: two programs that agree on what to accept and what to refuse are the reason to trust either.
"""
