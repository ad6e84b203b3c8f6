"""Which persons stand on which list of a track, worked out from its past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any, Final

from congress_flow import Case, Passage, Stage
from congress_flow.procedures import Nominee
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020.readings import TermReadings

Balloted = t.AcceptResult | t.AdoptList
_Back = (
    t.ReturnToStep2
    | t.ReturnToStep3
    | t.ReturnToStep4
    | t.ReturnToStep5
    | t.ReopenAtStep4
    | t.ReopenAtStep5
)
_Deciding = t.ReturnToStep3 | t.ReturnToStep4 | t.ReturnToStep5
# A step was held when one of these is recorded in its stage: accepted, repeated or put upward.
_HELD: Final = (
    t.ApproveList,
    t.AcceptResult,
    t.AdoptList,
    t.RepeatStep,
    t.RecordDivergence,
    t.ReferToSuperior,
)
NUMBERS: Final = {
    t.STEP1.name: 1,
    t.STEP2.name: 2,
    t.STEP3.name: 3,
    t.STEP4.name: 4,
    t.STEP4_ISSUE.name: 4,
    t.STEP5.name: 5,
    t.STEP5_ISSUE.name: 5,
}
"""The number of the step at which a track stands, by the name of the stage."""


def ids(people: Iterable[Nominee]) -> tuple[str, ...]:
    """Return the ids of people, in order."""
    return tuple(person.id for person in people)


class _Lists:
    """The lists of a track while its past is gone through."""

    def __init__(self) -> None:
        self.now: tuple[str, ...] = ()
        self.entered: dict[str, tuple[str, ...]] = {}
        self.introduced: tuple[str, ...] = ()

    def drop(self, person: str | None) -> None:
        """Take a person off every list: who has left does not come back with an older one."""
        self.now = _without(self.now, person)
        self.introduced = _without(self.introduced, person)
        self.entered = {name: _without(held, person) for name, held in self.entered.items()}

    def introduce(self, person: Nominee | None, stage: Stage) -> None:
        """Add a person whom the superior introduced, and who skips steps 1 and 2 (2-I5)."""
        if person is not None:
            self.introduced = _with(self.introduced, person.id)
            self.now = _with(self.now, person.id)
            self.entered[stage.name] = self.now

    def put_upward(self, act: t.ReferToSuperior, stage: Stage, readings: TermReadings) -> None:
        """Keep who passed a vote that went to the superior: if it lets the vote stand, they go on.

        Only then is the track sent back to the step after it.
        """
        after = {t.STEP2: t.STEP3, t.STEP3: t.STEP4, t.STEP4: t.STEP5}.get(stage)
        if after is None:
            return
        weighed = stage is t.STEP2 and not readings.step2_eliminates
        passed = self.now if weighed else act.passed or ()
        brought = self.introduced if stage is t.STEP2 else ()
        self.entered[after.name] = _with((), *passed, *brought)

    def supplement(self, people: Iterable[Nominee], stage: Stage) -> None:
        """Add persons to the list of a stage."""
        self.now = _with(self.now, *ids(people))
        self.entered[stage.name] = self.now


def _without(held: tuple[str, ...], person: str | None) -> tuple[str, ...]:
    return tuple(each for each in held if each != person)


def _with(held: tuple[str, ...], *people: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*held, *people)))


def entering(case: Case[t.Track], readings: TermReadings) -> tuple[str, ...]:
    """Return the ids of the persons on the list with which the present step is entered.

    A step to which the track was sent back is entered with the list it had there, less those who
    have left since. Between those with equal votes only they stand, and who is in already.
    """
    lists = _Lists()
    for passage in case.passages:
        stage = passage.verdict.stage
        _take(lists, passage.event, stage, readings)
        target = passage.step.target
        if target is not None:
            if isinstance(passage.event, _Back):
                lists.now = lists.entered.get(target.name, lists.now)
            if isinstance(passage.event, _Deciding):
                lists.now = _with(lists.now, *passage.event.chosen)
            lists.entered[target.name] = lists.now
        if isinstance(passage.event, t.ReturnToStep3):
            lists.introduce(passage.event.introduced, t.STEP3)
    return lists.now


def _take(lists: _Lists, act: Any, stage: Stage, readings: TermReadings) -> None:  # noqa: ANN401
    if isinstance(act, t.ApproveList):
        lists.now = ids(act.persons or ())
    elif isinstance(act, t.AcceptResult) and stage is t.STEP2:
        added = ids(act.added)
        onward = act.passed or () if readings.step2_eliminates else (*lists.now, *added)
        lists.now = _with((), *onward, *lists.introduced)
    elif isinstance(act, t.AcceptResult | t.AdoptList | t.ConfirmResult):
        lists.now = act.passed or ()
    elif isinstance(act, t.RepeatStep) and act.between:
        lists.now = _with((), *(act.passed or ()), *act.between)
    elif isinstance(act, t.RepeatStep):
        lists.supplement(act.supplemented or (), stage)
    elif isinstance(act, t.AdmitSuperiorIntroduced):
        lists.introduce(act.person, stage)
    elif isinstance(act, t.ReferToSuperior):
        lists.put_upward(act, stage, readings)
    elif isinstance(act, t.RemovePerson) or _unfit(act):
        lists.drop(act.person)


def _unfit(act: Any) -> bool:  # noqa: ANN401 - any act
    return isinstance(act, t.ConcludeIssue) and (act.fit is False or bool(act.removed))


def final_list(case: Case[t.Track]) -> tuple[str, ...]:
    """Return list L5 less the persons removed since; empty before there is one.

    It is the list that step 5 accepted last, or that the superior confirmed; a track that was
    reopened at step 1 has none until then.
    """
    listed: tuple[str, ...] = ()
    for passage in case.passages:
        act = passage.event
        if isinstance(act, t.ConfirmResult) or (
            isinstance(act, t.AcceptResult) and passage.verdict.stage is t.STEP5
        ):
            listed = act.passed or ()
        elif isinstance(act, t.ReopenAtStep1):
            listed = ()
        elif isinstance(act, t.RemovePerson):
            listed = _without(listed, act.person)
    return listed


def here(case: Case[t.Track]) -> Iterator[Any]:
    """Yield the acts recorded since the present step was entered, latest first.

    A vote that went to the superior is looked at where it was held; a new issue that was checked
    leads back to the same step and does not begin it anew.
    """
    past = case.passages[:-1] if case.stage is t.ESCALATED else case.passages
    for passage in takewhile(_goes_on, reversed(past)):
        yield passage.event


def _goes_on(passage: Passage) -> bool:
    return passage.step.target is None or isinstance(passage.event, t.RaiseIssue | t.ConcludeIssue)


def settled(case: Case[t.Track]) -> t.SettleTie | None:
    """Return how a tie was settled since the step was held last; None if it was not.

    Once a person has left there is a place more: then the tie is looked at anew.
    """
    for act in here(case):
        if isinstance(act, t.RepeatStep | t.RemovePerson) or _unfit(act):
            return None
        if isinstance(act, t.SettleTie):
            return act
    return None


def repeated(case: Case[t.Track]) -> tuple[t.RepeatStep, ...]:
    """Return the votes between equals since the whole list was voted on here, oldest first."""
    found: list[t.RepeatStep] = []
    for act in here(case):
        if isinstance(act, t.RepeatStep):
            if not act.between:
                break
            found.append(act)
    return tuple(reversed(found))


def vacancies(case: Case[t.Track]) -> int:
    """Return how many vacancies were accepted since the track was last sent back or begun."""
    for passage in reversed(case.passages):
        act = passage.event
        if isinstance(act, t.AcceptVacancies):
            return act.vacancies or 0
        if isinstance(act, _Back | t.ReopenAtStep1):
            break
    return 0


def attempt(case: Case[t.Track], stage: Stage | None = None) -> int:
    """Return how many times a step is held, the next time included (2-I4).

    It is the step at which the track stands, or another, by its stage.
    """
    at = case.stage if stage is None else stage
    return 1 + sum(
        passage.verdict.stage is at and isinstance(passage.event, _HELD)
        for passage in case.passages
    )


def escalated_from(case: Case[t.Track]) -> Stage:
    """Return the stage from which the track, now ESCALATED, went to the superior."""
    return case.passages[-1].verdict.stage
