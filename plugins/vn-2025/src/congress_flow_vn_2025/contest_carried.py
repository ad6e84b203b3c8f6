"""Election contests: what regulation 190 of 2024 keeps of regulation 244 of 2014, by its articles.

From article 11 on its articles are those of 2014 less two (trap TR24). Majority, base, ballots,
windows of complaint and ratification are unchanged in what was seen (handbook, D9).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Citation, Citations, Confidence, InForce, Severity
from congress_flow.reckoning import ElectionLaw
from congress_flow_vn_2020._contest_links import law_on, row
from congress_flow_vn_2020.contest_count import OVER_ISSUED
from congress_flow_vn_2020.election_law import election_law as election_law_of_2014
from congress_flow_vn_2020.election_law import not_seen
from congress_flow_vn_2020.instruments import DL_2011, HANDBOOK, QD24_2021
from congress_flow_vn_2025._book import carry_over
from congress_flow_vn_2025.election_law import election_law
from congress_flow_vn_2025.instruments import HD04_2024, QC190_2024, QD232_2025, QD294_2025
from congress_flow_vn_2025.readings import Readings2025

# The rules on elections change with the regulation, not with the directive of the term.
ELECTIONS: Final = InForce(date(2024, 10, 10))
# The regulation on the Charter of 2021 ended on 19 January 2025; those that followed were not read
# on reports and ratification.
UNTIL_QD232: Final = InForce.through(date(2024, 10, 10), date(2025, 1, 19))
SINCE_QD232: Final = InForce(date(2025, 1, 20))


@law_on.register
def law_of_2024(readings: Readings2025, day: date) -> ElectionLaw:
    """Return the law of elections on *day*: under regulation 190, before it under that of 2014."""
    of_day = election_law if day in ELECTIONS else election_law_of_2014
    return of_day(day, readings)


def rule_190(article: str, confidence: Confidence = Confidence.VERIFIED) -> Citation:
    """Cite an article of the election regulation of 2024."""
    return QC190_2024.at(article, confidence)


_BALLOT: Final = rule_190("Điều 15", Confidence.REPORTED)
_BOARD: Final = rule_190("Điều 8")
_LIST: Final = rule_190("Điều 14 khoản 1")
_RESULT: Final = rule_190("Điều 30 (chưa thấy khoản này)", Confidence.ASSUMED)
_DELEGATES: Final = rule_190("Điều 18 (chưa đọc được đủ)", Confidence.REPORTED)
_AGAIN: Final = rule_190("Điều 18 (chưa đọc được đủ)", Confidence.ASSUMED)
_ONE_BALLOT: Final = rule_190("Điều 17 (khoản tương ứng)", Confidence.DERIVED)
_COMPLAIN: Final = rule_190("Điều 33 khoản 1")
_ANNUL: Final = rule_190("Điều 33 khoản 2")
_KEEPING: Final = rule_190("Điều 35")
_POLL: Final = HD04_2024.at("lấy phiếu giới thiệu bí thư", Confidence.REPORTED)

_BY_ARTICLE: Final[dict[str, Citation | Citations]] = {
    # Plan and opening
    "contest_within_scheme": rule_190("Điều 4"),
    "delegates_allotted": _DELEGATES,
    "alternates_planned": rule_190("Điều 18"),
    "new_contest_ordered": _ANNUL,
    "roll_gives_base": (
        rule_190("Điều 30 khoản 2"),
        rule_190("Điều 30 khoản 3 (chưa thấy văn bản)", Confidence.ASSUMED),
        rule_190("Điều 30 khoản 4 (chưa đọc được đủ)", Confidence.UNKNOWN),
        row("5-I5"),
    ),
    "committee_before_secretary": _ONE_BALLOT,
    "bodies_before_secretary": (
        rule_190("Điều 21", Confidence.DERIVED),
        DL_2011.at("Điều 20 khoản 1", Confidence.VERIFIED),
    ),
    "number_of_delegates_not_voted": _DELEGATES,
    "number_within_scheme": rule_190("Điều 17", Confidence.REPORTED),
    "number_as_allotted": _DELEGATES,
    "alternates_voted": rule_190("Điều 18"),
    # Candidacy
    "outside_candidate_entitled": rule_190("Điều 9 khoản 1(b)"),
    "candidacy_deadline": rule_190("Điều 9"),
    "application_deadline": rule_190("Điều 9 (ở cơ sở: chưa thấy)", Confidence.UNKNOWN),
    "self_nominee_entitled": rule_190("Điều 9 khoản 1(a)"),
    "drawn_from_the_body": (
        rule_190("Điều 9 khoản 1(c)"),
        DL_2011.at("Điều 20 khoản 1", Confidence.VERIFIED),
    ),
    "insider_stands": rule_190("Điều 11"),
    "insider_nominates": rule_190("Điều 11"),
    "nominator_entitled": rule_190("Điều 10 khoản 1"),
    "nominee_entitled": rule_190("Điều 10 khoản 1"),
    "nominated_in_form": rule_190("Điều 10"),
    # List
    "divergence_reported": _POLL,
    "secretary_poll_answered": _POLL,
    "prepared_list_is_scheme": rule_190("Điều 14 khoản 2"),
    "prepared_band": _LIST,
    "names_consolidated": rule_190("Điều 5"),
    "withdrawals_on_proposal": rule_190("Điều 5, Điều 28"),
    "poll_of_outsiders_only": rule_190("Điều 14 khoản 3", Confidence.REPORTED),
    "list_from_the_nominated": rule_190("Điều 5, Điều 14"),
    "list_cut_by_poll": rule_190("Điều 14 khoản 3", Confidence.REPORTED),
    "no_outsider_left_off": rule_190("Điều 14 khoản 3", Confidence.DERIVED),
    "list_surplus_cap": _LIST,
    "list_over_cap_as_read": (_LIST, not_seen("surplus.min_one_overrides_cap")),
    "list_surplus_required": _LIST,
    # Decisions, board, ballots
    "by_show_of_hands": rule_190("Điều 3 khoản 2", Confidence.ASSUMED),
    "decided_by_majority": rule_190("Điều 2 (chưa thấy cơ sở tính)", Confidence.ASSUMED),
    "board_not_on_list": _BOARD,
    "board_official": _BOARD,
    "election_secret": rule_190("Điều 3 khoản 1", Confidence.REPORTED),
    "ballot_bears_list": _BALLOT,
    "ballot_form": _BALLOT,
    "voting_explained": _BOARD,
    "ballot_of_its_own": _ONE_BALLOT,
    "ballot_stamped": _BALLOT,
    "runoff_again_decided": _RESULT,
    "collection_reported": _BOARD,
    "ballots_classed": (
        rule_190("Điều 30 khoản 1"),
        _BALLOT,
        rule_190("Điều 15 (chưa đọc được đủ)", Confidence.UNKNOWN),
    ),
    # Result
    "elected_over_half": (rule_190("Điều 30 khoản 2, 3"), _RESULT),
    "filled_as_counted": _RESULT,
    "tied_as_counted": _RESULT,
    "delegates_shortage_decided": _AGAIN,
    "shortage_decided": _RESULT,
    "stop_after_tied_runoff": _RESULT,
    "further_list": _AGAIN,
    "minutes_and_seal": _BOARD,
    # The superior
    "refused_for_standards": _ANNUL,
    "complaint_in_window": _COMPLAIN,
    "complaint_taken_up": _COMPLAIN,
    "dismissal_reasoned": _COMPLAIN,
    "annulled_for_breach": _ANNUL,
    "destroyed_by_order": _KEEPING,
    "seal_kept": _KEEPING,
}
for _name, _cites in _BY_ARTICLE.items():
    carry_over(_name, cites=_cites)

# Derived from the drawing, whatever the regulation.
_DERIVED: Final[dict[str, Citation]] = {
    "contest_actor": row("5, cột cơ quan thực hiện"),
    "opens_when_quorate": row("E3, 6-I2"),
    "election_on_programme": row("E3, 6-I4"),
    "no_held_candidate": row("9.1, complaint_case"),
    "board_stays": row("E14"),
    "issued_within_present": row("5-I1"),
    "present_as_confirmed": row("5-I1", Confidence.ASSUMED),
    "void_only_over_issued": OVER_ISSUED,
    "count_within_issued": OVER_ISSUED,
    "count_agrees": row("5-I2"),
    "elected_within_seats": row("5-I4"),
    "short_as_counted": row("E22"),
    "vacancies_recorded": row("E27"),
    "surplus_of_further_round": HANDBOOK.at(
        "parameters.md surplus.later_rounds", Confidence.UNKNOWN
    ),
    "declared_as_counted": row("E29, 5-I3, 5-I4"),
    "report_complete": row("E30", Confidence.VERIFIED),
    "refused_after_ratification": row("E32"),
}
for _name, _cite in _DERIVED.items():
    carry_over(_name, cites=_cite, in_force=ELECTIONS)

# Verified now, where the older regulation was not seen: it refuses.
carry_over("ballots_kept", cites=_KEEPING, severity=Severity.BLOCKS)
# Reported of this guidance itself.
carry_over(
    "poll_counting_team",
    cites=HD04_2024.at("tổ giúp việc kiểm phiếu xin ý kiến", Confidence.REPORTED),
    severity=Severity.BLOCKS,
)
# Whether the form of the vote on withdrawals changed is not known.
carry_over(
    "withdrawals_voted",
    cites=rule_190("về việc rút khỏi danh sách (chưa rõ hình thức)", Confidence.UNKNOWN),
    severity=Severity.WARNS,
)

carry_over("report_in_time_2021", cites=QD24_2021.at("mục 16.1.1"), in_force=UNTIL_QD232)
carry_over("ratified_in_time_2021", cites=QD24_2021.at("mục 16.1.2"), in_force=UNTIL_QD232)
carry_over(
    "nothing_blocks_ratification_2021", cites=QD24_2021.at("mục 16.1.2"), in_force=UNTIL_QD232
)
for _cited, _suffix in ((QD232_2025, ""), (QD294_2025, "_294")):
    carry_over(
        "nothing_blocks_ratification",
        cites=(
            HANDBOOK.at("parameters.md case.blocks_ratification", Confidence.ASSUMED),
            _cited.at("chưa thấy khoản này", Confidence.ASSUMED),
        ),
        in_force=_cited.in_force,
        suffix=_suffix,
    )
