"""Duties: what falls due when, by the law of a day, for all the cases of a congress."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import attrs

from congress_flow._case import Beside
from congress_flow._sources import Citations, InForce
from congress_flow._text import Text

if TYPE_CHECKING:
    # At run time nobody here needs it, and the arithmetic takes long to import.
    from congress_flow.reckoning.dues import Due

R_co = TypeVar("R_co", covariant=True)


class Surroundings(Protocol[R_co]):
    """What rules and duties may look at alike: a `Context` is one, an `Outlook` too."""

    @property
    def readings(self) -> R_co:
        """The readings of the book."""
        ...

    @property
    def beside(self) -> Beside:
        """The other cases; for a duty all cases."""
        ...


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Outlook(Generic[R_co]):
    """What a duty looks at: the readings of its book, and all the cases beside.

    `on` is the day whose law is asked: the day asked, or the last day of the duty where that is
    earlier, so that a dated table still has the row by which the duty held.
    """

    readings: R_co
    beside: Beside
    on: date


@attrs.frozen(slots=True, weakref_slot=False, eq=False, kw_only=True)
class Duty:
    """A limit in time that the law sets: a pure function that says what falls due, and when.

    `subject`, `encodes` and `in_force` are what they are of a `Rule`. Duties and rules of a book
    share their names: `id` is unique among both.
    """

    id: str
    title: Text
    citations: Citations
    in_force: InForce
    subject: str
    encodes: tuple[str, ...]
    function: Callable[..., Iterable[Due]] = attrs.field(repr=False)

    def __repr__(self) -> str:
        return f"Duty({self.id!r})"

    @property
    def book(self) -> str:
        """The id of the book that it stands in."""
        return self.id.partition("/")[0]
