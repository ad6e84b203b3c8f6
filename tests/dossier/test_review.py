"""The review: readiness, gates, findings, refusals; no gate opens for want of a rule or a fact."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from congress_flow import Engine, FindingKind, Shelf
from congress_flow.dossier import (
    Evidence,
    GateOutcome,
    Remark,
    Review,
    case_of,
    default_day,
    history,
    options,
    read,
    review,
)
from congress_flow.errors import BadInput
from congress_flow.procedures.preparation import Readiness
from tests.dossier.law import GATES, small_engine
from tests.dossier.made import Raw, attested, bare, made, recorded
from tests.dossier.test_reading import ARTICLE

DAY = date(2020, 5, 28)
ENGINE = small_engine()


def reviewed(raw: Raw, day: date | None = None) -> Review:
    """Review a dossier by the small law."""
    return review(made(raw), ENGINE, day)


def act(case: str, does: str, on: date, **facts: Any) -> Raw:
    """Return a row of `[[act]]` by the standing committee."""
    return {"case": case, "does": does, "on": on, "by": "standing_committee", **facts}


def rules_of(found: Review) -> list[tuple[str, str]]:
    """Return kind and rule of every finding, in order."""
    return [(each.finding.kind.value, each.finding.rule) for each in found.remarks]


def test_all_recorded_is_ready() -> None:
    """Every gate on record, nothing refused: READY, each gate passed by record."""
    found = reviewed(recorded())
    assert found.readiness is Readiness.READY
    assert not found.remarks
    assert [gate.id for gate in found.gates] == list(GATES)
    assert {gate.outcome for gate in found.gates} == {GateOutcome.PASSED}
    assert {gate.evidence for gate in found.gates} == {Evidence.RECORDED}
    assert found.as_of == DAY
    assert found.declared.allowed
    assert repr(found) == "Review('mau', 2020-05-28, READY)"
    assert found.history.cases["preparation"].stage.name == "PREPARING"


def test_attested_is_basically_ready() -> None:
    """What only a source says passes with a caution that names it, and one unexplained counts."""
    found = reviewed(attested())
    assert found.readiness is Readiness.BASICALLY_READY
    assert {gate.outcome for gate in found.gates} == {GateOutcome.CAUTION}
    assert {gate.evidence for gate in found.gates} == {Evidence.ATTESTED}
    assert {each.finding.sources for each in found.remarks} == {("A",)}


def test_explained_cautions_are_ready() -> None:
    """With a recorded explanation of every caution the grade is READY; the cautions stay shown."""
    words = [{"rule": f"small/gate_{gate.lower()}", "words": "có hồ sơ giấy"} for gate in GATES]
    found = reviewed(attested(explanation=words))
    assert found.readiness is Readiness.READY
    assert len(found.remarks) == 14
    assert {each.finding.explained for each in found.remarks} == {"có hồ sơ giấy"}
    assert {each.rank for each in found.remarks} == {4}


def test_nothing_known_is_basically_ready_and_never_ready() -> None:
    """Where nothing is known every gate is unknown, by no evidence."""
    found = reviewed(bare())
    assert found.readiness is Readiness.BASICALLY_READY
    assert {gate.outcome for gate in found.gates} == {GateOutcome.UNKNOWN}
    assert {gate.evidence for gate in found.gates} == {Evidence.NONE}
    assert not found.declared.allowed


@pytest.mark.parametrize("gate", GATES)
def test_one_broken_gate_is_not_ready(gate: str) -> None:
    """A breach of any gate: NOT_READY, with the breach in front and the gate failed."""
    raw = recorded(congress={"planned_opening": DAY, "term": f"breach {gate}"})
    found = reviewed(raw)
    assert found.readiness is Readiness.NOT_READY
    assert rules_of(found)[0] == ("breach", f"small/gate_{gate.lower()}")
    (failed,) = [each for each in found.gates if each.outcome is GateOutcome.FAILED]
    assert (failed.id, failed.remarks, failed.evidence) == (gate, (0,), Evidence.RECORDED)


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_that_no_rule_asks_is_not_passed(gate: str) -> None:
    """Without the rule of a gate nothing is READY, although all is on record: no open gate."""
    found = review(made(recorded()), small_engine(without=gate))
    assert found.readiness is Readiness.NOT_READY
    (remark,) = found.remarks
    assert remark.finding.rule == "engine/gate_not_asked"
    assert remark.finding.fault is not None
    assert remark.finding.figures == {"gate": gate}
    (failed,) = [each for each in found.gates if each.outcome is not GateOutcome.PASSED]
    assert (failed.id, failed.outcome, failed.evidence) == (
        gate,
        GateOutcome.FAILED,
        Evidence.NONE,
    )


def test_without_any_rulebook() -> None:
    """An empty shelf opens no gate: the declaration is unguarded, the gates are not asked."""
    found = review(made(recorded()), Engine(Shelf()))
    assert found.readiness is Readiness.NOT_READY
    assert {gate.outcome for gate in found.gates} == {GateOutcome.FAILED}
    assert "engine/unguarded" in [rule for _, rule in rules_of(found)]


def test_the_law_of_the_day() -> None:
    """Before the book is in force nothing guards, and that is said."""
    found = reviewed(attested(), date(2014, 5, 1))
    assert found.readiness is Readiness.NOT_READY
    assert "engine/unguarded" in [rule for _, rule in rules_of(found)]
    assert "engine/order_of_days" not in [rule for _, rule in rules_of(found)]


def test_a_rulebook_that_the_dossier_asks_for_must_be_there() -> None:
    """`books` names what must be loaded; what is missing is told, each with its place."""
    raw = recorded()
    raw["dossier"]["books"] = ["small", "vn-2020", "xx"]
    with pytest.raises(BadInput) as raised:
        reviewed(raw)
    assert [each.path for each in raised.value.problems] == ["dossier.books[1]", "dossier.books[2]"]
    raw["dossier"]["books"] = ["small"]
    assert reviewed(raw).readiness is Readiness.READY


def test_a_refused_event_counts() -> None:
    """A vote that was refused and not made good: NOT_READY, shown with its case and day."""
    vote: Raw = {
        "track": "R",
        "step": 2,
        "date": date(2020, 2, 3),
        "agree": {"an": 5},
        "passed": ["an"],
    }
    raw = recorded(
        person=[{"id": "an"}],
        act=[act("personnel_track_R", "open_track", date(2020, 2, 1))],
        step_vote=[{"track": "R", "step": 1, "date": date(2020, 2, 2), "passed": ["an"]}, vote],
    )
    found = reviewed(raw)
    assert found.readiness is Readiness.NOT_READY
    (remark,) = found.remarks
    assert (remark.case, remark.on, remark.gate) == ("personnel_track_R", date(2020, 2, 3), "")
    assert remark.finding.rule == "small/enough"
    assert remark.finding.figures["value"] == 5
    raw["step_vote"].append({**vote, "date": date(2020, 2, 10), "agree": {"an": 7}})
    assert reviewed(raw).readiness is Readiness.READY
    case = reviewed(raw).history.cases["personnel_track_R"]
    assert (case.stage.name, case.version) == ("STEP3_EXECUTIVE_BALLOT", 3)


def test_an_event_before_its_predecessor() -> None:
    """Judged in the order of days it is not drawn: told where it stands and what is drawn there."""
    raw = recorded(
        step_vote=[{"track": "R", "step": 1, "date": date(2020, 2, 2)}],
        act=[act("personnel_track_R", "open_track", date(2020, 2, 5))],
    )
    found = reviewed(raw)
    assert found.readiness is Readiness.NOT_READY
    (remark,) = found.remarks
    assert remark.finding.rule == "engine/not_drawn"
    assert remark.finding.figures == {
        "events": ["approve_list"],
        "stage": "NOT_STARTED",
        "drawn": ["open_track"],
        "paths": ["step_vote[0]"],
    }
    assert "(step_vote[0])" in remark.finding.text.en


def test_what_follows_from_a_refusal_is_told_once() -> None:
    """When a case does not move on, the later events that found it there make one finding."""
    vote: Raw = {"track": "R", "agree": {"an": 5}, "passed": ["an"]}
    raw = recorded(
        person=[{"id": "an"}],
        act=[
            act("personnel_track_R", "open_track", date(2020, 2, 1)),
            act("personnel_track_R", "close_track", date(2020, 2, 9)),
        ],
        step_vote=[{**vote, "step": step, "date": date(2020, 2, 1 + step)} for step in (1, 2, 4)],
    )
    found = reviewed(raw)
    assert [rule for _, rule in rules_of(found)] == ["small/enough", "engine/not_drawn"]
    assert found.remarks[1].finding.figures["events"] == ["adopt_list", "close_track"]
    assert found.remarks[1].finding.figures["paths"] == ["step_vote[2]", "act[2]"]
    assert found.remarks[1].on == date(2020, 2, 5)


def test_tables_may_be_grouped() -> None:
    """Rows of different tables on one day go on in whichever order they may; each keeps its own."""
    day = date(2020, 2, 1)
    vote: Raw = {"track": "R", "date": day, "agree": {"an": 7}, "passed": ["an"]}
    track = "personnel_track_R"
    raw = recorded(
        person=[{"id": "an"}],
        step_vote=[{**vote, "step": step} for step in (1, 2)],
        act=[act(track, "open_track", day), act(track, "repeat_step", day)],
    )
    found = reviewed(raw)
    assert found.readiness is Readiness.READY
    assert [each.verdict.kind for each in found.history.of(track)] == [
        "open_track",
        "approve_list",
        "accept_result",
        "repeat_step",
    ]
    raw["act"][1:] = raw["act"][:0:-1]
    found = reviewed(raw)
    assert found.readiness is Readiness.NOT_READY
    acts = [each.verdict.kind for each in found.history.of(track) if each.recorded.table == "act"]
    assert acts == ["repeat_step", "open_track"]


def test_nothing_is_drawn_from_the_end() -> None:
    """An event after the end of a case: nothing more is drawn, in both languages."""
    raw = recorded(
        act=[
            act("suspension", "end", date(2020, 2, 1)),
            act("suspension", "suspend", date(2020, 2, 2)),
        ]
    )
    text = reviewed(raw).remarks[0].finding.text
    assert text.en.endswith("from where only: nothing")
    assert text.vi.endswith("từ đây chỉ có: không còn việc nào")


def test_a_caution_of_a_passage_counts_until_it_is_explained() -> None:
    """A step taken with a caution: BASICALLY_READY; with its explanation READY, and still shown."""
    closing = act("bc", "close_consultation", date(2020, 2, 9))
    steps = [
        act("bc", kind, date(2020, 2, day))
        for day, kind in enumerate(
            (
                "plan",
                "draft_outline",
                "adopt_outline",
                "write_draft",
                "send_to_standing",
                "send_to_executive",
                "open_consultation",
            ),
            start=1,
        )
    ]
    raw = recorded(
        document=[{"id": "bc", "type": "political report"}],
        opinion=[{"id": "y1", "document": "bc", "received": date(2020, 2, 8)}],
        act=[*steps, closing],
    )
    found = reviewed(raw)
    assert found.readiness is Readiness.BASICALLY_READY
    assert rules_of(found) == [("caution", "small/answered")]
    raw["act"][-1]["explained"] = {"small/answered": "trả lời bằng miệng"}
    found = reviewed(raw)
    assert found.readiness is Readiness.READY
    assert [each.finding.explained for each in found.remarks] == ["trả lời bằng miệng"]


def test_most_serious_first() -> None:
    """Faults, breaches, gaps, cautions, explained cautions; gates in front, then by day."""
    raw = attested(
        congress={"planned_opening": DAY, "term": "breach G10"},
        explanation=[{"rule": "small/gate_g2", "words": "rõ"}],
        complaint=[{"id": "don"}],
        act=[{"case": "suspension", "does": "suspend", "on": date(2020, 1, 1)}],
    )
    raw["gate"] = [row for row in raw["gate"] if row["id"] not in {"G3", "G11"}]
    found = review(made(raw), small_engine(without="G14"))
    assert [(each.rank, each.gate or each.case) for each in found.remarks] == [
        (0, "G14"),
        (1, "G10"),
        (2, "G3"),
        (2, "G11"),
        (2, "suspension"),
        (2, "preparation"),
        *((3, gate) for gate in ("G1", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G12", "G13")),
        (4, "G2"),
    ]


def test_what_leads_to_the_rest_stands_first() -> None:
    """Of events the earlier comes first, whatever its case is called; what follows comes last."""
    raw = recorded(
        person=[{"id": "an"}],
        act=[
            act("suspension", "resume", date(2020, 1, 2)),
            act("personnel_track_R", "open_track", date(2020, 2, 1)),
            {"case": "announcement", "does": "announce_opening", "on": date(2020, 3, 5)},
        ],
        step_vote=[
            {"track": "R", "step": 1, "date": date(2020, 2, 2), "passed": ["an"]},
            {"track": "R", "step": 2, "date": date(2020, 2, 3), "passed": ["an"]}
            | {"agree": {"an": 5}},
        ],
    )
    found = reviewed(raw)
    assert [(each.finding.rule, each.case, each.path) for each in found.remarks] == [
        ("small/enough", "personnel_track_R", "step_vote[1]"),
        ("engine/not_drawn", "suspension", "act[1]"),
        ("small/somebody", "announcement", "act[3]"),
    ]


def test_events_after_the_day_have_not_happened() -> None:
    """A review of an earlier day sees only what was done by then."""
    raw = recorded()
    assert reviewed(raw, date(2020, 2, 1)).readiness is Readiness.BASICALLY_READY
    assert not reviewed(raw, date(2020, 2, 1)).history.judged
    assert reviewed(raw, date(2020, 3, 1)).readiness is Readiness.READY


def test_a_recorded_declaration_is_asked_anew() -> None:
    """Declared, even concluded: the review still judges the readiness of its own day."""
    raw = recorded(
        act=[
            act("preparation", "declare_ready", date(2020, 5, 20)),
            act("preparation", "conclude", date(2020, 5, 28)),
        ]
    )
    found = reviewed(raw)
    assert found.readiness is Readiness.READY
    assert found.history.cases["preparation"].stage.name == "CONCLUDED"
    assert found.declared.stage.name == "PREPARING"
    raw = attested(act=[act("preparation", "declare_ready", date(2020, 5, 20))])
    assert len(reviewed(raw).remarks) == 14
    raw = bare(act=[act("preparation", "declare_ready", date(2020, 5, 20))])
    assert len(reviewed(raw).remarks) == 14
    raw = recorded(
        act=[
            act("preparation", "declare_ready", date(2020, 5, 20)),
            act("preparation", "declare_ready", date(2020, 5, 21)),
        ]
    )
    found = reviewed(raw)
    assert rules_of(found) == [("breach", "engine/not_drawn")]


def test_the_day_of_a_review() -> None:
    """The planned opening; else the latest recorded day; else one must be given."""
    assert default_day(made(bare())) == DAY
    raw = recorded()
    raw["congress"] = {}
    assert default_day(made(raw)) == date(2020, 3, 1)
    assert reviewed(raw).as_of == date(2020, 3, 1)
    raw["act"] = []
    with pytest.raises(BadInput) as raised:
        reviewed(raw)
    assert [each.path for each in raised.value.problems] == ["congress.planned_opening"]
    assert reviewed(raw, DAY).as_of == DAY


def test_what_could_not_be_judged_is_told() -> None:
    """Letters, elections, meetings and opinions without their steps: gaps, and nothing invented."""
    raw = recorded(
        document=[{"id": "bc", "type": "political report"}],
        complaint=[{"id": "don", "handled": "settled"}, {"id": "don-2"}],
        contest=[{"id": "bch", "post": "committee"}],
        step_vote=[{"track": "R", "step": 3}],
        opinion=[{"id": "y1", "document": "bc"}, {"document": "bc"}],
    )
    found = reviewed(raw)
    assert found.readiness is Readiness.BASICALLY_READY
    assert [each.finding.figures["path"] for each in found.remarks] == [
        "complaint[0]",
        "complaint[1]",
        "contest[0]",
        "step_vote[0]",
        "opinion[0]",
        "opinion[1]",
    ]
    assert {each.finding.kind for each in found.remarks} == {FindingKind.GAP}
    assert "only the outcome “settled” is told" in found.remarks[0].finding.text.en
    assert "chỉ ghi kết quả “đã giải quyết”" in found.remarks[0].finding.text.vi
    assert "only the outcome “?” is told" in found.remarks[1].finding.text.en


def test_what_lies_ahead_is_not_missing() -> None:
    """Of an earlier day nobody misses the steps of what came later, told step by step or not."""
    raw = recorded(
        document=[{"id": "bc", "type": "political report"}],
        complaint=[
            {"id": "don", "received_first": date(2020, 5, 1)},
            {"id": "don-2", "sent": date(2020, 5, 1)},
            {"id": "don-3", "received_first": date(2020, 5, 2)},
        ],
        contest=[
            {"id": "bch", "post": "committee", "date": date(2020, 5, 28)},
            {"id": "bi-thu", "post": "secretary", "meeting": "members_congress"},
        ],
        opinion=[{"document": "bc", "received": date(2020, 5, 1)}],
        act=[
            act("don", "classify", date(2020, 5, 3)),
            act("bi-thu", "plan_contest", date(2020, 5, 3)),
        ],
    )
    assert reviewed(raw, date(2020, 4, 30)).remarks == ()
    later = reviewed(raw, date(2020, 5, 28)).remarks
    assert [each.finding.figures["path"] for each in later] == [
        "complaint[1]",
        "complaint[2]",
        "contest[0]",
        "opinion[0]",
    ]


def test_what_is_judged_is_not_told_as_missing() -> None:
    """A letter with acts, an election with acts, opinions taken in: no such gap."""
    raw = recorded(
        complaint=[{"id": "don", "received_first": date(2020, 3, 1)}],
        contest=[{"id": "bch", "post": "committee", "meeting": "members_congress"}],
        act=[
            act("don", "classify", date(2020, 3, 2)),
            act("bch", "plan_contest", date(2020, 3, 2)),
        ],
    )
    assert reviewed(raw).readiness is Readiness.READY


def test_the_article_is_never_ready_by_itself() -> None:
    """Under the small law the article is basically ready: all is attested or unknown."""
    found = review(read(ARTICLE, ()), ENGINE)
    assert found.readiness is Readiness.BASICALLY_READY
    assert not [each for each in found.remarks if each.finding.kind is FindingKind.BREACH]


def test_the_same_dossier_the_same_review() -> None:
    """Reviewing twice, and by an engine of its own, gives the same findings."""
    dossier = read(ARTICLE, ())
    one, two = review(dossier, ENGINE), review(dossier, small_engine())
    assert _told(one.remarks) == _told(two.remarks)
    assert one.gates == two.gates


def _told(remarks: tuple[Remark, ...]) -> list[tuple[str, str, str]]:
    return [(each.case, each.finding.rule, each.finding.text.vi) for each in remarks]


def test_a_case_by_its_id() -> None:
    """A case is found by its id; a wrong id is told with those there are."""
    past = history(made(recorded()), ENGINE, DAY)
    assert case_of(past, "preparation").version == 1
    with pytest.raises(BadInput) as raised:
        case_of(past, "preparatio")
    (problem,) = raised.value.problems
    assert problem.path == "preparatio"
    assert problem.text.en == (
        "there is no such case; there are: preparation; did you mean “preparation”?"
    )


def test_what_may_happen_next() -> None:
    """Every drawn act with what it lacks; of the declaration what the dossier attests is known."""
    dossier = made(attested(act=[act("suspension", "suspend", date(2020, 2, 1))]))
    past = history(dossier, ENGINE, DAY)
    found = {
        each.step.kind: each
        for each in options(dossier, ENGINE, past, past.cases["preparation"], DAY)
    }
    assert found["declare_ready"].verdict.allowed
    assert [each.rule for each in found["inspect"].verdict.objections] == ["small/somebody"]
    (only,) = options(dossier, ENGINE, past, past.cases["suspension"], DAY)
    assert only.step.kind == "resume"


def test_a_case_opens_on_its_day() -> None:
    """Cases that open after the day of the review are not there yet."""
    raw = recorded(case=[{"id": "suspension", "opened": date(2020, 5, 1)}])
    assert set(reviewed(raw, date(2020, 4, 1)).history.cases) == {"preparation"}
    assert set(reviewed(raw).history.cases) == {"preparation", "suspension"}
    raw["case"].append({"id": "preparation", "opened": date(2020, 5, 2)})
    raw["act"] = []
    early = reviewed(raw, date(2020, 4, 1))
    assert early.history.cases["preparation"].opened_on == date(2020, 4, 1)
