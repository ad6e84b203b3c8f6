"""What is said to those who call a command wrongly, in their language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from congress_flow._text import Lang, Text
from congress_flow.errors import Problem

# What the parser of arguments says, and how that is said here; other words are shown as they are.
_SAID: Final = (
    (r"Missing argument '(?P<it>[^']+)'.*", Text("thiếu", "missing")),
    (r"Missing option '(?P<it>[^']+)'.*", Text("thiếu", "missing")),
    (r"No such command '(?P<it>[^']+)'.*", Text("không có lệnh này", "there is no such command")),
    (
        r"No such option:? '?(?P<it>[^\s']+).*",
        Text("không có tùy chọn này", "there is no such option"),
    ),
    (
        r"Option '(?P<it>[^']+)' requires (?:an argument|(?P<many>\d+) arguments).*",
        Text("thiếu giá trị", "needs a value"),
    ),
    (r"Got unexpected extra argument(?:s|\(s\))? \((?P<it>.*)\)", Text("thừa", "not asked for")),
    (
        r"Invalid value for '(?P<it>.+?)': (?:.*, )?'(?P<got>.*)' is not one of (?P<known>.*)\.",
        Text("“{got}” không thuộc: {known}", "“{got}” is none of: {known}"),
    ),
)


def misuse(words: str, command: str) -> Problem:
    """Return what is wrong with a call, from what the parser of its arguments says."""
    told, path = Text(words, words), ""
    for pattern, text in _SAID:
        found = re.fullmatch(pattern, words, re.DOTALL)
        if found is not None:
            parts = found.groupdict()
            path, known = parts["it"], (parts.get("known") or "").replace("'", "")
            got = parts.get("got") or ""
            told = Text(text.vi.format(got=got, known=known), text.en.format(got=got, known=known))
            break
    return Problem(
        path, Text(f"{told.vi}; xem {command} --help", f"{told.en}; see {command} --help")
    )


def language(arguments: Sequence[str]) -> Lang:
    """Return the language asked for in a call that could not be taken apart."""
    asked = [
        *(each.removeprefix("--lang=") for each in arguments if each.startswith("--lang=")),
        *(value for name, value in pairwise(arguments) if name == "--lang"),
    ]
    return "en" if asked and asked[-1] == "en" else "vi"
