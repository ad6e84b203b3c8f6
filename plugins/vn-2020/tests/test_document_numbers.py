"""Numbers and signatures of documents: each rule objects to one changed fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from congress_flow import Case, Finding, FindingKind, Level, Verdict
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020 import document_numbers
from tests.documents.examples import DAY, B, Example, Kind, document, issued, rules_of
from tests.documents.walk import CLOSED, CONGRESS, OPENED, UNIT, Stand

Weigh = Callable[..., Finding]
Judge = Callable[..., Verdict]
Follow = Callable[..., Case[Any]]
NEW: dict[str, Any] = {"by": B.NEW_COMMITTEE, "number": "01-CTr/ĐU", "closed": CLOSED}


def issue(on: date = DAY, **facts: Any) -> d.Issue:
    known: dict[str, Any] = {
        "by": B.STANDING_COMMITTEE,
        "number": "12-KH/ĐU",
        "signed": d.Authority.ON_BEHALF,
        "draft_mark": False,
    }
    return d.Issue(on=on, **{**known, **facts})


def minutes(on: date = OPENED, number: str | None = "18-BB/ĐH", **facts: Any) -> d.SignMinutes:
    known: dict[str, Any] = {"number": number, "draft_mark": False}
    return d.SignMinutes(on=on, **{**known, **facts})


EXAMPLES = {
    "number_of_its_type": Example(
        d.READY_TO_SUBMIT,
        issue(),
        issue(number="12-QĐ/ĐU"),
        {"value": "QĐ", "limit": "KH"},
        kind=Kind.PLAN,
    ),
    "number_has_leading_zero": Example(
        d.READY_TO_SUBMIT,
        issue(number="09-KH/ĐU"),
        issue(number="9-KH/ĐU"),
        {"value": True, "limit": False},
        kind=Kind.PLAN,
        finding=FindingKind.CAUTION,
    ),
    "number_in_congress_series": Example(
        d.ADOPTED,
        issue(number="01-NQ/ĐH"),
        issue(number="01-NQ/ĐU"),
        {"value": ["ĐU"], "limit": ["ĐH"]},
        kind=Kind.RESOLUTION,
    ),
    "numbered_during_congress": Example(
        d.DRAFTED,
        minutes(in_session=True),
        minutes(in_session=False),
        {"value": False, "limit": True},
        kind=Kind.CONGRESS_MINUTES,
    ),
    "number_in_committee_series": Example(
        d.READY_TO_SUBMIT,
        issue(),
        issue(number="12-KH/ĐH"),
        {"value": "ĐH", "op": "none_of"},
        kind=Kind.PLAN,
    ),
    # From the day after the closing of 29/5/2020.
    "number_in_new_term": Example(
        d.HANDED_OVER,
        issue(date(2020, 5, 30), **NEW, first_meeting=CLOSED),
        issue(date(2020, 5, 28), **NEW, first_meeting=CLOSED),
        {"value": "2020-05-28", "limit": "2020-05-29"},
        kind=Kind.ACTION_PROGRAMME,
    ),
    "signed_on_behalf": Example(
        d.ADOPTED,
        issue(signed_for=B.PRESIDIUM),
        issue(signed_for=B.PRESIDIUM, signed=d.Authority.FOR_HEAD),
        {"value": "K/T", "limit": "T/M"},
        kind=Kind.RESOLUTION,
    ),
    "issued_without_draft_mark": Example(
        d.READY_TO_SUBMIT,
        issue(),
        issue(draft_mark=True),
        {"value": True, "limit": False},
        kind=Kind.PLAN,
    ),
}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_rule_objects_and_is_content(rule: str, stand: Stand, weigh: Weigh) -> None:
    """Each rule passes one event and objects to the same with one fact changed."""
    EXAMPLES[rule].weighed(rule, stand, weigh)


def test_every_rule_has_an_example() -> None:
    """No rule of the module is left out; the register has a test of its own below."""
    assert set(EXAMPLES) | {"number_rises_in_series"} == rules_of(document_numbers)


def findings(verdict: Verdict, rule: str) -> list[Finding]:
    return [found for found in verdict.findings if found.rule == f"vn-2020/{rule}"]


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (None, FindingKind.GAP, "number: unknown"),
        ("", FindingKind.BREACH, "number: not given"),
        ("12/KH-ĐU", FindingKind.BREACH, "hyphen and slash are swapped"),
        ("Số:   -KH/ĐU", FindingKind.BREACH, "the number is still blank"),
    ],
)
def test_a_number_must_be_one(
    number: str | None, kind: FindingKind, words: str, stand: Stand, judge: Judge
) -> None:
    """Not known is a gap; missing, blank or in the State's form is a breach that says why."""
    case = stand(d.document_life, document(Kind.PLAN), d.READY_TO_SUBMIT)
    verdict = judge(case, issue(number=number))
    [found] = findings(verdict, "number_of_its_type")
    assert found.kind is kind
    assert words in found.text.en
    # What cannot be read is said once, not by every rule on numbers.
    assert not findings(verdict, "number_in_committee_series")
    assert not findings(verdict, "number_rises_in_series")


