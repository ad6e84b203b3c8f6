"""Personnel runs that go their whole way under the real rules, one for each way they can go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import attrs

from congress_flow import Case, Engine, Level
from congress_flow.procedures import Body
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020.readings import (
    CellVariant,
    NoStandingCommittee,
    ShortagePolicy,
    TiePolicy,
)
from tests.cases import stand
from tests.elections.walks import Taken
from tests.personnel.people import (
    ALL,
    NEW,
    SEATS,
    SERVING,
    WANTED,
    F,
    R,
    meeting,
    people,
    person,
)

Go = Callable[["Walk"], None]
B = Body
OPENING = date(2020, 5, 28)
RUN, SCHEME, CONGRESS = "quy-trinh", "de-an", "dai-hoi"
TRACKS = {R: "vong-R", F: "vong-F"}
BY = {
    1: B.STANDING_COMMITTEE,
    2: B.KEY_CADRE_CONFERENCE,
    3: B.EXECUTIVE_COMMITTEE,
    4: B.STANDING_COMMITTEE,
    5: B.EXECUTIVE_COMMITTEE,
}
DIRECTION: dict[str, Any] = {
    "seats": SEATS,
    "standing_seats": 3,
    "candidates": WANTED,
    "before": SEATS,
    "structure": "ba độ tuổi",
    "standards": "quy định 89",
}


class Walk:
    """A run, its tracks and its scheme on their way: `do` takes a step under the real book.

    Every other case stands beside. A day goes by with each step.
    """

    def __init__(self, engine: Engine, **unit: Any) -> None:
        self.engine = engine
        self.day = date(2020, 1, 6)
        self.taken: list[Taken] = []
        self.cautions: list[str] = []
        self.unit: dict[str, Any] = {"level": Level.GRASSROOTS, **unit}
        self.standing, self.executive = B.STANDING_COMMITTEE, B.EXECUTIVE_COMMITTEE
        self.cases: dict[str, Case[Any]] = {}
        self._open(r.personnel_run, RUN, r.Run(**self.unit))
        subject = s.Scheme(run=RUN, level=self.unit["level"], seats=SEATS, planned_opening=OPENING)
        self._open(s.personnel_scheme, SCHEME, subject)

    def _open(self, procedure: Any, name: str, subject: Any) -> None:
        self.cases[name] = Case(
            procedure=procedure, id=name, subject=subject, opened_on=date(2020, 1, 2)
        )

    def beside(self, case: Case[Any]) -> None:
        self.cases[case.id] = case

    def do(self, name: str, event: type[Any], by: B, **facts: Any) -> None:
        case = self.cases[name]
        others = tuple(other for other in self.cases.values() if other.id != name)
        act = event(on=self.day, by=by, **facts)
        self.cases[name] = self.engine.advance(case, act, others)
        passage = self.cases[name].passages[-1]
        self.taken.append(Taken(passage.step.id, case, act, others))
        self.cautions += [finding.rule for finding in passage.verdict.cautions]
        self.day += timedelta(days=1)

    def run(self, event: type[Any], by: B | None = None, **facts: Any) -> None:
        self.do(RUN, event, by or self.standing, **facts)

    def scheme(self, event: type[Any], by: B = B.SUPERIOR_STANDING_COMMITTEE, **facts: Any) -> None:
        self.do(SCHEME, event, by, **facts)

    def track(self, kind: t.TrackKind, event: type[Any], by: B | None = None, **facts: Any) -> None:
        self.do(TRACKS[kind], event, by or self.standing, **facts)

    # The stretches that many ways have in common.

    def direction(self, **facts: Any) -> None:
        """From the draft to the direction adopted."""
        self.run(r.DraftDirection, B.PERSONNEL_SUBCOMMITTEE, subcommittee_decision="15-QĐ/ĐU")
        self.run(r.AdoptDirection, self.executive, **{**DIRECTION, **facts})

    def begin(self, kind: t.TrackKind, **facts: Any) -> None:
        """Open a track at step 1; of the places a track has nothing is fixed beforehand."""
        known: dict[str, Any] = {"run": RUN, "kind": kind, "seats": SEATS, "wanted": WANTED}
        unit = {name: told for name, told in self.unit.items() if name != "elects"}
        known |= {**unit, **facts}
        subject = t.Track(**known)
        self._open(t.personnel_track, TRACKS[kind], subject)
        self.track(kind, t.OpenTrack, list_present=True)

    def begin_r(self, **facts: Any) -> None:
        self.run(r.OpenTrackR, incumbents=SERVING)
        self.begin(R, **facts)

    def begin_f(self, places: int = 4, **facts: Any) -> None:
        self.run(r.OpenTrackF, places_left=places, planning_list=True)
        self.begin(F, **facts)

    def review(self, kind: t.TrackKind, names: Iterable[str]) -> None:
        """Step 1."""
        serving = kind is R
        persons = tuple(person(name, serving=serving, track=kind) for name in names)
        self.track(kind, t.ApproveList, meeting=meeting(1), persons=persons)

    def vote(
        self,
        kind: t.TrackKind,
        step: int,
        votes: Mapping[str, int] | Iterable[str],
        passed: Iterable[str] | None = None,
        **facts: Any,
    ) -> None:
        """Steps 2 to 5: persons named have every vote and pass, unless told otherwise."""
        event: type[Any] = t.AdoptList if step == 4 else t.AcceptResult
        if step == 5:
            facts = {
                "ballots_analysed": True,
                "issues_concluded": True,
                "views_agree": True,
                **facts,
            }
        told = {"meeting": meeting(step, votes), **facts}
        self.track(kind, event, BY[step], passed=tuple(votes if passed is None else passed), **told)

    def votes(self, kind: t.TrackKind, names: Iterable[str], first: int = 2, last: int = 5) -> None:
        """Steps one after another in which all persons pass."""
        people = tuple(names)
        for step in range(first, last + 1):
            self.vote(kind, step, people)

    def whole_track(self, kind: t.TrackKind, names: Iterable[str]) -> None:
        """Steps 1 to 5 and the completion."""
        people = tuple(names)
        self.review(kind, people)
        self.votes(kind, people)
        self.complete(kind)

    def complete(self, kind: t.TrackKind) -> None:
        self.run(r.CompleteTrackR if kind is R else r.CompleteTrackF, B.AUTO)

    def assemble(self, names: Iterable[str] = ALL, **facts: Any) -> None:
        """R8 and S1 or S7."""
        listed, told = people(names), {"seats": SEATS}
        answers = facts.pop("answers", None)
        self.run(r.AssembleScheme, B.PERSONNEL_SUBCOMMITTEE, candidates=listed, **{**told, **facts})
        self.scheme(s.AssembleScheme, B.PERSONNEL_SUBCOMMITTEE, candidates=listed, answers=answers)

    def hand_in(self, names: Iterable[str] = ALL) -> None:
        """S2 and S3."""
        people = tuple(names)
        self.scheme(
            s.Submit,
            B.EXECUTIVE_COMMITTEE,
            adopted="21-NQ/ĐU",
            papers=("submission", "political report"),
            personal_papers=dict.fromkeys(people, ("CV",)),
            photos=dict.fromkeys(people, date(2020, 1, 3)),
            step_minutes=True,
        )
        self.scheme(s.StartAppraisal, B.SUPERIOR_ADVISORY_BODIES)

    def to_tracks(self) -> None:
        """Both tracks completed, nobody lost on the way."""
        self.direction()
        self.begin_r()
        self.whole_track(R, SERVING)
        self.begin_f()
        self.whole_track(F, NEW)

    def to_appraisal(self) -> None:
        self.to_tracks()
        self.assemble()
        self.hand_in()

    def approve(self) -> None:
        self.scheme(s.Approve, decision="99-QĐ/ĐUK")

    def present(self, names: Iterable[str] = ALL) -> None:
        """S22, at the quorate congress, and what ends with it."""
        self.day = OPENING
        subject = k.Congress(unit="dang-bo", level=self.unit["level"], scheme=SCHEME)
        opened = k.Open(on=OPENING)
        self.beside(stand(k.congress, subject, k.QUORATE, opened, id=CONGRESS, on=OPENING))
        self.scheme(s.Present, B.PRESIDIUM, listed=tuple(names), congress=CONGRESS)
        self.run(r.CloseRun, B.AUTO)
        for kind in (R, F):
            self.track(kind, t.CloseTrack, B.AUTO)

    def ratified(self, elected: Iterable[str] = ALL[:SEATS]) -> None:
        """S23, once the contest of the scheme is ratified."""
        subject = e.Contest(
            congress=CONGRESS,
            level=self.unit["level"],
            meeting=e.Meeting.MEMBERS_CONGRESS,
            post=e.Post.COMMITTEE,
            scheme=SCHEME,
        )
        declared = e.Declare(on=OPENING, elected=tuple(elected))
        self.beside(
            stand(e.election_contest, subject, e.RATIFIED, declared, id="bau-cu", on=OPENING)
        )
        self.scheme(s.CloseScheme, B.AUTO)


def letter(stage: Any, name: str = "don", *persons: str, kind: Any = None) -> Case[Any]:
    """Return a letter about persons, a denunciation, that rests in a stage."""
    subject = q.Complaint(level=Level.GRASSROOTS, congress=CONGRESS, persons=persons or ("ha",))
    kind = kind or q.ComplaintKind.DENUNCIATION
    told = q.Classify(on=date(2020, 1, 6), kind=kind, about_congress=True)
    return stand(q.complaint_case, subject, stage, told, id=name)


# --- The ways -------------------------------------------------------------------------------------


def whole(walk: Walk) -> None:
    """From the draft of the direction to the end; letters are noted on the way."""
    walk.to_tracks()
    walk.assemble(intended=ALL[:SEATS])
    walk.beside(letter(q.FROZEN, "don-muon"))
    walk.beside(letter(q.REJECTED, "don-nac-danh"))
    walk.beside(letter(q.IN_PROGRESS, "don", "ha"))
    walk.hand_in()
    noted = B.INSPECTION_COMMISSION
    walk.scheme(s.NoteLateCase, noted, complaint="don-muon")
    walk.scheme(s.NoteInadmissibleCase, noted, complaint="don-nac-danh")
    walk.scheme(s.NoteTimelyCase, noted, complaint="don", person="ha")
    walk.beside(letter(q.CONCLUDED, "don", "ha"))
    walk.approve()
    walk.present()
    walk.ratified(("an", "ba", "chi", "dao", "em", "ha", "kim", "lan", "my"))


def issues(walk: Walk) -> None:
    """A new issue at step 4 that comes to nothing, one at step 5 that ends a candidacy."""
    walk.direction()
    walk.begin_r()
    walk.track(R, t.RemovePerson, person="hai", reason="xin thôi")
    walk.whole_track(R, SERVING)
    walk.begin_f()
    walk.review(F, (*NEW, "oanh"))
    walk.votes(F, (*NEW, "oanh"), last=3)
    walk.beside(letter(q.IN_PROGRESS, "don", "ha"))
    body = B.COMPETENT_BODY
    walk.track(F, t.RaiseIssue, body, person="ha", issue="kê khai tài sản", complaint="don")
    walk.beside(letter(q.CONCLUDED, "don", "ha"))
    walk.track(F, t.ConcludeIssue, body, person="ha", conclusion="12-TB", fit=True)
    walk.vote(F, 4, (*NEW, "oanh"))
    walk.track(F, t.RaiseIssue, body, person="oanh", issue="bằng cấp")
    facts = {"person": "oanh", "conclusion": "13-TB", "fit": False, "removed": True}
    walk.track(F, t.ConcludeIssue, body, **facts)
    walk.vote(F, 5, NEW)
    walk.complete(F)


def divergence(walk: Walk) -> None:
    """The standing committee differs: it is voted again, and then the superior confirms."""
    walk.direction()
    walk.begin_r()
    walk.review(R, SERVING)
    walk.votes(R, SERVING, last=4)
    walk.track(R, t.RecordDivergence, difference="về nhân sự gia")
    walk.track(R, t.ReturnToStep5, B.SUPERIOR_STANDING_COMMITTEE, opinion="7-CV/ĐUK")
    walk.track(R, t.RecordDivergence, difference="về nhân sự gia")
    walk.track(
        R,
        t.ConfirmResult,
        B.SUPERIOR_STANDING_COMMITTEE,
        opinion="8-CV/ĐUK",
        meeting=meeting(5, SERVING),
        passed=SERVING,
    )
    walk.complete(R)


# Two more than there is room for, with equal votes for the last place.
CROWD = ("ha", "kim", "lan", "my", "oanh")
LEVEL: dict[str, int] = {"ha": 9, "kim": 8, "lan": 7, "my": 6, "oanh": 6}
CERTAIN, TIED = ("ha", "kim", "lan"), ("my", "oanh")


def _to_tie(walk: Walk) -> None:
    walk.direction()
    walk.begin_r()
    walk.whole_track(R, SERVING)
    walk.begin_f()
    walk.review(F, CROWD)
    walk.votes(F, CROWD, last=4)


STALLED: dict[str, Any] = {"meeting": meeting(5, LEVEL), "passed": CERTAIN}


def _settle(walk: Walk, by: B, settler: t.Settler, chosen: tuple[str, ...]) -> None:
    _to_tie(walk)
    walk.track(F, t.SettleTie, by, tied=TIED, chosen=chosen, settler=settler, **STALLED)
    walk.vote(F, 5, LEVEL, (*CERTAIN, *chosen))
    walk.complete(F)


def tie_head(walk: Walk) -> None:
    """A tie at the last place, settled by the head of the committee."""
    _settle(walk, B.HEAD, t.Settler.HEAD, ("my",))


def tie_standing(walk: Walk) -> None:
    """A tie at the last place, settled by the standing committee."""
    _settle(walk, B.STANDING_COMMITTEE, t.Settler.STANDING_COMMITTEE, ("oanh",))


def tie_all(walk: Walk) -> None:
    """A tie at the last place: both are admitted, the surplus of two keeps the cap."""
    _settle(walk, B.STANDING_COMMITTEE, t.Settler.ALL_WITHIN_CAP, TIED)


def tie_reballot(walk: Walk) -> None:
    """A tie at the last place, voted on again between the two, twice."""
    _to_tie(walk)
    for votes in (LEVEL, {"my": 5, "oanh": 5}):
        walk.track(
            F,
            t.RepeatStep,
            reason=t.Reason.TIE,
            between=TIED,
            passed=CERTAIN,
            meeting=meeting(5, votes),
        )
    walk.vote(F, 5, {"my": 6, "oanh": 3}, (*CERTAIN, "my"))
    walk.complete(F)


def tie_superior(walk: Walk) -> None:
    """A tie at step 3 is put upward: the superior takes one of the two and lets the vote stand."""
    walk.direction()
    walk.begin_r()
    walk.whole_track(R, SERVING)
    walk.begin_f()
    walk.review(F, CROWD)
    walk.vote(F, 2, CROWD)
    walk.track(
        F,
        t.ReferToSuperior,
        reason=t.Reason.TIE,
        tied=TIED,
        asked="chọn một người",
        meeting=meeting(3, LEVEL),
        passed=CERTAIN,
    )
    superior = B.SUPERIOR_STANDING_COMMITTEE
    walk.track(F, t.ReturnToStep4, superior, opinion="9-CV/ĐUK", chosen=("oanh",))
    walk.votes(F, (*CERTAIN, "oanh"), first=4)
    walk.complete(F)


def _to_shortage(walk: Walk) -> None:
    walk.direction()
    walk.begin_r()
    walk.whole_track(R, SERVING)
    walk.begin_f()


TOO_FEW: dict[str, int] = {"ha": 30, "kim": 30, "lan": 15, "my": 4}


def shortage_repeat(walk: Walk) -> None:
    """Too few at step 2: it is held again with two more persons; then a reserve of step 2."""
    _to_shortage(walk)
    walk.review(F, NEW)
    walk.track(
        F,
        t.RepeatStep,
        reason=t.Reason.SHORTAGE,
        supplemented=people(("oanh", "phu", "quy")),
        meeting=meeting(2, TOO_FEW),
        passed=("ha", "kim"),
    )
    # Five have more than half, four places are left: the fifth is a reserve.
    votes = {"ha": 30, "kim": 30, "oanh": 28, "phu": 27, "quy": 20, "lan": 10, "my": 4}
    listed = ("ha", "kim", "oanh", "phu")
    walk.vote(F, 2, votes, listed)
    walk.track(
        F,
        t.RepeatStep,
        reason=t.Reason.SHORTAGE,
        supplemented=people(("quy",)),
        meeting=meeting(3, {"ha": 9, "kim": 9, "oanh": 4, "phu": 4}),
        passed=("ha", "kim"),
    )
    votes = {"ha": 9, "kim": 9, "oanh": 4, "phu": 6, "quy": 6}
    listed = ("ha", "kim", "phu", "quy")
    walk.vote(F, 3, votes, listed)
    walk.votes(F, listed, first=4)
    walk.complete(F)


def shortage_vacancies(walk: Walk) -> None:
    """Too few at step 5: fewer are elected, one place stays open; so it goes to the end."""
    _to_shortage(walk)
    walk.review(F, NEW)
    walk.votes(F, NEW, last=4)
    votes = {"ha": 9, "kim": 9, "lan": 9, "my": 4}
    passed = ("ha", "kim", "lan")
    walk.track(F, t.AcceptVacancies, vacancies=1, meeting=meeting(5, votes), passed=passed)
    walk.vote(F, 5, votes, passed)
    walk.complete(F)
    listed = (*SERVING, *passed)
    walk.assemble(listed, seats=SEATS - 1)
    walk.hand_in(listed)
    walk.approve()
    walk.present(listed)
    walk.ratified(("an", "ba", "chi", "dao", "em", *passed))


def shortage_superior(walk: Walk) -> None:
    """Too few, time and again: the superior sends back to step 2 and to step 4, introduces one."""
    _to_shortage(walk)
    walk.review(F, NEW)
    superior = B.SUPERIOR_STANDING_COMMITTEE
    short: dict[str, Any] = {"reason": t.Reason.SHORTAGE, "asked": "cho ý kiến"}
    walk.track(F, t.ReferToSuperior, meeting=meeting(2, TOO_FEW), passed=("ha", "kim"), **short)
    walk.track(F, t.ReturnToStep2, superior, opinion="10-CV/ĐUK")
    walk.vote(F, 2, {"ha": 30, "kim": 30, "lan": 16, "my": 4}, ("ha", "kim", "lan"))
    votes = {"ha": 9, "kim": 9, "lan": 4}
    walk.track(F, t.ReferToSuperior, meeting=meeting(3, votes), passed=("ha", "kim"), **short)
    walk.track(F, t.ReturnToStep3, superior, introduced=person("tu"))
    walk.track(F, t.AdmitSuperiorIntroduced, superior, person=person("vi"), dossier=True)
    walk.vote(F, 3, ("ha", "kim", "lan", "tu", "vi"))
    few = {"ha": 3, "kim": 3, "lan": 1, "tu": 1, "vi": 1}
    walk.track(F, t.ReferToSuperior, meeting=meeting(4, few), passed=("ha", "kim"), **short)
    walk.track(F, t.ReturnToStep4, superior, opinion="11-CV/ĐUK")
    listed = ("ha", "kim", "tu", "vi")
    walk.vote(F, 4, {"ha": 3, "kim": 3, "tu": 3, "vi": 3, "lan": 1}, listed)
    walk.vote(F, 5, listed)
    walk.complete(F)


def no_election(walk: Walk) -> None:
    """Too few at step 5: the superior agrees that no committee is elected now."""
    _to_shortage(walk)
    walk.review(F, NEW)
    walk.votes(F, NEW, last=4)
    walk.track(
        F,
        t.ReferToSuperior,
        reason=t.Reason.SHORTAGE,
        asked="đồng ý không bầu",
        meeting=meeting(5, dict.fromkeys(NEW, 4)),
        passed=(),
    )
    walk.scheme(s.AgreeNoElection, difficulty="không đủ nhân sự")
    walk.run(r.AbortRun, agreed_by_superior="14-CV/ĐUK")
    walk.track(R, t.AbortTrack, B.AUTO)
    walk.track(F, t.AbortTrack, B.AUTO)
    walk.scheme(s.CompleteLater, decision="15-QĐ/ĐUK")


def no_election_appraised(walk: Walk) -> None:
    """The same, agreed while the scheme is appraised."""
    walk.to_appraisal()
    walk.scheme(s.AgreeNoElection, difficulty="đơn thư phức tạp")
    walk.run(r.AbortRun, agreed_by_superior="14-CV/ĐUK")


def two_contents(walk: Walk) -> None:
    """A congress without any election: the run is stopped with nobody's consent."""
    walk.direction()
    walk.run(r.AbortRun)


