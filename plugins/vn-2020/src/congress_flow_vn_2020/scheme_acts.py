"""The personnel scheme: submission, appraisal, persons leaving it, approval, presentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Stage,
    Step,
    Text,
    add_months,
    equals,
    given,
    holds,
    more_than,
    on_or_after,
    on_or_before,
    one_of,
)
from congress_flow.procedures import Act, TrackKind
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020._days import after, before
from congress_flow_vn_2020._personnel_links import (
    Reopening,
    opening_of,
    reopening,
    returned_by,
    returned_on,
    run_of,
    track,
)
from congress_flow_vn_2020._track_lists import ids
from congress_flow_vn_2020._track_variants import Unit, actors, stand_ins
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.track_meetings import VARIANT

_STEPS: tuple[Step[s.Scheme, Any], ...] = s.personnel_scheme.steps
NOT_SEEN: Final = CT35_2019.at("về duyệt đại hội (nội dung này chưa đọc được)", Confidence.UNKNOWN)
ASSUMED: Final = CT35_2019.at("về duyệt đại hội (chưa thấy văn bản)", Confidence.ASSUMED)
REPORTED: Final = CT35_2019.at("về duyệt nội dung, nhân sự đại hội cấp dưới", Confidence.REPORTED)
PHOTO_MONTHS: Final = 6
REASON: Final = Text("lý do", "reasons")
_ACTOR: Final = Text("cơ quan thực hiện", "acting body")
_RETURNED: Final = Text("nội dung trả lại", "returned on")
_RUN: Final = Text("quy trình nhân sự đang ở", "the personnel run stands at")


def _run_stage(case: Case[s.Scheme], about: Context[Readings2020]) -> Stage | None:
    owner = run_of(case, about)
    return None if owner is None else owner.stage


def _reopened(case: Case[s.Scheme], about: Context[Readings2020]) -> Reopening | None:
    owner = run_of(case, about)
    return None if owner is None else reopening(owner)


def names(case: Case[s.Scheme]) -> tuple[str, ...]:
    """Return the ids of the persons on the scheme."""
    return ids(s.scheme_list(case))


def _unit(case: Case[s.Scheme], about: Context[Readings2020]) -> Unit | None:
    owner = run_of(case, about)
    return None if owner is None else owner.subject


def _instead(case: Case[s.Scheme], about: Context[Readings2020]) -> bool:
    """Return whether another body acts here in the place of one that the table names."""
    unit = _unit(case, about)
    if unit is None:
        return False
    instead = stand_ins(unit, about.readings)
    return any(body in instead for body in about.step.actors)


@book.rule(
    *_STEPS,
    cites=REPORTED,
    title=Text("Đúng cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=("approval.actor", "3-I3", *rows(*_STEPS)),
)
def scheme_actor(case: Case[s.Scheme], act: Act, about: Context[Readings2020]) -> Answer:
    """The column *Actor* of table 3; the approval is never an act of the unit's own."""
    return () if _instead(case, about) else one_of(act.by, about.step.actors, what=_ACTOR)


@book.rule(
    *_STEPS,
    cites=VARIANT,
    title=Text(
        "Nơi không có ban thường vụ, chi bộ: cơ quan làm thay theo cách đã chọn",
        "Without a standing committee, and in cells: who acts instead, as the reading says",
    ),
    severity=Severity.WARNS,
    encodes=("five_step.no_standing_committee", "five_step.cell_variant"),
)
def scheme_variant_actor(case: Case[s.Scheme], act: Act, about: Context[Readings2020]) -> Answer:
    """Nobody has read a text on it: another body is remarked on."""
    unit = _unit(case, about)
    if unit is None or not _instead(case, about):
        return ()
    return one_of(act.by, actors(about.step.actors, unit, about.readings), what=_ACTOR)


_ASSEMBLIES: tuple[Step[s.Scheme, s.AssembleScheme], ...] = (s.assemble, s.assemble_again)


