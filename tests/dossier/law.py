"""A small law for the tests of dossiers: every step is guarded, every gate asked.

It shares nothing with the national law, so that these tests fail for no change of that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from congress_flow import (
    Answer,
    Breach,
    Case,
    Caution,
    Citation,
    Confidence,
    Context,
    Engine,
    Gap,
    InForce,
    Instrument,
    Level,
    Rulebook,
    Severity,
    Shelf,
    Step,
    Text,
    at_least,
    equals,
    holds,
)
from congress_flow.procedures import document_life, personnel_track, preparation
from congress_flow.procedures.box import PROCEDURES

DECREE: Final = Instrument(
    id="QD1-2019",
    type="decree",
    number="01-QĐ/TEST",
    issued="2019-01-01",
    issuer="Ban thử",
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
)
CITED: Final[Citation] = DECREE.at("điều 1")
GATES: Final = tuple(f"G{number}" for number in range(1, 15))
EVERY_STEP: Final[tuple[Step[Any, Any], ...]] = tuple(
    step for procedure in PROCEDURES for step in procedure.steps
)


def small_book(without: str = "") -> Rulebook[Any]:
    """Return the book; *without* leaves one gate unasked."""
    book: Rulebook[Any] = Rulebook(
        "small",
        Level.CENTRE,
        InForce(date(2019, 1, 1)),
        title=Text("Sổ nhỏ", "Small book"),
        version="1.0",
    )

    @book.rule(*EVERY_STEP, cites=CITED, title=Text("Có người làm", "Somebody did it"))
    def somebody(case: Case[Any], act: Any) -> Answer:
        """Every act is that of a body."""
        if act.by is None:
            return Gap(Text("không rõ cơ quan", "the body is not known"))
        return ()

    @book.rule(
        personnel_track.accept_step2,
        personnel_track.accept_step3,
        cites=CITED,
        title=Text("Đủ số phiếu", "Enough votes"),
    )
    def enough(case: Case[Any], act: personnel_track.AcceptResult) -> Iterator[Any]:
        """Whoever passes has more than half of those convened."""
        meeting = act.meeting or personnel_track.Meeting()
        for person in act.passed or ():
            votes = (meeting.agree or {}).get(person)
            yield at_least(votes, 6, about=person, what=Text("số phiếu", "votes"))

    @book.rule(
        document_life.close_consultation,
        cites=CITED,
        title=Text("Mọi ý kiến được trả lời", "Every opinion is answered"),
        severity=Severity.WARNS,
    )
    def answered(case: Case[Any], act: document_life.CloseConsultation) -> Iterator[Any]:
        """Each opinion has an answer."""
        for opinion in act.opinions or ():
            yield holds(bool(opinion.answer), about=opinion.id)

    for gate in GATES:
        if gate != without:
            _add_gate(book, gate)
    return book


def _add_gate(book: Rulebook[Any], gate: str) -> None:
    def asked(case: Case[Any], act: preparation.DeclareReady, about: Context[Any]) -> Iterator[Any]:
        """Done, by record or by the word of a source; broken, where the term says so."""
        if case.subject.term == f"breach {gate}":
            yield Breach(Text("hỏng", "broken"), {"gate": gate})
        if any(f"{gate} " in (each.matter or "") for each in case.events(preparation.Inspect)):
            yield equals(1, 1, what=Text("có hồ sơ", "recorded"))
            return
        said = next((each for each in act.statements if each.gate == gate), None)
        if said is None or said.says is not preparation.Says.DONE:
            yield Gap(Text("không rõ", "not known"), {"gate": gate})
            return
        yield Caution(Text("theo nguồn", "attested"), {"gate": gate}, said.sources)
        for vi, en in (*said.missing, *said.unknown):
            yield Caution(Text(vi, en), {"unknown": en}, said.sources)

    asked.__name__ = f"gate_{gate.lower()}"
    book.rule(
        preparation.declare_ready,
        cites=CITED,
        title=Text(f"Điều kiện {gate}", f"Gate {gate}"),
        subject=gate,
    )(asked)


def small_engine(without: str = "") -> Engine:
    """Return an engine that judges by the small book alone."""
    return Engine(Shelf([small_book(without)]))