def skipped(walk: Walk) -> None:
    """Track R fills every place: track F is not opened."""
    everybody = (*SERVING, "huu", "khoa", "loc", "mai")
    walk.direction()
    walk.begin_r()
    walk.review(R, everybody)
    walk.votes(R, everybody)
    walk.complete(R)
    walk.run(r.SkipTrackF, places_left=0)


def _returned(walk: Walk, concern: s.Concern) -> None:
    walk.to_appraisal()
    walk.scheme(s.ReturnForRevision, reasons=("một", "hai"), concern=concern)


def returned_structure(walk: Walk) -> None:
    """Returned on number: nine seats become ten, and both tracks begin anew."""
    _returned(walk, s.Concern.NUMBER_OR_STRUCTURE)
    walk.run(r.ReopenStructure, direction_amended=True, seats=10, candidates=11)
    walk.scheme(s.ReopenStructure, B.STANDING_COMMITTEE)
    walk.track(R, t.ReopenAtStep1)
    walk.run(r.OpenTrackR, incumbents=SERVING)
    walk.whole_track(R, SERVING)
    walk.run(r.OpenTrackF, places_left=5, planning_list=True)
    walk.track(F, t.ReopenAtStep1)
    walk.whole_track(F, (*NEW, "oanh"))
    walk.assemble(MANY, seats=10, answers=("một", "hai"))


