"""Gates of readiness: opinions, documents, the superior's approval, date, suspension."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Case,
    Caution,
    Context,
    Gap,
    Text,
    at_least,
    at_most,
    before,
    differs,
    equals,
    given,
    holds,
    on_or_after,
    on_or_before,
)
from congress_flow.procedures import announcement as a
from congress_flow.procedures import document_life as d
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow.procedures import suspension as u
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._gates import CITED, Found, attested, judged, statement
from congress_flow_vn_2020._term_law import term_law
from congress_flow_vn_2020.instruments import CT35_2019
from congress_flow_vn_2020.readings import Readings2020

Kind = d.DocumentKind
# The seven papers that the article names, less the personnel scheme, which has a life of its own.
PAPERS: Final = (
    Kind.POLITICAL_REPORT,
    Kind.REVIEW_REPORT,
    Kind.CONGRESS_PROGRAMME,
    Kind.CHAIRING_SCRIPT,
    Kind.RESOLUTION,
    Kind.ACTION_PROGRAMME,
)
FOUR_CONTENTS: Final = 4
_FINAL: Final = Text("đã hoàn thiện để trình đại hội", "final for the congress")
_APPROVED: Final = Text("đã được cấp trên duyệt", "approved by the superior")


def _papers(
    about: Context[Readings2020],
) -> dict[d.DocumentKind, tuple[Case[d.Document], ...]]:
    found: dict[d.DocumentKind, tuple[Case[d.Document], ...]] = {}
    for case in about.beside.of(d.document_life):
        kind = case.subject.kind
        if kind in PAPERS and case.stage is not d.WITHDRAWN:
            found[kind] = (*found.get(kind, ()), case)
    return found


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Lấy ý kiến vào báo cáo chính trị", "Opinions on the political report"),
    subject="G6",
    encodes=("G6", "document.min_consultation_rounds"),
)
def gate_opinions(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """At least one consultation on the political report is closed, and none is open."""
    del case
    reports = _papers(about).get(Kind.POLITICAL_REPORT, ())
    recorded: list[Found] | None = None
    if reports:
        closed = Text("số đợt lấy ý kiến đã kết thúc", "consultations closed")
        recorded = [
            at_least(len(report.events(d.CloseConsultation)), 1, about=report.id, what=closed)
            for report in reports
        ]
    yield from judged("G6", act, about, recorded)


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Văn kiện đại hội", "Documents of the congress"),
    subject="G7",
    encodes=("G7",),
)
def gate_documents(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """Each of the named documents is final for the congress, the scheme approved."""
    papers = _papers(about)
    if not papers:
        yield from _attested_papers(act)
        yield from judged("G7", act, about, None)
        return
    recorded: list[Found] = []
    for kind in PAPERS:
        cases = papers.get(kind, ())
        if not cases:
            recorded.append(given(None, about=kind.term.vi, what=_FINAL))
        recorded += [
            holds(each.reached(d.FINAL_FOR_CONGRESS), about=kind.term.vi, what=_FINAL)
            for each in cases
        ]
    if case.subject.contents >= FOUR_CONTENTS:
        recorded.append(_scheme(about, Text("đề án nhân sự đã được duyệt", "scheme approved")))
    yield from judged("G7", act, about, recorded)


def _scheme(about: Context[Readings2020], what: Text) -> Found:
    schemes = about.beside.of(s.personnel_scheme)
    reached = [each.stage in {s.APPROVED, s.IN_USE, s.CLOSED} for each in schemes]
    return holds(all(reached) if reached else None, what=what)


def _attested_papers(act: p.DeclareReady) -> Iterator[Found]:
    for paper in act.papers:
        if paper.approval == "approved":
            yield Caution(
                Text(
                    f"{paper.id}: đã được duyệt, chỉ theo nguồn", f"{paper.id}: approved, by source"
                ),
                {"document": paper.id, "approval": paper.approval},
                paper.sources,
            )
        else:
            yield Gap(
                Text(
                    f"{paper.id}: chưa rõ đã hoàn thành, đã duyệt hay chưa",
                    f"{paper.id}: neither completion nor approval is told",
                ),
                {"document": paper.id, "completion": paper.completion},
                paper.sources,
            )


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text(
        "Cấp trên trực tiếp duyệt văn kiện và đề án nhân sự",
        "Documents and scheme approved by the direct superior",
    ),
    subject="G9",
    encodes=("G9", "approval.actor"),
)
def gate_superior(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """Every document that needs approval, and the scheme, were approved."""
    papers = _papers(about)
    if not papers:
        yield from _attested_approval(act)
        yield from judged("G9", act, about, None)
        return
    recorded: list[Found] = [
        holds(each.reached(d.APPROVED), about=each.subject.kind.term.vi, what=_APPROVED)
        for cases in papers.values()
        for each in cases
        if each.subject.kind is not Kind.CHAIRING_SCRIPT or about.readings.script_approved
    ]
    if case.subject.contents >= FOUR_CONTENTS:
        recorded.append(_scheme(about, Text("đề án nhân sự đã được duyệt", "scheme approved")))
    yield from judged("G9", act, about, recorded)


def _attested_approval(act: p.DeclareReady) -> Iterator[Found]:
    said = act.approval
    if said is None:
        return
    if said.approved and said.on is None:
        yield Caution(
            Text(
                "ngày cấp trên duyệt: nguồn không nêu, không suy đoán",
                "the day of the approval is not told, and is not guessed",
            ),
            {"approved": True, "on": None, "papers": said.papers},
            said.sources,
        )
    if said.by_committee:
        yield Caution(
            Text(
                "nguồn nói cấp ủy cấp trên duyệt; theo quy định là ban thường vụ của cấp ủy đó",
                "the source names the superior committee; by the rule its standing committee",
            ),
            {"by_committee": True},
            said.sources,
        )


@book.rule(
    p.declare_ready,
    cites=CT35_2019.at("về thời gian đại hội"),
    title=Text("Ngày đại hội: trong thời gian quy định, đã công bố", "Date, announcement, length"),
    subject="G12",
    encodes=("G12", "congress.window", "congress.length", "deadline.before_is_exclusive"),
)
def gate_date(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """The opening lies inside the window, is announced, and the length is within the limit."""
    planned = case.subject
    recorded: list[Found] = []
    law = term_law(about.readings)
    window = law.window(act.on, planned.level)
    opening = Text("ngày khai mạc", "opening")
    if window is not None:
        first, last = window.value.first, window.value.last
        exclusive = window.value.before and about.readings.before_is_exclusive
        limit = before if exclusive else on_or_before
        recorded.append(limit(planned.planned_opening, last, what=opening))
        if first is not None:
            recorded.append(on_or_after(planned.planned_opening, first, what=opening))
    length = law.length(act.on, planned.level)
    if length is not None:
        days = Text("số ngày đại hội", "length in days")
        recorded.append(at_most(planned.planned_days, length.value, what=days))
    announced = [
        each.last(a.AnnounceOpening)
        for each in about.beside.of(a.announcement)
        if each.stage in {a.ANNOUNCED, a.HELD}
    ]
    told_day = announced[-1].opening if announced and announced[-1] else None
    recorded.append(
        equals(told_day, planned.planned_opening, what=Text("ngày đã công bố", "day announced"))
    )
    yield from judged("G12", act, about, recorded)
    said = statement(act, "G12")
    if said is not None and not announced:
        yield attested(said) if said.says is p.Says.DONE else _planned(said)
        for vi, en in (*said.missing, *said.unknown):
            yield Gap(Text(f"chưa rõ: {vi}", f"not told: {en}"), {"unknown": en}, said.sources)


def _planned(said: p.Statement) -> Caution:
    return Caution(
        Text("ngày khai mạc mới là dự kiến, theo nguồn", "the day is only planned, by the source"),
        {"says": said.says, "evidence": said.evidence},
        said.sources,
    )


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Không bị tạm hoãn vào ngày khai mạc", "No suspension in force on the opening day"),
    subject="G14",
    encodes=("G14", "6-I1", "6-I5"),
)
def gate_suspension(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """No suspension is in force; one that was has been lifted, or has ended with the congress."""
    del case
    units = about.beside.of(u.suspension)
    recorded: list[Found] | None = None
    if units:
        what = Text("tình trạng tạm hoãn", "state of suspension")
        recorded = [differs(each.stage, u.SUSPENDED, what=what) for each in units]
    yield from judged("G14", act, about, recorded)
