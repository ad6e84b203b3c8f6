"""The rule decorator: what a rule author may write, and what not."""

from datetime import date

from congress_flow import (
    HALF,
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Drawing,
    Instrument,
    Level,
    Rulebook,
    Text,
    at_least,
    event,
)

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


drawing = Drawing("slate", str, TITLE)
first = drawing.stage("first", TITLE, initial=True)
last = drawing.stage("last", TITLE, final=True)
meet = drawing.step("1", first, Met, None)
send = drawing.step("2", first, Sent, last)
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


@book.rule(send, cites=cited, title=TITLE)  # expect-error: the step is taken by Sent
def wrong_event(case: Case[str], met: Met) -> Demand:
    return at_least(met.present, 1)


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: the procedure is about a str
def wrong_subject(case: Case[int], met: Met) -> Demand:
    return at_least(met.present, case.subject)


@book.rule(meet, title=TITLE)  # expect-error: every rule cites
def uncited(case: Case[str], met: Met) -> Demand:
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


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: yes or no explains nothing
def answers_bool(case: Case[str], met: Met) -> bool:
    return met.present is not None


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: no answer is no answer
def answers_none(case: Case[str], met: Met) -> None:
    return None


@book.rule(meet, cites=cited, title=TITLE)  # expect-error: a rule looks at case and event
def looks_at_nothing() -> Demand:
    return at_least(1, 1)
