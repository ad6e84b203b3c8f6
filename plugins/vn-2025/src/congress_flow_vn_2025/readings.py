"""The open points of the national law of 2025, as explicit choices.

Besides those of either term (`TermReadings`): what the texts from 2024 on leave open, or what of
them was not read. No field has a default. Where the five steps of 2020 are taken over, their own
open points are chosen anew here.
"""

from __future__ import annotations

from datetime import date

import attrs

from congress_flow import Level, Text, Worded, reading
from congress_flow_vn_2020.readings import AddNames as AddNames
from congress_flow_vn_2020.readings import AgeBands as AgeBands
from congress_flow_vn_2020.readings import CellVariant as CellVariant
from congress_flow_vn_2020.readings import ConferenceDeductions as ConferenceDeductions
from congress_flow_vn_2020.readings import Days as Days
from congress_flow_vn_2020.readings import IntermediateSurplus as IntermediateSurplus
from congress_flow_vn_2020.readings import LaterRounds as LaterRounds
from congress_flow_vn_2020.readings import Limit as Limit
from congress_flow_vn_2020.readings import NoStandingCommittee as NoStandingCommittee
from congress_flow_vn_2020.readings import PollTie as PollTie
from congress_flow_vn_2020.readings import Quorum as Quorum
from congress_flow_vn_2020.readings import QuorumBase as QuorumBase
from congress_flow_vn_2020.readings import ShareBase as ShareBase
from congress_flow_vn_2020.readings import ShareRounding as ShareRounding
from congress_flow_vn_2020.readings import ShortagePolicy as ShortagePolicy
from congress_flow_vn_2020.readings import StepBase as StepBase
from congress_flow_vn_2020.readings import SurplusRounding as SurplusRounding
from congress_flow_vn_2020.readings import TermReadings as TermReadings
from congress_flow_vn_2020.readings import TiePolicy as TiePolicy


class StepsOf2025(Worded):
    """The list of steps in the guidance of 2024, which was not read."""

    AS_2020 = "as_2020", Text("như nhiệm kỳ 2020-2025", "as in the term 2020–2025")
    TWO_FOR_RENOMINATED = (
        "two_for_renominated",
        Text("hai bước đối với người tái cử", "two steps for the re-nominated"),
    )


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Readings2025(TermReadings):
    """The choices of one user of the law of 2025. `because` gives the reason of each."""

    five_step_levels: frozenset[Level] = reading(
        "five_step.applies",
        Text("Cấp nào làm quy trình nhân sự 5 bước", "Levels that follow the five steps"),
    )
    five_step_steps: StepsOf2025 = reading(
        "five_step.steps",
        Text("Các bước theo hướng dẫn năm 2024", "The steps of the guidance of 2024"),
    )
    reelection_under_ct35: int = reading(
        "age.months.reelection",
        Text(
            "Số tháng còn lại để tái cử, 14/6/2024 – 13/4/2025",
            "Months left for re-election, 14 June 2024 to 13 April 2025",
        ),
    )
    min_time_in_post: int | None = reading(
        "eligibility.min_time_in_post",
        Text("Số tháng giữ chức tối thiểu (trống: không)", "Least months in post (empty: none)"),
    )
    youth_age_line_province: int = reading(
        "share.youth.age_line",
        Text("Cán bộ trẻ: dưới bao nhiêu tuổi (tỉnh)", "Young: under what age (province)"),
    )
    cells_in_pilot: frozenset[str] = reading(
        "cell.term",
        Text("Chi bộ thí điểm nhiệm kỳ 5 năm", "Cells in the pilot of a term of five years"),
    )
    announce: Days = reading(
        "convene.announce",
        Text(
            "Công bố trước ngày khai mạc, từ 20/1/2025",
            "Notice of the opening, from 20 January 2025",
        ),
    )
    commune_days: int = reading(
        "congress.length", Text("Số ngày đại hội cấp xã", "Days of a commune's congress")
    )
    commune_before: date = reading(
        "congress.window",
        Text("Đại hội cấp xã xong trước ngày", "Communes' congresses are done before"),
    )
    report_limit: Days = reading(
        "report.election_minutes",
        Text("Hạn báo cáo kết quả bầu cử, từ 20/1/2025", "Report, from 20 January 2025"),
    )
    ratification_limit: Days = reading(
        "ratification.limit",
        Text("Hạn chuẩn y, từ 20/1/2025", "Ratification, from 20 January 2025"),
    )
    freeze_grassroots: Days | None = reading(
        "denunciation.freeze",
        Text("Mốc chưa giải quyết tố cáo, cấp cơ sở", "Freeze of denunciations, grassroots"),
    )
    freeze_above: Days | None = reading(
        "denunciation.freeze",
        Text("Mốc chưa giải quyết tố cáo, cấp trên cơ sở", "Freeze of denunciations, above"),
    )
    lodge_under_qd296: Days = reading(
        "appeal.lodge",
        Text("Thời hiệu khiếu nại kỷ luật, từ 30/5/2025", "Time to appeal, from 30 May 2025"),
    )
