"""From the bytes of a file to the values of its TOML; what is no TOML is told with its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from congress_flow._text import Text
from congress_flow.errors import BadInput, Problem

_PLACE: Final = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_NO_NUMBER: Final = "not a number with decimals"
# What tomllib says, by the words with which it begins. Other words are shown as they are.
_SAID: Final[Mapping[str, str]] = {
    "Cannot declare": "bảng này đã có, không viết hai lần",
    "Cannot mutate": "bảng này đã viết xong ở trên, không thêm được",
    "Cannot overwrite a value": "khóa này đã có giá trị ở trên",
    "Cannot redefine": "bảng này đã có, không viết hai lần",
    "Duplicate inline table key": "khóa này viết hai lần trong một bảng { … }",
    "Escaped character": "mã ký tự sau dấu \\ không phải một chữ",
    "Expected '='": "sau khóa phải có dấu =",
    "Expected ']' at": "tên bảng phải kết thúc bằng dấu ]",
    "Expected ']]' at": "tên bảng phải kết thúc bằng dấu ]]",
    "Expected newline": "một dòng chỉ viết một khóa, một giá trị",
    "Found invalid character": "có ký tự không được dùng ở đây",
    "Illegal character": "có ký tự không được dùng trong ngoặc kép (thiếu dấu đóng ngoặc?)",
    "Invalid date or datetime": "không có ngày này trong lịch",
    "Invalid hex value": "sau dấu \\u phải là mã của một chữ",
    "Invalid initial character": "tên khóa không bắt đầu như vậy được",
    "Invalid statement": "dòng này không phải tên bảng, cũng không phải khóa = giá trị",
    "Invalid value": "giá trị viết sai: chữ phải để trong ngoặc kép, ngày viết 2020-05-28",
    "Unclosed array": "danh sách thiếu dấu ]",
    "Unclosed inline table": "bảng { … } thiếu dấu }",
    "Unescaped": "dấu \\ trong ngoặc kép phải viết hai lần",
    "Unterminated string": "thiếu dấu đóng ngoặc kép",
    "Exceeds the limit": "số quá dài",
    _NO_NUMBER: "không phải số thập phân",
    "nested too deep": "lồng nhau quá nhiều lớp",
}


def decoded(content: bytes) -> str:
    """Return the text of a file. Raises `BadInput` that names the line which is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = Text(
            f"không phải UTF-8 ở dòng {line}: lưu lại tệp với bảng mã UTF-8",
            f"not UTF-8 on line {line}: save the file in the encoding UTF-8",
        )
        raise BadInput([Problem(f"{line}", text)]) from None


def number(words: str) -> Fraction:
    """Return a number with decimals exactly. Raises `ValueError` for other floats of TOML."""
    if not re.fullmatch(r"[+-]?[\d_]{1,30}\.[\d_]{1,30}", words):
        msg = f"{_NO_NUMBER}: {words[:40]}"
        raise ValueError(msg)
    return Fraction(words)


def toml(text: str) -> dict[str, Any]:
    """Return the values of a TOML file. Raises `BadInput` with line and column of the fault."""
    try:
        return tomllib.loads(text, parse_float=number)
    except RecursionError:
        why, path = "nested too deep", ""
    except ValueError as error:  # also TOMLDecodeError
        why, path = str(error), ""
        if place := _PLACE.fullmatch(why):
            why = place[1]
            path = f"{place[2]}:{place[3]}" if place[2] else ""
    raise BadInput(
        [Problem(path, Text(f"sai cú pháp TOML: {in_vietnamese(why)}", f"not valid TOML: {why}"))]
    ) from None


def in_vietnamese(why: str) -> str:
    """Return what the parser of Python says, in Vietnamese where it is known."""
    for begins, words in _SAID.items():
        if why.startswith(begins):
            thing = why.removeprefix(f"{_NO_NUMBER}: ")
            return words if thing == why else f"{words}: {thing}"
    return why
