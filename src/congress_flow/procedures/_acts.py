"""What all acts share: the day, the body whose act it is, the minutes, recorded explanations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TypeVar, dataclass_transform

import attrs

from congress_flow._text import Text

C = TypeVar("C")


class Body(Enum):
    """Who acts. A committee and its executive committee are one body seen twice."""

    EXECUTIVE_COMMITTEE = "executive_committee"
    STANDING_COMMITTEE = "standing_committee"
    HEAD = "head"
    PERSONNEL_SUBCOMMITTEE = "personnel_subcommittee"
    DOCUMENTS_SUBCOMMITTEE = "documents_subcommittee"
    SERVICE_SUBCOMMITTEE = "service_subcommittee"
    EDITORIAL_GROUP = "editorial_group"
    HELPER_GROUP = "helper_group"
    OFFICE = "office"
    KEY_CADRE_CONFERENCE = "key_cadre_conference"
    MEETING = "meeting"
    CHAIR = "chair"
    COUNTING_GROUP = "counting_group"
    SUPERIOR_COMMITTEE = "superior_committee"
    SUPERIOR_STANDING_COMMITTEE = "superior_standing_committee"
    SUPERIOR_ADVISORY_BODIES = "superior_advisory_bodies"
    SUPERIOR_INSPECTION_COMMISSION = "superior_inspection_commission"
    INSPECTION_COMMISSION = "inspection_commission"
    COMPETENT_BODY = "competent_body"
    RECEIVING_BODY = "receiving_body"
    CENTRAL_SECRETARIAT = "central_secretariat"
    NEW_COMMITTEE = "new_committee"
    CONGRESS = "congress"
    PRESIDIUM = "presidium"
    CONGRESS_SECRETARIAT = "congress_secretariat"
    CREDENTIALS_BOARD = "credentials_board"
    COUNTING_BOARD = "counting_board"
    DELEGATE = "delegate"
    CANDIDATE = "candidate"
    CELL = "cell"
    CELL_COMMITTEE = "cell_committee"
    CELL_CONGRESS = "cell_congress"
    MEMBERS = "members"
    SENDER = "sender"
    AUTO = "auto"

    @property
    def term(self) -> Text:
        """The body in words."""
        return _BODIES[self]


_BODIES: Mapping[Body, Text] = {
    Body.EXECUTIVE_COMMITTEE: Text("ban chấp hành (cấp ủy)", "executive committee"),
    Body.STANDING_COMMITTEE: Text("ban thường vụ", "standing committee"),
    Body.HEAD: Text("người đứng đầu cấp ủy", "head of the committee"),
    Body.PERSONNEL_SUBCOMMITTEE: Text("tiểu ban nhân sự", "personnel subcommittee"),
    Body.DOCUMENTS_SUBCOMMITTEE: Text("tiểu ban văn kiện", "documents subcommittee"),
    Body.SERVICE_SUBCOMMITTEE: Text("tiểu ban phục vụ", "service subcommittee"),
    Body.EDITORIAL_GROUP: Text("tổ biên tập", "editorial group"),
    Body.HELPER_GROUP: Text("tổ giúp việc", "helper group"),
    Body.OFFICE: Text("văn phòng", "Party office"),
    Body.KEY_CADRE_CONFERENCE: Text("hội nghị cán bộ chủ chốt", "key-cadre conference"),
    Body.MEETING: Text("hội nghị", "the meeting"),
    Body.CHAIR: Text("chủ trì hội nghị", "chair"),
    Body.COUNTING_GROUP: Text("tổ kiểm phiếu", "counting group"),
    Body.SUPERIOR_COMMITTEE: Text("cấp ủy cấp trên trực tiếp", "direct superior committee"),
    Body.SUPERIOR_STANDING_COMMITTEE: Text(
        "ban thường vụ cấp ủy cấp trên trực tiếp", "standing committee of the direct superior"
    ),
    Body.SUPERIOR_ADVISORY_BODIES: Text(
        "cơ quan tham mưu của cấp trên", "superior's advisory bodies"
    ),
    Body.SUPERIOR_INSPECTION_COMMISSION: Text(
        "ủy ban kiểm tra cấp trên", "inspection commission of the direct superior"
    ),
    Body.INSPECTION_COMMISSION: Text("ủy ban kiểm tra", "inspection commission"),
    Body.COMPETENT_BODY: Text("cơ quan có thẩm quyền", "competent body"),
    Body.RECEIVING_BODY: Text("tổ chức đảng nhận đơn", "receiving body"),
    Body.CENTRAL_SECRETARIAT: Text("Ban Bí thư", "Central Secretariat"),
    Body.NEW_COMMITTEE: Text("cấp ủy khóa mới", "new committee"),
    Body.CONGRESS: Text("đại hội", "congress"),
    Body.PRESIDIUM: Text("đoàn chủ tịch", "presidium"),
    Body.CONGRESS_SECRETARIAT: Text("đoàn thư ký đại hội", "congress secretariat"),
    Body.CREDENTIALS_BOARD: Text("ban thẩm tra tư cách đại biểu", "credentials board"),
    Body.COUNTING_BOARD: Text("ban kiểm phiếu", "counting board"),
    Body.DELEGATE: Text("đại biểu, đảng viên dự đại hội", "delegate or member at the congress"),
    Body.CANDIDATE: Text("người ứng cử", "candidate"),
    Body.CELL: Text("chi bộ", "cell"),
    Body.CELL_COMMITTEE: Text("chi ủy", "cell committee"),
    Body.CELL_CONGRESS: Text("đại hội chi bộ", "cell congress"),
    Body.MEMBERS: Text("đảng viên", "members"),
    Body.SENDER: Text("người gửi đơn", "sender"),
    Body.AUTO: Text("hệ thống tự tính", "computed"),
}


@attrs.frozen(slots=True, weakref_slot=False)
class Explanation:
    """The recorded answer to a caution: the rule's id, and the words that explain."""

    rule: str
    words: str


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def facts(cls: type[C]) -> type[C]:
    """Make the base of event classes: type checkers take its fields for theirs."""
    return attrs.frozen(cls, slots=True, kw_only=True, weakref_slot=False)


@facts
class Act:
    """What every kind of event of these procedures carries.

    `on` is the day, `by` the body whose act it is, `minutes` the reference of its minutes, and
    `explained` the recorded explanations of cautions. `None` means *not known*.
    """

    on: date
    by: Body | None = None
    minutes: str | None = None
    explained: tuple[Explanation, ...] = ()


# The handbook's column "Actor" names one body; these are those that are the same body or may act
# for it in that row.
COMMITTEE = (Body.EXECUTIVE_COMMITTEE,)
COMMITTEE_OR_STANDING = (Body.EXECUTIVE_COMMITTEE, Body.STANDING_COMMITTEE)
STANDING = (Body.STANDING_COMMITTEE,)
SUPERIOR = (Body.SUPERIOR_COMMITTEE, Body.SUPERIOR_STANDING_COMMITTEE)