def returned_list_r(walk: Walk) -> None:
    """Returned on the list of track R, which is voted from step 4 on; track F stays."""
    _returned(walk, s.Concern.LIST)
    walk.run(r.ReopenTrackR)
    walk.scheme(s.ReopenList, B.STANDING_COMMITTEE)
    walk.track(R, t.ReopenAtStep4)
    walk.votes(R, SERVING, first=4)
    walk.complete(R)
    walk.run(r.SkipTrackF, places_left=0, completed_before=True)
    walk.assemble(answers=("một", "hai"))


def returned_list_f(walk: Walk) -> None:
    """Returned on the list of track F, which is voted at step 5 once more."""
    _returned(walk, s.Concern.LIST)
    walk.run(r.ReopenTrackF)
    walk.scheme(s.ReopenList, B.STANDING_COMMITTEE)
    walk.track(F, t.ReopenAtStep5)
    walk.vote(F, 5, NEW)
    walk.complete(F)
    walk.assemble(answers=("một", "hai"))


def _refilled(walk: Walk, *names: str) -> None:
    """Track F begins anew, because the list fell below the minimum."""
    walk.run(r.ReopenTrackF)
    walk.scheme(s.ReopenList, B.STANDING_COMMITTEE)
    walk.track(F, t.ReopenAtStep1)
    walk.whole_track(F, names)
    walk.assemble((*SERVING, *names))


