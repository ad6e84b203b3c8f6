"""A procedure as a Mermaid state diagram."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from congress_flow._procedure import Procedure
from congress_flow._text import Lang


def mermaid(procedure: Procedure[Any], lang: Lang = "vi") -> str:
    """Return the drawing of *procedure* as a Mermaid `stateDiagram-v2`."""
    return "".join(f"{line}\n" for line in _lines(procedure, lang))


def _lines(procedure: Procedure[Any], lang: Lang) -> Iterator[str]:
    yield "---"
    yield f"title: {procedure.id}"
    yield "---"
    yield "stateDiagram-v2"
    for stage in procedure.stages:
        yield f'    state "{_plain(stage.term.within(lang))}" as {stage.name}'
    yield f"    [*] --> {procedure.initial.name}"
    for step in procedure.steps:
        for source in step.sources:
            target = step.target_from(source).name
            label = _plain(f"{step.id} {step.term.within(lang)}")
            yield f"    {source.name} --> {target}: {label}"
    for stage in procedure.stages:
        if stage.final:
            yield f"    {stage.name} --> [*]"


def _plain(words: str) -> str:
    """Words without the signs that mean something to Mermaid."""
    for sign, instead in (('"', "'"), (":", " –"), (";", ","), ("#", "")):
        words = words.replace(sign, instead)
    return words
