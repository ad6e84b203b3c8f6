"""The rules and duties in each plugin's README.

`python -m tests.surroundings.rule_tables` writes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from congress_flow import Confidence, Duty, Rule, Rulebook, Shelf, choices, load
from congress_flow.reports._words import chosen_words

PLUGINS = Path(__file__).parents[2] / "plugins"
# Which book's plugin gives the readings of which book.
GIVES = {"vn-2020": "thai-binh-2020", "vn-2025": "vn-2025"}
BEGIN, END = "<!-- rules: begin -->", "<!-- rules: end -->"


def tables(shelf: Shelf, book: Rulebook[Any]) -> Iterator[str]:
    """Yield the lines of a book's rules and duties, and of the readings that its plugin gives."""
    for read in (name for name, giver in GIVES.items() if giver == book.id):
        readings = shelf.readings[read]
        yield "### Cách hiểu đã chọn / Readings in use"
        yield ""
        yield "| điểm mở / open point | chọn / chosen | vì sao / why |"
        yield "|---|---|---|"
        for choice in choices(readings):
            why = choice.because.vi if choice.because else "–"
            chosen = chosen_words(choice.chosen) or "–"
            yield f"| {choice.title.vi} (`{choice.parameter}`) | {chosen} | {why} |"
        yield ""
    yield f"### Quy tắc / Rules ({len(book.rules)})"
    yield ""
    yield "| quy tắc / rule | nội dung / says | bước / steps | căn cứ / basis | mức / severity |"
    yield "|---|---|---|---|---|"
    for rule in book.rules:
        steps = ", ".join(step.name for step in rule.steps[:3])
        more = f" … (+{len(rule.steps) - 3})" if len(rule.steps) > 3 else ""
        name, says, cites = _told(rule)
        yield f"| `{name}` | {says} | {steps}{more} | {cites} | {rule.severity.value} |"
    if book.duties:
        yield ""
        yield f"### Thời hạn / Duties ({len(book.duties)})"
        yield ""
        yield "| thời hạn / duty | nội dung / says | căn cứ / basis |"
        yield "|---|---|---|"
    for duty in book.duties:
        name, says, cites = _told(duty)
        yield f"| `{name}` | {says} | {cites} |"


def _told(law: Rule | Duty) -> tuple[str, str, str]:
    """Return name, title and citations of a rule or duty, as a table shows them."""
    cites = "; ".join(each.text.vi for each in law.citations)
    shown = cites.replace("[", "(").replace("]", ")")
    return law.id.split("/", 1)[1], f"{law.title.vi} / {law.title.en}", shown


def filled(page: str, lines: Iterator[str]) -> str:
    """Return a README with the table between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}{after}"


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each plugin's README and what it should be."""
    shelf = load().shelf
    for book in shelf.books:
        path = PLUGINS / book.id / "README.md"
        if path.exists():
            yield path, filled(path.read_text(encoding="utf-8"), tables(shelf, book))


def grades(book: Rulebook[Any]) -> dict[Confidence, int]:
    """Count the rules and duties of a book by the lowest grade of their citations."""
    found = dict.fromkeys(Confidence, 0)
    for written in book.law:
        found[Confidence.lowest(*(each.confidence for each in written.citations))] += 1
    return found


if __name__ == "__main__":
    for readme, page in pages():
        readme.write_text(page, encoding="utf-8")
