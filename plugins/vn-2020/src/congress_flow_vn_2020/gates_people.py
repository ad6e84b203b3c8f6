"""Gates of readiness: cells, personnel, complaints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Case,
    Caution,
    Confidence,
    Context,
    Gap,
    Level,
    Text,
    equals,
    holds,
    one_of,
)
from congress_flow.errors import UsageError
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow.reckoning.surplus import Surplus, printed_as
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._gates import CITED, Found, judged
from congress_flow_vn_2020.instruments import HD07_2019
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.run_direction import COMMITTEE_MAX
from congress_flow_vn_2020.scheme_surplus import BAND, CAP, band_remarks, surplus

FOUR_CONTENTS: Final = 4
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
    """All cells' congresses were held, have elected, and were reported."""
    cells = about.beside.of(c.cell_congress)
    if cells:
        done = c.aggregate(cells).done
        yield from judged("G5", act, about, [equals(done, case.subject.cells, what=_CELLS)])
        return
    said = act.cells
    if said is not None and said.done is not None:
        yield equals(said.done, said.total, what=_CELLS)
        yield Caution(
            Text(
                f"{said.done}/{said.total} chi bộ, từ {said.first} đến {said.last}, chỉ theo nguồn",
                f"{said.done}/{said.total} cells, {said.first} to {said.last}, by the source only",
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
    yield from judged("G5", act, about, None)


@book.rule(
    p.declare_ready,
    cites=(CITED, CAP, BAND),
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
    runs = about.beside.of(r.personnel_run)
    if runs:
        yield from judged("G8", act, about, _recorded(act, about, runs))
        return
    yield from _printed_surplus(case.subject.level, act, about)
    yield from judged("G8", act, about, None)


def _recorded(
    act: p.DeclareReady, about: Context[Readings2020], runs: tuple[Case[r.Run], ...]
) -> Iterator[Found]:
    for run in runs:
        yield one_of(
            run.stage,
            (r.SCHEME_ASSEMBLED, r.CLOSED),
            about=run.id,
            what=Text("quy trình nhân sự đang ở", "the run stands at"),
        )
    for scheme in about.beside.of(s.personnel_scheme):
        if scheme.stage is s.NOT_STARTED:
            continue
        found = surplus(scheme.subject.seats, len(s.scheme_list(scheme)), act.on, about)
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
    found = surplus(seats, candidates, act.on, about)
    if isinstance(found, Surplus):
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
    cites=HD07_2019.at("phần II, mục 1.1"),
    title=Text("Đơn, thư về đại hội, nhân sự", "Complaints and denunciations"),
    subject="G10",
    encodes=("G10",),
)
def gate_complaints(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """No matter received before the freeze is open; later ones are listed and reported."""
    del case
    complaints = about.beside.of(q.complaint_case)
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
    yield from judged("G10", act, about, recorded)