def test_an_unreadable_number_is_in_no_congress_series(stand: Stand, judge: Judge) -> None:
    """The same holds for the series of the congress."""
    case = stand(d.document_life, document(Kind.CONGRESS_MINUTES), d.DRAFTED)
    verdict = judge(case, minutes(number=None))
    assert not findings(verdict, "number_in_congress_series")


FIRST = date(2019, 11, 28)


@pytest.mark.parametrize(
    ("number", "day", "words"),
    [
        ("12-KH/ĐU", DAY, ""),
        ("11-KH/ĐU", DAY, "the number was given twice"),
        ("10-KH/ĐU", DAY, "a later number has an earlier day"),
        ("10-KH/ĐU", FIRST, ""),
        ("12-KH/ĐU", date(2019, 11, 27), "a later number has an earlier day"),
    ],
)
def test_numbers_rise_with_the_days(  # noqa: PLR0917 - fixtures besides the table
    number: str, day: date, words: str, stand: Stand, follow: Follow, judge: Judge
) -> None:
    """Beside 11-KH/ĐU of 28/11/2019: across New Year the series goes on (trap TR12)."""
    case = stand(d.document_life, document(Kind.PLAN), d.READY_TO_SUBMIT, on=date(2019, 11, 1))
    other = issued(follow, issue(FIRST, number="11-KH/ĐU"))
    found = findings(judge(case, issue(day, number=number), other), "number_rises_in_series")
    assert len(found) == bool(words)
    assert all(words in each.text.en for each in found)
    assert all(each.figures["other"] == "11-KH/ĐU" for each in found)


@pytest.mark.parametrize(
    ("other", "facts"),
    [
        (issue(number="12-QĐ/ĐU"), {"kind": Kind.BODY_DECISION}),
        (issue(number="12-KH/ĐU"), {"unit": "other"}),
        (issue(number="12-KH/ĐU", by=B.NEW_COMMITTEE), {}),
        (issue(number="no number"), {}),
    ],
)
def test_other_registers_do_not_count(
    other: d.Issue, facts: dict[str, Any], stand: Stand, follow: Follow, judge: Judge
) -> None:
    """Another type, another unit, another term, or no number: the same number may stand there."""
    case = stand(d.document_life, document(Kind.PLAN), d.READY_TO_SUBMIT)
    beside = issued(follow, other, **facts)
    assert not findings(judge(case, issue(), beside), "number_rises_in_series")


def test_the_congress_has_one_series_for_all_types(
    stand: Stand, follow: Follow, judge: Judge
) -> None:
    """A resolution may not bear the number of the minutes (traps TR12, TR32)."""
    made = follow(
        d.document_life,
        document(Kind.CONGRESS_MINUTES),
        d.DraftAtCongress(on=OPENED),
        minutes(),
        id="minutes",
    )
    case = stand(d.document_life, document(Kind.RESOLUTION), d.ADOPTED)
    event = issue(OPENED, number="18-NQ/ĐH")
    [found] = findings(judge(case, event, made), "number_rises_in_series")
    assert found.figures["other"] == "18-BB/ĐH"
    elsewhere = stand(d.document_life, document(Kind.RESOLUTION, congress="next"), d.ADOPTED)
    assert not findings(judge(elsewhere, event, made), "number_rises_in_series")


