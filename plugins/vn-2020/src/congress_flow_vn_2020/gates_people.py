"""Gates of readiness: cells, personnel, complaints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeGuard

from congress_flow import (
    Answer,
    Case,
    Caution,
    Confidence,
    Context,
    Gap,
    Level,
    Severity,
    Text,
    equals,
    holds,
    one_of,
    percent,
    shown,
)
from congress_flow.errors import UsageError
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow.reckoning.surplus import Surplus, printed_as
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._complaint_links import held_over, received
from congress_flow_vn_2020._congress_days import opened_day
from congress_flow_vn_2020._gates import CITED, Found, judged, softened, told
from congress_flow_vn_2020._personnel_links import seats_of
from congress_flow_vn_2020.instruments import HANDBOOK, HD07_2019
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.run_direction import COMMITTEE_MAX
from congress_flow_vn_2020.scheme_surplus import (
    BAND,
    CAP,
    REQUIRED,
    band_remarks,
    surplus,
    surplus_on,
)

FOUR_CONTENTS: Final = 4
_REPORTED: Final = (c.REPORTED, c.CLOSED)
_CELLS: Final = Text("số chi bộ đã đại hội", "cells that held their congress")


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Đại hội các chi bộ trực thuộc", "Congresses of the cells"),
    subject="G5",
    encodes=("G5",),
)
def gate_cells(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """All cells' congresses were held, have elected, and were reported.

    The record of a cell speaks for it; of cells without one the source is heard.
    """
    cells, total, said = about.beside.of(c.cell_congress), case.subject.cells, act.cells
    if not cells:
        counted = () if said is None else _counted(said)
        yield from softened("G5", about, (*counted, *told("G5", act)))
        return
    stands = Text("đại hội chi bộ đang ở", "the congress of the cell stands at")
    recorded: list[Found] = [
        one_of(each.stage, _REPORTED, about=each.subject.cell, what=stands)
        for each in cells
        if each.stage not in _REPORTED
    ]
    if not recorded and len(cells) != total and _all_told(said, total):
        recorded = list(_counted(said))
    elif not recorded:
        recorded = [equals(len(cells), total, what=_CELLS)]
    yield from judged("G5", act, about, recorded)


def _all_told(said: p.CellsStatement | None, total: int | None) -> TypeGuard[p.CellsStatement]:
    """Return whether a source says that all cells are done, of as many as there are."""
    if said is None or said.done is None or said.done != said.total:
        return False
    return total is None or said.total == total


def _counted(said: p.CellsStatement) -> Iterator[Found]:
    if said.done is None:
        return
    yield equals(said.done, said.total, what=_CELLS)
    yield Caution(
        Text(
            f"{said.done}/{shown(said.total)} chi bộ, từ {shown(said.first)} "
            f"đến {shown(said.last)}, chỉ theo nguồn",
            f"{said.done}/{shown(said.total, 'en')} cells, {shown(said.first, 'en')} to "
            f"{shown(said.last, 'en')}, by the source only",
        ),
        {
            "done": said.done,
            "of": said.total,
            "first": said.first,
            "last": said.last,
            "ballots": said.ballots,
        },
        said.sources,
    )


@book.rule(
    p.declare_ready,
    cites=(CITED, CAP, REQUIRED, BAND),
    in_force=TERM_2020,
    title=Text(
        "Nhân sự: quy trình 5 bước, số dư, cơ cấu", "Personnel: five steps, surplus, structure"
    ),
    subject="G8",
    encodes=("G8",),
)
def gate_personnel(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """The run has assembled its scheme and the list keeps the limits; else by what is attested."""
    if case.subject.contents < FOUR_CONTENTS:
        return
    level = case.subject.level
    runs = [run for run in about.beside.of(r.personnel_run) if run.subject.level is level]
    if runs:
        yield from judged("G8", act, about, _recorded(act, about, runs))
        return
    yield from softened("G8", about, _printed_surplus(level, act, about))
    yield from judged("G8", act, about, None)


def _recorded(
    act: p.DeclareReady, about: Context[Readings2020], runs: list[Case[r.Run]]
) -> Iterator[Found]:
    for run in runs:
        yield one_of(
            run.stage,
            (r.SCHEME_ASSEMBLED, r.CLOSED),
            about=run.id,
            what=Text("quy trình nhân sự đang ở", "the run stands at"),
        )
    for scheme in about.beside.of(s.personnel_scheme):
        if scheme.stage is s.NOT_STARTED or scheme.subject.run not in {run.id for run in runs}:
            continue
        found = surplus(seats_of(scheme, about), len(s.scheme_list(scheme)), act.on, about)
        if isinstance(found, Gap):
            yield found
        else:
            yield found.presence_demand
            yield found.cap_demand


def _printed_surplus(
    level: Level, act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    said = act.surplus
    if said is None or said.printed is None:
        return
    most = COMMITTEE_MAX.on(act.on, level)
    if most is None:
        return
    printed = _bare(said)
    try:
        pairs = printed_as(printed, most.value)
    except UsageError:  # what was printed is no percentage with two decimals
        pairs = ()
    if said.seats is not None and said.candidates is not None:
        pairs = tuple(pair for pair in pairs if pair == (said.seats, said.candidates))
    if len(pairs) != 1:
        yield Gap(
            Text(
                f"số dư in {printed} % không cho biết số người: {pairs or 'không có cặp nào'}",
                f"the printed surplus {printed} % does not tell the persons: {pairs or 'none'}",
            ),
            {"printed": printed},
            said.sources,
        )
        return
    seats, candidates = pairs[0]
    found = surplus_on(act.on, seats, candidates, about)
    yield found.presence_demand
    yield found.cap_demand
    yield _derived(said, found)
    for remark in band_remarks(found):
        yield (
            Caution(remark.text, found.figures, said.sources)
            if isinstance(remark, Caution)
            else remark
        )


def _bare(said: p.SurplusStatement) -> str:
    return (said.printed or "").rstrip(" %")


def _derived(said: p.SurplusStatement, found: Surplus) -> Caution:
    confidence = Confidence.DERIVED
    return Caution(
        Text(
            f"{_bare(said)} % tính lại là {found.surplus}/{found.seats}: {found.candidates} người "
            f"cho {found.seats} chỗ ({confidence.term.vi}; nguồn không nêu số người)",
            f"{_bare(said)} % recomputed as {found.surplus}/{found.seats}: {found.candidates} for "
            f"{found.seats} seats ({confidence.term.en}; the source gives no numbers)",
        ),
        {**found.figures, "printed": _bare(said), "confidence": confidence},
        said.sources,
    )


@book.rule(
    p.declare_ready,
    cites=HANDBOOK.at("parameters.md format.percent (ví dụ của 03-HD/TW)", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Tỷ lệ số dư in theo cách đã chọn", "The surplus is printed as the reading says"),
    severity=Severity.WARNS,
    encodes=("format.percent",),
)
def percent_printed(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Answer:
    """Cut off or rounded after two decimals; asked where the people are told beside it."""
    del case
    said = act.surplus
    if said is None or said.printed is None or not said.seats or said.candidates is None:
        return ()
    rounded = not about.readings.percent_truncated
    printed = percent(said.candidates - said.seats, said.seats, rounded=rounded)
    what = Text("tỷ lệ số dư in ra", "surplus as printed")
    return equals(_bare(said).replace(".", ","), printed, what=what)


@book.rule(
    p.declare_ready,
    cites=HD07_2019.at("phần II, mục 1.1"),
    title=Text("Đơn, thư về đại hội, nhân sự", "Complaints and denunciations"),
    subject="G10",
    encodes=("G10",),
)
def gate_complaints(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """No matter received before the freeze is open; later ones are listed and reported.

    Petitions are G11's; what is classified as not about the congress does not hold it up. Nor does
    a letter on the election or one that came after the opening: it may hold up the ratification.
    """
    del case
    complaints = [
        each
        for each in about.beside.of(q.complaint_case)
        if _concerns(each) and not _after_opening(each, about)
    ]
    recorded: list[Found] | None = None
    if complaints:
        still = tuple(each.id for each in complaints if q.is_timely(each))
        recorded = [equals(still, (), what=Text("đơn còn phải giải quyết", "cases still open"))]
        recorded += [
            holds(
                each.last(q.ListAndReport) is not None,
                about=each.id,
                what=Text("đã lập danh sách, báo cáo", "listed and reported"),
            )
            for each in complaints
            if each.stage is q.FROZEN
        ]
        for each in complaints:
            recorded += held_over(each, about, act.on, name=each.id)
    yield from judged("G10", act, about, recorded)


def _concerns(case: Case[q.Complaint]) -> bool:
    classified = case.last(q.Classify)
    if classified is None:
        return True
    elsewhere = {q.ComplaintKind.PETITION, q.ComplaintKind.ELECTION_COMPLAINT}
    return q.kind(case) not in elsewhere and classified.about_congress is not False


def _after_opening(case: Case[q.Complaint], about: Context[Readings2020]) -> bool:
    opened, got = opened_day(about.beside, case.subject.congress), received(case)
    return opened is not None and (got.first_received or got.on) > opened
