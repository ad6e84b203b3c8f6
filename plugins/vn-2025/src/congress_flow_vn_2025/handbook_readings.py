"""How the open points of the law of 2025 are read here, each with its reason.

No province's readings of this term are known, so the choices are those that the handbook finds best
supported; where it has none, no limit is set. They are explicit: `congress-flow doctor` prints
them, and every record holds them. They stand back for whoever gives readings of their own: a
province with texts of its own makes a plugin that gives a `Readings2025`, best by
`attrs.evolve(READINGS, …)` (see the README of this plugin).
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from congress_flow import CountAnchor, Level, Text
from congress_flow_vn_2020.calendars import VIETNAM
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2025.readings import (
    AddNames,
    AgeBands,
    CellVariant,
    ConferenceDeductions,
    Days,
    IntermediateSurplus,
    LaterRounds,
    Limit,
    NoStandingCommittee,
    PollTie,
    Quorum,
    QuorumBase,
    Readings2025,
    ShareBase,
    ShareRounding,
    ShortagePolicy,
    StepBase,
    StepsOf2025,
    SurplusRounding,
    TermReadings,
    TiePolicy,
)

_SUPPORTED: Final = Text(
    "Chưa có văn bản nào nói rõ; chọn phương án được ủng hộ nhiều nhất trong sổ tay.",
    "No text says it; the option that the handbook finds best supported.",
)
_AS_BEFORE: Final = Text(
    "Chưa đọc được quy định mới về việc này; giữ như trước.",
    "The new regulation was not read on this; kept as before.",
)
_AS_2020: Final = Text(
    "Chưa tìm thấy danh mục bước của Hướng dẫn 27-HD/BTCTW; làm như nhiệm kỳ 2020-2025.",
    "The list of steps of guidance 27-HD/BTCTW was not found; as in the term 2020–2025.",
)
_STRICTER: Final = Text(
    "Chưa có văn bản nào nói rõ; chọn cách chặt hơn.", "No text says it; the stricter option."
)
_NO_LIMIT: Final = Text(
    "Không tìm thấy thời hạn trong văn bản nào đã đọc; không tự đặt thời hạn.",
    "No limit was found in any text read; none is invented.",
)
_NO_DUTY: Final = Text(
    "Không tìm thấy văn bản nào đòi việc này.", "No text was found that asks for it."
)
_THAI_NGUYEN: Final = Text(
    "Sổ tay không nêu phương án nào được ủng hộ hơn; tạm theo câu trả lời tháng 3/2025 của tỉnh "
    "Thái Nguyên, không ràng buộc nơi khác.",
    "The handbook supports no option more; for now as Thái Nguyên answered in March 2025, which "
    "binds nobody elsewhere.",
)
_LITERAL: Final = Text("Theo đúng chữ của văn bản.", "The literal wording.")
_PRACTICE: Final = Text(
    "Danh mục thường gặp (giả định); chưa đọc được văn bản.",
    "The typical list (assumed); no text was read.",
)
_USUAL: Final = Text(
    "Ban thường vụ tỉnh ủy quy định; tạm theo mức thường dùng (giả định).",
    "Set by the provincial standing committee; the usual value (assumed).",
)
_ASSUMED: Final = Text(
    "Chưa thấy trong Chỉ thị 45-CT/TW; theo mức giả định của sổ tay.",
    "Not seen in directive 45-CT/TW; the value that the handbook assumes.",
)

_CHOSEN: Final = {
    "calendar": (VIETNAM, _SUPPORTED),
    "count_anchor": (CountAnchor.EXCLUDE, _SUPPORTED),
    "before_is_exclusive": (True, _LITERAL),
    "quorum_other": (Quorum.TWO_THIRDS, _SUPPORTED),
    "base_step2": (StepBase.PRESENT, _SUPPORTED),
    "secret_step1": (False, _SUPPORTED),
    "secret_step4": (True, _SUPPORTED),
    "step2_eliminates": (True, _SUPPORTED),
    "tie_policy": (TiePolicy.HEAD, _THAI_NGUYEN),
    "shortage_policy": (ShortagePolicy.REPEAT, _THAI_NGUYEN),
    "add_names": (AddNames.NOT_ALLOWED, _STRICTER),
    "intermediate_surplus": (IntermediateSurplus.NONE, _SUPPORTED),
    "key_cadre_roster": (
        (
            "ủy viên ban chấp hành",
            "lãnh đạo cơ quan, đơn vị",
            "trưởng, phó các phòng, đơn vị",
            "bí thư, phó bí thư chi bộ trực thuộc",
            "trưởng các tổ chức đoàn thể",
        ),
        _PRACTICE,
    ),
    "no_standing_committee": (NoStandingCommittee.THREE_MEETINGS, _SUPPORTED),
    "cell_variant": (CellVariant.CELL_COMMITTEE, _SUPPORTED),
    "youth_age_line": (40, _USUAL),
    "age_bands": (AgeBands.THREE_PRESENT, _USUAL),
    "share_rounding": (ShareRounding.UP, _SUPPORTED),
    "share_base": (ShareBase.ALL, _SUPPORTED),
    "surplus_rounding": (SurplusRounding.LEAST_FROM_FLOOR, _SUPPORTED),
    "one_extra_on_three": (
        False,
        Text(
            "190-QĐ/TW không có ngoại lệ nào cho mức 30 %; chỉ tỉnh Thái Nguyên trả lời cho dư 1.",
            "Regulation 190 has no exception to the 30 %; only Thái Nguyên answered that one may.",
        ),
    ),
    "later_surplus": (LaterRounds.NOT_ASKED, _NO_LIMIT),
    "poll_tie": (PollTie.CONGRESS_DECIDES, _SUPPORTED),
    "discipline_wait": (None, _NO_LIMIT),
    "grassroots_application": (None, _NO_LIMIT),
    "personal_papers": (
        (
            "tờ trình",
            "sơ yếu lý lịch",
            "bản tự kiểm điểm",
            "nhận xét nơi công tác",
            "nhận xét nơi cư trú",
            "kết luận tiêu chuẩn chính trị",
            "bản kê khai tài sản, thu nhập",
            "bản sao văn bằng, chứng chỉ",
            "giấy chứng nhận sức khỏe",
        ),
        _PRACTICE,
    ),
    "approval_papers": (
        (
            "tờ trình",
            "báo cáo chính trị",
            "báo cáo kiểm điểm",
            "đề án nhân sự",
            "dự thảo nghị quyết",
            "chương trình hành động",
            "chương trình đại hội",
            "biên bản hội nghị ban chấp hành",
        ),
        _PRACTICE,
    ),
    "lead_time": (None, _NO_LIMIT),
    "approval_before_opening": (None, _NO_LIMIT),
    "approval_to_opening": (None, _NO_LIMIT),
    "approval_answer": (None, _NO_LIMIT),
    "quorum_base": (QuorumBase.CONVENED, _STRICTER),
    "all_disagree_valid": (False, _LITERAL),
    "conference_deductions": (ConferenceDeductions.NONE, _STRICTER),
    "cell_submit_before": (None, _NO_LIMIT),
    "action_programme_issue": (None, _NO_LIMIT),
    "handover": (None, _NO_LIMIT),
    "archive": (None, _NO_LIMIT),
    "script_approved": (True, _STRICTER),
    "working_rules_approved": (False, _NO_DUTY),
    "review_report_opinions": (False, _NO_DUTY),
    "resolution_outline": (False, _NO_DUTY),
    "review_outline_by_executive": (False, _NO_DUTY),
    "consultation_period": (None, _NO_LIMIT),
    "own_drafts_public": (False, _NO_DUTY),
    "mandatory_gates": (
        frozenset({"G1", "G5", "G7", "G8", "G9", "G12", "G14"}),
        _SUPPORTED,
    ),
    "other_bodies_issue_as_2026": (False, _NO_LIMIT),
    "percent_truncated": (
        True,
        Text(
            "Theo ví dụ in trong Hướng dẫn 03-HD/TW năm 2020 (5/35 in là 14,28).",
            "As the example of guidance 03-HD/TW of 2020 prints it (5/35 as 14,28).",
        ),
    ),
    "five_step_levels": (frozenset(Level) - {Level.CENTRE}, _AS_2020),
    "five_step_steps": (StepsOf2025.AS_2020, _AS_2020),
    "reelection_under_ct35": (
        48,
        Text(
            "Cách hiểu được giả định (vừa) trong sổ tay, và là cách chặt hơn.",
            "Assumed (medium) in the handbook, and the stricter of the two.",
        ),
    ),
    "min_time_in_post": (
        24,
        Text(
            "Chưa đọc được mức chung; tạm theo 24 tháng trong tiêu chuẩn chức danh của tỉnh Nghệ "
            "An, không ràng buộc nơi khác.",
            "The general value was not read; for now the 24 months of the title standard of Nghệ "
            "An, which binds nobody elsewhere.",
        ),
    ),
    "youth_age_line_province": (
        42,
        Text("Mức thường được nêu (giả định, yếu).", "The value commonly cited (assumed, low)."),
    ),
    "cells_in_pilot": (
        frozenset[str](),
        Text("Chưa biết chi bộ nào được chọn thí điểm.", "No cell is known to be in the pilot."),
    ),
    "announce": (Days(30, Limit.WORKING_DAYS), _AS_BEFORE),
    "commune_days": (2, _ASSUMED),
    "commune_before": (date(2025, 8, 31), _ASSUMED),
    "report_limit": (Days(7, Limit.WORKING_DAYS), _AS_BEFORE),
    "ratification_limit": (Days(15, Limit.WORKING_DAYS), _AS_BEFORE),
    "freeze_grassroots": (Days(25, Limit.WORKING_DAYS), _AS_BEFORE),
    "freeze_above": (Days(30, Limit.WORKING_DAYS), _AS_BEFORE),
    "lodge_under_qd296": (
        Days(30, Limit.WORKING_DAYS),
        Text(
            "Nguồn mâu thuẫn về đơn vị ngày; chọn cách có lợi cho người khiếu nại.",
            "The source conflicts on the unit; the option that favours the person who appeals.",
        ),
    ),
}

_APPEALS_2020: Final = Text(
    "Không thấy mốc trong văn bản năm 2019; không tự đặt mốc.",
    "No cut-off was seen in the text of 2019; none is invented.",
)

READINGS: Final = Readings2025(
    because={name: reason for name, (_, reason) in _CHOSEN.items()},
    **{name: value for name, (value, _) in _CHOSEN.items()},  # type: ignore[arg-type]
)

_EITHER_TERM: Final = {field.name for field in attrs.fields(TermReadings)} & _CHOSEN.keys()

# Of one extra on three seats the handbook has a row for that term: it supports the exception.
_OF_2020: Final = {name: _CHOSEN[name] for name in _EITHER_TERM} | {
    "appeal_cutoff": (None, _APPEALS_2020),
    "one_extra_on_three": (True, _SUPPORTED),
}

READINGS_2020: Final = Readings2020(
    because={name: reason for name, (_, reason) in _OF_2020.items()},
    **{name: value for name, (value, _) in _OF_2020.items()},  # type: ignore[arg-type]
)
"""The same choices for the book of 2020, which has the acts before 14 June 2024."""
