"""What falls due when in this term: importing this module writes every duty into the book.

As with rules, most duties of 2020 hold on by other texts: they are carried over, and the older one
ends where it would go on beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from congress_flow import (
    ALWAYS,
    Citation,
    Citations,
    Cited,
    Confidence,
    Duty,
    InForce,
    Level,
    Outlook,
    Text,
)
from congress_flow.reckoning import Due
from congress_flow_vn_2020.complaint_duties import lodgings
from congress_flow_vn_2020.congress_duties import (
    Term,
    announced_by,
    cell_shifts,
    cell_terms,
    charter_term,
    windows,
)
from congress_flow_vn_2020.congress_tables import CHARTER_24_3, Window
from congress_flow_vn_2020.contest_duties import ratifications, reports
from congress_flow_vn_2020.instruments import HANDBOOK, HD62_2020, QD24_2021
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025._book import FIRST_DAY, TERM_2025, book, named
from congress_flow_vn_2025.complaint_carried import CUTOFF, UNTIL_QD296
from congress_flow_vn_2025.complaints_law import FREEZE
from congress_flow_vn_2025.congress_law import (
    BEFORE_30_JUNE,
    CALENDAR_2025,
    CELLS,
    COMMUNES,
    NOTICE_232,
    NOTICE_294,
    PILOT_TERM,
    REPORT_232,
    REPORT_294,
    WINDOW,
)
from congress_flow_vn_2025.contest_carried import SINCE_QD232, rule_190
from congress_flow_vn_2025.instruments import QD294_2025, QD296_2025
from congress_flow_vn_2025.readings import Readings2025

OLDER: Final[Mapping[str, Duty]] = {duty.id.partition("/")[2]: duty for duty in older_book.duties}
_FROM_294: Final = QD294_2025.in_force
_UNTIL_294: Final = InForce(FIRST_DAY, _FROM_294.since)
_LODGE_296: Final = QD296_2025.at(
    "thời hiệu khiếu nại (nguồn mâu thuẫn về đơn vị ngày)", Confidence.UNKNOWN
)
_TERM: Final = HANDBOOK.at("parameters.md, cột In force, T2025", Confidence.DERIVED)


def carry_duty(
    name: str,
    *,
    cites: Citation | Citations,
    in_force: InForce = ALWAYS,
    suffix: str = "",
) -> None:
    """Write the duty *name* of vn-2020 into this book: the same limit, now by the text cited.

    It is asked with the readings of this book; *suffix* is added to its name, as for a rule that is
    carried over.
    """
    older = OLDER[name]
    book.duty(
        cites=cites,
        title=older.title,
        in_force=in_force,
        subject=older.subject,
        encodes=older.encodes,
    )(named(older.function, name + suffix))


# --- The congress --------------------------------------------------------------------------------


def _notice_duty(name: str, cites: Citation) -> None:
    """Write the duty to announce under one of the regulations that were not read on it."""

    def announced(about: Outlook[Readings2025]) -> Iterator[Due]:
        """As long before as the reading `announce` says."""
        return announced_by(about, about.readings.announce)

    book.duty(
        cites=cites,
        title=Text(
            "Công bố trước khai mạc đủ số ngày đã chọn", "Announced as long before as was read"
        ),
        subject="announced_ahead",
        encodes=("convene.announce",),
    )(named(announced, name))


_notice_duty("announcement_due_232", NOTICE_232)
_notice_duty("announcement_due_294", NOTICE_294)


def _window_duty(name: str, level: Level, cites: Citation) -> None:
    """Write the duty to hold congresses of one level within their days."""

    def held(about: Outlook[Readings2025]) -> Iterator[Due]:
        """The days that were read for the level."""
        # The conclusion of 6 June 2025 binds congresses that were planned before it.
        span = InForce(FIRST_DAY, cites.instrument.in_force.until)
        return windows(about, lambda each: _window(about, each) if each is level else None, span)

    book.duty(
        cites=cites,
        title=Text("Đại hội trong thời gian quy định", "Held within the days of its level"),
        subject="congress_held",
        encodes=("congress.window", "deadline.before_is_exclusive"),
    )(named(held, name))


def _window(about: Outlook[Readings2025], level: Level) -> Cited[Window] | None:
    if level is not Level.COMMUNE:
        return WINDOW.on(about.on, level)
    return Cited(Window(None, about.readings.commune_before, before=True), COMMUNES)


_window_duty("grassroots_window_due", Level.GRASSROOTS, BEFORE_30_JUNE)
_window_duty("province_window_due", Level.PROVINCE, CALENDAR_2025)
_window_duty("commune_window_due", Level.COMMUNE, COMMUNES)

for _cites, _suffix in ((REPORT_232, "_232"), (REPORT_294, "_294")):
    carry_duty("election_minutes_due", cites=_cites, suffix=_suffix)
carry_duty(
    "archive_due",
    cites=HD62_2020.at("về thời hạn (chưa thấy số ngày)", Confidence.UNKNOWN),
    in_force=TERM_2025,
)

# --- Cells: since 1 July 2025 some are in a pilot of longer terms --------------------------------

for _name in ("cell_term_due", "cell_shift_due"):
    carry_duty(_name, cites=CHARTER_24_3, in_force=_UNTIL_294)


def _apart_from_pilot(about: Outlook[Readings2025]) -> Term:
    charter, pilot = charter_term(about.on), about.readings.cells_in_pilot
    return lambda cell: None if cell.cell in pilot else charter(cell)


def _of_pilot(about: Outlook[Readings2025]) -> Term:
    found, pilot = PILOT_TERM.on(about.on, Level.CELL), about.readings.cells_in_pilot
    return lambda cell: found.value if found is not None and cell.cell in pilot else None


_TWICE: Final = Text("Đại hội chi bộ 5 năm hai lần", "A cell congress twice in five years")
_ONCE: Final = Text(
    "Chi bộ thí điểm: đại hội 5 năm một lần", "A cell in the pilot: once in five years"
)
_SHIFTED: Final = Text(
    "Đại hội chi bộ sớm, muộn không quá 6 tháng", "A cell: six months at the most either way"
)


@book.duty(
    cites=(CHARTER_24_3, CELLS),
    in_force=_FROM_294,
    title=_TWICE,
    subject="cell_term_due",
    encodes=("cell.term",),
)
def cell_term_due_294(about: Outlook[Readings2025]) -> Iterator[Due]:
    """Thirty months after the last one, where the cell is not in the pilot."""
    return cell_terms(about, _apart_from_pilot(about))


@book.duty(cites=CELLS, title=_ONCE, subject="cell_term_due", encodes=("cell.term",))
def pilot_term_due(about: Outlook[Readings2025]) -> Iterator[Due]:
    """Sixty months after the last one; which cells are in the pilot is a reading."""
    return cell_terms(about, _of_pilot(about))


@book.duty(
    cites=(CHARTER_24_3, CELLS),
    in_force=_FROM_294,
    title=_SHIFTED,
    subject="cell_shift_due",
    encodes=("cell.shift_max",),
)
def cell_shift_due_294(about: Outlook[Readings2025]) -> Iterator[Due]:
    """Of the day on which it falls due, in the pilot or not."""
    yield from cell_shifts(about, _apart_from_pilot(about))
    yield from cell_shifts(about, _of_pilot(about))


# --- Elections -----------------------------------------------------------------------------------

carry_duty("candidacy_due", cites=rule_190("Điều 9"))
carry_duty("application_due", cites=rule_190("Điều 9 (ở cơ sở: chưa thấy)", Confidence.UNKNOWN))
carry_duty("election_complaint_due", cites=rule_190("Điều 33 khoản 1"))
carry_duty("ballots_kept_due", cites=rule_190("Điều 35"))
for _name, _item in (
    ("contest_report_due_2021", "mục 16.1.1"),
    ("ratification_due_2021", "mục 16.1.2"),
):
    carry_duty(_name, cites=QD24_2021.at(_item), in_force=TERM_2025)


@book.duty(
    cites=HANDBOOK.at("parameters.md report.election_minutes", Confidence.UNKNOWN),
    in_force=SINCE_QD232,
    title=Text(
        "Báo cáo kết quả bầu cử trong hạn đã chọn", "Reported within the time that was read"
    ),
    subject="report_in_time",
    encodes=("report.election_minutes",),
)
def contest_report_as_read(about: Outlook[Readings2025]) -> Iterator[Due]:
    """As the reading `report_limit` says: the regulations since 20 January 2025 were not read."""
    return reports(about, about.readings.report_limit)


@book.duty(
    cites=HANDBOOK.at("parameters.md ratification.limit", Confidence.UNKNOWN),
    in_force=SINCE_QD232,
    title=Text("Chuẩn y trong hạn đã chọn", "Ratified within the time that was read"),
    subject="ratified_in_time",
    encodes=("ratification.limit", "case.blocks_ratification"),
)
def ratification_as_read(about: Outlook[Readings2025]) -> Iterator[Due]:
    """As the reading `ratification_limit` says."""
    return ratifications(about, about.readings.ratification_limit)


# --- Letters: how long settling may take was not read of this term -------------------------------

carry_duty("denunciation_freeze_day", cites=FREEZE, in_force=TERM_2025)
carry_duty("appeal_cutoff_day", cites=CUTOFF)
for _name in ("appeal_lodged_due", "appeal_lodged_as_answered"):
    carry_duty(_name, cites=OLDER[_name].citations, in_force=UNTIL_QD296)


@book.duty(
    cites=_LODGE_296,
    title=Text(
        "Khiếu nại kỷ luật trong 30 ngày từ khi nhận quyết định",
        "An appeal is lodged within 30 days of receiving the decision",
    ),
    subject="lodged_in_time",
    encodes=("appeal.lodge",),
)
def appeal_lodged_as_read(about: Outlook[Readings2025]) -> Iterator[Due]:
    """Days or working days, as the reading `lodge_under_qd296` says."""
    return lodgings(about, 0)


# --- What no other text carries ------------------------------------------------------------------

for _name in (
    "local_limit_due",
    "cell_report_due",
    "cell_package_due",
    "handover_due",
    "opening_due",
):
    carry_duty(_name, cites=OLDER[_name].citations, in_force=TERM_2025)


def _take_over() -> None:
    """End what vn-2020 would go on asking in this term, and ask it here, by these readings.

    What another text carries here from a later day on is asked by the older one until then.
    """
    begins = {duty.id.partition("/")[2]: duty.in_force.since for duty in book.duties}
    for name, older in OLDER.items():
        left = older.in_force & TERM_2025
        if left is None:
            continue
        book.repeal(older.id, since=FIRST_DAY, cites=_TERM)
        if begins.get(name) != FIRST_DAY:
            suffix = f"_until_{left.until.year}" if left.until and name in begins else ""
            carry_duty(name, cites=older.citations, in_force=left, suffix=suffix)


_take_over()
