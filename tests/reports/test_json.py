"""Reports as JSON: the keys that were promised, the published schema, the same bytes each time."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import msgspec

from congress_flow import Engine, Shelf
from congress_flow.dossier import Review, case_of, history, options, read, review
from congress_flow.reports import (
    json_bytes,
    options_json,
    review_json,
    review_schema,
    rules_json,
    trail_json,
)
from tests.dossier.law import small_engine
from tests.dossier.made import Raw, attested, made, recorded
from tests.dossier.test_reading import ARTICLE
from tests.dossier.test_review import act
from tests.dossier.test_schema import is_valid

DAY = date(2020, 5, 28)
ENGINE = small_engine()
VOTE: Raw = {
    "track": "R",
    "step": 2,
    "date": date(2020, 2, 3),
    "agree": {"an": 5},
    "passed": ["an"],
}
WALKED: Raw = recorded(
    person=[{"id": "an"}],
    act=[
        act("personnel_track_R", "open_track", date(2020, 2, 1)),
        act("personnel_track_R", "adopt_list", date(2020, 2, 4)),
    ],
    step_vote=[
        {"track": "R", "step": 1, "date": date(2020, 2, 2), "passed": ["an"]},
        VOTE,
        {**VOTE, "date": date(2020, 2, 10), "agree": {"an": 7}},
    ],
)


def reviews() -> list[Review]:
    """Return reviews of very different dossiers."""
    return [
        review(read(ARTICLE, ()), ENGINE),
        review(made(recorded()), ENGINE),
        review(made(attested(explanation=[{"rule": "small/gate_g1", "words": "rõ"}])), ENGINE),
        review(made(attested()), Engine(Shelf())),
        review(made(WALKED), ENGINE),
    ]


def loaded(content: bytes) -> Any:
    """Return JSON as values."""
    return json.loads(content)


def test_reviews_keep_to_the_published_schema() -> None:
    """Every review is valid by `congress-flow schema review`, faults and explanations included."""
    schema = review_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for each in reviews():
        jsonschema.validate(loaded(review_json(each)), schema)


def test_the_schema_takes_nothing_else() -> None:
    """A key too many or too few, or another word for a grade, is not valid."""
    schema = review_schema()
    good = loaded(review_json(reviews()[0]))
    for bad in (
        {**good, "more": 1},
        {key: value for key, value in good.items() if key != "books"},
        {**good, "readiness": "ready"},
        {**good, "findings": [{**good["findings"][0], "kind": "fault"}]},
    ):
        assert not is_valid(schema, bad)


def test_the_keys_of_a_review() -> None:
    """The keys are those promised, at every level."""
    found = loaded(review_json(reviews()[0]))
    assert list(found) == ["dossier", "as_of", "readiness", "gates", "findings", "cases", "books"]
    assert (found["dossier"], found["as_of"]) == ("thai-binh-sct-2020", "2020-05-28")
    assert list(found["gates"][0]) == ["id", "title", "outcome", "evidence", "findings"]
    assert list(found["findings"][0]) == [
        "kind",
        "rule",
        "title",
        "text",
        "figures",
        "case",
        "on",
        "citations",
        "source",
    ]
    assert found["findings"][0]["citations"] == [
        {
            "number": "01-QĐ/TEST",
            "date": "2019-01-01",
            "issuer": "Ban thử",
            "article": "điều 1",
            "confidence": "verified",
        }
    ]
    assert found["cases"] == [
        {
            "id": "preparation",
            "procedure": "preparation",
            "stage": "PREPARING",
            "passages": 0,
            "refusals": 0,
        }
    ]
    assert [list(book) for book in found["books"]] == [["id", "version", "sha256"]]


def test_gates_point_to_their_findings() -> None:
    """The numbers of a gate are the places of its findings, and every place is one of the list."""
    found = loaded(review_json(reviews()[0]))
    seen = [index for gate in found["gates"] for index in gate["findings"]]
    assert sorted(seen) == list(range(len(found["findings"])))
    for gate in found["gates"]:
        for index in gate["findings"]:
            assert found["findings"][index]["title"]["en"] == f"Gate {gate['id']}"


def test_faults_and_explanations() -> None:
    """`fault` and `explained` stand only where there is one."""
    explained = loaded(review_json(reviews()[2]))["findings"]
    assert [each["explained"] for each in explained if "explained" in each] == ["rõ"]
    faults = loaded(review_json(reviews()[3]))["findings"]
    assert {each.get("fault") for each in faults} == {"unguarded"}
    assert {each["kind"] for each in faults} == {"breach"}


def test_the_same_input_gives_the_same_bytes() -> None:
    """Read, judged and written twice, with engines of their own: not a byte differs."""
    one = review_json(review(read(ARTICLE, ()), small_engine()))
    two = review_json(review(read(ARTICLE, ()), small_engine()))
    assert one == two
    assert one.endswith(b"}\n")


def test_a_trail() -> None:
    """Each event in its order: allowed with what was found in order, refused, not drawn."""
    past = history(made(WALKED), ENGINE, DAY)
    case = case_of(past, "personnel_track_R")
    found = loaded(trail_json(case, past.of(case.id), ENGINE.shelf))
    assert (found["case"], found["procedure"]) == ("personnel_track_R", "personnel_track")
    assert found["stage"] == "STEP3_EXECUTIVE_BALLOT"
    assert [(each["event"], each["outcome"], each["to"]) for each in found["entries"]] == [
        ("open_track", "allowed", "STEP1_STANDING_REVIEW"),
        ("approve_list", "allowed", "STEP2_KEY_CADRE_BALLOT"),
        ("accept_result", "refused", None),
        ("adopt_list", "not_drawn", None),
        ("accept_result", "allowed", "STEP3_EXECUTIVE_BALLOT"),
    ]
    refused, allowed = found["entries"][2], found["entries"][4]
    assert refused["findings"][0]["figures"]["value"] == 5
    assert (refused["path"], refused["by"]) == ("step_vote[1]", "key_cadre_conference")
    assert allowed["kept"][0]["rule"] == "small/enough"
    assert [each["number"] for each in allowed["kept"][0]["citations"]] == ["01-QĐ/TEST"]
    assert allowed["law_changed"] == []
    assert allowed["consulted"] == ["small/enough", "small/somebody"]


def test_an_event_of_no_body() -> None:
    """Who did it is null where that is not known; a case that stays where it is has no `to`."""
    raw = recorded(act=[{"case": "preparation", "does": "arrange", "on": date(2020, 4, 1)}])
    past = history(made(raw), ENGINE, DAY)
    case = past.cases["preparation"]
    entries = loaded(trail_json(case, past.of("preparation"), ENGINE.shelf))["entries"]
    assert [(each["by"], each["to"]) for each in entries] == [
        ("standing_committee", None),
        (None, None),
    ]


def test_options() -> None:
    """Every kind of event drawn, with the facts it takes and what it lacks."""
    dossier = made(recorded())
    past = history(dossier, ENGINE, DAY)
    case = past.cases["preparation"]
    found = loaded(options_json(case, DAY, options(dossier, ENGINE, past, case, DAY)))
    assert (found["case"], found["stage"], found["on"]) == (
        "preparation",
        "PREPARING",
        "2020-05-28",
    )
    assert [each["step"] for each in found["options"]] == [
        f"preparation:P{number}" for number in range(1, 9)
    ]
    ready = found["options"][7]
    assert (ready["event"], ready["to"], ready["findings"]) == ("declare_ready", "READY", [])
    assert "statements" in ready["facts"]
    assert found["options"][0]["findings"][0]["kind"] == "gap"


def test_rules() -> None:
    """Each rule with citation, severity and span; no readings where there is nothing to choose."""
    shelf = ENGINE.shelf
    found = loaded(rules_json(shelf, shelf.rules(DAY), DAY))
    assert found["as_of"] == "2020-05-28"
    assert found["readings"] == []
    rules = {each["id"]: each for each in found["rules"]}
    assert rules["small/gate_g7"]["subject"] == "G7"
    assert rules["small/gate_g7"]["steps"] == ["preparation:P8"]
    assert (rules["small/answered"]["severity"], rules["small/somebody"]["severity"]) == (
        "warns",
        "blocks",
    )
    assert (rules["small/gate_g7"]["since"], rules["small/gate_g7"]["until"]) == (
        "2019-01-01",
        None,
    )
    assert loaded(rules_json(shelf, (), None))["as_of"] is None


def test_plain_values() -> None:
    """Any plain value may be written as JSON, with line breaks."""
    assert json_bytes({"a": [1]}) == b'{\n  "a": [\n    1\n  ]\n}\n'
    assert msgspec.json.decode(json_bytes({"ạ": "ữ"})) == {"ạ": "ữ"}
