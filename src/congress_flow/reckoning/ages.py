"""Age at a congress: months left to retirement at the reference month of the level.

Months count, days do not: who is born on the last day of a month stands as one born on its first.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from congress_flow._calendar import Month
from congress_flow._demand import Demand, at_least
from congress_flow._sources import Citation, Cited
from congress_flow._text import Text
from congress_flow.errors import UsageError


def _rows(given: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(given)


@attrs.frozen(slots=True, weakref_slot=False)
class RetirementAge:
    """The age of retirement in months, by the year from which it holds; the first row holds before.

    Raises `UsageError` unless years and ages rise, the ages by less than twelve months a year: else
    a person might never reach the age of the year.
    """

    rows: tuple[tuple[int, int], ...] = attrs.field(converter=_rows)

    def __attrs_post_init__(self) -> None:
        if not self.rows:
            raise UsageError("a table of retirement ages needs a row")
        for (year, age), (later, older) in zip(self.rows, self.rows[1:], strict=False):
            if later <= year or not 0 <= older - age < 12:  # noqa: PLR2004 - months of a year
                raise UsageError(f"retirement ages do not rise steadily: {self.rows}")

    @classmethod
    def flat(cls, years: int) -> RetirementAge:
        """Return one age, in years, for every year."""
        return cls(((0, years * 12),))

    @classmethod
    def rising(
        cls, *, before: int, first_year: int, first: int, step: int, last: int
    ) -> RetirementAge:
        """Return an age in months that is *before* until *first_year* and then rises to *last*."""
        ages = [*range(first, last, step), last]
        return cls(((0, before), *((first_year + n, age) for n, age in enumerate(ages))))

    def in_year(self, year: int) -> int:
        """Return the age that holds in *year*, in months."""
        return max((row for row in self.rows if row[0] <= year), default=self.rows[0])[1]

    def reached_by(self, born: Month) -> Month:
        """Return the month of retirement: the first year whose age is reached within that year."""
        year = born.year
        while (reached := born.shift(self.in_year(year))).year > year:
            year += 1
        return reached

    @property
    def highest(self) -> int:
        """The highest age of the table, in months."""
        return self.rows[-1][1]


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class RetirementLaw:
    """What the law asks of one kind of person at one level: cited figures.

    `months_required` months must be left at `reference_month` until the age of `retirement`.
    """

    reference_month: Cited[Month]
    months_required: Cited[int]
    retirement: Cited[RetirementAge]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the three figures come from."""
        return (
            self.months_required.citation,
            self.reference_month.citation,
            self.retirement.citation,
        )


@attrs.frozen(slots=True, weakref_slot=False)
class MonthsLeft:
    """A person's months left to retirement. `born` is None where the month is not known."""

    born: Month | None
    law: RetirementLaw

    @property
    def retires(self) -> Month | None:
        """The month in which the person reaches retirement age."""
        return None if self.born is None else self.law.retirement.value.reached_by(self.born)

    @property
    def months_left(self) -> int | None:
        """Months from the reference month to the month of retirement; negative if past."""
        retires = self.retires
        return None if retires is None else self.law.reference_month.value.until(retires)

    @property
    def eligible(self) -> bool | None:
        """Whether enough months are left; exactly the number required is enough."""
        left = self.months_left
        return None if left is None else left >= self.law.months_required.value

    def demand(self, *, about: str = "") -> Demand:
        """Return the demand that enough months be left."""
        return at_least(
            self.months_left,
            self.law.months_required.value,
            about=about,
            what=Text(
                f"thời gian công tác còn lại tính từ tháng {_vi(self.law.reference_month.value)}",
                f"time left in service from {self.law.reference_month.value}",
            ),
            unit=Text("tháng", "months"),
        )


def _vi(month: Month) -> str:
    return f"{month.month}/{month.year}"


def months_left(born: date | Month | None, law: RetirementLaw) -> MonthsLeft:
    """Return how many months are left to a person; None where the birth is not known."""
    return MonthsLeft(Month.of(born) if isinstance(born, date) else born, law)


def cutoff(law: RetirementLaw) -> Month:
    """Return the earliest month of birth that is still eligible ("born from … onwards")."""
    retires = law.reference_month.value.shift(law.months_required.value)
    born = retires.shift(-law.retirement.value.highest)
    while not MonthsLeft(born, law).eligible:
        born = born.shift(1)
    return born
