"""The whole life of a document of each kind, as a list of acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from congress_flow import Level
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020._document_checks import MINUTES_PARTS
from tests.documents.walk import SUPERIOR, YES, B, NewWalk, Stand, Walk

Kind = d.DocumentKind


def political_report(walk: NewWalk, stand: Stand) -> Walk:
    """Every turn a document can take before the congress, then to its end."""
    w = walk(Kind.POLITICAL_REPORT)
    w.plan()
    w.do(d.DraftOutline, B.EDITORIAL_GROUP)
    w.do(d.AdoptOutline, B.EXECUTIVE_COMMITTEE, minutes="01-BB/ĐU")
    w.write()
    w.send()
    w.do(d.SendBack, B.STANDING_COMMITTEE, remarks=(d.Remark("r1", "thiếu số liệu"),))
    w.version += 1
    w.send(r1="đã bổ sung")
    w.pass_on()
    w.do(d.SendBack, B.EXECUTIVE_COMMITTEE, remarks=(d.Remark("r2"),), conclusion="01-KL/ĐU")
    w.version += 1
    w.send(r2="đã sửa")
    w.pass_on()
    w.consult()
    w.revise()
    w.through_bodies()
    w.hand_in()
    superior = B.SUPERIOR_STANDING_COMMITTEE
    w.do(d.ReturnForRevision, superior, remarks=(d.Remark("r3", "làm rõ giải pháp"),))
    w.revise(r3="đã làm rõ")
    w.through_bodies()
    w.hand_in()
    w.do(d.ApproveWithChanges, superior, superior=SUPERIOR, remarks=(d.Remark("r4"),))
    # What the superior's remarks change is no further draft: it is fixed by its digest alone.
    w.do(d.ConfirmChanges, B.EXECUTIVE_COMMITTEE, sha256="v5 đã sửa", answers={"r4": "đã sửa"})
    w.do(d.Finalise, B.EXECUTIVE_COMMITTEE, sha256="v5 đã sửa", draft_mark=False)
    w.do(d.ChangeAfterApproval, B.EXECUTIVE_COMMITTEE, change="chỉ tiêu", substantive=True)
    w.revise()
    w.approved_and_final()
    w.at_congress(stand)
    w.present()
    w.do(d.Note, B.CONGRESS, into_resolution="resolution")
    w.after_congress(stand)
    w.archive()
    return w


def review_report(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.REVIEW_REPORT)
    w.plan()
    w.write()
    w.approved_and_final()
    w.at_congress(stand)
    w.present()
    w.do(d.Note, B.CONGRESS, into_resolution="resolution")
    w.after_congress(stand)
    w.archive()
    return w


def review_report_read_strictly(walk: NewWalk, stand: Stand) -> Walk:
    chosen = {"review_report_opinions": True, "review_outline_by_executive": True}
    w = walk(Kind.REVIEW_REPORT, chosen=chosen)
    w.plan()
    w.do(d.DraftOutline, B.EDITORIAL_GROUP)
    w.do(d.AdoptOutline, B.EXECUTIVE_COMMITTEE, minutes="02-BB/ĐU")
    w.write()
    w.send()
    w.pass_on()
    w.consult()
    w.revise()
    w.approved_and_final()
    return w


def programme(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.CONGRESS_PROGRAMME)
    w.plan()
    w.write(B.OFFICE)
    w.approved_and_final(B.SERVICE_SUBCOMMITTEE)
    w.at_congress(stand)
    w.present()
    w.vote()
    w.after_congress(stand)
    w.archive()
    return w


def script(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.CHAIRING_SCRIPT)
    w.plan()
    w.write(B.SERVICE_SUBCOMMITTEE)
    w.approved_and_final(B.SERVICE_SUBCOMMITTEE)
    w.do(d.MarkUsed, B.PRESIDIUM)
    w.archive()
    return w


def account_of_opinions(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.OPINIONS_ACCOUNT)
    w.plan()
    w.write()
    w.through_bodies()
    w.finalise()
    w.do(d.MarkUsed, B.PRESIDIUM)
    w.archive()
    return w


def resolution(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.RESOLUTION)
    w.beside["political_report"] = political_report(walk, stand).case
    w.plan()
    w.write()
    w.approved_and_final()
    w.at_congress(stand)
    w.present()
    w.vote()
    w.do(
        d.Issue,
        B.PRESIDIUM,
        number="01-NQ/ĐH",
        signed=d.Authority.ON_BEHALF,
        signed_for=B.PRESIDIUM,
        draft_mark=False,
    )
    w.after_congress(stand)
    w.archive()
    return w


def action_programme(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.ACTION_PROGRAMME)
    w.beside["political_report"] = political_report(walk, stand).case
    w.plan()
    w.write()
    w.approved_and_final()
    w.at_congress(stand)
    w.present()
    w.do(d.HandOver, B.CONGRESS, voted=False)
    w.after_congress(stand)
    w.do(
        d.Issue,
        B.NEW_COMMITTEE,
        number="01-CTr/ĐU",
        signed=d.Authority.ON_BEHALF,
        draft_mark=False,
        opinions_absorbed=True,
    )
    w.archive()
    return w


def working_rules(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.WORKING_RULES)
    w.plan()
    w.write(B.OFFICE)
    w.through_bodies(B.OFFICE)
    w.finalise()
    w.at_congress(stand)
    w.present()
    w.vote(session=d.Session.PREPARATORY)
    w.after_congress(stand)
    w.archive()
    return w


def election_rules(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.ELECTION_RULES, chosen={"working_rules_approved": True})
    w.plan()
    w.write(B.PERSONNEL_SUBCOMMITTEE)
    w.approved_and_final(B.PERSONNEL_SUBCOMMITTEE)
    w.at_congress(stand)
    w.present()
    w.vote(session=d.Session.PREPARATORY)
    w.after_congress(stand)
    w.archive()
    return w


def _made_there(w: Walk, stand: Stand, by: d.Body) -> None:
    w.at_congress(stand)
    w.version = 1
    w.do(d.DraftAtCongress, by, draft=w.draft(), checks=YES)


def opinions_summary(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.OPINIONS_SUMMARY)
    _made_there(w, stand, B.CONGRESS_SECRETARIAT)
    w.present()
    w.vote()
    w.after_congress(stand)
    w.do(d.Dispatch, B.NEW_COMMITTEE, to=SUPERIOR)
    w.archive()
    return w


def participants_report(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.PARTICIPANTS_REPORT)
    _made_there(w, stand, B.CONGRESS_SECRETARIAT)
    w.present()
    w.vote()
    w.after_congress(stand)
    w.archive()
    return w


def credentials_report(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.CREDENTIALS_REPORT, delegates=True)
    _made_there(w, stand, B.CREDENTIALS_BOARD)
    w.present()
    w.vote()
    w.after_congress(stand)
    w.archive()
    return w


def congress_minutes(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.CONGRESS_MINUTES)
    _made_there(w, stand, B.CONGRESS_SECRETARIAT)
    w.do(
        d.SignMinutes,
        B.PRESIDIUM,
        number="18-BB/ĐH",
        draft_mark=False,
        signers=(B.PRESIDIUM, B.CONGRESS_SECRETARIAT),
        contents=dict.fromkeys(MINUTES_PARTS, True),
    )
    w.after_congress(stand)
    w.archive()
    return w


def election_minutes(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.ELECTION_MINUTES)
    _made_there(w, stand, B.COUNTING_BOARD)
    w.do(
        d.SignMinutes,
        B.COUNTING_BOARD,
        number="17-BB/ĐH",
        draft_mark=False,
        signers=(B.COUNTING_BOARD,),
    )
    w.after_congress(stand)
    w.do(d.Dispatch, B.NEW_COMMITTEE, to=SUPERIOR)
    w.archive()
    return w


DIRECTIVE = d.Paper(
    id="ct35", type="directive", number="35-CT/TW", issued=date(2019, 5, 30), level=Level.CENTRE
)
BLOCK_PLAN = d.Paper(
    id="kh78",
    type="plan",
    number="78-KH/ĐUK",
    issued=date(2019, 11, 8),
    level=Level.UPPER_GRASSROOTS,
)


def _administrative(w: Walk, number: str, **facts: Any) -> None:
    w.plan(decision="")
    w.write(B.OFFICE)
    w.through_bodies(B.OFFICE)
    w.do(
        d.Issue,
        B.STANDING_COMMITTEE,
        number=number,
        signed=d.Authority.ON_BEHALF,
        draft_mark=False,
        **facts,
    )


def propaganda_plan(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.PROPAGANDA_PLAN)
    _administrative(w, "13-KH/ĐU")
    w.archive()
    return w


def plan(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.PLAN)
    _administrative(
        w,
        "12-KH/ĐU",
        bases=(DIRECTIVE, BLOCK_PLAN),
        bases_in_force=True,
        deadline=date(2020, 6, 14),
        limits=(d.LocalLimit(day=date(2020, 6, 30), document="35-CT/TW", before=True),),
        amends=(
            d.Amendment(
                number="10-KH/ĐU",
                issued=date(2019, 11, 28),
                relation=d.RelationKind.AMENDS,
                own=True,
                scope="một số nội dung",
            ),
        ),
    )
    w.archive()
    return w


def decision(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.BODY_DECISION)
    _administrative(w, "06-QĐ/ĐU")
    w.do(
        d.Supersede,
        B.EXECUTIVE_COMMITTEE,
        successor="09-QĐ/ĐU",
        names_this=True,
        relation=d.RelationKind.REPLACES,
    )
    return w


def notice(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.NOTICE)
    _administrative(w, "03-TB/ĐU")
    w.archive()
    return w


def guidance(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.GUIDANCE)
    _administrative(w, "02-HD/ĐU")
    w.archive()
    return w


def cell_report(walk: NewWalk, stand: Stand) -> Walk:
    """A cell has no standing committee and no subcommittee; the grassroots committee approves."""
    cell = B.CELL_COMMITTEE
    w = walk(Kind.POLITICAL_REPORT, level=Level.CELL, standing_committee=False)
    w.plan(cell)
    w.do(d.DraftOutline, cell)
    w.do(d.AdoptOutline, cell, minutes="01-BB/CB")
    w.write(cell)
    w.do(d.SendToExecutive, cell, draft=w.draft(), checks=YES)
    w.consult(cell)
    w.version += 1
    w.do(d.Revise, cell, draft=w.draft())
    w.do(d.SendToExecutive, cell, draft=w.draft(), checks=YES)
    w.adopt_for_submission(cell)
    w.hand_in(cell)
    w.approve(B.SUPERIOR_COMMITTEE)
    w.finalise(cell)
    return w


def withdrawn(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.REVIEW_REPORT)
    w.plan()
    w.do(d.Withdraw, B.EXECUTIVE_COMMITTEE, reason="nhập vào báo cáo chính trị")
    return w


WALKS: dict[str, tuple[Callable[[NewWalk, Stand], Walk], str]] = {
    "political report": (political_report, "ARCHIVED"),
    "review report": (review_report, "ARCHIVED"),
    "review report, strict reading": (review_report_read_strictly, "FINAL_FOR_CONGRESS"),
    "programme": (programme, "ARCHIVED"),
    "script": (script, "ARCHIVED"),
    "account of opinions": (account_of_opinions, "ARCHIVED"),
    "resolution": (resolution, "ARCHIVED"),
    "action programme": (action_programme, "ARCHIVED"),
    "working rules": (working_rules, "ARCHIVED"),
    "election rules": (election_rules, "ARCHIVED"),
    "opinions summary": (opinions_summary, "ARCHIVED"),
    "participants report": (participants_report, "ARCHIVED"),
    "credentials report": (credentials_report, "ARCHIVED"),
    "congress minutes": (congress_minutes, "ARCHIVED"),
    "election minutes": (election_minutes, "ARCHIVED"),
    "propaganda plan": (propaganda_plan, "ARCHIVED"),
    "plan": (plan, "ARCHIVED"),
    "decision": (decision, "SUPERSEDED"),
    "notice": (notice, "ARCHIVED"),
    "guidance": (guidance, "ARCHIVED"),
    "a cell's report": (cell_report, "FINAL_FOR_CONGRESS"),
    "withdrawn": (withdrawn, "WITHDRAWN"),
}
