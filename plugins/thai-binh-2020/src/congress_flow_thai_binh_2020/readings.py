"""How the open points of the national law are read for Thái Bình in 2020.

The guidance of the block's organisation commission (09-HD/BTCĐUK, 12/3/2020) and the plan of the
block (78-KH/ĐUK, 8/11/2019) were not read. No choice below is taken from them; each says what
it rests on instead, so that a reader who has these papers can correct it.
"""

from __future__ import annotations

from typing import Final

from congress_flow import CountAnchor, Text
from congress_flow_vn_2020.calendars import VIETNAM
from congress_flow_vn_2020.readings import (
    AddNames,
    AgeBands,
    CellVariant,
    ConferenceDeductions,
    IntermediateSurplus,
    LaterRounds,
    NoStandingCommittee,
    PollTie,
    Quorum,
    QuorumBase,
    Readings2020,
    ShareBase,
    ShareRounding,
    ShortagePolicy,
    StepBase,
    SurplusRounding,
    TiePolicy,
)

_SUPPORTED: Final = Text(
    "Chưa đọc được hướng dẫn 09-HD/BTCĐUK; chọn phương án được ủng hộ nhiều nhất trong sổ tay.",
    "Guidance 09-HD/BTCĐUK was not read; the option that the handbook finds best supported.",
)
_STRICTER: Final = Text(
    "Chưa đọc được hướng dẫn 09-HD/BTCĐUK; chọn cách chặt hơn.",
    "Guidance 09-HD/BTCĐUK was not read; the stricter option.",
)
_NO_LIMIT: Final = Text(
    "Không tìm thấy thời hạn trong văn bản nào đã đọc; không tự đặt thời hạn.",
    "No limit was found in any text read; none is invented.",
)
_NO_DUTY: Final = Text(
    "Không tìm thấy văn bản nào đòi việc này ở cấp cơ sở.",
    "No text was found that asks for it at the grassroots.",
)
_LOCAL_2025: Final = Text(
    "Chưa đọc được hướng dẫn 09-HD/BTCĐUK; theo cách tỉnh Thái Nguyên trả lời năm 2025.",
    "Guidance 09-HD/BTCĐUK was not read; as Thái Nguyên answered in 2025.",
)
_SEED: Final = Text(
    "Phù hợp với con số 2 dư trên 11 (18,18 %) mà bài báo nêu.",
    "Fits the 2 extra on 11 (18.18 %) that the article reports.",
)
_LITERAL: Final = Text("Theo đúng chữ của văn bản.", "The literal wording.")
_PRACTICE: Final = Text(
    "Chưa đọc được hướng dẫn 09-HD/BTCĐUK; theo danh mục thường gặp (giả định).",
    "Guidance 09-HD/BTCĐUK was not read; the typical list (assumed).",
)
_PROVINCE: Final = Text(
    "Ban thường vụ tỉnh ủy quy định; văn bản của tỉnh chưa đọc được, tạm theo mức thường dùng.",
    "Set by the provincial standing committee, whose text was not read; the usual value.",
)
_ARTICLE: Final = Text(
    "Bài báo nêu các mặt chuẩn bị; mặt nào hỏng thì chưa sẵn sàng.",
    "The article names the sides of the preparation; none of them may fail.",
)
_NO_LATER_RULE: Final = Text(
    "Không tìm thấy quy định về số dư ở vòng bầu thêm; không tự đặt.",
    "No rule on a surplus in later rounds was found; none is invented.",
)
_NOT_BACK: Final = Text(
    "Bảng thẩm quyền ban hành có từ năm 2026; không áp dụng ngược.",
    "The table of who may issue what is of 2026; it is not read backwards.",
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
    "tie_policy": (TiePolicy.HEAD, _LOCAL_2025),
    "shortage_policy": (ShortagePolicy.REPEAT, _LOCAL_2025),
    "add_names": (AddNames.NOT_ALLOWED, _STRICTER),
    "intermediate_surplus": (IntermediateSurplus.NONE, _SUPPORTED),
    "key_cadre_roster": (
        (
            "ủy viên ban chấp hành",
            "lãnh đạo sở",
            "trưởng, phó các phòng, đơn vị",
            "bí thư, phó bí thư chi bộ trực thuộc",
            "trưởng các tổ chức đoàn thể",
        ),
        _PRACTICE,
    ),
    "no_standing_committee": (NoStandingCommittee.THREE_MEETINGS, _SUPPORTED),
    "cell_variant": (CellVariant.CELL_COMMITTEE, _SUPPORTED),
    "youth_age_line": (35, _PROVINCE),
    "age_bands": (AgeBands.THREE_PRESENT, _PROVINCE),
    "share_rounding": (ShareRounding.UP, _SUPPORTED),
    "share_base": (ShareBase.ALL, _SUPPORTED),
    "surplus_rounding": (SurplusRounding.LEAST_FROM_FLOOR, _SEED),
    "one_extra_on_three": (True, _SUPPORTED),
    "later_surplus": (LaterRounds.NOT_ASKED, _NO_LATER_RULE),
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
    "mandatory_gates": (frozenset(f"G{number}" for number in range(1, 15)), _ARTICLE),
    "appeal_cutoff": (None, _NO_LIMIT),
    "other_bodies_issue_as_2026": (False, _NOT_BACK),
    "percent_truncated": (
        True,
        Text(
            "Theo ví dụ in trong hướng dẫn 03-HD/TW (5/35 in là 14,28).",
            "As the example of guidance 03-HD/TW prints it (5/35 as 14,28).",
        ),
    ),
}

READINGS: Final = Readings2020(
    because={name: reason for name, (_, reason) in _CHOSEN.items()},
    **{name: value for name, (value, _) in _CHOSEN.items()},  # type: ignore[arg-type]
)
