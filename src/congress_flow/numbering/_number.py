"""A document's number as printed, `12-KH/ĐU`, and what a reading of one may come to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final

import attrs

from congress_flow._text import Text
from congress_flow.errors import UsageError
from congress_flow.numbering._symbols import TYPES, is_issuer

INTERNAL: Final = "nb"
"""The one suffix there is: an internal letter, as in `5053-CV/VPTW/nb`."""


def _units(issuers: Iterable[str]) -> tuple[str, ...]:
    return tuple(issuers)


@attrs.frozen(slots=True, weakref_slot=False)
class Number:
    """A Party number: running number, type symbol, issuer symbols, and the suffix `nb` or nothing.

    `str()` prints it. It does **not** identify a document: two directives are 35-CT/TW; the type's
    name, the day and the issuing body do. Raises `UsageError` where no such number can be printed.
    """

    value: int
    symbol: str
    issuers: tuple[str, ...] = attrs.field(converter=_units)
    suffix: str = ""

    def __attrs_post_init__(self) -> None:
        if self.value < 1:
            raise UsageError(f"a number starts at 1, got {self.value}")
        if self.symbol not in TYPES:
            raise UsageError(f"no type has the symbol {self.symbol!r}")
        wrong = [unit for unit in self.issuers if not is_issuer(unit)]
        if wrong or not self.issuers:
            raise UsageError(f"no issuer in printed form: {wrong or 'none given'}")
        if self.suffix not in {"", INTERNAL}:
            raise UsageError(f"the suffix is {INTERNAL!r} or empty, got {self.suffix!r}")

    def __str__(self) -> str:
        tail = f"/{self.suffix}" if self.suffix else ""
        return f"{self.value:02d}-{self.symbol}/{'-'.join(self.issuers)}{tail}"

    @property
    def type_names(self) -> tuple[Text, ...]:
        """The types that the symbol may stand for; two for `QĐ`."""
        return TYPES[self.symbol].names

    @property
    def joint(self) -> bool:
        """Whether several bodies issued it together."""
        return len(self.issuers) > 1


class Status(Enum):
    """What a reading came to."""

    OK = "ok"
    REPAIRED = "repaired"
    SUGGEST = "suggest"
    ERROR = "error"

    @property
    def term(self) -> Text:
        """The status in words."""
        return _STATUS_WORDS[self]


_STATUS_WORDS: Final = {
    Status.OK: Text("đúng thể thức", "in printed form"),
    Status.REPAIRED: Text("đã sửa lỗi trình bày", "mechanically repaired"),
    Status.SUGGEST: Text("đề nghị sửa, cần người xác nhận", "suggestion, a person must confirm"),
    Status.ERROR: Text("không đọc được", "cannot be read"),
}


class Repair(Enum):
    """A mechanical repair: nothing about the meaning is guessed."""

    CASE = "case"
    COLON = "colon"
    DASH = "dash"
    GLUED_WORD = "glued_word"
    INVISIBLE = "invisible"
    LEADING_ZERO = "leading_zero"
    LOOK_ALIKE_D = "look_alike_d"
    NBSP = "nbsp"
    NFC = "nfc"
    PUNCTUATION = "punctuation"
    SLASH = "slash"
    SPACES = "spaces"

    @property
    def term(self) -> Text:
        """What was repaired, in words."""
        return _REPAIR_WORDS[self]


_REPAIR_WORDS: Final = {
    Repair.CASE: Text("chữ hoa, chữ thường", "capitals and small letters"),
    Repair.COLON: Text('dấu hai chấm sau chữ "Số"', 'colon after "Số"'),
    Repair.DASH: Text("dấu gạch nối", "hyphen"),
    Repair.GLUED_WORD: Text("hai chữ viết liền", "missing space"),
    Repair.INVISIBLE: Text("ký tự không nhìn thấy", "invisible character"),
    Repair.LEADING_ZERO: Text("số 0 đứng trước", "leading zero"),
    Repair.LOOK_ALIKE_D: Text("chữ giống chữ Đ", "letter that looks like Đ"),
    Repair.NBSP: Text("dấu cách không ngắt", "no-break space"),
    Repair.NFC: Text("dấu tách rời chữ", "decomposed letters"),
    Repair.PUNCTUATION: Text("dấu câu thừa trước ngày", "punctuation before the date"),
    Repair.SLASH: Text("dấu gạch chéo", "slash"),
    Repair.SPACES: Text("dấu cách thừa", "needless spaces"),
}


class Defect(Enum):
    """Why a text is not a Party number as it is written."""

    EMPTY = "empty"
    NO_NUMBER = "no_number"
    MISSING_NUMBER = "missing_number"
    BAD_NUMBER = "bad_number"
    STATE_DOCUMENT = "state_document"
    BAD_CHARACTER = "bad_character"
    SWAPPED_SEPARATORS = "swapped_separators"
    MISSING_TYPE = "missing_type"
    MISSING_SLASH = "missing_slash"
    UNKNOWN_TYPE = "unknown_type"
    MISSING_ISSUER = "missing_issuer"
    WRONG_SEPARATOR = "wrong_separator"
    BAD_SUFFIX = "bad_suffix"
    NUMBER_ZERO = "number_zero"
    STATE_SYMBOL = "state_symbol"
    NO_DIACRITICS = "no_diacritics"
    TYPE_IN_ISSUER_PLACE = "type_in_issuer_place"
    NO_SUCH_DAY = "no_such_day"

    @property
    def term(self) -> Text:
        """The defect in words."""
        return _DEFECT_WORDS[self]


_DEFECT_WORDS: Final = {
    Defect.EMPTY: Text("không có chữ nào", "nothing is written"),
    Defect.NO_NUMBER: Text("không có số văn bản", "there is no number"),
    Defect.MISSING_NUMBER: Text("số còn để trống", "the number is still blank"),
    Defect.BAD_NUMBER: Text("số có ký tự lạ", "the number is not a whole number"),
    Defect.STATE_DOCUMENT: Text("văn bản của Nhà nước", "a document of the State"),
    Defect.BAD_CHARACTER: Text("ký tự không dùng trong số văn bản", "a character of another kind"),
    Defect.SWAPPED_SEPARATORS: Text(
        "gạch nối và gạch chéo đổi chỗ như văn bản Nhà nước", "hyphen and slash are swapped"
    ),
    Defect.MISSING_TYPE: Text("thiếu ký hiệu thể loại", "the type is missing"),
    Defect.MISSING_SLASH: Text("thiếu gạch chéo", "the slash is missing"),
    Defect.UNKNOWN_TYPE: Text("không có thể loại này", "there is no such type"),
    Defect.MISSING_ISSUER: Text("thiếu ký hiệu cơ quan ban hành", "the issuer is missing"),
    Defect.WRONG_SEPARATOR: Text("sai dấu phân cách", "the separators are wrong"),
    Defect.BAD_SUFFIX: Text("phần cuối không đúng thể thức", "the suffix is not one"),
    Defect.NUMBER_ZERO: Text("số phải bắt đầu từ 01", "a number starts at 01"),
    Defect.STATE_SYMBOL: Text("ký hiệu của Nhà nước", "a symbol of the State"),
    Defect.NO_DIACRITICS: Text("viết không dấu", "written without diacritics"),
    Defect.TYPE_IN_ISSUER_PLACE: Text(
        "ký hiệu thể loại đứng ở chỗ cơ quan ban hành", "a type stands where the issuer should"
    ),
    Defect.NO_SUCH_DAY: Text("không có ngày này", "there is no such day"),
}


class Notice(Enum):
    """Something to look at; it changes no status."""

    QDI_OUTSIDE_WINDOW = "qdi_outside_window"
    TYPE_NAME_MISMATCH = "type_name_mismatch"

    @property
    def term(self) -> Text:
        """The notice in words."""
        return _NOTICE_WORDS[self]


_NOTICE_WORDS: Final = {
    Notice.QDI_OUTSIDE_WINDOW: Text(
        "ký hiệu QĐi ngoài thời gian được dùng", "QĐi outside the time in which it was used"
    ),
    Notice.TYPE_NAME_MISMATCH: Text(
        "tên thể loại và ký hiệu không khớp", "the type's name and its symbol disagree"
    ),
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Reading:
    """What was read in a text.

    `number` is there when the status is OK or REPAIRED, and for NO_SUCH_DAY; `suggestion` when a
    person is asked; `defect` says why it is not a number as written. `dated` is the day printed
    after the number. `type_name` and `body` are filled by `read_citation`, empty if not written.
    `start` and `end` are the span read, in the cleaned text.
    """

    status: Status
    number: Number | None = None
    suggestion: Number | None = None
    defect: Defect | None = None
    repairs: tuple[Repair, ...] = ()
    notices: tuple[Notice, ...] = ()
    dated: date | None = None
    type_name: str = ""
    body: str = ""
    start: int = 0
    end: int = 0
