"""Documents of a congress: what they are, what each kind goes through, what their acts hold."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Final

import attrs

from congress_flow._sources import Level
from congress_flow._text import Text, Worded
from congress_flow.numbering import RelationKind


class DocumentKind(Enum):
    """Every kind of document of documents.md 2.3, and the committee's administrative papers.

    A personnel scheme has a life of its own, `personnel_scheme`; here it is only shown (DEC-P4).
    """

    POLITICAL_REPORT = "political_report"
    REVIEW_REPORT = "review_report"
    PERSONNEL_SCHEME = "personnel_scheme"
    CONGRESS_PROGRAMME = "congress_programme"
    CHAIRING_SCRIPT = "chairing_script"
    RESOLUTION = "resolution"
    ACTION_PROGRAMME = "action_programme"
    OPINIONS_SUMMARY = "opinions_summary"
    OPINIONS_ACCOUNT = "opinions_account"
    WORKING_RULES = "working_rules"
    ELECTION_RULES = "election_rules"
    PARTICIPANTS_REPORT = "participants_report"
    CREDENTIALS_REPORT = "credentials_report"
    CONGRESS_MINUTES = "congress_minutes"
    ELECTION_MINUTES = "election_minutes"
    PROPAGANDA_PLAN = "propaganda_plan"
    PLAN = "plan"
    BODY_DECISION = "body_decision"
    NOTICE = "notice"
    GUIDANCE = "guidance"

    @property
    def term(self) -> Text:
        """The kind in words."""
        return _KINDS[self][0]

    @property
    def symbol(self) -> str:
        """The type symbol in its number; empty for a paper that has none."""
        return _KINDS[self][1]


_KINDS: Final = {
    DocumentKind.POLITICAL_REPORT: (Text("báo cáo chính trị", "political report"), "BC"),
    DocumentKind.REVIEW_REPORT: (
        Text("báo cáo kiểm điểm của ban chấp hành", "review report of the executive committee"),
        "BC",
    ),
    DocumentKind.PERSONNEL_SCHEME: (Text("đề án nhân sự", "personnel scheme"), "ĐA"),
    DocumentKind.CONGRESS_PROGRAMME: (Text("chương trình đại hội", "congress programme"), "CTr"),
    DocumentKind.CHAIRING_SCRIPT: (Text("kịch bản điều hành", "chairing script"), ""),
    DocumentKind.RESOLUTION: (Text("nghị quyết đại hội", "congress resolution"), "NQ"),
    DocumentKind.ACTION_PROGRAMME: (Text("chương trình hành động", "action programme"), "CTr"),
    DocumentKind.OPINIONS_SUMMARY: (
        Text(
            "báo cáo tổng hợp ý kiến góp ý văn kiện cấp trên",
            "summary of opinions on higher-level drafts",
        ),
        "BC",
    ),
    DocumentKind.OPINIONS_ACCOUNT: (
        Text("báo cáo tiếp thu, giải trình", "account of opinions on own drafts"),
        "BC",
    ),
    DocumentKind.WORKING_RULES: (
        Text("quy chế làm việc của đại hội", "working rules of the congress"),
        "QC",
    ),
    DocumentKind.ELECTION_RULES: (
        Text("quy chế bầu cử của đại hội", "election rules of the congress"),
        "QC",
    ),
    DocumentKind.PARTICIPANTS_REPORT: (
        Text("báo cáo tình hình đảng viên dự đại hội", "report on participants"),
        "BC",
    ),
    DocumentKind.CREDENTIALS_REPORT: (
        Text("báo cáo thẩm tra tư cách đại biểu", "report on credentials"),
        "BC",
    ),
    DocumentKind.CONGRESS_MINUTES: (Text("biên bản đại hội", "congress minutes"), "BB"),
    DocumentKind.ELECTION_MINUTES: (
        Text("biên bản bầu cử, biên bản kiểm phiếu", "election and counting minutes"),
        "BB",
    ),
    DocumentKind.PROPAGANDA_PLAN: (Text("kế hoạch tuyên truyền", "propaganda plan"), "KH"),
    DocumentKind.PLAN: (Text("kế hoạch", "plan"), "KH"),
    DocumentKind.BODY_DECISION: (
        Text("quyết định thành lập tiểu ban, tổ", "decision creating a body"),
        "QĐ",
    ),
    DocumentKind.NOTICE: (Text("thông báo", "notice"), "TB"),
    DocumentKind.GUIDANCE: (Text("hướng dẫn", "guidance"), "HD"),
}


class FinalState(Worded):
    """The stage that closes a document's life, before its file goes to the archive."""

    ADOPTED = "ADOPTED", Text("đã được đại hội thông qua", "adopted")
    NOTED = "NOTED", Text("đã được đại hội ghi nhận", "noted")
    USED = "USED", Text("đã sử dụng", "used")
    ISSUED = "ISSUED", Text("đã ban hành", "issued")
    DISPATCHED = "DISPATCHED", Text("đã gửi", "dispatched")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Profile:
    """What a kind of document goes through.

    `opinions_with` are the kinds with which its opinions are collected, where it needs no
    consultation of its own. `chosen` names those flags that the law leaves open and a reading
    decides. `final` is the stage that closes its life.
    """

    final: FinalState
    requires_outline: bool = False
    requires_opinions: bool = False
    requires_approval: bool = False
    presented: bool = False
    voted: bool = False
    handed_over: bool = False
    made_at_congress: bool = False
    internal: bool = False
    opinions_with: tuple[DocumentKind, ...] = ()
    chosen: frozenset[str] = frozenset()

    @property
    def minutes(self) -> bool:
        """Whether it is minutes: made at the congress and signed there, not presented."""
        return self.made_at_congress and not self.presented

    @property
    def administrative(self) -> bool:
        """Whether it is a paper of the committee's own business, not one for the congress."""
        return not (self.presented or self.internal or self.made_at_congress)

    @property
    def takes_opinions(self) -> bool:
        """Whether opinions on it are collected, by itself or with another document."""
        return self.requires_opinions or bool(self.opinions_with)


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Document:
    """What a document's case is about. `None` means *not known*.

    `unit` and `superior` are the ids of the Party organisation whose paper it is and of its direct
    superior; `congress` is the id of its congress (a case of `congress` or `cell_congress`), and
    `delegates` whether that is a delegates' congress.
    """

    kind: DocumentKind
    title: str = ""
    level: Level
    unit: str | None = None
    superior: str | None = None
    congress: str | None = None
    delegates: bool | None = None
    standing_committee: bool = True
    planned_opening: date | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Draft:
    """One version: its number, the mark it carries ("Dự thảo lần 2"; empty: none), its digest.

    `sha256` is the digest of the wording, without draft mark, number, date and signature, so that
    a version is told by what it says and not by how it is laid out.
    """

    number: int | None = None
    sha256: str | None = None
    mark: str | None = None


