"""The rule decorator: what a rule author may write, and what not."""

from collections.abc import Iterator
from datetime import date

from congress_flow import (
    HALF,
    Beside,
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Drawing,
    Instrument,
    Level,
    Outlook,
    Rulebook,
    Shelf,
    Text,
    at_least,
    event,
)
from congress_flow.reckoning.dues import Due

TITLE = Text(vi="quy tắc", en="rule")


@event(TITLE)
class Met:
    """A kind of event with two facts."""

    on: date
    summoned: int | None = None
    present: int | None = None


@event(TITLE)
class Sent:
    """Another kind of event."""

    on: date


@event(TITLE)
class Dropped:
    """A third kind of event."""

    on: date


drawing = Drawing("slate", str, TITLE)
first = drawing.stage("first", TITLE, initial=True)
last = drawing.stage("last", TITLE, final=True)
meet = drawing.step("1", first, Met, None)
send = drawing.step("2", first, Sent, last)
drop = drawing.step("3", first, Dropped, last)
slate = drawing.close()

directive = Instrument(
    id="X1-2019",
    type="directive",
    number="1-CT/TW",
    issued="2019-05-30",
    issuer="BCT",
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
)
cited = directive.at("1")
DAY = date(2020, 1, 1)
book: Rulebook[None] = Rulebook("b", Level.CENTRE, title=TITLE, version="1")

Met(on=date(2020, 1, 1), present=1)
Met(on="2020-01-01")  # expect-error: days are dates
Met(on=date(2020, 1, 1), came=1)  # expect-error: no such fact


@book.rule(meet, cites=cited, title=TITLE)
def quorum(case: Case[str], met: Met) -> Demand:
    """A demand is an answer."""
    return at_least(met.present, of=met.summoned, share=HALF)


@book.rule(meet, cites=(cited, cited), title=TITLE)
def several(case: Case[str], met: Met, context: Context[None]) -> list[Demand | Breach]:
    """So are several, and a rule may ask for its context."""
    return [Breach(TITLE)]


@book.rule(meet, send, cites=cited, title=TITLE)
def of_two(case: Case[str], act: Met | Sent) -> Demand:
    """Steps with events of two kinds take a function of either."""
    return at_least(act.on.day, 1)


@book.rule(meet, send, drop, cites=cited, title=TITLE)
def of_three(
    case: Case[str], act: Met | Sent | Dropped, context: Context[None]
) -> Iterator[Demand]:
    """So do steps with events of three kinds, and the answers may be given one by one."""
    yield at_least(act.on.day, 1)


@book.rule(meet, meet, meet, meet, cites=cited, title=TITLE)
def of_many(case: Case[str], met: Met) -> Demand:
    """Of one kind there may be as many as there are."""
    return at_least(met.present, 1)


# A rule is still the function that it was: a test may ask it.
case = Case(procedure=slate, id="a", subject="b", opened_on=DAY)
context: Context[None] = Context(None, meet, Beside())
asked: Demand = quorum(case, Met(on=DAY))
listed: list[Demand | Breach] = several(case, Met(on=DAY), context)
answer: Demand = of_two(case, Sent(on=DAY))
quorum(case, Sent(on=DAY))  # expect-error: of its step
number: int = quorum(case, Met(on=DAY))  # expect-error: it answers as it did


@book.rule(meet, send, cites=cited, title=TITLE)  # expect-error: one of the steps is taken by Sent
def of_one_only(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(send, cites=cited, title=TITLE)  # expect-error: the step is taken by Sent
def wrong_event(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: the procedure is about a str
def wrong_subject(case: Case[int], met: Met) -> Demand:
    return at_least(met.present, case.subject)


@book.rule(meet, title=TITLE)  # expect-error: every rule cites
def uncited(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites=(), title=TITLE)  # expect-error: nothing is no citation
def cites_nothing(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites="35-CT/TW", title=TITLE)  # expect-error: words are no citation
def cites_words(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites=directive, title=TITLE)  # expect-error: where in the instrument?
def cites_no_place(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites=cited)  # expect-error: every rule says what it asks
def untitled(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites=cited, title=TITLE, severity="warns")  # expect-error: words are no severity
def half_hearted(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: nobody waits for an answer
async def awaited(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: the context is given by position
def by_keyword(case: Case[str], met: Met, *, context: Context[None]) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: yes or no explains nothing
def answers_bool(case: Case[str], met: Met) -> bool:
    return met.present is not None


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: no answer is no answer
def answers_none(case: Case[str], met: Met) -> None:
    return None


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: a rule looks at case and event
def looks_at_nothing() -> Demand:
    return at_least(1, 1)


# What stands is not changed, and nothing stands on it.
book.level = Level.CELL  # expect-error: a book stays what it is
shelf = Shelf([book])
shelf.withheld = ()  # expect-error: so does a shelf


class Wider(Rulebook[None]):  # expect-error: a book is no base
    pass


class Broader(Shelf):  # expect-error: nor is a shelf
    pass


@book.duty(cites=(), title=TITLE)  # expect-error: a duty cites as well
def uncited_duty(about: Outlook[None]) -> list[Due]:
    return []


@book.duty(cites=cited, title=TITLE)
def kept_duty(about: Outlook[None]) -> list[Due]:
    """A duty says what falls due."""
    return []
