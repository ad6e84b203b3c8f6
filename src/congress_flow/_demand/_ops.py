"""The ways in which a value can be held against a limit, and their words."""

from __future__ import annotations

import operator
from collections.abc import Callable
from enum import Enum
from typing import Any, Final, Self

from congress_flow._text import Text


def _is_among(value: Any, limit: Any) -> bool:  # noqa: ANN401 - figures of any kind
    return value in limit


def _is_not_among(value: Any, limit: Any) -> bool:  # noqa: ANN401
    return value not in limit


def _is_given(value: Any, limit: Any) -> bool:  # noqa: ANN401, ARG001
    return value is not False and value not in {"", ()}


class Op(Enum):
    """How a value is held against a limit. `check(value, limit)` does it, on figures known."""

    check: Callable[[Any, Any], bool]

    MORE_THAN = "more_than", operator.gt
    AT_LEAST = "at_least", operator.ge
    AT_MOST = "at_most", operator.le
    LESS_THAN = "less_than", operator.lt
    EQUALS = "equals", operator.eq
    DIFFERS = "differs", operator.ne
    ONE_OF = "one_of", _is_among
    NONE_OF = "none_of", _is_not_among
    NOT_BEFORE = "not_before", operator.ge
    NOT_AFTER = "not_after", operator.le
    BEFORE = "before", operator.lt
    AFTER = "after", operator.gt
    GIVEN = "given", _is_given

    def __new__(cls, value: str, check: Callable[[Any, Any], bool]) -> Self:
        # The check hangs on the member: a table by member would hash an enumeration, in Python,
        # at each comparison of each rule.
        made = object.__new__(cls)
        made._value_ = value
        made.check = check
        return made


WORDS: Final = {
    Op.MORE_THAN: Text("phải nhiều hơn", "must be more than"),
    Op.AT_LEAST: Text("phải từ … trở lên", "must be at least"),
    Op.AT_MOST: Text("không được quá", "must be at most"),
    Op.LESS_THAN: Text("phải ít hơn", "must be less than"),
    Op.EQUALS: Text("phải là", "must be"),
    Op.DIFFERS: Text("không được là", "must not be"),
    Op.ONE_OF: Text("phải thuộc", "must be among"),
    Op.NONE_OF: Text("không được thuộc", "must not be among"),
    Op.NOT_BEFORE: Text("không sớm hơn", "must not be before"),
    Op.NOT_AFTER: Text("chậm nhất là", "must be on or before"),
    Op.BEFORE: Text("phải trước", "must be before"),
    Op.AFTER: Text("phải sau", "must be after"),
    Op.GIVEN: Text("phải có", "must be given"),
}


_AT_THE_LEAST: Final = Text("ít nhất", "at least")
_AT_THE_MOST: Final = Text("nhiều nhất", "at most")
BOUND: Final = {
    Op.MORE_THAN: _AT_THE_LEAST,
    Op.AT_LEAST: _AT_THE_LEAST,
    Op.AT_MOST: _AT_THE_MOST,
    Op.LESS_THAN: _AT_THE_MOST,
}