@attrs.frozen(slots=True, weakref_slot=False)
class Remark:
    """Something that a reviewing body asks to be changed. `id` is unique in the document's life."""

    id: str
    text: str = ""


class OpinionOutcome(Worded):
    """What became of an opinion."""

    ADOPTED = "adopted", Text("tiếp thu", "adopted")
    PARTLY = "partly", Text("tiếp thu một phần", "partly adopted")
    EXPLAINED = "explained", Text("giải trình", "explained")
    OPEN = "open", Text("chưa xử lý", "open")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Opinion:
    """An opinion on a draft: from whom, when, what became of it, and the answer given."""

    id: str
    from_whom: str | None = None
    received: date | None = None
    outcome: OpinionOutcome | None = None
    answer: str | None = None


class Session(Worded):
    """The two sessions of a congress."""

    PREPARATORY = "preparatory", Text("phiên trù bị", "preparatory session")
    OFFICIAL = "official", Text("phiên chính thức", "official session")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Amendment:
    """What a new document does to an older one, which it must name by number and day.

    `document` is the id of the older one's case, if it has one. `own` is whether the same body
    issued it; if not, `level` is the level of the body that did. `scope` says which parts.
    """

    number: str | None = None
    issued: date | None = None
    relation: RelationKind | None = None
    own: bool | None = None
    level: Level | None = None
    document: str | None = None
    scope: str = ""
