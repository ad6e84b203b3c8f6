"""Whether a record is unbroken: every seal recomputed, every chain followed from its opening."""

from __future__ import annotations

from collections.abc import Mapping

from congress_flow._text import Text
from congress_flow.errors import Problem
from congress_flow.ledger._chains import Chains, place_of
from congress_flow.ledger._ledger import Ledger


def heads(ledger: Ledger) -> dict[str, str]:
    """Return the latest seal of each case. Kept elsewhere, they later prove that nothing was cut.

    Whoever holds them can hand them to `verify`.
    """
    found = ((case, ledger.latest(case)) for case in ledger.cases())
    return {case: entry.seal for case, entry in found if entry is not None}


def verify(ledger: Ledger, kept: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """Return everything that shows that the record is not as it was written; empty: nothing does.

    Found are an entry that was edited, inserted, taken out, doubled or moved, within its case or
    before another case that it looked at; a version that does not count the steps taken; a key used
    twice; an outcome that its own findings contradict, such as a step allowed over a breach; a line
    that cannot be read. *kept* are seals known from elsewhere (see `heads`): each must be in the
    chain of its case.

    No seal can show by itself that the newest entries of a case were cut off, or a whole case
    taken out, as long as no other case had looked at them since; or that somebody rewrote a chain
    from some entry to its end and sealed it anew. *kept* seals show both. Time of recording is the
    word of the clock.
    """
    problems = list(ledger.damage())
    chains = Chains()
    for entry in ledger.entries():
        problems += [Problem(place_of(entry), text) for text in chains.take(entry)]
    for case, seal in sorted((kept or {}).items()):
        if not chains.has(case, seal):
            problems.append(Problem(case, _cut(seal)))
    return tuple(problems)


def _cut(seal: str) -> Text:
    return Text(
        f"không còn bản ghi {seal[:12]}…, từng được lưu ở nơi khác: bị cắt hoặc ghi lại",
        f"entry {seal[:12]}…, known from elsewhere, is not there any more: cut off or rewritten",
    )