def rejected_below(walk: Walk) -> None:
    """A person is rejected and the list falls below the minimum: track F finds another."""
    walk.to_appraisal()
    walk.scheme(s.RejectPerson, person="my", reasons="chưa đủ tiêu chuẩn")
    walk.scheme(s.RecordBelowMinimum, B.AUTO, remedy=s.Remedy.TRACK_F_REOPENS)
    _refilled(walk, "ha", "kim", "lan", "oanh")


def withdrawn_below(walk: Walk) -> None:
    """A withdrawal after the approval leaves no surplus: the same."""
    walk.to_appraisal()
    walk.approve()
    walk.scheme(s.WithdrawBelowMinimum, B.EXECUTIVE_COMMITTEE, person="my")
    _refilled(walk, "ha", "kim", "lan", "oanh")


# Eleven for nine seats, 22 %: above the band, within the cap; one or two may be lost.
MANY = (*ALL, "oanh")


def _to_many(walk: Walk) -> None:
    walk.direction(candidates=11)
    walk.begin_r(wanted=11)
    walk.whole_track(R, SERVING)
    walk.begin_f(places=5, wanted=11)
    walk.whole_track(F, (*NEW, "oanh"))
    walk.assemble(MANY)
    walk.hand_in(MANY)


def rejected(walk: Walk) -> None:
    """A person is rejected, the surplus is still there, and the scheme is approved."""
    _to_many(walk)
    walk.scheme(s.RejectPerson, person="oanh", reasons="chưa đủ tiêu chuẩn")
    walk.scheme(s.ConfirmSurplus, B.AUTO, approved_anew="97-TB/ĐUK")
    walk.approve()
    walk.present()


