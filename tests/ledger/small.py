"""A small law of its own for the tests of the record: facts and figures of every kind."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from congress_flow import (
    TWO_THIRDS,
    WEEKENDS,
    Breach,
    Calendar,
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Drawing,
    Engine,
    Gap,
    Instrument,
    Level,
    Rulebook,
    Severity,
    Shelf,
    Step,
    Text,
    at_least,
    at_most,
    equals,
    event,
    given,
    holds,
    on_or_after,
    one_of,
    reading,
)

TITLE = Text("Hội nghị cán bộ chủ chốt", "Key-cadre conference")


class Who(Enum):
    """Whose act it is."""

    COMMITTEE = "committee"
    CHAIR = "chair"

    @property
    def term(self) -> Text:
        """The body in words."""
        return Text(f"chức danh {self.value}", self.value)


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Slate:
    """What a case is about."""

    seats: int
    level: Level = Level.GRASSROOTS
    due: date | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Person:
    """A fact within a fact."""

    name: str
    born: date | None = None
    share: Fraction | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Explained:
    """The recorded answer to a caution."""

    rule: str
    words: str


@event(TITLE)
class Meet:
    """A meeting, with facts of every kind that the house allows."""

    on: date
    by: Who | None = None
    summoned: int | None = None
    present: int | None = None
    secret: bool | None = None
    minutes: str | None = None
    filed: date | None = None
    share: Fraction | None = None
    persons: tuple[Person, ...] = ()
    votes: Mapping[str, int] | None = None
    crash: bool = False
    explained: tuple[Explained, ...] = ()


@event(Text("Thông qua", "Adopt"))
class Adopt:
    """The list is adopted."""

    on: date
    by: Who | None = None
    other: str | None = None


@event(Text("Ghi nhận", "Note"))
class Note:
    """Something recorded that leaves the stage as it is."""

    on: date
    words: str | None = None


@event(Text("Việc khác", "Something else"))
class Elsewhere:
    """A kind of event of no procedure here."""

    on: date
    words: str | None = None


_d = Drawing("slate", Slate, Text("Danh sách", "Slate"))
OPEN = _d.stage("OPEN", Text("mở", "open"), initial=True)
MET = _d.stage("MET", Text("đã họp", "met"))
DONE = _d.stage("DONE", Text("xong", "done"), final=True)
meet = _d.step("1", OPEN, Meet, MET, actors=(Who.COMMITTEE,))
note = _d.step("2", (OPEN, MET), Note, None)
adopt = _d.step("3", MET, Adopt, DONE, actors=tuple(Who))
slate = _d.close()
_ACTED: tuple[Step[Slate, Meet | Adopt], ...] = (meet, adopt)

D35 = Instrument(
    id="D35-2019",
    type="directive",
    number="35-CT/TW",
    issued="2019-05-30",
    issuer="Bộ Chính trị",
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
)
CITED = D35.at("điều 1")
DECOMPOSED = unicodedata.normalize("NFD", "đồng chí Ấn")
BORDER = date(2022, 1, 1)


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Readings:
    """The open points of the small law."""

    because: Mapping[str, Text]
    strict: bool = reading("small.strict", Text("Chặt", "Strict"))
    share: Fraction = reading("small.share", Text("Tỷ lệ", "Share"))
    body: Who = reading("small.body", Text("Cơ quan", "Body"))
    papers: frozenset[str] = reading("small.papers", Text("Giấy tờ", "Papers"))
    calendar: Calendar = reading("small.calendar", Text("Lịch", "Calendar"))


_REASON = Text("vì thế", "because of that")
READINGS = Readings(
    because={"strict": _REASON},
    strict=True,
    share=Fraction(2, 3),
    body=Who.CHAIR,
    papers=frozenset({"b", "a"}),
    calendar=WEEKENDS,
)


def law(*, least: Fraction = TWO_THIRDS, crash: bool = True) -> Rulebook[Readings]:  # noqa: C901
    """Return the small law; *least* is its quorum, so that the law can change under a record."""
    book: Rulebook[Readings] = Rulebook(
        "small", Level.CENTRE, title=TITLE, version="1", readings=Readings
    )

    @book.rule(meet, cites=CITED, title=TITLE)
    def quorum(case: Case[Slate], act: Meet) -> Demand:
        return at_least(
            act.present, of=act.summoned, share=least, about=DECOMPOSED, unit=Text("người", "men")
        )

    @book.rule(meet, cites=CITED, title=TITLE)
    def several(case: Case[Slate], act: Meet) -> Iterable[Demand]:
        yield holds(act.secret, what=Text("Bỏ phiếu kín", "Secret"))
        yield given(act.minutes)
        yield given(act.filed)
        yield equals(act.filed, act.on)
        yield equals(act.share, Fraction(1, 2))
        yield equals(act.by, Who.COMMITTEE)
        yield at_most(case.subject.seats, 30)
        yield on_or_after(act.on, case.subject.due)

    @book.rule(*_ACTED, cites=CITED, title=TITLE)
    def actor(case: Case[Slate], act: Meet | Adopt, about: Context[Readings]) -> Demand:
        return one_of(act.by, about.step.actors)

    @book.rule(meet, cites=(CITED, D35.at("điều 2", Confidence.ASSUMED)), title=TITLE)
    def objections(case: Case[Slate], act: Meet) -> Iterator[Breach | Gap | Caution]:
        figures = {"on": act.on, "share": act.share, "by": act.by, "names": ("a", DECOMPOSED)}
        for person in act.persons:
            if person.name.startswith("X"):
                yield Breach(TITLE, {**figures, "name": person.name}, (DECOMPOSED,))
            if person.born is None:
                yield Gap(TITLE, {"name": person.name})
        if act.votes is not None and len(act.votes) > 1:
            yield Caution(TITLE, {"votes": len(act.votes)}, ("P1.S1",), "đã rõ")

    @book.rule(meet, cites=CITED, title=TITLE, severity=Severity.WARNS)
    def soft(case: Case[Slate], act: Meet) -> Demand:
        return at_least(None if act.votes is None else len(act.votes), 1)

    @book.rule(note, cites=CITED, title=TITLE)
    def noted(case: Case[Slate], act: Note) -> Demand:
        return given(act.words)

    @book.rule(adopt, cites=CITED, title=TITLE)
    def beside(case: Case[Slate], act: Adopt, about: Context[Readings]) -> Iterable[Demand]:
        for other in about.beside.of(slate):
            yield at_least(other.version, 1, about=other.id)

    if crash:

        @book.rule(meet, cites=CITED, title=TITLE)
        def crashing(case: Case[Slate], act: Meet) -> tuple[()]:
            if act.crash:
                msg = f"bị lỗi {DECOMPOSED}"
                raise ValueError(msg)
            return ()

    return book


def engine(*, least: Fraction = TWO_THIRDS, crash: bool = True) -> Engine:
    """Return an engine under the small law."""
    return Engine(Shelf([law(least=least, crash=crash)], [READINGS]))


class Clock:
    """A clock that goes on by a second each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def met(on: date, **facts: Any) -> Meet:
    """Return a meeting that the small law has nothing against, but for what *facts* change."""
    whole: dict[str, Any] = {
        "by": Who.COMMITTEE,
        "summoned": 9,
        "present": 6,
        "secret": True,
        "minutes": "01-BB/ĐU",
        "filed": on,
        "share": Fraction(1, 2),
        "votes": {"a": 5},
    }
    return Meet(on=on, **(whole | facts))