@pytest.mark.parametrize(
    ("on", "first_meeting", "kind"),
    [
        (date(2020, 5, 30), None, None),
        (CLOSED, CLOSED, None),
        (CLOSED, None, FindingKind.GAP),
        (CLOSED, date(2020, 6, 1), FindingKind.BREACH),
    ],
)
def test_the_new_term_begins_with_the_first_meeting(
    on: date, first_meeting: date | None, kind: FindingKind | None, stand: Stand, judge: Judge
) -> None:
    """Held during the congress it opens the term; whether it was matters only until the closing."""
    case = stand(d.document_life, document(Kind.ACTION_PROGRAMME), d.HANDED_OVER)
    event = issue(on, **NEW, first_meeting=first_meeting)
    found = findings(judge(case, event), "number_in_new_term")
    assert [each.kind for each in found] == ([] if kind is None else [kind])


def test_an_unknown_closing_is_a_gap(stand: Stand, judge: Judge) -> None:
    """Without the closing day the new term cannot be told."""
    case = stand(d.document_life, document(Kind.ACTION_PROGRAMME), d.HANDED_OVER)
    event = issue(date(2020, 6, 5), **{**NEW, "closed": None})
    assert findings(judge(case, event), "number_in_new_term")[0].kind is FindingKind.GAP


@pytest.mark.parametrize(
    ("on", "stage", "inside"),
    [
        (date(2020, 5, 27), k.QUORATE, False),
        (OPENED, k.QUORATE, True),
        (CLOSED, k.CLOSED, True),
        (date(2020, 5, 30), k.CLOSED, False),
        (OPENED, k.READY, False),
    ],
)
def test_the_series_of_the_congress_ends_with_it(  # noqa: PLR0917 - fixtures besides the table
    on: date,
    stage: Any,
    inside: bool,  # noqa: FBT001 - a table
    stand: Stand,
    judge: Judge,
    weigh: Weigh,
) -> None:
    """From the opening through the closing day, by the case of the congress."""
    subject = k.Congress(unit=UNIT, level=Level.GRASSROOTS)
    days = (k.Open(on=OPENED), k.Close(on=CLOSED))
    congress = stand(k.congress, subject, stage, *days, id=CONGRESS, on=DAY)
    case = stand(d.document_life, document(Kind.CONGRESS_MINUTES), d.DRAFTED)
    found = findings(judge(case, minutes(on), congress), "numbered_during_congress")
    assert (not found) is inside


def test_a_cells_congress_numbers_on_its_day(stand: Stand, judge: Judge) -> None:
    """A cell's congress has the day on which it was held."""
    held = c.Hold(on=OPENED)
    cell = stand(c.cell_congress, c.CellCongress(cell=UNIT), c.HELD, held, id=CONGRESS, on=DAY)
    case = stand(d.document_life, document(Kind.CONGRESS_MINUTES, level=Level.CELL), d.DRAFTED)
    rule = "numbered_during_congress"
    assert not findings(judge(case, minutes(), cell), rule)
    assert findings(judge(case, minutes(CLOSED), cell), rule)


def test_the_resolution_is_signed_for_the_presidium(stand: Stand, judge: Judge) -> None:
    """T/M the presidium, not the committee; a committee's own paper names the committee."""
    case = stand(d.document_life, document(Kind.RESOLUTION), d.ADOPTED)
    event = issue(signed_for=B.EXECUTIVE_COMMITTEE)
    [found] = findings(judge(case, event), "signed_on_behalf")
    assert found.figures["value"] == "executive_committee"
    plan = stand(d.document_life, document(Kind.PLAN), d.READY_TO_SUBMIT)
    assert not findings(judge(plan, event), "signed_on_behalf")
