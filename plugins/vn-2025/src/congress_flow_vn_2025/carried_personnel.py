"""Personnel: the five steps and the scheme as in 2020, by the reading, under both directives.

The list of steps in guidance 27-HD/BTCTW of 2024 was not found; directive 45 of 2025 was read in
part. That the five steps of 2020 hold on is the reading `five_step_steps`, and every rule taken
from them is graded *unknown*.
"""

from __future__ import annotations

from typing import Final

from congress_flow import Confidence
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2025._book import TERM_2025, by_directive, carry_over

STEPS: Final = "quy trình nhân sự (chưa tìm thấy danh mục bước của 27-HD/BTCTW)"
_APPROVAL: Final = "về duyệt nội dung, nhân sự đại hội cấp dưới"
_APPROVAL_NOT_SEEN: Final = "về duyệt đại hội (chưa thấy văn bản)"
_APPROVAL_NOT_READ: Final = "về duyệt đại hội (nội dung này chưa đọc được)"

by_directive(
    # The run
    "run_actor",
    "run_variant_actor",
    "subcommittee_by_decision",
    "direction_complete",
    "incumbents_listed",
    "track_completed",
    "places_left",
    "reopened_after_return",
    # The tracks
    "track_actor",
    "variant_actor",
    "scheme_variant_actor",
    "track_order",
    "divergence_recorded",
    "issue_named",
    "issue_concluded",
    "repeat_as_read",
    "vacancies_as_read",
    "tie_settled_as_read",
    "referred_as_read",
    "opinion_written",
    "confirmed_after_vote",
    "brought_in",
    "removal_reasoned",
    "reopened_at_step1",
    "reopened_on_list",
    "aborted_with_run",
    # The meetings of the steps, as the track accepts them
    "quorum_step2",
    "quorum_other",
    "secret_ballot",
    "secret_if_read_so",
    "threshold_step1",
    "threshold_step2",
    "threshold",
    "from_the_list",
    "added_names",
    "earlier_results",
    "list_passed_on",
    "before_step5",
    "views_agree",
    "final_list",
    # Each meeting by itself
    "meeting_list_fixed",
    "meeting_roster",
    "meeting_quorum_step2",
    "meeting_quorum_other",
    "meeting_secret",
    "meeting_form_as_read",
    "meeting_no_plain_vote",
    "meeting_plain_as_read",
    "meeting_minutes",
    # The persons of step 1
    "list_given",
    "serving_or_new",
    "discipline_wait",
    # The variant of cells
    "cell_introduction",
    article=STEPS,
    confidence=Confidence.UNKNOWN,
)

by_directive(
    "scheme_actor",
    "difficulty_recorded",
    "approval_written",
    "no_open_case",
    "conclusion_written",
    "completion_recorded",
    "presented_to_quorate_congress",
    article=_APPROVAL,
    confidence=Confidence.REPORTED,
)
by_directive(
    "scheme_adopted",
    "return_reasoned",
    "structure_reopened",
    "list_reopened",
    "remarks_answered",
    "rejection_reasoned",
    "approved_anew",
    "remedy_recorded",
    "scheme_removal_reasoned",
    "withdrawer_listed",
    "withdrawal_open",
    article=_APPROVAL_NOT_SEEN,
    confidence=Confidence.ASSUMED,
)
by_directive(
    "personal_papers",
    "approval_papers",
    "lead_time",
    "approval_in_time",
    "approval_window",
    article=_APPROVAL_NOT_READ,
    confidence=Confidence.UNKNOWN,
)
by_directive(
    "no_election_agreed",
    article="về đại hội không bầu cấp ủy",
    confidence=Confidence.REPORTED,
)

# Complaints about persons of the scheme: the guidance of 2019 ended with its term, that of
# 18 November 2024 was read in part.
_CASES: Final = {
    "timely_case": ("S13, S14", Confidence.DERIVED),
    "late_case_frozen": ("S17", Confidence.REPORTED),
    "inadmissible_case_rejected": ("S18", Confidence.REPORTED),
    "gate_complaints": ("6.4, G10", Confidence.REPORTED),
}
for _name, (_row, _grade) in _CASES.items():
    carry_over(_name, cites=HANDBOOK.at(f"procedures.md {_row}", _grade), in_force=TERM_2025)
