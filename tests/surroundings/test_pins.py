"""What is declared, what is pinned and what is installed agree."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECTS = (ROOT / "pyproject.toml", *sorted((ROOT / "plugins").glob("*/pyproject.toml")))


def _own_names() -> set[str]:
    return {
        canonicalize_name(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["name"])
        for path in PROJECTS
    }


def _declared() -> list[Requirement]:
    """Return all requirements of core and plugins, of all extras and of their builds."""
    found: list[str] = []
    for path in PROJECTS:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        found += table["build-system"]["requires"] + table["project"]["dependencies"]
        for extra in table["project"].get("optional-dependencies", {}).values():
            found += extra
    return [Requirement(each) for each in found]


def _pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert not [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", line)]
    return {canonicalize_name(name): version for name, version in (p.split("==") for p in pins)}


def _needed() -> dict[str, str]:
    """Return the installed version of everything that the project brings in, link by link."""
    found: dict[str, str] = {}
    ahead = [each for each in _declared() if canonicalize_name(each.name) not in _own_names()]
    while ahead:
        wanted = ahead.pop()
        name = canonicalize_name(wanted.name)
        if name in found and not wanted.extras:
            continue
        found[name] = importlib.metadata.version(name)
        for line in importlib.metadata.requires(name) or ():
            link = Requirement(line)
            asked = [{"extra": extra} for extra in ("", *wanted.extras)]
            if link.marker is None or any(map(link.marker.evaluate, asked)):
                ahead.append(link)
    return found


def test_everything_is_pinned() -> None:
    """Each package that a set-up brings in is pinned to the version that is installed here."""
    pins = _pins()
    assert {name: pins.get(name) for name in _needed()} == _needed()


def test_nothing_else_is_pinned() -> None:
    """No pin outlives the requirement that it was made for."""
    editable = {"editables"}  # asked for by hatchling, for installs that follow the source
    assert set(_pins()) - set(_needed()) - editable == set()


def test_pins_keep_what_is_declared() -> None:
    """Each declared range admits the version that is pinned."""
    pins, own = _pins(), _own_names()
    wrong = [
        f"{each} is pinned to {pins[canonicalize_name(each.name)]}"
        for each in _declared()
        if canonicalize_name(each.name) not in own
        and not each.specifier.contains(pins[canonicalize_name(each.name)])
    ]
    assert not wrong


def test_plugins_go_with_the_core() -> None:
    """Core and plugins carry one version, and each plugin asks for exactly that core."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8"))["project"] for path in PROJECTS]
    (version,) = {table["version"] for table in tables}
    for table in tables[1:]:
        assert f"congress-flow=={version}" in table["dependencies"]
