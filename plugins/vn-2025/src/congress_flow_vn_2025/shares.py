"""The list of the scheme: shares that are striven for, and the three age bands (trap TR18)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Instrument,
    Severity,
    Text,
    at_least,
)
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.reckoning import ShareKind
from congress_flow_vn_2020.scheme_shares import (
    OPEN,
    bands_answer,
    elected_answer,
    share_answer,
)
from congress_flow_vn_2025._book import book, carry_over
from congress_flow_vn_2025.instruments import CT45_2025
from congress_flow_vn_2025.readings import Readings2025, ShareBase
from congress_flow_vn_2025.shares_law import DIRECTIVES, SHARES, age_law

_ROWS: Final = {
    ShareKind.WOMEN: ("share_women", "share.women", "Phấn đấu tỷ lệ nữ từ 15 %", "15 % women"),
    ShareKind.YOUNG: (
        "share_youth",
        "share.youth",
        "Phấn đấu tỷ lệ trẻ từ 10 %",
        "10 % young people",
    ),
    ShareKind.RENEWAL: (
        "share_renewal",
        "share.renewal",
        "Phấn đấu đổi mới từ 1/3",
        "a renewal of one third",
    ),
}


def _share_rule(kind: ShareKind, directive: Instrument) -> None:
    name, row, vi, en = _ROWS[kind]

    def rule(case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2025]) -> Answer:
        ages = age_law(case.subject.level, about.readings)
        return share_answer(kind, act, SHARES[kind].on(act.on), ages, about.readings)

    def elected(case: Case[s.Scheme], act: s.CloseScheme, about: Context[Readings2025]) -> Answer:
        ages = age_law(case.subject.level, about.readings)
        return elected_answer(kind, case, act, about, SHARES[kind].on(act.on), ages)

    rule.__name__ = f"{name}_{directive.issued[:4]}"
    rule.__doc__ = f"The share {kind.value} of the list; a soft target."
    elected.__name__ = f"{name}_elected_{directive.issued[:4]}"
    elected.__doc__ = f"The share {kind.value} of those elected; a soft target."
    book.rule(
        r.assemble_scheme,
        cites=(*SHARES[kind].citations_on(directive.in_force), OPEN),
        title=Text(vi, f"Strive for {en} or more"),
        severity=Severity.WARNS,
        subject=name,
        encodes=(row, "share.rounding", "share.base", "R8", "2-I7"),
    )(rule)
    book.rule(
        s.close_scheme,
        cites=(*SHARES[kind].citations_on(directive.in_force), OPEN),
        title=Text(vi, f"Strive for {en} or more"),
        severity=Severity.WARNS,
        subject=f"{name}_elected",
        encodes=(row, "share.rounding", "share.base", "2-I7"),
    )(elected)


def _bands_rule(directive: Instrument) -> None:
    def rule(case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2025]) -> Answer:
        ages = age_law(case.subject.level, about.readings)
        return bands_answer(act, ages, about.readings)

    rule.__name__ = f"age_bands_{directive.issued[:4]}"
    rule.__doc__ = "Nobody's band is empty; the cut-offs are a reading."
    book.rule(
        r.assemble_scheme,
        cites=directive.at("ba độ tuổi (chưa thấy mốc)", Confidence.UNKNOWN),
        title=Text("Ba độ tuổi", "Three age bands"),
        severity=Severity.WARNS,
        subject="age_bands",
        encodes=("share.age_bands", "share.youth.age_line", "R8"),
    )(rule)


for _directive in DIRECTIVES:
    for _kind in _ROWS:
        _share_rule(_kind, _directive)
    _bands_rule(_directive)


@book.rule(
    r.assemble_scheme,
    cites=(*SHARES[ShareKind.SCIENCE].citations_on(CT45_2025.in_force), OPEN),
    title=Text("Khoảng 5 % cán bộ khoa học, công nghệ", "About 5 % from science and technology"),
    severity=Severity.WARNS,
    encodes=("share.science", "R8"),
)
def share_science(
    case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2025]
) -> Iterator[Demand | Gap]:
    """About 5 %: the whole number below it is enough, so a list of under twenty asks for none."""
    del case
    target = SHARES[ShareKind.SCIENCE].on(act.on)
    if about.readings.share_base is ShareBase.ELECTED or target is None:
        return
    if not act.candidates:
        yield Gap(Text("chưa rõ danh sách", "the list is not known"))
        return
    least = (len(act.candidates) * target.value).__floor__()
    if least:
        facts = [person.scientist for person in act.candidates]
        count = None if None in facts else sum(map(bool, facts))
        yield at_least(count, least, what=ShareKind.SCIENCE.term)


carry_over(
    "share_minority",
    cites=CT45_2025.at("về cơ cấu người dân tộc thiểu số", Confidence.REPORTED),
)