@book.rule(
    *_ASSEMBLIES,
    cites=HANDBOOK.at("procedures.md S1, S7", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Đề án lập từ kết quả quy trình 5 bước", "The scheme is what the run assembled"),
    encodes=("S1", "S7", "R8"),
)
def scheme_from_run(
    case: Case[s.Scheme], act: s.AssembleScheme, about: Context[Readings2020]
) -> Iterator[Demand]:
    """R8 has fired, after a return once more, and its list is the list of the scheme."""
    owner = run_of(case, about)
    yield equals(_run_stage(case, about), r.SCHEME_ASSEMBLED, what=_RUN)
    made = owner.events(r.AssembleScheme) if owner else ()
    listed = None if act.candidates is None else tuple(sorted(ids(act.candidates)))
    run_list = tuple(sorted(ids(made[-1].candidates or ()))) if made else None
    yield equals(listed, run_list, what=Text("danh sách đề án", "list of the scheme"))
    before = len(case.events(s.AssembleScheme))
    times = Text("số lần quy trình lập đề án", "times the run assembled it")
    yield more_than(len(made), before, what=times)


@book.rule(
    s.assemble_again,
    cites=ASSUMED,
    title=Text("Trả lời từng ý kiến của cấp trên", "Each remark of the superior is answered"),
    encodes=("S7", "4-I4"),
)
def remarks_answered(case: Case[s.Scheme], act: s.AssembleScheme) -> Iterator[Demand]:
    """Each reason of the superior's return has its answer, if it was it that returned it."""
    returned = case.last(s.ReturnForRevision)
    if returned is None or returned_by(case) is not s.return_for_revision:
        return
    answers = None if act.answers is None else len(act.answers)
    reasons = None if returned.reasons is None else len(returned.reasons)
    yield equals(answers, reasons, what=Text("số ý kiến đã trả lời", "answers"))
    yield from _each_given(act.answers, Text("trả lời ý kiến", "answer"))


def _each_given(rows: Iterable[str] | None, what: Text) -> Iterator[Demand]:
    """Yield that none of several texts is empty, each told by its place."""
    for place, words in enumerate(rows or (), 1):
        yield given(words, about=str(place), what=what)


@book.rule(
    s.submit,
    cites=ASSUMED,
    title=Text("Ban chấp hành đã thông qua đề án", "The executive committee adopted the scheme"),
    encodes=("S2", "4-I3"),
)
def scheme_adopted(case: Case[s.Scheme], act: s.Submit) -> Iterator[Demand]:
    """The resolution or minutes of the executive committee; the minutes of all steps attached."""
    del case
    yield given(act.adopted, what=Text("nghị quyết của ban chấp hành", "resolution adopting it"))
    yield holds(
        act.step_minutes,
        what=Text("biên bản và biên bản kiểm phiếu các bước", "minutes and counts of all steps"),
    )


@book.rule(
    s.submit,
    cites=NOT_SEEN,
    title=Text("Hồ sơ của từng người đủ giấy tờ", "Each person's papers are complete"),
    severity=Severity.WARNS,
    encodes=("dossier.personal_list",),
)
def personal_papers(
    case: Case[s.Scheme], act: s.Submit, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """For each person on the list, every paper that the reading names."""
    papers = act.personal_papers
    if papers is None:
        yield Gap(Text("chưa rõ hồ sơ của từng người", "the personal papers are not known"))
        return
    for person in names(case):
        held = papers.get(person, ())
        lacking = tuple(paper for paper in about.readings.personal_papers if paper not in held)
        what = Text("giấy tờ còn thiếu", "papers lacking")
        yield equals(lacking, (), about=person, what=what)


@book.rule(
    s.submit,
    cites=HANDBOOK.at("parameters.md dossier.photo_age", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Ảnh trong lý lịch không quá 6 tháng", "The photo is not older than six months"),
    severity=Severity.WARNS,
    encodes=("dossier.photo_age",),
)
def photo_age(case: Case[s.Scheme], act: s.Submit) -> Iterator[Demand]:
    """Where the day of a photo is recorded: within six months before the submission."""
    oldest = add_months(act.on, -PHOTO_MONTHS)
    for person in names(case):
        taken = (act.photos or {}).get(person)
        if taken is not None:
            yield on_or_after(taken, oldest, about=person, what=Text("ngày chụp", "photo of"))


@book.rule(
    s.submit,
    cites=NOT_SEEN,
    title=Text("Hồ sơ trình duyệt đủ thành phần", "The approval dossier is complete"),
    severity=Severity.WARNS,
    encodes=("dossier.approval_list",),
)
def approval_papers(case: Case[s.Scheme], act: s.Submit, about: Context[Readings2020]) -> Answer:
    """Every paper that the reading names is in the package."""
    del case
    if act.papers is None:
        return given(None, what=Text("thành phần hồ sơ", "papers of the package"))
    lacking = tuple(p for p in about.readings.approval_papers if p not in act.papers)
    return equals(lacking, (), what=Text("giấy tờ còn thiếu", "papers lacking"))


@book.rule(
    s.submit,
    cites=NOT_SEEN,
    title=Text("Nộp hồ sơ trước ngày khai mạc", "Handed in in time before the opening"),
    severity=Severity.WARNS,
    encodes=("dossier.lead_time",),
)
def lead_time(case: Case[s.Scheme], act: s.Submit, about: Context[Readings2020]) -> Answer:
    """Asked only where the reading sets a limit."""
    limit = about.readings.lead_time
    if limit is None:
        return ()
    last = before(opening_of(case, about), limit, about.readings)
    return on_or_before(act.on, last, what=Text("ngày nộp hồ sơ", "handed in on"))


_RETURNS: tuple[Step[s.Scheme, s.ReturnForRevision], ...] = (s.return_for_revision,)


@book.rule(
    *_RETURNS,
    cites=ASSUMED,
    title=Text("Trả lại phải nêu lý do", "A return gives its reasons"),
    encodes=("S4",),
)
def return_reasoned(case: Case[s.Scheme], act: s.ReturnForRevision) -> Iterator[Demand]:
    """The reasons, and whether they concern number and structure or the list."""
    del case
    yield given(act.reasons, what=REASON)
    yield from _each_given(act.reasons, REASON)
    yield given(act.concern, what=_RETURNED)


@book.rule(
    s.reopen_structure,
    cites=ASSUMED,
    title=Text("Quy trình đã mở lại từ phương hướng", "The run was reopened on structure"),
    encodes=("S5",),
)
def structure_reopened(
    case: Case[s.Scheme], act: s.ReopenStructure, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The remark concerned number or structure, and R10 has fired."""
    del act
    yield equals(returned_on(case), s.Concern.NUMBER_OR_STRUCTURE, what=_RETURNED)
    again = isinstance(_reopened(case, about), r.ReopenStructure)
    what = Text("quy trình đã mở lại từ phương hướng", "the run was reopened on structure")
    yield holds(None if run_of(case, about) is None else again, what=what)


@book.rule(
    s.reopen_list,
    cites=ASSUMED,
    title=Text("Quy trình đã mở lại về danh sách", "The run was reopened on the list"),
    encodes=("S6",),
)
def list_reopened(
    case: Case[s.Scheme], act: s.ReopenList, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The remark concerned the list, or it is below the minimum; R11 or R12 has fired."""
    del act
    yield equals(returned_on(case), s.Concern.LIST, what=_RETURNED)
    again = isinstance(_reopened(case, about), r.ReopenTrackR | r.ReopenTrackF)
    what = Text("quy trình đã mở lại về danh sách", "the run was reopened on the list")
    yield holds(None if run_of(case, about) is None else again, what=what)


@book.rule(
    s.agree_no_election,
    cites=REPORTED,
    title=Text("Đồng ý không bầu phải ghi rõ khó khăn", "No election: the difficulty is recorded"),
    encodes=("congress.contents", "S11"),
)
def difficulty_recorded(
    case: Case[s.Scheme], act: s.AgreeNoElection, about: Context[Readings2020]
) -> Iterator[Demand]:
    """What made the election impossible now; without a scheme the superior was asked by T15."""
    yield given(act.difficulty, what=Text("khó khăn", "difficulty"))
    if case.stage is s.NOT_STARTED:
        owner = run_of(case, about)
        tracks = [track(owner, about, kind) for kind in TrackKind] if owner else []
        asked = any(
            each.stage is t.ESCALATED and each.last(t.ReferToSuperior) for each in tracks if each
        )
        what = Text("đã xin ý kiến cấp trên từ quy trình 5 bước", "asked from the five steps")
        yield holds(None if owner is None else asked, what=what)


@book.rule(
    s.approve,
    cites=REPORTED,
    title=Text("Cấp trên duyệt bằng văn bản", "The approval is in writing"),
    encodes=("S12", "approval.actor"),
)
def approval_written(case: Case[s.Scheme], act: s.Approve) -> Demand:
    """The reference of the decision."""
    del case
    return given(act.decision, what=Text("văn bản duyệt", "decision"))


@book.rule(
    s.approve,
    cites=NOT_SEEN,
    title=Text("Duyệt trước ngày khai mạc", "Approved in time before the opening"),
    severity=Severity.WARNS,
    encodes=("approval.before_opening", "approval.answer_limit"),
)
def approval_in_time(
    case: Case[s.Scheme], act: s.Approve, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Asked only where the readings set limits: before the opening, and after the hand-in."""
    readings = about.readings
    if readings.approval_before_opening is not None:
        last = before(opening_of(case, about), readings.approval_before_opening, readings)
        yield on_or_before(act.on, last, what=Text("ngày duyệt", "approved on"))
    handed_in = case.last(s.Submit)
    if readings.approval_answer is not None and handed_in is not None:
        latest = after(handed_in.on, readings.approval_answer, readings)
        yield on_or_before(act.on, latest, what=Text("ngày trả lời", "answered on"))
