"""Whether a record is unbroken: every seal recomputed, every chain followed from its opening."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from congress_flow._text import Text
from congress_flow.errors import Problem
from congress_flow.ledger._entry import OPENING, Entry, seal_of
from congress_flow.ledger._ledger import Ledger


@attrs.define(slots=True, weakref_slot=False)
class _Chain:
    """What is known of one case while its entries go by: each seal, with the version after it."""

    procedure: str
    seals: dict[str, int]
    latest: str
    number: int
    version: int


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
    twice; a line that cannot be read. *kept* are seals known from elsewhere (see `heads`): each
    must be in the chain of its case.

    No seal can show by itself that the newest entries of a case were cut off, or a whole case
    taken out, as long as no other case had looked at them since; or that somebody rewrote a chain
    from some entry to its end and sealed it anew. *kept* seals show both. Time of recording is the
    word of the clock.
    """
    problems = list(ledger.damage())
    chains: dict[str, _Chain] = {}
    keys: dict[str, str] = {}
    for entry in ledger.entries():
        path = f"{entry.case}[{entry.number}]"
        problems += [Problem(path, text) for text in _faults(entry, chains, keys)]
        if entry.key:
            keys.setdefault(entry.key, path)
        _follow(entry, chains)
    for case, seal in sorted((kept or {}).items()):
        if case not in chains or seal not in chains[case].seals:
            problems.append(Problem(case, _cut(seal)))
    return tuple(problems)


def _follow(entry: Entry, chains: dict[str, _Chain]) -> None:
    # Also after a fault: what comes next is held against what stands here, so that one fault is
    # told once.
    version = entry.version + entry.allowed
    seals = chains[entry.case].seals if entry.case in chains else {}
    seals[entry.seal] = version
    chains[entry.case] = _Chain(entry.procedure, seals, entry.seal, entry.number, version)


def _faults(entry: Entry, chains: Mapping[str, _Chain], keys: Mapping[str, str]) -> Iterator[Text]:
    if seal_of(entry.body) != entry.seal:
        yield Text(
            "nội dung không khớp với dấu niêm: đã bị sửa", "the body does not fit its seal: edited"
        )
    chain = chains.get(entry.case)
    opens = entry.number == 0 and entry.kind == OPENING and not entry.previous
    if chain is None:
        if not opens:
            yield Text("không có bản ghi mở hồ sơ trước đó", "no entry before it opens the case")
    else:
        yield from _unfollowing(entry, chain)
    if entry.key in keys:
        yield Text(
            f"khóa chống trùng {entry.key} đã dùng ở {keys[entry.key]}",
            f"the idempotency key {entry.key} was used at {keys[entry.key]}",
        )
    for other in entry.consulted:
        seen = chains.get(other.case)
        if seen is None or seen.seals.get(other.seal) != other.version:
            yield Text(
                f"đã xem hồ sơ {other.case} ở bản ghi {other.seal[:12]}…, nay không có trước đó",
                f"looked at case {other.case} at entry {other.seal[:12]}…, which is not before it",
            )


def _unfollowing(entry: Entry, chain: _Chain) -> Iterator[Text]:
    if entry.previous != chain.latest or entry.number != chain.number + 1:
        yield Text(
            f"không nối tiếp bản ghi {chain.number}: có bản ghi bị thêm, bớt hoặc đổi chỗ",
            f"does not follow entry {chain.number}: one was inserted, taken out or moved",
        )
    elif entry.version != chain.version or entry.procedure != chain.procedure:
        yield Text(
            f"ghi là bước thứ {entry.version} của {entry.procedure}, đúng ra là bước thứ "
            f"{chain.version} của {chain.procedure}",
            f"says version {entry.version} of {entry.procedure}, and should say version "
            f"{chain.version} of {chain.procedure}",
        )


def _cut(seal: str) -> Text:
    return Text(
        f"không còn bản ghi {seal[:12]}…, từng được lưu ở nơi khác: bị cắt hoặc ghi lại",
        f"entry {seal[:12]}…, known from elsewhere, is not there any more: cut off or rewritten",
    )
