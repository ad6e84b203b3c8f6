"""The gates of readiness: their names, and which rules ask them.

A gate is a rule on *declare ready* whose subject is the gate's id. The fourteen of the handbook
(procedures.md 6.4) are asked of every congress: one that no rule asks is not passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from congress_flow._rulebook import Rule
from congress_flow._text import Text

GATES: Final[Mapping[str, Text]] = {
    "G1": Text("Căn cứ", "Basis"),
    "G2": Text("Quán triệt, triển khai", "Dissemination"),
    "G3": Text("Phân công theo dõi chi bộ", "Followers of the cells"),
    "G4": Text("Tiểu ban, tổ giúp việc", "Subcommittees and groups"),
    "G5": Text("Đại hội các chi bộ", "Congresses of the cells"),
    "G6": Text("Lấy ý kiến văn kiện", "Opinions on the documents"),
    "G7": Text("Văn kiện đại hội", "Documents"),
    "G8": Text("Nhân sự", "Personnel"),
    "G9": Text("Cấp trên duyệt", "Approval by the superior"),
    "G10": Text("Đơn, thư", "Complaints and denunciations"),
    "G11": Text("Kiểm tra, giám sát", "Inspection and supervision"),
    "G12": Text("Ngày, công bố, thời lượng", "Date, notice, length"),
    "G13": Text("Tuyên truyền, phục vụ", "Propaganda and logistics"),
    "G14": Text("Tạm hoãn", "Suspension"),
}

_GATE: Final = re.compile(r"G([1-9]\d*)")


def number_of(gate: str) -> int:
    """Return the number of a gate, by which gates are ordered; 0 for what is no gate."""
    found = _GATE.fullmatch(gate)
    return int(found[1]) if found else 0


def asked(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Return the gates, the handbook's and others, with the rules among *rules* that ask each."""
    found: dict[str, tuple[Rule, ...]] = dict.fromkeys(GATES, ())
    for rule in rules:
        if number_of(rule.subject):
            found[rule.subject] = (*found.get(rule.subject, ()), rule)
    return {gate: found[gate] for gate in sorted(found, key=number_of)}


def title_of(gate: str, rules: tuple[Rule, ...]) -> Text:
    """Return the name of a gate; one that the handbook does not have is named by its first rule."""
    return GATES[gate] if gate in GATES else rules[0].title