def withdrawals(walk: Walk) -> None:
    """One leaves before the approval."""
    _to_many(walk)
    walk.scheme(s.RemovePerson, B.EXECUTIVE_COMMITTEE, person="oanh", reason="xin rút")
    walk.approve()
    walk.present()


def withdrawn_late(walk: Walk) -> None:
    """One leaves after the approval, while the congress has not closed its list."""
    _to_many(walk)
    walk.approve()
    walk.scheme(
        s.WithdrawCandidate, B.CANDIDATE, person="oanh", superior_informed=True, list_closed=False
    )
    walk.present()


def checked(walk: Walk) -> None:
    """After the approval two letters come in time: one comes to nothing, one does not."""
    _to_many(walk)
    walk.approve()
    body = B.COMPETENT_BODY
    walk.beside(letter(q.IN_PROGRESS, "don-1", "ha"))
    walk.scheme(s.RaiseTimelyCase, B.INSPECTION_COMMISSION, complaint="don-1", person="ha")
    walk.scheme(s.ConcludeClean, body, conclusion="16-TB")
    walk.beside(letter(q.CONCLUDED, "don-1", "ha"))
    walk.beside(letter(q.IN_PROGRESS, "don-2", "oanh"))
    walk.scheme(s.RaiseTimelyCase, B.INSPECTION_COMMISSION, complaint="don-2", person="oanh")
    walk.scheme(s.ConcludeUnfit, body, conclusion="17-TB", person="oanh")
    walk.scheme(s.ConfirmSurplus, B.AUTO, approved_anew="98-TB/ĐUK")
    walk.beside(letter(q.CONCLUDED, "don-2", "oanh"))
    walk.approve()
    walk.present()


