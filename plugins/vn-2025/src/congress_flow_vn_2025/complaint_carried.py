"""Complaints: what holds on from 14 June 2024, and the time before a congress as it is read now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from congress_flow import (
    Case,
    Citation,
    Confidence,
    Context,
    Demand,
    Gap,
    InForce,
    Level,
    Severity,
    Text,
)
from congress_flow.procedures import complaint_case as q
from congress_flow.reckoning import LetterLaw
from congress_flow_vn_2020._complaint_links import letters_on, row, span
from congress_flow_vn_2020.complaint_screening import lodged_within
from congress_flow_vn_2020.instruments import DL_2011, HD02_2021
from congress_flow_vn_2025._book import TERM_2025, book, carry_over
from congress_flow_vn_2025.complaints_law import FREEZE, letter_law
from congress_flow_vn_2025.instruments import HD08_2024, QC190_2024, QD296_2025
from congress_flow_vn_2025.readings import Readings2025

UNTIL_QD296: Final = InForce.through(None, date(2025, 5, 29))
_GRASSROOTS: Final = frozenset({Level.CELL, Level.SECTION, Level.GRASSROOTS})
CUTOFF: Final = HD08_2024.at("khiếu nại trước đại hội", Confidence.REPORTED)


@letters_on.register
def letters_of_2024(readings: Readings2025, day: date, level: Level) -> LetterLaw:
    """Return the law of letters on *day* as the readings of 2025 have it."""
    low = level in _GRASSROOTS
    chosen = readings.freeze_grassroots if low else readings.freeze_above
    return letter_law(
        day,
        level,
        freeze=None if chosen is None else span(chosen),
        lodge_under_qd296=span(readings.lodge_under_qd296),
    )


_DERIVED: Final[dict[str, Citation]] = {
    "complaint_actor": row("8, cột cơ quan thực hiện"),
    "receipt_days_kept": row("Q1", Confidence.VERIFIED),
    "kind_set": row("Q2", Confidence.VERIFIED),
    "grounds_screened": row("Q2, Q3", Confidence.REPORTED),
    "rejected_on_grounds": row("Q3", Confidence.REPORTED),
    "only_mixed_is_split": row("Q4"),
    "forwarded_to_competent": row("Q5", Confidence.VERIFIED),
    "accepted_in_competence": row("Q11", Confidence.REPORTED),
    "settler_unconcerned": row("Q11", Confidence.REPORTED),
    "no_ground_against": row("Q3, Q11", Confidence.REPORTED),
    "petition_answered": row("Q18", Confidence.REPORTED),
    "denunciation_may_freeze": row("Q6"),
    "appeal_may_be_deferred": row("Q7"),
    # Verified of the guidance of 2019; that of 2024 was not read on it.
    "frozen_listed": row("Q8"),
    "no_longer_held_over": row("Q9"),
    "handed_to_new_term": row("Q10", Confidence.VERIFIED),
    "extended_once": row("Q13", Confidence.REPORTED),
    "complaint_concluded_in_writing": row("Q14, Q16", Confidence.REPORTED),
    "denouncer_protected": row("8-I2", Confidence.REPORTED),
    "limit_has_passed": row("Q15", Confidence.VERIFIED),
    "sender_told": row("Q17", Confidence.REPORTED),
}
for _name, _cite in _DERIVED.items():
    carry_over(_name, cites=_cite, in_force=TERM_2025)

carry_over("told_to_denounce", cites=HD02_2021.at("phần V, mục 2.4"))
carry_over("discipline_stays", cites=DL_2011.at("Điều 39 khoản 9", Confidence.VERIFIED))
carry_over("election_complaint_in_time", cites=QC190_2024.at("Điều 33 khoản 1"))

# A reading now: it warns, as its row suggests.
for _name in ("denunciation_within_freeze", "denunciation_before_freeze"):
    carry_over(_name, cites=FREEZE, in_force=TERM_2025, severity=Severity.WARNS)
# Reported now, where it was a reading: it refuses.
carry_over(
    "appeal_after_cutoff",
    cites=CUTOFF,
    title=Text(
        "Khiếu nại gửi sau mốc 25 (30) ngày làm việc trước khai mạc thì chuyển cấp ủy khóa mới",
        "An appeal sent within 25 (30) working days of the opening goes to the new committee",
    ),
    severity=Severity.BLOCKS,
)
carry_over(
    "appeal_by_cutoff",
    cites=CUTOFF,
    title=Text(
        "Khiếu nại liên quan nhân sự gửi trước khai mạc ít nhất 25 (30) ngày làm việc thì được xem "
        "xét trước đại hội",
        "An appeal about personnel sent 25 (30) working days ahead is considered before the "
        "congress",
    ),
    severity=Severity.BLOCKS,
)

carry_over(
    "lodged_in_time",
    cites=DL_2011.at("Điều 39 khoản 7", Confidence.VERIFIED),
    in_force=UNTIL_QD296,
)


@book.rule(
    q.accept,
    cites=QD296_2025.at("thời hiệu khiếu nại (nguồn mâu thuẫn về đơn vị ngày)", Confidence.UNKNOWN),
    title=Text(
        "Khiếu nại kỷ luật trong 30 ngày từ khi nhận quyết định",
        "An appeal is lodged within 30 days of receiving the decision",
    ),
    severity=Severity.WARNS,
    subject="lodged_in_time",
    encodes=("appeal.lodge", "8-I1", "Q11"),
)
def lodged_as_read(
    case: Case[q.Complaint], act: q.Accept, about: Context[Readings2025]
) -> Iterator[Demand | Gap]:
    """Days or working days, as the reading `lodge_under_qd296` says."""
    return lodged_within(case, act, about)
