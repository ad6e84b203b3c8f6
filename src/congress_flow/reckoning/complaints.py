"""Denunciations, appeals and election complaints round a congress: what is to be done with each.

The questions are asked in the handbook's order: a mixed letter, a settler who is concerned, grounds
for not settling, the competent body, the freeze or cut-off before the congress. The freeze of
denunciations and the cut-off of appeals share the figures 25 and 30 and nothing else (trap TR25):
they differ in what they are about, in the day that counts, and at exactly the 25th or 30th day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Final

import attrs

from congress_flow._sources import Citation, Cited
from congress_flow._text import Text
from congress_flow.reckoning._given import whole
from congress_flow.reckoning.deadlines import Counting, Deadline, Direction, Limit


class Matter(Enum):
    """What a letter is. A petition asks for nothing that is settled here."""

    DENUNCIATION = "denunciation"
    APPEAL = "appeal"
    MIXED = "mixed"

    @property
    def term(self) -> Text:
        """The matter in words."""
        return _MATTER_WORDS[self]


_MATTER_WORDS: Final = {
    Matter.DENUNCIATION: Text("tố cáo", "denunciation"),
    Matter.APPEAL: Text("khiếu nại kỷ luật đảng", "disciplinary appeal"),
    Matter.MIXED: Text("vừa khiếu nại vừa tố cáo", "appeal and denunciation in one"),
}


class Ground(Enum):
    """Why a letter is not settled at all."""

    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    CONCLUDED_NO_NEW_EVIDENCE = "concluded_no_new_evidence"
    FALSE_NAME = "false_name"
    NO_CLEAR_ADDRESS = "no_clear_address"
    NO_CONCRETE_CONTENT = "no_concrete_content"

    @property
    def term(self) -> Text:
        """The ground in words."""
        return _GROUND_WORDS[self]


_GROUND_WORDS: Final = {
    Ground.ANONYMOUS: Text("giấu tên", "anonymous"),
    Ground.COLLECTIVE: Text("có từ hai người trở lên cùng ký tên", "signed by more than one"),
    Ground.CONCLUDED_NO_NEW_EVIDENCE: Text(
        "đã được xem xét, kết luận, không có bằng chứng mới", "concluded before, nothing new"
    ),
    Ground.FALSE_NAME: Text("mạo tên", "under a false name"),
    Ground.NO_CLEAR_ADDRESS: Text("không rõ địa chỉ", "no clear address"),
    Ground.NO_CONCRETE_CONTENT: Text("có tên nhưng nội dung không cụ thể", "no concrete content"),
}


class Disposition(Enum):
    """What is to be done."""

    SPLIT = "split"
    CHANGE_SETTLER = "change_settler"
    NOT_ACCEPTED = "not_accepted"
    FORWARD = "forward"
    FROZEN = "frozen"
    IN_PROGRESS = "in_progress"
    CONSIDERED_BEFORE_CONGRESS = "considered_before_congress"
    PASSED_TO_NEW_COMMITTEE = "passed_to_new_committee"
    UNCLEAR = "unclear"
    TOO_LATE = "too_late"
    IN_TIME = "in_time"
    OVERDUE = "overdue"
    VERIFY_BY_SUPERIOR_INSPECTION = "verify_by_superior_inspection"
    OUTSIDE_WINDOW = "outside_window"

    @property
    def term(self) -> Text:
        """What is to be done, in words."""
        return _DISPOSITION_WORDS[self]


_DISPOSITION_WORDS: Final = {
    Disposition.SPLIT: Text(
        "giải quyết phần khiếu nại, hướng dẫn tố cáo riêng",
        "settle the appeal, tell the sender to denounce separately",
    ),
    Disposition.CHANGE_SETTLER: Text("phải đổi người giải quyết", "somebody else must settle it"),
    Disposition.NOT_ACCEPTED: Text("không giải quyết", "not settled"),
    Disposition.FORWARD: Text("chuyển tổ chức có thẩm quyền", "forwarded to the competent body"),
    Disposition.FROZEN: Text(
        "chưa giải quyết, chuyển cấp ủy, ủy ban kiểm tra khóa mới",
        "not settled before the congress, handed to the new term",
    ),
    Disposition.IN_PROGRESS: Text("giải quyết", "settled now"),
    Disposition.CONSIDERED_BEFORE_CONGRESS: Text(
        "xem xét trước đại hội", "considered before the congress"
    ),
    Disposition.PASSED_TO_NEW_COMMITTEE: Text(
        "chuyển cấp ủy khóa mới xem xét", "passed to the new committee"
    ),
    Disposition.UNCLEAR: Text("chưa rõ, phải hỏi", "unclear: ask, do not guess"),
    Disposition.TOO_LATE: Text("đã hết thời hiệu khiếu nại", "lodged too late"),
    Disposition.IN_TIME: Text("đúng hạn", "in time"),
    Disposition.OVERDUE: Text("quá hạn", "overdue"),
    Disposition.VERIFY_BY_SUPERIOR_INSPECTION: Text(
        "ủy ban kiểm tra cấp trên trực tiếp xem xét",
        "verified by the direct superior's inspection commission",
    ),
    Disposition.OUTSIDE_WINDOW: Text("ngoài thời hạn", "received outside the window"),
}


class Recipient(Enum):
    """To whom the file of a frozen denunciation goes after the congress."""

    NEW_INSPECTION_COMMISSION = "new_inspection_commission"
    NEW_STANDING_COMMITTEE = "new_standing_committee"

    @property
    def term(self) -> Text:
        """The recipient in words."""
        return _RECIPIENT_WORDS[self]


_RECIPIENT_WORDS: Final = {
    Recipient.NEW_INSPECTION_COMMISSION: Text(
        "ủy ban kiểm tra khóa mới", "inspection commission of the new term"
    ),
    Recipient.NEW_STANDING_COMMITTEE: Text(
        "ban thường vụ khóa mới", "standing committee of the new term"
    ),
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Letter:
    """A letter as it was screened; None is a fact not known.

    `received` is the day on which the **competent** body had it: the day on which any body had it
    first does not count. `sent` is the postmark or the day of handing in. `settler_concerned`
    is whether who would settle it is accused, is the sender or is otherwise concerned.
    `about_congress` is whether it bears on the congress, its personnel or its delegates.
    """

    matter: Matter
    competent: bool | None
    settler_concerned: bool | None
    about_congress: bool | None
    grounds: frozenset[Ground] | None
    received: date | None = None
    sent: date | None = None
    decision_received: date | None = None


def grounds_of(
    *,
    anonymous: bool,
    false_name: bool,
    no_address: bool,
    no_concrete_content: bool,
    concluded_before: bool,
    new_evidence: bool,
    signers: int,
) -> frozenset[Ground]:
    """Return the grounds that a screening found. Whether the law of the day knows them is apart."""
    whole(signers, "signers")
    found = {
        Ground.ANONYMOUS: anonymous,
        Ground.FALSE_NAME: false_name,
        Ground.NO_CLEAR_ADDRESS: no_address,
        Ground.NO_CONCRETE_CONTENT: no_concrete_content,
        Ground.CONCLUDED_NO_NEW_EVIDENCE: concluded_before and not new_evidence,
        Ground.COLLECTIVE: signers > 1,
    }
    return frozenset(ground for ground, holds in found.items() if holds)


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class LetterLaw:
    """What the law of a day says of letters at one level; None where no text is known.

    `lodge` holds every reading of the time to appeal: between two of them the answer is unclear.
    `freeze` is *within* so many days of the opening, `cutoff` *at least* so many before it; a
    `cutoff` of None is none.
    """

    mixed: Citation | None
    settler: Citation | None
    grounds: Mapping[Ground, Citation]
    receipt: Citation | None
    freeze: Cited[Limit] | None
    cutoff: Cited[Limit] | None
    lodge: tuple[Cited[Limit], ...]
    stays_in_force: Citation | None


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Freeze:
    """The days on which denunciations about a congress are not settled: both ends included."""

    limit: Cited[Limit]
    opening: date
    counting: Counting

    @property
    def since(self) -> date:
        """The first day: the 25th or 30th working day before the opening."""
        return Deadline(
            anchor=self.opening,
            limit=self.limit.value,
            direction=Direction.BEFORE,
            counting=self.counting,
        ).day

    def holds(self, received: date) -> bool:
        """Return whether a denunciation received by the competent body on that day is frozen."""
        return self.since <= received <= self.opening


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Disposed:
    """What is to be done with a letter, by which articles, and the figures it rests on.

    `missing` names the facts without which it cannot be said: then it is UNCLEAR. `freeze`,
    `cutoff` and `lodge` are there where they were asked; `lodged` says for each reading whether the
    appeal was in time.
    """

    disposition: Disposition
    citations: tuple[Citation, ...] = ()
    grounds: tuple[Ground, ...] = ()
    missing: tuple[str, ...] = ()
    freeze: Freeze | None = None
    cutoff: Deadline | None = None
    lodge: tuple[Deadline, ...] = ()
    lodged: tuple[bool, ...] = ()
    stays_in_force: bool = False

    @property
    def hand_over_to(self) -> tuple[Recipient, ...]:
        """To whom the file goes; nobody unless it is frozen."""
        return tuple(Recipient) if self.disposition is Disposition.FROZEN else ()


def _unclear(*missing: str) -> Disposed:
    return Disposed(disposition=Disposition.UNCLEAR, missing=missing)


def _cited(*citations: Citation | None) -> tuple[Citation, ...]:
    return tuple(citation for citation in citations if citation is not None)


def dispose(
    letter: Letter, law: LetterLaw, *, opening: date | None, counting: Counting
) -> Disposed:
    """Return what is to be done with a letter before a congress that opens on *opening*.

    A later opening moves the freeze: ask again whenever it is moved.
    """
    for question in _QUESTIONS:
        found = question(letter, law)
        if found is not None:
            return found
    if letter.matter is Matter.APPEAL:
        return _appeal(letter, law, opening, counting)
    return _denunciation(letter, law, opening, counting)


def _is_mixed(letter: Letter, law: LetterLaw) -> Disposed | None:
    if letter.matter is not Matter.MIXED:
        return None
    if law.mixed is None:
        return _unclear("mixed")
    return Disposed(disposition=Disposition.SPLIT, citations=(law.mixed,))


def _is_settler_concerned(letter: Letter, law: LetterLaw) -> Disposed | None:
    if letter.settler_concerned is None:
        return _unclear("settler_concerned")
    if not letter.settler_concerned:
        return None
    return Disposed(disposition=Disposition.CHANGE_SETTLER, citations=_cited(law.settler))


def _has_grounds(letter: Letter, law: LetterLaw) -> Disposed | None:
    if letter.grounds is None:
        return _unclear("grounds")
    grounds = sorted(letter.grounds & law.grounds.keys(), key=lambda ground: ground.value)
    if not grounds:
        return None
    return Disposed(
        disposition=Disposition.NOT_ACCEPTED,
        grounds=tuple(grounds),
        citations=tuple(dict.fromkeys(law.grounds[ground] for ground in grounds)),
    )


def _is_competent(letter: Letter, law: LetterLaw) -> Disposed | None:
    if letter.competent is None:
        return _unclear("competent")
    if letter.competent:
        return None
    return Disposed(disposition=Disposition.FORWARD, citations=_cited(law.receipt))


def _is_about_congress(letter: Letter, law: LetterLaw) -> Disposed | None:
    del law
    return _unclear("about_congress") if letter.about_congress is None else None


_QUESTIONS: Final = (
    _is_mixed,
    _is_settler_concerned,
    _has_grounds,
    _is_competent,
    _is_about_congress,
)


def _denunciation(
    letter: Letter, law: LetterLaw, opening: date | None, counting: Counting
) -> Disposed:
    if not letter.about_congress:
        return Disposed(disposition=Disposition.IN_PROGRESS)
    received = letter.received
    if law.freeze is None or opening is None or received is None:
        facts = {"freeze": law.freeze, "opening": opening, "received": received}
        return _unclear(*(name for name, fact in facts.items() if fact is None))
    freeze = Freeze(limit=law.freeze, opening=opening, counting=counting)
    frozen = freeze.holds(received)
    return Disposed(
        disposition=Disposition.FROZEN if frozen else Disposition.IN_PROGRESS,
        citations=_cited(law.freeze.citation, law.receipt),
        freeze=freeze,
    )


def _appeal(letter: Letter, law: LetterLaw, opening: date | None, counting: Counting) -> Disposed:
    lodge = _lodge(letter, law, counting)
    if letter.decision_received is not None and letter.sent is None:
        return _unclear("sent")
    lodged = tuple(end.met(letter.sent) is True for end in lodge)
    citations = _cited(*(limit.citation for limit in law.lodge[: len(lodge)]), law.stays_in_force)
    common = Disposed(
        disposition=Disposition.IN_PROGRESS,
        citations=citations,
        lodge=lodge,
        lodged=lodged,
        stays_in_force=law.stays_in_force is not None,
    )
    if lodged and not all(lodged):
        late = Disposition.UNCLEAR if any(lodged) else Disposition.TOO_LATE
        return attrs.evolve(common, disposition=late)
    if law.cutoff is None or opening is None or not letter.about_congress:
        return common
    if letter.sent is None:
        return _unclear("sent")
    cutoff = Deadline(
        anchor=opening, limit=law.cutoff.value, direction=Direction.BEFORE, counting=counting
    )
    now = Disposition.CONSIDERED_BEFORE_CONGRESS
    return attrs.evolve(
        common,
        disposition=now if cutoff.met(letter.sent) else Disposition.PASSED_TO_NEW_COMMITTEE,
        citations=(law.cutoff.citation, *citations),
        cutoff=cutoff,
    )


def _lodge(letter: Letter, law: LetterLaw, counting: Counting) -> tuple[Deadline, ...]:
    """Return the last day to appeal under each reading; nothing where the start is not known."""
    start = letter.decision_received
    if start is None:
        return ()
    return tuple(
        Deadline(anchor=start, limit=limit.value, direction=Direction.AFTER, counting=counting)
        for limit in law.lodge
    )
