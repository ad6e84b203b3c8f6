"""Gates of readiness: opinions, documents, the superior's approval, date, suspension."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from congress_flow import (
    Case,
    Caution,
    Context,
    Gap,
    Text,
    at_least,
    at_most,
    differs,
    equals,
    holds,
)
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import document_life as d
from congress_flow.procedures import document_record as record
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow.procedures import suspension as u
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._document_profiles import needing_approval
from congress_flow_vn_2020._gates import CITED, Found, judged, softened, statement
from congress_flow_vn_2020._term_law import term_law
from congress_flow_vn_2020.congress_window import within_deadline, within_window
from congress_flow_vn_2020.document_opinions import MIN_ROUNDS
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
NO_ELECTION: Final = 2
# Final for the congress, or further on.
_FINAL: Final = frozenset(
    {
        d.FINAL_FOR_CONGRESS,
        d.PRESENTED,
        d.DISCUSSED,
        d.ADOPTED,
        d.NOTED,
        d.HANDED_OVER,
        d.USED,
        d.ISSUED,
        d.DISPATCHED,
        d.ARCHIVED,
    }
)
_GONE: Final = frozenset({d.WITHDRAWN, d.SUPERSEDED})
Papers = Mapping[d.DocumentKind, tuple[Case[d.Document], ...]]


def _papers(case: Case[p.Preparation], about: Context[Readings2020]) -> Papers:
    """Return the documents of this congress by their kinds; those of the cells are not among it."""
    found: dict[d.DocumentKind, tuple[Case[d.Document], ...]] = {}
    for each in about.beside.of(d.document_life):
        kind = each.subject.kind
        if each.subject.level is case.subject.level and each.stage not in _GONE:
            found[kind] = (*found.get(kind, ()), each)
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
    reports = _papers(case, about).get(Kind.POLITICAL_REPORT, ())
    recorded: list[Found] | None = None
    if reports:
        closed = Text("số đợt lấy ý kiến đã kết thúc", "consultations closed")
        going = Text("báo cáo chính trị đang ở", "the political report stands at")
        recorded = [at_least(record.rounds(each), MIN_ROUNDS, what=closed) for each in reports]
        recorded += [differs(each.stage, d.IN_CONSULTATION, what=going) for each in reports]
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
    """Each of the named documents is final for the congress, the scheme approved.

    A document that was changed after its approval is final only once it is so again.
    """
    papers = _papers(case, about)
    if not any(kind in papers for kind in PAPERS):
        yield from softened("G7", about, _attested_papers(act))
        yield from judged("G7", act, about, None)
        return
    recorded: list[Found] = []
    for kind in PAPERS:
        what = Text(
            f"{kind.term.vi} đã hoàn thiện để trình đại hội", f"{kind.term.en} final for congress"
        )
        recorded += [holds(each.stage in _FINAL, what=what) for each in papers.get(kind, ())]
        if kind not in papers:
            recorded += _attested_paper(act, kind) or [holds(None, what=what)]
    recorded += _scheme(case, about)
    yield from judged("G7", act, about, recorded)


def _scheme(case: Case[p.Preparation], about: Context[Readings2020]) -> Iterator[Found]:
    """Yield that the scheme is approved; where no committee is elected, that this is agreed."""
    contents = case.subject.contents
    if contents == NO_ELECTION:
        return
    schemes = about.beside.of(s.personnel_scheme)
    stages = {s.APPROVED, s.IN_USE, s.CLOSED}
    if contents < FOUR_CONTENTS:
        stages |= {s.NO_ELECTION_AGREED}
    reached = [each.stage in stages for each in schemes]
    what = Text("đề án nhân sự đã được duyệt", "scheme approved")
    yield holds(all(reached) if reached else None, what=what)


def _attested_papers(act: p.DeclareReady) -> Iterator[Found]:
    for paper in act.papers:
        yield _attested_state(paper)


def _attested_paper(act: p.DeclareReady, kind: d.DocumentKind) -> list[Found]:
    """Return what the sources say of a kind of document of which there is no record."""
    return [_attested_state(paper) for paper in act.papers if paper.kind == kind.value]


def _attested_state(paper: p.PaperState) -> Caution | Gap:
    name = _name(paper)
    if paper.approval == "approved":
        return Caution(
            Text(
                f"{name.vi}: đã được duyệt, chỉ theo nguồn", f"{name.en}: approved, by source only"
            ),
            {"document": paper.id, "approval": paper.approval},
            paper.sources,
        )
    return Gap(
        Text(
            f"{name.vi}: chưa rõ đã hoàn thành, đã duyệt hay chưa",
            f"{name.en}: neither completion nor approval is told",
        ),
        {"document": paper.id, "completion": paper.completion},
        paper.sources,
    )


def _name(paper: p.PaperState) -> Text:
    for kind in d.DocumentKind:
        if kind.value == paper.kind:
            return kind.term
    return Text(paper.id, paper.id)


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text(
        "Cấp trên trực tiếp duyệt văn kiện và đề án nhân sự",
        "Documents and scheme approved by the direct superior",
    ),
    subject="G9",
    encodes=("G9", "approval.actor", "document.profile"),
)
def gate_superior(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """Every document that needs approval, and the scheme, were approved, and still are."""
    papers = _papers(case, about)
    asked = needing_approval(case.subject.level, about.readings)
    if not any(kind in papers for kind in asked):
        yield from softened("G9", about, _attested_approval(act))
        yield from judged("G9", act, about, None)
        return
    recorded: list[Found] = []
    for kind in asked:
        what = Text(f"{kind.term.vi} đã được cấp trên duyệt", f"{kind.term.en} approved")
        recorded += [
            holds(each.stage in {d.APPROVED, *_FINAL} and each.reached(d.APPROVED), what=what)
            for each in papers.get(kind, ())
        ]
        if kind not in papers:
            recorded += _attested_paper(act, kind) or [holds(None, what=what)]
    recorded += _scheme(case, about)
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
    """The opening lies inside the window, is announced, and the length is within the limit.

    What plans of superiors set for this unit binds as well, where the announcement tells it.
    """
    planned, law = case.subject, term_law(about.readings)
    window = law.window(act.on, planned.level)
    opening = planned.planned_opening
    recorded: list[Found] = list(within_window(opening, window, about.readings))
    announcement = _announcement(about)
    limits = () if announcement is None else _limits(announcement)
    if limits:
        recorded += within_deadline(opening, act.on, planned.level, limits, about.readings)
    length = law.length(act.on, planned.level)
    if length is not None:
        days = Text("số ngày đại hội", "length in days")
        recorded.append(at_most(planned.planned_days, length.value, what=days))
    announced = None if announcement is None else announcement.last(a.AnnounceOpening)
    stands = announcement is not None and announcement.stage in {a.ANNOUNCED, a.HELD}
    told_day = announced.opening if announced is not None and stands else None
    recorded.append(equals(told_day, opening, what=Text("ngày đã công bố", "day announced")))
    yield from judged("G12", act, about, recorded)
    said = statement(act, "G12")
    if said is not None and not stands and said.says is not p.Says.DONE:
        yield _planned(said)
        for vi, en in (*said.missing, *said.unknown):
            yield Gap(Text(f"chưa rõ: {vi}", f"not told: {en}"), {"unknown": en}, said.sources)


def _announcement(about: Context[Readings2020]) -> Case[a.Announcement] | None:
    """Return the announcement of the congress itself, not that of a cell's congress."""
    cells = {each.id for each in about.beside.of(c.cell_congress)}
    for each in about.beside.of(a.announcement):
        if each.subject.congress not in cells:
            return each
    return None


def _limits(case: Case[a.Announcement]) -> tuple[a.LocalLimit, ...]:
    announced = [limit for act in case.events(a.AnnounceOpening) for limit in act.limits]
    return (*announced, *(limit for act in case.events(a.Postpone) for limit in act.limits))


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
    """No suspension is in force; one that was has been lifted, or has ended with the congress.

    That of a cell holds up its own congress, not this one.
    """
    del case
    cells = {each.subject.cell for each in about.beside.of(c.cell_congress)}
    units = [each for each in about.beside.of(u.suspension) if each.subject.unit not in cells]
    recorded: list[Found] | None = None
    if units:
        what = Text("tình trạng tạm hoãn", "state of suspension")
        recorded = [differs(each.stage, u.SUSPENDED, what=what) for each in units]
    yield from judged("G14", act, about, recorded)