# --- Units without a standing committee, and cells ------------------------------------------------


def _variant(walk: Walk, first: B, second: B, last: B, *, third: B | None = None) -> None:
    """Track R; without a third step, steps 3 and 4 are not held."""
    walk.standing = first
    walk.executive = B.CELL if last is B.SUPERIOR_COMMITTEE else last
    walk.direction(standing_seats=0)
    walk.begin_r()
    walk.review(R, SERVING)
    act: dict[str, Any] = {"passed": SERVING}
    walk.track(R, t.AcceptResult, second, meeting=meeting(2, SERVING), **act)
    if third is None:
        walk.track(R, t.AcceptResult, last, **act)
        walk.track(R, t.AdoptList, first, **act)
    else:
        walk.track(R, t.AcceptResult, third, meeting=meeting(3, SERVING), **act)
        walk.track(R, t.AdoptList, first, meeting=meeting(4, SERVING), **act)
    told: dict[str, Any] = {"ballots_analysed": True, "issues_concluded": True}
    held = None if last is B.SUPERIOR_COMMITTEE else meeting(5, SERVING)
    walk.track(R, t.AcceptResult, last, meeting=held, **act, **told)
    walk.complete(R)


def three_meetings(walk: Walk) -> None:
    """Executive committee, all members, executive committee."""
    _variant(walk, B.EXECUTIVE_COMMITTEE, B.MEMBERS, B.EXECUTIVE_COMMITTEE)


