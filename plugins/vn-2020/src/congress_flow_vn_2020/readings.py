"""The open points of the national law of 2020, as explicit choices.

One field for each point that the texts leave open or that was not found; no field has a default.
The bold option of the handbook is the one best supported; it is still chosen, never assumed.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from congress_flow import Calendar, CountAnchor, Text, Worded, reading
from congress_flow.reckoning.law import ConferenceDeductions as ConferenceDeductions
from congress_flow.reckoning.law import LaterRounds as LaterRounds
from congress_flow.reckoning.law import PollTie as PollTie
from congress_flow.reckoning.law import QuorumBase as QuorumBase
from congress_flow.reckoning.law import SurplusRounding as SurplusRounding
from congress_flow.reckoning.shares import ShareRounding as ShareRounding
from congress_flow.reckoning.steps import StepBase as StepBase


class Quorum(Worded):
    """Quorum of steps 1, 3, 4 and 5."""

    TWO_THIRDS = (
        "two_thirds",
        Text("từ 2/3 số người được triệu tập", "two thirds of those convened"),
    )
    MORE_THAN_HALF = (
        "more_than_half",
        Text("quá nửa số người được triệu tập", "more than half of those convened"),
    )
    NONE = "none", Text("không quy định", "no quorum")


class TiePolicy(Worded):
    """Equal votes at the last place of a list of the five steps."""

    ALL_WITHIN_CAP = (
        "all_within_cap",
        Text("lấy tất cả trong giới hạn số dư", "all are admitted within the cap"),
    )
    REBALLOT = (
        "reballot",
        Text("bỏ phiếu lại giữa những người bằng phiếu", "the tied are voted on again"),
    )
    STANDING_COMMITTEE = (
        "standing_committee",
        Text("ban thường vụ quyết định", "the standing committee decides"),
    )
    SUPERIOR = "superior", Text("cấp trên quyết định", "the superior decides")
    HEAD = "head", Text("người đứng đầu cấp ủy chọn", "the head of the committee chooses")


class ShortagePolicy(Worded):
    """Too few passed."""

    REPEAT = (
        "repeat",
        Text("bổ sung danh sách, làm lại bước", "the step is repeated with a supplemented list"),
    )
    VACANCIES = "vacancies", Text("bầu thiếu, để khuyết", "fewer are elected, places stay vacant")
    SUPERIOR = "superior", Text("xin ý kiến cấp trên", "the superior is asked")


class AddNames(Worded):
    """Whether names may be added on the way (track F)."""

    NOT_ALLOWED = "not_allowed", Text("không được bổ sung", "not allowed")
    AT_STEP_2 = "at_step_2", Text("được bổ sung ở bước 2", "allowed at step 2")
    AT_STEP_3 = "at_step_3", Text("được bổ sung ở bước 3", "allowed at step 3")


class IntermediateSurplus(Worded):
    """Surplus asked of a list before the last step."""

    NONE = "none", Text("không yêu cầu", "none asked")
    AS_FINAL = "as_final", Text("như danh sách cuối", "as of the final list")


class NoStandingCommittee(Worded):
    """The five steps in a unit without a standing committee."""

    THREE_MEETINGS = (
        "three_meetings",
        Text(
            "ba hội nghị: ban chấp hành, cán bộ chủ chốt, ban chấp hành",
            "three meetings: executive committee, key cadres, executive committee",
        ),
    )
    EXECUTIVE_STANDS_IN = (
        "executive_stands_in",
        Text(
            "ban chấp hành làm thay phần việc của ban thường vụ",
            "the executive committee stands in",
        ),
    )
    SECRETARY_AND_DEPUTY = (
        "secretary_and_deputy",
        Text(
            "bí thư, phó bí thư làm thay phần việc của ban thường vụ",
            "secretary and deputy stand in",
        ),
    )


class CellVariant(Worded):
    """The introduction of persons in a cell."""

    CELL_COMMITTEE = (
        "cell_committee",
        Text(
            "chi ủy, hội nghị chi bộ bỏ phiếu kín, chi ủy, báo cáo",
            "cell committee, cell meeting by secret ballot, cell committee, report",
        ),
    )
    SECRETARY_AND_SUPERIOR = (
        "secretary_and_superior",
        Text(
            "hội nghị chi bộ với bí thư, ý kiến cấp trên",
            "cell meeting with the secretary, the superior's opinion",
        ),
    )


class ShareBase(Worded):
    """Of what a share of persons is taken."""

    CANDIDATES = "candidates", Text("danh sách ứng cử viên", "the candidates")
    INTENDED = "intended", Text("số dự kiến trúng cử", "those intended to be elected")
    ELECTED = "elected", Text("số trúng cử", "those elected")
    ALL = "all", Text("báo cáo tất cả", "all of them")


class AgeBands(Worded):
    """The three age bands at the grassroots."""

    AS_PROVINCE_LEVEL = (
        "as_province_level",
        Text(
            "như cấp tỉnh: dưới 40, 40–50, trên 50",
            "as at province level: under 40, 40–50, over 50",
        ),
    )
    THREE_PRESENT = "three_present", Text("có đủ ba độ tuổi", "three bands present")


class Limit(Worded):
    """The unit of a limit in days."""

    WORKING_DAYS = "working_days", Text("ngày làm việc", "working days")
    DAYS = "days", Text("ngày", "days")


@attrs.frozen(slots=True, weakref_slot=False)
class Days:
    """A limit: so many days, of the one kind or the other."""

    number: int
    unit: Limit


def _every_choice_has_a_reason(
    instance: TermReadings,
    attribute: attrs.Attribute[Mapping[str, Text]],
    value: Mapping[str, Text],
) -> None:
    del attribute
    names = {f.name for f in attrs.fields(type(instance)) if "parameter" in f.metadata}
    lacking = sorted(names - set(value))
    stray = sorted(set(value) - names)
    if lacking or stray:
        msg = f"each choice needs its reason: lacking {lacking}, stray {stray}"
        raise ValueError(msg)


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class TermReadings:
    """The choices that the law of either term asks for. `because` gives the reason of each."""

    because: Mapping[str, Text] = attrs.field(validator=_every_choice_has_a_reason, repr=False)

    calendar: Calendar = reading(
        "calendar.holidays", Text("Ngày nghỉ khi tính ngày làm việc", "Days off in working days")
    )
    count_anchor: CountAnchor = reading(
        "calendar.count_anchor_day",
        Text("Ngày mốc có tính là ngày thứ nhất không", "Is the anchor day day 1"),
    )
    before_is_exclusive: bool = reading(
        "deadline.before_is_exclusive",
        Text('"Trước ngày 30/6" không gồm ngày 30/6', '"Before 30/6" leaves 30/6 out'),
    )
    quorum_other: Quorum = reading(
        "five_step.quorum.other",
        Text("Số có mặt tối thiểu ở bước 1, 3, 4, 5", "Quorum of steps 1, 3, 4, 5"),
    )
    base_step2: StepBase = reading(
        "five_step.base.step2", Text("Cơ sở tính quá nửa ở bước 2", "Base of step 2")
    )
    secret_step1: bool = reading(
        "five_step.secret.step1", Text("Bước 1 bỏ phiếu kín", "Step 1 by secret ballot")
    )
    secret_step4: bool = reading(
        "five_step.secret.step4", Text("Bước 4 bỏ phiếu kín", "Step 4 by secret ballot")
    )
    step2_eliminates: bool = reading(
        "five_step.step2_eliminates",
        Text("Không quá nửa ở bước 2 thì loại ngay", "Failing step 2 eliminates"),
    )
    tie_policy: TiePolicy = reading(
        "five_step.tie_policy", Text("Bằng phiếu ở vị trí cuối", "Tie at the last place")
    )
    shortage_policy: ShortagePolicy = reading(
        "five_step.shortage_policy", Text("Không đủ số người đạt", "Too few passed")
    )
    add_names: AddNames = reading(
        "five_step.add_names", Text("Bổ sung tên trong quá trình", "Names added on the way")
    )
    intermediate_surplus: IntermediateSurplus = reading(
        "five_step.intermediate_surplus",
        Text("Số dư sau các bước giữa", "Surplus after the steps between"),
    )
    key_cadre_roster: tuple[str, ...] = reading(
        "five_step.key_cadre_roster",
        Text("Thành phần hội nghị cán bộ chủ chốt", "Who is convened at step 2"),
    )
    no_standing_committee: NoStandingCommittee = reading(
        "five_step.no_standing_committee",
        Text("Nơi không có ban thường vụ", "Units without a standing committee"),
    )
    cell_variant: CellVariant = reading(
        "five_step.cell_variant", Text("Cách làm ở chi bộ", "The variant of cells")
    )
    youth_age_line: int = reading(
        "share.youth.age_line",
        Text("Cán bộ trẻ: dưới bao nhiêu tuổi (cơ sở)", "Young: under what age (grassroots)"),
    )
    age_bands: AgeBands = reading(
        "share.age_bands", Text("Ba độ tuổi ở cơ sở", "Three age bands at the grassroots")
    )
    share_rounding: ShareRounding = reading(
        "share.rounding", Text("Làm tròn tỷ lệ cơ cấu", "Rounding of shares")
    )
    share_base: ShareBase = reading(
        "share.base", Text("Tỷ lệ cơ cấu tính trên danh sách nào", "Base of shares")
    )
    surplus_rounding: SurplusRounding = reading(
        "surplus.rounding", Text("Làm tròn số dư 10–15 %", "Rounding of the 10–15 % band")
    )
    one_extra_on_three: bool = reading(
        "surplus.min_one_overrides_cap",
        Text("3 chỗ được dư 1 dù quá 30 %", "One extra on 3 seats although over 30 %"),
    )
    later_surplus: LaterRounds = reading(
        "surplus.later_rounds", Text("Số dư ở vòng bầu thêm", "Surplus in later rounds")
    )
    poll_tie: PollTie = reading(
        "poll.tie_policy", Text("Bằng phiếu khi lấy phiếu xin ý kiến", "Tie in the opinion poll")
    )
    discipline_wait: int | None = reading(
        "eligibility.discipline_wait",
        Text("Số tháng chờ sau kỷ luật (trống: không)", "Months after discipline (empty: none)"),
    )
    grassroots_application: Days | None = reading(
        "dossier.self_nomination_deadline",
        Text("Hạn nộp đơn ứng cử ở cơ sở", "Deadline of applications at the grassroots"),
    )
    personal_papers: tuple[str, ...] = reading(
        "dossier.personal_list", Text("Hồ sơ của từng người", "A person's papers")
    )
    approval_papers: tuple[str, ...] = reading(
        "dossier.approval_list", Text("Hồ sơ trình cấp trên duyệt", "The approval dossier")
    )
    lead_time: Days | None = reading(
        "dossier.lead_time",
        Text("Nộp hồ sơ trước ngày khai mạc", "Package handed in before the opening"),
    )
    approval_before_opening: Days | None = reading(
        "approval.before_opening",
        Text("Cấp trên duyệt trước ngày khai mạc", "Approval before the opening"),
    )
    approval_to_opening: Days | None = reading(
        "approval.to_opening",
        Text("Từ khi duyệt đến khi khai mạc không quá", "From approval to opening at most"),
    )
    approval_answer: Days | None = reading(
        "approval.answer_limit", Text("Hạn cấp trên trả lời", "The superior's answer")
    )
    quorum_base: QuorumBase = reading(
        "quorum.base", Text("Số có mặt tính trên số triệu tập nào", "Base of the quorum")
    )
    all_disagree_valid: bool = reading(
        "ballot.all_disagree_valid",
        Text("Phiếu không đồng ý tất cả là hợp lệ", "A ballot disagreeing with all is valid"),
    )
    conference_deductions: ConferenceDeductions = reading(
        "majority.base.conference_deductions",
        Text("Trừ ai khi tính ở hội nghị cấp ủy", "Deductions at a conference"),
    )
    cell_submit_before: Days | None = reading(
        "cell.submit_before",
        Text("Chi bộ báo cáo trước đại hội", "A cell's package before its congress"),
    )
    action_programme_issue: Days | None = reading(
        "action_programme.issue_limit",
        Text("Hạn ban hành chương trình hành động", "Issue of the action programme"),
    )
    handover: Days | None = reading(
        "handover.days", Text("Hạn bàn giao của cấp ủy khóa cũ", "Hand-over")
    )
    archive: Days | None = reading(
        "archive.limit", Text("Hạn nộp lưu hồ sơ đại hội", "Files to the archive")
    )
    script_approved: bool = reading(
        "document.profile",
        Text("Kịch bản điều hành phải trình duyệt", "The chairing script needs approval"),
    )
    working_rules_approved: bool = reading(
        "document.profile",
        Text(
            "Quy chế làm việc, quy chế bầu cử phải trình duyệt",
            "Working rules and election rules need approval",
        ),
    )
    review_report_opinions: bool = reading(
        "document.profile",
        Text(
            "Báo cáo kiểm điểm lấy ý kiến đảng viên",
            "Members' opinions on the review report",
        ),
    )
    resolution_outline: bool = reading(
        "document.profile",
        Text("Dự thảo nghị quyết có đề cương", "The draft resolution has an outline"),
    )
    review_outline_by_executive: bool = reading(
        "document.outline_by_executive",
        Text(
            "Ban chấp hành thông qua đề cương báo cáo kiểm điểm (cơ sở)",
            "Outline of the review report adopted by the executive committee (grassroots)",
        ),
    )
    consultation_period: Days | None = reading(
        "consultation.period", Text("Thời gian lấy ý kiến", "Length of the consultation")
    )
    own_drafts_public: bool = reading(
        "publicity.own_drafts", Text("Công bố dự thảo của đơn vị", "Own drafts made public")
    )
    mandatory_gates: frozenset[str] = reading(
        "readiness.mandatory_gates",
        Text("Các điều kiện bắt buộc để sẵn sàng", "Gates that must not fail"),
    )
    other_bodies_issue_as_2026: bool = reading(
        "issue.matrix",
        Text(
            "Thẩm quyền ban hành trước 2026 theo bảng 2026",
            "Who may issue what before 2026: as in 2026",
        ),
    )
    percent_truncated: bool = reading(
        "format.percent", Text("In tỷ lệ cắt bỏ sau hai số lẻ", "Percentages printed truncated")
    )


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Readings2020(TermReadings):
    """The choices of one user of the law of 2020."""

    appeal_cutoff: Days | None = reading(
        "appeal.cutoff",
        Text("Hạn khiếu nại kỷ luật trước đại hội (2020)", "Appeals before the congress (2020)"),
    )
