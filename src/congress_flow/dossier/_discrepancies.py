"""Facts that a table and a recorded act both tell, and tell differently.

What an act tells itself always stands: by it the case is judged. The table must not be believed
meanwhile, so that each such fact is a caution, until one of the two is put right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Final, cast

import attrs

from congress_flow._demand import Caution
from congress_flow._figures import Figure, shown
from congress_flow._text import Text
from congress_flow._verdict import Finding, FindingKind
from congress_flow.dossier._directory import Directory
from congress_flow.dossier._dossier import Dossier, Recorded
from congress_flow.dossier._filling import filled
from congress_flow.dossier._records import ActRow, Cell, Contest
from congress_flow.dossier._subjects import row_of
from congress_flow.dossier._values import list_of, table_of
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures._people import Nominee, Sex

TOLD_OTHERWISE: Final = "engine/told_otherwise"
_TITLE: Final = Text(
    "Bảng và việc đã ghi nói khác nhau", "A table and a recorded act tell a fact differently"
)


@attrs.frozen(slots=True, weakref_slot=False)
class _Pair:
    """One fact as a table tells it and as an act does: where in the table, where in the act."""

    path: str
    told: Any
    act: str
    recorded: Any


def discrepancies(dossier: Dossier, day: date) -> Iterator[Finding]:
    """Yield a caution for each fact that a table tells otherwise than an act of *day* or before."""
    directory = Directory(dossier.tables)
    known = [each for each in dossier.events if each.event.on <= day]
    pairs = [
        *_filled(directory, known),
        *_of_congress(directory, known),
        *_of_contests(directory, known),
        *_of_cells(directory, known),
        *_of_documents(directory, known),
        *_of_personnel(directory, known),
    ]
    for pair in pairs:
        for key, told, recorded in _unlike(_plain(pair.told), _plain(pair.recorded)):
            yield _caution(attrs.evolve(pair, act=pair.act + key, told=told, recorded=recorded))


def _caution(pair: _Pair) -> Finding:
    told, recorded = _figure(pair.told), _figure(pair.recorded)
    figures: dict[str, Figure | None] = {
        "path": pair.path,
        "told": told,
        "act": pair.act,
        "recorded": recorded,
    }
    text = Text(
        f"{pair.path} ghi {shown(told)}, nhưng {pair.act} ghi {shown(recorded)}: "
        "hồ sơ được xét theo việc đã ghi; cần sửa chỗ sai",
        f"{pair.path} tells {shown(told, 'en')}, but {pair.act} {shown(recorded, 'en')}: "
        "judged by the act; put right which is wrong",
    )
    return Finding(
        kind=FindingKind.CAUTION,
        rule=TOLD_OTHERWISE,
        title=_TITLE,
        citations=(),
        answer=Caution(text, figures),
    )


def _figure(value: Any) -> Figure:  # noqa: ANN401 - whatever a table holds
    names = list_of(value)
    if names is not None:
        return tuple(map(str, names))
    if isinstance(value, Fraction) and value.denominator == 1:
        return int(value)
    return value if isinstance(value, int | Fraction | date) else str(value)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a table or an act holds
    """Return a fact as a file tells it: without enumerations, classes and tuples."""
    if isinstance(value, Enum):
        return value.value
    if attrs.has(value.__class__):
        return _plain(attrs.asdict(value, recurse=False))
    if isinstance(value, Mapping):
        whole = cast("Mapping[str, Any]", value)
        return {key: _plain(each) for key, each in whole.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in cast("Iterable[Any]", value)]
    return value


def _unlike(told: Any, recorded: Any) -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401
    """Yield where two facts differ: the rest of the path, and both. What is not known is equal.

    A table may tell less than an act: only what it tells is asked. A number that an act leaves out
    is none; the order of names tells nothing.
    """
    table, act = _named(told), _named(recorded)
    ours, theirs = list_of(told), list_of(recorded)
    if told is None or recorded is None:
        return
    if table is not None and act is not None:
        for key, each in table.items():
            other = act.get(key, 0 if isinstance(each, int) else None)
            yield from ((f".{key}{rest}", a, b) for rest, a, b in _unlike(each, other))
    elif ours is not None and theirs is not None:
        if sorted(map(str, ours)) != sorted(map(str, theirs)):
            yield "", ours, theirs
    elif told != recorded:
        yield "", told, recorded


def _named(value: Any) -> Mapping[str, Any] | None:  # noqa: ANN401
    """Return a table, or tables in a list by their ids; None for what is neither."""
    if (whole := table_of(value)) is not None:
        return whole
    rows = [table_of(each) for each in list_of(value) or ()]
    named = {each["id"]: each for each in rows if each is not None and "id" in each}
    return named if rows and len(named) == len(rows) else None


# Under which key of its row a fact of an act stands, where that is not the name of the fact.
_KEYS: Final[Mapping[tuple[str, str], str]] = {
    ("confirm_quorum", "present"): "attended",
    ("confirm_quorum", "roll"): "convened",
    ("hold", "roll"): "official",
    ("hold", "present"): "voters",
    ("receive", "first_received"): "received_first",
    ("receive", "competent_received"): "received_competent",
    ("present_prepared_list", "names"): "prepared",
    ("adopt_list", "names"): "list",
    ("elect_counting_board", "members"): "counting_board",
    ("declare", "elected"): "declared",
    ("declare", "alternates"): "declared_alternates",
    **{
        (does, fact): "round"
        for does, facts in {
            "issue_ballots": ("present", "issued"),
            "collect_ballots": ("collected",),
            "count": ("valid", "invalid", "votes", "marks"),
        }.items()
        for fact in facts
    },
}


def _filled(directory: Directory, known: Iterable[Recorded]) -> Iterator[_Pair]:
    """Yield the facts of acts that other tables would tell, had the act not told them itself."""
    rows = {row.place: row for row in directory.tables.acts}
    for each in known:
        row = rows.get(each.path)
        # What sources attest is heard only where nothing is recorded: it contradicts nothing.
        if row is None or row.does == "declare_ready":
            continue
        place = _place(directory, row)
        bare = attrs.evolve(row, facts={})
        for fact, told in filled(directory, _procedure(directory, row), bare).items():
            if fact in row.facts:
                key = _KEYS.get((row.does, fact), fact)
                recorded = getattr(each.event, fact)
                yield _Pair(f"{place}.{key}", told, f"{each.path}.{fact}", recorded)


def _procedure(directory: Directory, act: ActRow) -> str:
    own = row_of(directory, act.case)
    return act.case if own is None else own[1].id


def _place(directory: Directory, act: ActRow) -> str:
    own = row_of(directory, act.case)
    return act.case if own is None else own[0].place


def _of_congress(directory: Directory, known: Iterable[Recorded]) -> Iterator[_Pair]:
    row = directory.tables.congress
    for each in known:
        if each.case != k.congress.id:
            continue
        act = each.event
        if isinstance(act, k.Open):
            yield _Pair("congress.opened", row.opened, f"{each.path}.on", act.on)
        elif isinstance(act, k.Close):
            yield _Pair("congress.closed", row.closed, f"{each.path}.on", act.on)
            # The preparatory session may be told with the days, or apart.
            whole = None if act.days is None else act.days + (act.preparatory_days or 0)
            if row.length_days != whole:
                yield _Pair("congress.length_days", row.length_days, f"{each.path}.days", act.days)
        elif isinstance(act, k.DeclareReady):
            grade = (row.readiness or "").strip().replace(" ", "_").upper()
            told = k.Readiness.__members__.get(grade)
            yield _Pair("congress.readiness", told, f"{each.path}.grade", act.grade)


_AT_THE_MEETING: Final = (e.OpenContest, e.IssueBallots, e.CollectBallots, e.Count, e.Declare)


def _of_contests(directory: Directory, known: Iterable[Recorded]) -> Iterator[_Pair]:
    rows: dict[str, Contest] = {row.id: row for row in directory.tables.contests}
    days: dict[str, list[Recorded]] = {}
    for each in known:
        if each.case not in rows:
            continue
        if isinstance(each.event, _AT_THE_MEETING):
            days.setdefault(each.case, []).append(each)
        elif isinstance(each.event, e.RunOpinionPoll):
            yield from _support(directory, each, each.event)
    for case, held in days.items():
        row, first, last = rows[case], held[0], held[-1]
        # A meeting may last some days; the row tells one of them.
        if row.date is not None and not first.event.on <= row.date <= last.event.on:
            near = first if row.date < first.event.on else last
            yield _Pair(f"{row.place}.date", row.date, f"{near.path}.on", near.event.on)


def _support(directory: Directory, each: Recorded, act: e.RunOpinionPoll) -> Iterator[_Pair]:
    for row in directory.tables.candidates:
        if row.contest == each.case and act.support is not None and row.person in act.support:
            path = f"{each.path}.support.{row.person}"
            yield _Pair(f"{row.place}.support", row.support, path, act.support[row.person])


def _of_cells(directory: Directory, known: Iterable[Recorded]) -> Iterator[_Pair]:
    rows: dict[str, Cell] = {row.id: row for row in directory.tables.cells}
    for each in known:
        if each.case in rows and isinstance(each.event, c.Hold):
            row = rows[each.case]
            yield _Pair(f"{row.place}.congress", row.congress, f"{each.path}.on", each.event.on)


def _of_documents(directory: Directory, known: Iterable[Recorded]) -> Iterator[_Pair]:
    rows = {row.id: row for row in directory.tables.documents}
    for each in known:
        if each.case in rows and isinstance(each.event, d.Issue):
            row = rows[each.case]
            # A draft had no number yet: the row may say so still.
            number = row.number or None
            yield _Pair(f"{row.place}.number", number, f"{each.path}.number", each.event.number)
            yield _Pair(f"{row.place}.date", row.date, f"{each.path}.on", each.event.on)


_SHARE: Final = re.compile(r"(\d+)/(\d+)")


def _of_personnel(directory: Directory, known: Iterable[Recorded]) -> Iterator[_Pair]:
    """Yield what `[personnel]` tells beside the list that was put together last."""
    row = directory.tables.personnel
    run = [each for each in known if isinstance(each.event, r.AssembleScheme)]
    if run:
        seats = cast("r.AssembleScheme", run[-1].event).seats
        yield _Pair("personnel.seats", row.seats, f"{run[-1].path}.seats", seats)
    schemes = [each for each in known if isinstance(each.event, s.AssembleScheme)]
    persons = cast("s.AssembleScheme", schemes[-1].event).candidates if schemes else None
    if persons is None:
        return
    path = f"{schemes[-1].path}.candidates"
    yield _Pair("personnel.candidates", row.candidates, path, len(persons))
    for key, told, count in (
        ("women", row.women, _women(persons)),
        ("renewal", row.renewal, _new(persons)),
    ):
        share = _SHARE.fullmatch(told or "")
        if share is not None and count is not None:
            listed = f"{count}/{len(persons)}"
            if (int(share[1]), int(share[2])) != (count, len(persons)):
                yield _Pair(f"personnel.{key}", told, path, listed)


def _women(persons: Iterable[Nominee]) -> int | None:
    sexes = [person.sex for person in persons]
    return None if None in sexes else sexes.count(Sex.FEMALE)


def _new(persons: Iterable[Nominee]) -> int | None:
    serving = [person.serving for person in persons]
    return None if None in serving else serving.count(False)
