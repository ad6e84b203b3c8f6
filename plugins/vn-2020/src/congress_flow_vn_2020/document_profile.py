"""Each step of a document's life fits the profile of its kind (documents.md 2.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Level,
    Severity,
    Step,
    Text,
    differs,
    equals,
    one_of,
)
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020._book import book, rows
from congress_flow_vn_2020._document_profiles import profile_of
from congress_flow_vn_2020._documents import TABLE_4, parameter, row
from congress_flow_vn_2020.readings import Readings2020

_STEPS: tuple[Step[d.Document, Any], ...] = d.document_life.steps

# What each step asks of the profile. A step that is not here suits every kind.
_ASKED: Final[Mapping[Step[d.Document, Any], tuple[tuple[str, bool], ...]]] = {
    d.plan: (("made_at_congress", False),),
    d.draft_outline: (("requires_outline", True),),
    d.write_draft: (("requires_outline", False),),
    d.send_to_standing: (("made_at_congress", False),),
    d.send_to_executive: (("made_at_congress", False),),
    d.open_consultation: (("takes_opinions", True),),
    d.submit: (("requires_approval", True),),
    d.finalise_unapproved: (("requires_approval", False), ("administrative", False)),
    d.present: (("presented", True),),
    d.mark_used: (("internal", True),),
    d.draft_at_congress: (("made_at_congress", True),),
    d.present_made: (("made_at_congress", True), ("presented", True)),
    d.sign_minutes: (("minutes", True),),
    d.adopt: (("voted", True),),
    d.note: (("voted", False), ("handed_over", False)),
    d.hand_over: (("handed_over", True),),
    d.issue_administrative: (("administrative", True), ("requires_approval", False)),
}
_FLAGS: Final = {
    "made_at_congress": Text("lập tại đại hội", "made at the congress"),
    "requires_outline": Text("phải có đề cương được thông qua", "needs an adopted outline"),
    "takes_opinions": Text("được lấy ý kiến góp ý", "opinions on it are collected"),
    "requires_approval": Text("phải trình cấp trên duyệt", "needs the superior's approval"),
    "administrative": Text("là văn bản hành chính của cấp ủy", "is an administrative paper"),
    "presented": Text("được trình bày trước đại hội", "is presented to the congress"),
    "internal": Text("là tài liệu nội bộ", "is an internal paper"),
    "minutes": Text("là biên bản", "is minutes"),
    "voted": Text("được đại hội biểu quyết", "is put to the vote"),
    "handed_over": Text("được giao cấp ủy khóa mới", "is handed to the new committee"),
}
# A property of the profile hangs on the open flag it is worked out from.
_RESTS_ON: Final = {"takes_opinions": "requires_opinions"}
_PROFILED: Final = tuple(_ASKED)


def _demands(
    case: Case[d.Document], about: Context[Readings2020], *, chosen: bool
) -> Iterator[Demand]:
    if about.step is d.write_draft and case.stage is not d.PLANNED:
        return
    profile, kind = profile_of(case.subject, about.readings), case.subject.kind.term
    for flag, wanted in _ASKED[about.step]:
        if (_RESTS_ON.get(flag, flag) in profile.chosen) is chosen:
            says = _FLAGS[flag]
            what = Text(f"{kind.vi} {says.vi}", f"{kind.en} {says.en}")
            yield equals(getattr(profile, flag), wanted, what=what)


@book.rule(
    *_PROFILED,
    cites=parameter("document.profile; documents.md 2.3", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Loại văn kiện nào đi theo các bước của loại ấy", "Each kind of document goes its own way"
    ),
    encodes=("document.profile", "4-I1", *rows(*_PROFILED)),
)
def document_fits_profile(
    case: Case[d.Document], act: d.Act, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The step suits the kind's profile.

    That nothing needing approval is adopted without it (4-I1) follows: the one way past the
    superior is D15, or a paper made at the congress (D27).
    """
    return _demands(case, about, chosen=False)


