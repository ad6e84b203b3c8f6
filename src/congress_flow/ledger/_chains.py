"""The chains of a record, followed entry by entry: what shows that an entry is not as it was."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from congress_flow._text import Text
from congress_flow._verdict import Outcome
from congress_flow.ledger._entry import OPENING, Entry, seal_of


@attrs.define(slots=True, weakref_slot=False)
class _Chain:
    """What is known of one case while its entries go by: each seal, with the version after it."""

    procedure: str
    seals: dict[str, int]
    latest: str
    number: int
    version: int


class Chains:
    """What is known of all cases while the entries of a record go by, in the order of writing."""

    def __init__(self) -> None:
        self._chains: dict[str, _Chain] = {}
        self._keys: dict[str, str] = {}

    def has(self, case: str, seal: str) -> bool:
        """Return whether an entry with that seal has gone by in the chain of a case."""
        return case in self._chains and seal in self._chains[case].seals

    def take(self, entry: Entry) -> tuple[Text, ...]:
        """Let the next entry go by, and return its `faults`."""
        faults = self.faults(entry)
        self.follow(entry)
        return faults

    def follow(self, entry: Entry) -> None:
        """Let the next entry go by.

        Also one with faults: what comes next is held against what stands here, so that one fault is
        told once.
        """
        if entry.key:
            self._keys.setdefault(entry.key, place_of(entry))
        chain = self._chains.get(entry.case)
        seals = {} if chain is None else chain.seals
        version = seals[entry.seal] = entry.version + entry.allowed
        self._chains[entry.case] = _Chain(entry.procedure, seals, entry.seal, entry.number, version)

    def faults(self, entry: Entry) -> tuple[Text, ...]:
        """Return all that shows that *entry* was not written as it is, or not as the next one."""
        return tuple(self._faults(entry))

    def _faults(self, entry: Entry) -> Iterator[Text]:
        if seal_of(entry.body) != entry.seal:
            yield Text(
                "nội dung không khớp với dấu niêm: đã bị sửa",
                "the body does not fit its seal: edited",
            )
        yield from contradictions(entry)
        chain = self._chains.get(entry.case)
        if chain is not None:
            yield from _unfollowing(entry, chain)
        elif entry.number or entry.previous or entry.kind != OPENING:
            yield Text("không có bản ghi mở hồ sơ trước đó", "no entry before it opens the case")
        if entry.key in self._keys:
            yield Text(
                f"khóa chống trùng {entry.key} đã dùng ở {self._keys[entry.key]}",
                f"the idempotency key {entry.key} was used at {self._keys[entry.key]}",
            )
        for other in entry.consulted:
            seen = self._chains.get(other.case)
            if seen is None or seen.seals.get(other.seal) != other.version:
                at = f"{other.seal[:12]}…"
                yield Text(
                    f"đã xem hồ sơ {other.case} ở bản ghi {at}, nay không có trước đó",
                    f"looked at case {other.case} at entry {at}, which is not before it",
                )


def place_of(entry: Entry) -> str:
    """Return the place of an entry in its record: its case, and its number there."""
    return f"{entry.case}[{entry.number}]"


def contradictions(entry: Entry) -> Iterator[Text]:
    """Yield what of the outcome of an entry its kind, its step or its own findings contradict."""
    outcome = entry.outcome
    said = "" if outcome is None else outcome.value
    if (outcome is None) is not (entry.kind == OPENING):
        yield Text(
            "mọi bản ghi đều có kết quả xét, trừ bản ghi mở hồ sơ",
            "every entry has an outcome, but the one that opens its case",
        )
    judged = outcome is Outcome.ALLOWED or outcome is Outcome.REFUSED
    if judged and not entry.step:
        yield Text(f"ghi là {said} mà không có bước nào", f"{said} without a step")
    if entry.step and not judged:
        yield Text(
            f"có bước {entry.step} mà không ghi là được phép hay bị từ chối",
            f"has the step {entry.step}, and is neither allowed nor refused",
        )
    objecting = ", ".join(dict.fromkeys(entry.objecting))
    if objecting and outcome is not Outcome.REFUSED:
        yield Text(
            f"ghi là {said} dù có vi phạm hoặc thiếu sót theo quy tắc: {objecting}",
            f"{said or 'not refused'} over a breach or a gap: {objecting}",
        )
    if outcome is Outcome.REFUSED and not objecting:
        yield Text(
            f"ghi là {said} dù không nêu vi phạm hay thiếu sót nào",
            f"{said} without a breach or a gap",
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