def executive_stands_in(walk: Walk) -> None:
    """Five steps, the executive committee in the place of the standing committee."""
    executive = B.EXECUTIVE_COMMITTEE
    _variant(walk, executive, B.KEY_CADRE_CONFERENCE, executive, third=executive)


def secretary_and_deputy(walk: Walk) -> None:
    """Five steps, secretary and deputy in the place of the standing committee."""
    executive = B.EXECUTIVE_COMMITTEE
    _variant(walk, B.HEAD, B.KEY_CADRE_CONFERENCE, executive, third=executive)


def cell_with_committee(walk: Walk) -> None:
    """Cell committee, cell meeting, cell committee."""
    _variant(walk, B.CELL_COMMITTEE, B.CELL, B.CELL_COMMITTEE)


def cell_without_committee(walk: Walk) -> None:
    """Secretary, cell meeting, the superior's opinion."""
    _variant(walk, B.HEAD, B.CELL, B.SUPERIOR_COMMITTEE)


@attrs.frozen
class Way:
    """A way: how it goes, in which unit, under which readings, and what is remarked on it."""

    go: Go
    cautions: frozenset[str]
    unit: Mapping[str, Any]
    chosen: Mapping[str, Any]


def _way(go: Go, *cautions: str, unit: Mapping[str, Any] | None = None, **chosen: Any) -> Way:
    return Way(go, frozenset(cautions), unit or {}, chosen)