@book.rule(
    *_PROFILED,
    cites=parameter("document.profile; documents.md 2.3", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text(
        "Bước mà quy định còn bỏ ngỏ: theo phương án đã chọn",
        "Where the profile is open: as the reading chose",
    ),
    severity=Severity.WARNS,
    encodes=("document.profile", "document.outline_by_executive"),
)
def document_fits_reading(
    case: Case[d.Document], act: d.Act, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The same for the flags that are "?" in the table and that a reading decides."""
    return _demands(case, about, chosen=True)


_BEGINNINGS: tuple[Step[d.Document, d.Plan | d.DraftAtCongress], ...] = (
    d.plan,
    d.draft_at_congress,
)


@book.rule(
    *_BEGINNINGS,
    cites=row("DEC-P4", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Đề án nhân sự có quy trình riêng", "The personnel scheme has a procedure of its own"
    ),
    encodes=("DEC-P4",),
)
def scheme_has_own_life(case: Case[d.Document], act: d.Plan | d.DraftAtCongress) -> Demand:
    """`personnel_scheme` is authoritative: no case of `document_life` is run for it."""
    what = Text("loại văn kiện", "kind of document")
    return differs(case.subject.kind, d.DocumentKind.PERSONNEL_SCHEME, what=what)


@book.rule(
    d.draft_at_congress,
    cites=parameter("credentials_board.applies; documents.md 2.3", Confidence.VERIFIED),
    in_force=TABLE_4,
    title=Text(
        "Thẩm tra tư cách ở đại hội đại biểu, báo cáo đảng viên dự ở đại hội đảng viên",
        "Credentials at a delegates' congress, participants at a members' congress",
    ),
    encodes=("D26",),
)
def report_suits_congress(case: Case[d.Document], act: d.DraftAtCongress) -> Answer:
    """A credentials board, and so its report, exists at a delegates' congress only."""
    suits = {
        d.DocumentKind.CREDENTIALS_REPORT: True,
        d.DocumentKind.PARTICIPANTS_REPORT: False,
    }
    wanted = suits.get(case.subject.kind)
    if wanted is None:
        return ()
    what = Text("đại hội đại biểu", "delegates' congress")
    return equals(case.subject.delegates, wanted, what=what)


@book.rule(
    d.issue_by_presidium,
    cites=row("D32", Confidence.VERIFIED),
    in_force=TABLE_4,
    title=Text(
        "Đoàn chủ tịch chỉ ban hành nghị quyết đại hội",
        "The presidium issues the resolution, nothing else adopted",
    ),
    encodes=("D32",),
)
def issued_in_own_right(
    case: Case[d.Document], act: d.Issue, about: Context[Readings2020]
) -> Demand:
    """Of what was adopted, only a document whose life ends in being issued is issued."""
    return _ends(case, about, d.FinalState.ISSUED)


@book.rule(
    d.dispatch,
    cites=row("D35", Confidence.VERIFIED),
    in_force=TABLE_4,
    title=Text(
        "Chỉ gửi cấp trên báo cáo tổng hợp ý kiến và biên bản bầu cử",
        "Dispatched are the opinions summary and the election minutes",
    ),
    encodes=("D35",),
)
def dispatched_kinds(
    case: Case[d.Document], act: d.Dispatch, about: Context[Readings2020]
) -> Demand:
    """Only these two end in being sent to the superior."""
    return _ends(case, about, d.FinalState.DISPATCHED)


@book.rule(
    d.archive,
    cites=parameter("document.profile; documents.md 2.3", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Chỉ nộp lưu khi văn kiện đã đi hết các bước", "Filed once its life has come to its end"
    ),
    encodes=("D36", "document.profile"),
)
def life_is_complete(
    case: Case[d.Document], act: d.Archive, about: Context[Readings2020]
) -> Demand:
    """The column *Final state*: a resolution is issued, minutes are sent, before they are filed."""
    return _ends(case, about, d.FinalState(case.stage.name))


def _ends(case: Case[d.Document], about: Context[Readings2020], state: d.FinalState) -> Demand:
    profile = profile_of(case.subject, about.readings)
    what = Text("trạng thái cuối của loại văn kiện này", "final state of this kind")
    return equals(profile.final, state, what=what)


@book.rule(
    *_STEPS,
    cites=parameter("approval.actor; procedures.md 4", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Đúng cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def document_actor(case: Case[d.Document], act: d.Act, about: Context[Readings2020]) -> Demand:
    """The column *Actor* of table 4; bodies of a cell act in a cell's documents only."""
    cell = case.subject.level is Level.CELL
    allowed = [body for body in about.step.actors if cell or body not in d.CELL_BODIES]
    return one_of(act.by, allowed, what=Text("cơ quan thực hiện", "acting body"))
