"""The five steps, the shares and the age brackets of the term 2020–2025 as figures.

`step_law`, `sequence_law` and `age_law` fill the records that the arithmetic takes; `SHARES` holds
the target shares by day. Directive 35 of 2019 was read in reports only; what nobody has read is
graded *assumed*, what the readings choose *unknown*.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final, Protocol

from congress_flow import (
    HALF,
    TWO_THIRDS,
    Citation,
    Cited,
    Confidence,
    InForce,
    Level,
    Parameter,
    Row,
)
from congress_flow.reckoning import (
    AgeLaw,
    SequenceLaw,
    ShareKind,
    ShareRounding,
    StepBase,
    StepLaw,
    StepQuorum,
)
from congress_flow_vn_2020.election_law import not_seen
from congress_flow_vn_2020.instruments import CT35_2019, CT36_2014, HANDBOOK, HD26_2019
from congress_flow_vn_2020.readings import AddNames, Quorum

_APPENDIX: Final = CT35_2019.at("phụ lục 1, quy trình 5 bước", Confidence.REPORTED)
_APPENDIX_OPEN: Final = CT35_2019.at("phụ lục 1 (nội dung này chưa đọc được)", Confidence.UNKNOWN)
_KEY_CADRES: Final = 2

_QUORUMS: Final = {
    Quorum.TWO_THIRDS: StepQuorum(TWO_THIRDS),
    Quorum.MORE_THAN_HALF: StepQuorum(HALF, strict=True),
    Quorum.NONE: StepQuorum(Fraction(0)),
}
_NAMES_JOIN_AT: Final = {
    AddNames.NOT_ALLOWED: 0,
    AddNames.AT_STEP_2: 2,
    AddNames.AT_STEP_3: 3,
}


class StepReadings(Protocol):
    """The open points of the five steps, whoever chooses them: `Readings2020` has them all."""

    @property
    def quorum_other(self) -> Quorum:
        """`five_step.quorum.other`."""
        ...

    @property
    def base_step2(self) -> StepBase:
        """`five_step.base.step2`."""
        ...

    @property
    def step2_eliminates(self) -> bool:
        """`five_step.step2_eliminates`."""
        ...

    @property
    def add_names(self) -> AddNames:
        """`five_step.add_names`."""
        ...


class ShareReadings(Protocol):
    """The open points of shares and age brackets: `Readings2020` has them all."""

    @property
    def youth_age_line(self) -> int:
        """`share.youth.age_line`, at the grassroots and in communes."""
        ...

    @property
    def share_rounding(self) -> ShareRounding:
        """`share.rounding`."""
        ...


def step_law(readings: StepReadings) -> StepLaw:
    """Return the law of the votes of the five steps (directive 35 of 2019, appendix 1)."""
    convened = Cited(StepBase.CONVENED, _APPENDIX)
    other = Cited(_QUORUMS[readings.quorum_other], _APPENDIX_OPEN)
    return StepLaw(
        threshold=Cited(HALF, _APPENDIX),
        base={
            step: Cited(readings.base_step2, _APPENDIX_OPEN) if step == _KEY_CADRES else convened
            for step in range(1, 6)
        },
        quorum={
            step: Cited(StepQuorum(TWO_THIRDS), _APPENDIX) if step == _KEY_CADRES else other
            for step in range(1, 6)
        },
        step2_eliminates=Cited(readings.step2_eliminates, _APPENDIX_OPEN),
        names_join_at=Cited(_NAMES_JOIN_AT[readings.add_names], _APPENDIX_OPEN),
        overflow=not_seen("five_step.overflow_policy", Confidence.ASSUMED),
    )


def sequence_law() -> SequenceLaw:
    """Return which meetings need counting minutes, and where their order stands."""
    return SequenceLaw(
        counted_steps=Cited(
            frozenset({2, 3, 5}), HANDBOOK.at("personnel.md 4", Confidence.REPORTED)
        ),
        track_order=_APPENDIX,
        step_order=_APPENDIX,
    )


YOUTH_LINE: Final = Cited(40, HD26_2019.at("về cơ cấu cấp ủy", Confidence.REPORTED))
_MIDDLE: Final = (40, 50)
_ABOVE_GRASSROOTS: Final = frozenset({Level.UPPER_GRASSROOTS, Level.PROVINCE})


def age_law(level: Level, readings: ShareReadings) -> AgeLaw:
    """Return the age brackets and the line of youth at *level*.

    The cut-offs 40 and 50 are those of provinces and districts. Below, the province sets its own:
    there they are a choice, and so is the line of youth.
    """
    reported = HD26_2019.at("về ba độ tuổi", Confidence.REPORTED)
    above = level in _ABOVE_GRASSROOTS
    return AgeLaw(
        middle=Cited(_MIDDLE, reported if above else not_seen("share.age_bands")),
        young_under=YOUTH_LINE
        if above
        else Cited(readings.youth_age_line, not_seen("share.youth.age_line")),
        young=Cited(Fraction(1, 10), HD26_2019.at("về cơ cấu cấp ủy", Confidence.REPORTED)),
        rounding=share_rounding(readings),
    )


def share_rounding(readings: ShareReadings) -> Cited[ShareRounding]:
    """Return how a target share becomes whole people under the reading in use."""
    return Cited(readings.share_rounding, not_seen("share.rounding"))


_T2015: Final = InForce.through(date(2014, 5, 30), date(2019, 5, 29))
_T2020: Final = InForce.through(date(2019, 5, 30), date(2024, 6, 13))


def _share(row: str, share: Fraction, in_2020: Citation) -> Parameter[Fraction]:
    return Parameter(
        row,
        (
            Row(
                value=share,
                cites=CT36_2014.at("về cơ cấu cấp ủy", Confidence.REPORTED),
                in_force=_T2015,
            ),
            Row(value=share, cites=in_2020, in_force=_T2020),
        ),
    )


# Things to strive for: a shortfall is to be explained and never blocks.
SHARES: Final = {
    ShareKind.WOMEN: _share(
        "share.women",
        Fraction(15, 100),
        CT35_2019.at("về cơ cấu cấp ủy (chưa thấy văn bản)", Confidence.ASSUMED),
    ),
    ShareKind.YOUNG: _share(
        "share.youth",
        Fraction(1, 10),
        HD26_2019.at("về cơ cấu cấp ủy", Confidence.REPORTED),
    ),
    ShareKind.RENEWAL: _share(
        "share.renewal",
        Fraction(1, 3),
        CT35_2019.at("về cơ cấu cấp ủy (chưa thấy văn bản)", Confidence.ASSUMED),
    ),
}