_BAND = ("surplus_band",)
_NO_STANDING = {"standing_committee": False}
_CELL: dict[str, Any] = {"level": Level.CELL, "standing_committee": False}
WAYS: dict[str, Way] = {
    "whole": _way(whole),
    "issues": _way(issues),
    "divergence": _way(divergence),
    "tie_head": _way(tie_head),
    "tie_standing": _way(tie_standing, tie_policy=TiePolicy.STANDING_COMMITTEE),
    "tie_all": _way(tie_all, tie_policy=TiePolicy.ALL_WITHIN_CAP),
    "tie_reballot": _way(tie_reballot, tie_policy=TiePolicy.REBALLOT),
    "tie_superior": _way(tie_superior, tie_policy=TiePolicy.SUPERIOR),
    "shortage_repeat": _way(shortage_repeat),
    "shortage_vacancies": _way(shortage_vacancies, shortage_policy=ShortagePolicy.VACANCIES),
    "shortage_superior": _way(shortage_superior, shortage_policy=ShortagePolicy.SUPERIOR),
    "no_election": _way(no_election, shortage_policy=ShortagePolicy.SUPERIOR),
    "no_election_appraised": _way(no_election_appraised),
    "two_contents": _way(two_contents, unit={"elects": False}),
    "skipped": _way(skipped),
    "returned_structure": _way(returned_structure, "committee_change"),
    "returned_list_r": _way(returned_list_r),
    "returned_list_f": _way(returned_list_f),
    "rejected_below": _way(rejected_below),
    "withdrawn_below": _way(withdrawn_below),
    "rejected": _way(rejected, *_BAND),
    "withdrawals": _way(withdrawals, *_BAND),
    "withdrawn_late": _way(withdrawn_late, *_BAND),
    "checked": _way(checked, *_BAND),
    "three_meetings": _way(
        three_meetings,
        unit=_NO_STANDING,
        no_standing_committee=NoStandingCommittee.THREE_MEETINGS,
    ),
    "executive_stands_in": _way(
        executive_stands_in,
        unit=_NO_STANDING,
        no_standing_committee=NoStandingCommittee.EXECUTIVE_STANDS_IN,
    ),
    "secretary_and_deputy": _way(
        secretary_and_deputy,
        unit=_NO_STANDING,
        no_standing_committee=NoStandingCommittee.SECRETARY_AND_DEPUTY,
    ),
    "cell_with_committee": _way(
        cell_with_committee, "cell_committee_direction", "age_months", unit=_CELL
    ),
    "cell_without_committee": _way(
        cell_without_committee,
        "age_months",
        unit=_CELL,
        cell_variant=CellVariant.SECRETARY_AND_SUPERIOR,
    ),
}