FIRST = date(2020, 1, 1)
SUBJECT = Slate(seats=11, due=FIRST)

texts = st.sampled_from(("", "a", "Nguyễn Văn A", DECOMPOSED, "X", "2020-01-01", "2/3", "1.5e3"))
days = st.dates(date(2019, 12, 1), date(2022, 12, 31))
maybe = st.none()
people = st.builds(
    Person,
    name=texts,
    born=maybe | days,
    share=maybe | st.fractions(0, 1, max_denominator=40),
)
meetings = st.builds(
    met,
    on=st.just(FIRST) | days,
    by=maybe | st.sampled_from(Who),
    summoned=maybe | st.integers(0, 12),
    present=maybe | st.integers(0, 12),
    secret=maybe | st.booleans(),
    minutes=maybe | texts,
    filed=maybe | days,
    share=maybe | st.sampled_from((Fraction(1, 2), Fraction(2, 11))),
    persons=st.lists(people, max_size=3).map(tuple),
    votes=maybe | st.dictionaries(st.sampled_from(("a", "b", "c")), st.integers(0, 9)),
    crash=st.booleans(),
    explained=st.just(()) | st.just((Explained(rule="small/soft", words=DECOMPOSED),)),
)
good = st.builds(met, on=days, present=st.integers(6, 9))
events = st.one_of(
    good,
    meetings,
    st.builds(Note, on=days, words=maybe | texts),
    st.builds(Adopt, on=days, by=maybe | st.sampled_from(Who), other=maybe | texts),
    st.builds(Elsewhere, on=days, words=maybe | texts),
)
