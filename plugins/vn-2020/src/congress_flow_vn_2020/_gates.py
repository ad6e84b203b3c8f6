"""What the gates of readiness share: recorded first, attested next, else unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from congress_flow import Caution, Confidence, Context, Demand, Gap, Text
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020.instruments import HANDBOOK

Found = Demand | Gap | Caution

CITED: Final = HANDBOOK.at("procedures.md 6.4", Confidence.REPORTED)


def statement(act: p.DeclareReady, gate: str) -> p.Statement | None:
    """Return what the sources say of a gate, or None where they say nothing."""
    return next((each for each in act.statements if each.gate == gate), None)


def judged(
    gate: str,
    act: p.DeclareReady,
    about: Context[Any],
    recorded: Iterable[Found] | None,
    unrecorded: Iterable[Found] = (),
) -> Iterator[Found]:
    """Yield the findings of one gate.

    *recorded* is what the records give (None: nothing is recorded, and the statements are heard),
    *unrecorded* what there is to say of things that have no record while others have. In the place
    of these, and of facts that a record lacks, a statement is heard too, if it says that the matter
    is done or under way. A breach of a gate that the readings do not hold mandatory becomes a
    caution.
    """
    found = told(gate, act) if recorded is None else _heard(gate, act, recorded, unrecorded)
    yield from softened(gate, about, found)


def softened(gate: str, about: Context[Any], found: Iterable[Found]) -> Iterator[Found]:
    """Yield findings, the breaches of a gate that need not be passed as cautions."""
    mandatory = gate in about.readings.mandatory_gates
    for each in found:
        if isinstance(each, Demand) and each.met is False and not mandatory:
            yield Caution(each.text, {**each.figures, "gate": gate, "mandatory": False})
        else:
            yield each


def _heard(
    gate: str, act: p.DeclareReady, recorded: Iterable[Found], unrecorded: Iterable[Found]
) -> list[Found]:
    known: list[Found] = []
    lacking: list[Found] = []
    for each in recorded:
        missing = isinstance(each, Gap) or (isinstance(each, Demand) and each.missing)
        (lacking if missing else known).append(each)
    lacking += unrecorded
    said = statement(act, gate)
    if lacking and said is not None and said.says in {p.Says.DONE, p.Says.UNDER_WAY}:
        return [*known, *told(gate, act)]
    return [*known, *lacking]


def told(gate: str, act: p.DeclareReady) -> Iterator[Found]:
    """Yield what the statements amount to: an attested fact passes only with a caution."""
    said = statement(act, gate)
    if said is None or said.says is p.Says.NOT_TOLD:
        yield Gap(
            Text("không có hồ sơ, nguồn cũng không nói đến", "not recorded, and no source tells"),
            {"gate": gate},
            said.sources if said else (),
        )
    elif said.says is p.Says.PLANNED:
        yield Gap(
            Text("mới dự kiến, theo nguồn", "only planned, by the source"),
            {"gate": gate, "says": said.says},
            said.sources,
        )
    else:
        yield attested(said)
    if said is None:
        return
    open_words = (*said.missing, *said.unknown)
    serious = said.says in {p.Says.NOT_TOLD, p.Says.PLANNED}
    for vi, en in open_words:
        text = Text(f"chưa rõ: {vi}", f"not told: {en}")
        figures = {"unknown": en}
        yield Gap(text, figures, said.sources) if serious else Caution(text, figures, said.sources)


def attested(said: p.Statement) -> Caution:
    """Return the caution that an attested fact passes with."""
    where = ", ".join(said.sources) or "–"
    going = said.says is p.Says.UNDER_WAY
    return Caution(
        Text(
            f"{'đang làm' if going else 'đã làm'}, chỉ theo lời nguồn {where}; không có hồ sơ",
            f"{'under way' if going else 'done'} by the word of {where} only; not recorded",
        ),
        {"says": said.says, "evidence": said.evidence},
        said.sources,
    )
