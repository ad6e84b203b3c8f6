"""A congress, its announcement and its cells: what holds on by the texts of this term."""

from __future__ import annotations

from typing import Final

from congress_flow import Confidence, Severity
from congress_flow_vn_2020._gates import CITED as GATES
from congress_flow_vn_2020.congress_plan import CONTENTS
from congress_flow_vn_2020.election_law import not_seen
from congress_flow_vn_2020.instruments import DL_2011, HANDBOOK, HD62_2020
from congress_flow_vn_2020.scheme_surplus import BAND, CAP
from congress_flow_vn_2025._book import TERM_2025, by_directive, carry_over
from congress_flow_vn_2025._spans import (
    FROM_QC190,
    UNDER_CT45_ALONE,
    UNTIL_KL163,
    UNTIL_QC190,
)
from congress_flow_vn_2025.congress_law import (
    BEFORE_30_JUNE,
    CALENDAR_2024,
    CALENDAR_2025,
    REPORT_232,
    REPORT_294,
)
from congress_flow_vn_2025.instruments import KL163_2025, QC190_2024

_QUORUM: Final = DL_2011.at("Điều 11 khoản 6 (chưa thấy văn bản)", Confidence.ASSUMED)
_SUSPENSION: Final = HANDBOOK.at(
    "procedures.md 6.3 (theo lần tạm hoãn năm 2020)", Confidence.REPORTED
)
_LIST: Final = QC190_2024.at("Điều 14 khoản 1", Confidence.VERIFIED)

by_directive("preparation_actor", article="về chuẩn bị đại hội", confidence=Confidence.REPORTED)

# Length of a congress: as before, so far as the plan of one province tells (Hà Tĩnh).
for _name in ("planned_length", "closed_in_length"):
    carry_over(_name, cites=CALENDAR_2024, suffix="_2024")
    carry_over(_name, cites=CALENDAR_2025, suffix="_2025")
# The gate asks for the window too: "before 30 June" was set at the grassroots on 6 June 2025.
carry_over("gate_date", cites=CALENDAR_2024, suffix="_2024")
carry_over("gate_date", cites=CALENDAR_2025, in_force=UNDER_CT45_ALONE, suffix="_2025")
carry_over("gate_date", cites=(BEFORE_30_JUNE, CALENDAR_2025), suffix="_163")

# Contents: from 6 June 2025 the conclusion on congresses of two contents was read.
for _name in ("congress_contents", "contests_of_the_contents"):
    carry_over(_name, cites=CONTENTS, in_force=UNTIL_KL163)
    carry_over(
        _name,
        cites=(KL163_2025.at("về đại hội hai nội dung", Confidence.VERIFIED), CONTENTS),
        suffix="_163",
    )

for _name in ("congress_quorum", "cell_quorum"):
    carry_over(_name, cites=_QUORUM, in_force=TERM_2025)

carry_over(
    "bodies_elected",
    cites=(
        QC190_2024.at("Điều 5", Confidence.VERIFIED),
        QC190_2024.at("Điều 2 (nguyên tắc quá nửa)", Confidence.REPORTED),
    ),
)
carry_over("bodies_by_show_of_hands", cites=QC190_2024.at("Điều 3 khoản 2", Confidence.REPORTED))
carry_over(
    "credentials_board",
    cites=(
        HANDBOOK.at("parameters.md credentials_board.applies", Confidence.VERIFIED),
        QC190_2024.at("Điều 7", Confidence.VERIFIED),
    ),
    in_force=FROM_QC190,
)

# The rules of 2021 end on 19 January 2025; those that followed were not read on the report.
for _name in ("results_reported", "election_minutes_in_time"):
    for _cites, _suffix in ((REPORT_232, "_232"), (REPORT_294, "_294")):
        carry_over(
            f"{_name}_2021",
            cites=_cites,
            severity=Severity.WARNS,
            encodes=("report.election_minutes", "select.charter_rules"),
            suffix=_suffix,
        )

for _name in ("archive_complete", "archived_in_time"):
    carry_over(
        _name,
        cites=HD62_2020.at("về hồ sơ đại hội", Confidence.VERIFIED)
        if _name == "archive_complete"
        else HD62_2020.at("về thời hạn (chưa thấy số ngày)", Confidence.UNKNOWN),
        in_force=TERM_2025,
    )

for _name in ("suspension_actor", "suspension_document", "resumption_document"):
    carry_over(_name, cites=_SUSPENSION, in_force=TERM_2025)
# The parameter is one of 2020; that a suspension moves no deadline by itself is an invariant.
carry_over(
    "deadline_unmoved",
    cites=HANDBOOK.at("procedures.md U2, 6-I5", Confidence.REPORTED),
    in_force=TERM_2025,
    encodes=("6-I5", "U2"),
)

carry_over(
    "standing_committee_size",
    cites=DL_2011.at("về ban thường vụ (chưa thấy điều)", Confidence.ASSUMED),
    in_force=TERM_2025,
    encodes=("committee.standing.threshold", "committee.standing.ratio"),
)

# Surplus of the scheme's list: the regulation of 2024 was read on it.
for _name in (
    "surplus_required",
    "surplus_cap",
    "surplus_band",
    "surplus_kept",
    "surplus_still_there",
    "below_minimum",
):
    carry_over(_name, cites=_LIST)
carry_over("surplus_over_cap_as_read", cites=(_LIST, not_seen("surplus.min_one_overrides_cap")))
carry_over("gate_personnel", cites=(GATES, CAP, BAND), in_force=UNTIL_QC190)
carry_over("gate_personnel", cites=(GATES, _LIST), in_force=FROM_QC190, suffix="_190")
