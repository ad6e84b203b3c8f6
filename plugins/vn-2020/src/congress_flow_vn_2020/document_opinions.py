"""Opinions on a document: asked for, answered, counted, before it is adopted for submission."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Answer,
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Gap,
    Level,
    Severity,
    Step,
    Text,
    at_least,
    equals,
    given,
    none_of,
    on_or_after,
    one_of,
)
from congress_flow.procedures import document_life as d
from congress_flow.procedures import document_record as record
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._days import after
from congress_flow_vn_2020._document_checks import CHECKS, required_checks
from congress_flow_vn_2020._document_profiles import profile_of
from congress_flow_vn_2020._documents import TABLE_4, parameter, row
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import Readings2020

MIN_ROUNDS: Final = 1
_UNTIL: Final = Text("lấy ý kiến đến ngày", "opinions taken until")
_SETTLED: Final = (
    d.OpinionOutcome.ADOPTED,
    d.OpinionOutcome.PARTLY,
    d.OpinionOutcome.EXPLAINED,
)


@book.rule(
    d.open_consultation,
    cites=row("D10", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Lấy ý kiến của ai, đến bao giờ", "Whose opinions, and until when"),
    encodes=("D10", "consultation.period"),
)
def consultation_terms(case: Case[d.Document], act: d.OpenConsultation) -> Iterator[Demand]:
    """Audiences and period are given."""
    yield given(act.audiences, what=Text("đối tượng lấy ý kiến", "audiences"))
    yield on_or_after(act.until, act.on, what=_UNTIL)


@book.rule(
    d.open_consultation,
    cites=parameter("consultation.period", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Thời gian lấy ý kiến đủ dài", "The consultation is long enough"),
    severity=Severity.WARNS,
    encodes=("consultation.period",),
)
def consultation_length(
    case: Case[d.Document], act: d.OpenConsultation, about: Context[Readings2020]
) -> Answer:
    """Asked only where the reading sets a length."""
    length = about.readings.consultation_period
    if length is None:
        return ()
    return on_or_after(act.until, after(act.on, length, about.readings), what=_UNTIL)


@book.rule(
    d.open_consultation,
    cites=parameter("publicity.own_drafts", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Công bố dự thảo của đơn vị", "Own drafts made public or not"),
    severity=Severity.WARNS,
    encodes=("publicity.own_drafts",),
)
def own_drafts_published(
    case: Case[d.Document], act: d.OpenConsultation, about: Context[Readings2020]
) -> Answer:
    """At the grassroots, as the reading says: no text was found that asks for it."""
    if case.subject.level is not Level.GRASSROOTS:
        return ()
    what = Text("công bố công khai", "made public")
    return equals(act.public, about.readings.own_drafts_public, what=what)


Received = d.CloseConsultation | d.AdoptForSubmission

_RECEIVED: tuple[Step[d.Document, Received], ...] = (
    d.close_consultation,
    d.adopt_for_submission,
)


def _opinions(act: Received) -> tuple[d.Opinion, ...] | None:
    return act.opinions if isinstance(act, d.CloseConsultation) else act.late_opinions


@book.rule(
    *_RECEIVED,
    cites=row("D11, D12", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Mỗi ý kiến góp ý đều được tiếp thu hoặc giải trình",
        "Every opinion is adopted, partly adopted or explained",
    ),
    encodes=("D11", "D12"),
)
def opinions_settled(case: Case[d.Document], act: Received) -> Iterator[Demand | Gap]:
    """None stays open, and what was not adopted has an answer in words."""
    opinions = _opinions(act)
    if opinions is None:
        yield Gap(Text("chưa rõ có những ý kiến nào", "the opinions received are not known"))
    for opinion in opinions or ():
        outcome = Text("kết quả xử lý ý kiến", "outcome of the opinion")
        yield one_of(opinion.outcome, _SETTLED, about=opinion.id, what=outcome)
        if opinion.outcome is not d.OpinionOutcome.ADOPTED:
            answer = Text("giải trình", "answer")
            yield given(opinion.answer, about=opinion.id, what=answer)


@book.rule(
    *_RECEIVED,
    cites=row("4-I4", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Mỗi ý kiến góp ý một mã, không ghi đè", "Each opinion has its own name"),
    encodes=("4-I4",),
)
def opinions_kept(case: Case[d.Document], act: Received) -> Iterator[Demand]:
    """No opinion takes the name of an earlier one, so that none is lost."""
    taken = [opinion.id for opinion in record.opinions(case)]
    for opinion in _opinions(act) or ():
        yield none_of(opinion.id, taken, what=Text("mã đã dùng", "name already used"))
        taken.append(opinion.id)


@book.rule(
    d.adopt_for_submission,
    cites=parameter("document.min_consultation_rounds", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Đã lấy ý kiến ít nhất một đợt", "At least one consultation was closed"),
    severity=Severity.WARNS,
    encodes=("document.min_consultation_rounds", "D11"),
)
def consulted_enough(
    case: Case[d.Document], act: d.AdoptForSubmission, about: Context[Readings2020]
) -> Answer:
    """One round on the document itself, or on the one with which its opinions are collected."""
    profile = profile_of(case.subject, about.readings)
    if not profile.takes_opinions:
        return ()
    closed = record.rounds(case) + sum(
        record.rounds(other)
        for other in about.beside.of(d.document_life)
        if other.subject.kind in profile.opinions_with
        and other.subject.congress == case.subject.congress
    )
    what = Text("số đợt lấy ý kiến đã kết thúc", "consultations closed")
    return at_least(closed, MIN_ROUNDS, what=what)


@book.rule(
    d.adopt_for_submission,
    cites=HANDBOOK.at("documents.md 3", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Nội dung đạt các mục trong bảng kiểm", "The content passes its checklist"),
    severity=Severity.WARNS,
    encodes=("documents.md 3",),
)
def checklist_passed(
    case: Case[d.Document], act: d.AdoptForSubmission, about: Context[Readings2020]
) -> Iterator[Caution]:
    """Each required check was last answered with yes; a note explains a no."""
    administrative = profile_of(case.subject, about.readings).administrative
    checks: dict[str, bool] = {}
    notes: dict[str, str] = {}
    for passage in case.passages:
        if isinstance(passage.event, d.SendToStanding | d.SendToExecutive):
            checks |= passage.event.checks or {}
            notes |= passage.event.notes
    for name in required_checks(case.subject.kind, administrative=administrative):
        if not checks.get(name, False):
            says = CHECKS[name]
            yield Caution(
                Text(f"{name} chưa đạt: {says.vi}", f"{name} is not met: {says.en}"),
                {"check": name},
                explained=notes.get(name, ""),
            )


@book.rule(
    d.adopt_for_submission,
    cites=row("D11", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Bản được ban chấp hành thông qua được xác định bằng mã băm",
        "The version adopted is fixed by its digest",
    ),
    encodes=("D11", "4-I3"),
)
def adopted_version_fixed(case: Case[d.Document], act: d.AdoptForSubmission) -> Demand:
    """The version is the draft that lay before the executive committee."""
    draft = record.last_draft(case) or d.Draft()
    return equals(act.sha256, draft.sha256, what=Text("bản được thông qua", "version adopted"))
