"""Every block of code in the documentation runs and prints what the page says it prints."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.surroundings.pages import PAGES, ROOT, PageError, run

FENCE = "```"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who types what a page shows sees what the page shows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    run(page, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page leads to a file of the checkout."""
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    broken = [
        link for link in links if "://" not in link and not (page.parent / link).resolve().exists()
    ]
    assert not broken


def test_every_page_is_linked() -> None:
    """Each page can be reached from README.md, link by link."""
    seen: set[Path] = set()
    ahead = [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        ahead += [(page.parent / link).resolve() for link in links if "://" not in link]
    assert set(PAGES) <= seen


def _page(folder: Path, *blocks: tuple[str, str]) -> Path:
    page = folder / "page.md"
    text = "\n".join(f"{FENCE}{info}\n{source}\n{FENCE}\n" for info, source in blocks)
    page.write_text(text, encoding="utf-8")
    return page


@pytest.mark.parametrize(
    ("info", "source"),
    [
        ("python", "1 / 0"),
        ("python", ">>> 1 + 1\n3"),
        ("python", "syntax error"),
        ("console", "$ echo one\ntwo"),
        ("console", "$ echo one"),
        ("console", "$ false"),
        ("console", "$ echo one\none\n$ no-such-program-anywhere"),
        ("console", "echo no prompt"),
        ("toml", "a = "),
        ("json", "{"),
        ("sh", "make no-such"),
        ("", "no language"),
        ("pyton", "1"),
        ('python title="../outside.py"', "1"),
        ('python title="unused.py"', "1"),
        ("python lineno=1", "1"),
    ],
)
def test_wrong_page_is_refused(info: str, source: str, tmp_path: Path) -> None:
    """The runner sees a block that fails, lies, or would go unrun."""
    with pytest.raises((PageError, AssertionError, SyntaxError, ValueError, ZeroDivisionError)):
        run(_page(tmp_path, (info, source)), tmp_path)


def test_right_page_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of a page share a namespace and a folder; output may be elided; all are counted."""
    monkeypatch.chdir(tmp_path)
    page = _page(
        tmp_path,
        ("python", "x = 2"),
        ("python", ">>> x + 1\n3"),
        ('python title="pkg/greeting.py"', "print('xin chào')\nprint('a')\nprint('b')"),
        (
            "console",
            "$ python pkg/greeting.py\nxin chào\n...\n$ ls docs/index.md; \\\n  echo $?\n...",
        ),
        ("toml", "a = 1"),
        ("json", "{}"),
        ("sh", "make demo"),
        ("text", "anything"),
    )
    count = run(page, tmp_path)
    assert count == {"python": 3, "console": 1, "toml": 1, "json": 1, "sh": 1, "text": 1}
