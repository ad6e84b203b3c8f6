"""Everything this library raises. Refusals are values; these are for what is broken or misused.

`StepRefused`, which carries a verdict, stands with the verdicts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from congress_flow._text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


class CongressFlowError(Exception):
    """Root of all errors of this library."""


class DefinitionError(CongressFlowError):
    """A procedure, rule, rulebook or table is ill-formed. Raised while it is being defined."""


class UsageError(CongressFlowError):
    """A function was called with something it does not take."""


@attrs.frozen(slots=True, weakref_slot=False)
class Problem:
    """One thing wrong with an input: `path` leads to the spot, e.g. `step_vote[3].convened`."""

    path: str
    text: Text

    def __str__(self) -> str:
        return f"{self.path}: {self.text.vi}" if self.path else self.text.vi


class BadInput(CongressFlowError):
    """An input cannot be taken as it stands. `problems` holds all that is wrong, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class LedgerError(CongressFlowError):
    """A ledger cannot be read or written, or its chain is broken."""
