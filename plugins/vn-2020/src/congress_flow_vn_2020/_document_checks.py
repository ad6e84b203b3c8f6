"""Checklists of content (documents.md 3): what is asked of each kind, in the handbook's numbers.

The common checks have no numbers there; here they are CD1 to CD7, in its order. Those "not in the
seed" (PR10, PR11, RR10) and those known only from another province's guidance (OS5 to OS8) may be
answered but are not required. OS10 and OS11 are the steps *adopt* and *dispatch* themselves, OS12
the addressee of the dispatch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from congress_flow import Text
from congress_flow.procedures.document_life import DocumentKind

CHECKS: Final[Mapping[str, Text]] = {
    "CD1": Text("chuẩn bị kỹ lưỡng", "prepared carefully"),
    "CD2": Text("khoa học", "scientific"),
    "CD3": Text("có chất lượng", "of quality"),
    "CD4": Text("đúng trình tự", "in the right order"),
    "CD5": Text("đúng quy trình", "by the right procedure"),
    "CD6": Text("đúng thời gian cấp trên hướng dẫn", "on time, as the superior's guidance says"),
    "CD7": Text("phù hợp thực tế đơn vị", "fits the unit's real conditions"),
    "PR1": Text("đã lấy ý kiến đủ các bước", "all steps of collecting opinions done"),
    "PR2": Text("toàn diện", "comprehensive"),
    "PR3": Text("khách quan, trung thực", "objective, honest"),
    "PR4": Text("sát thực tế", "close to the real situation"),
    "PR5": Text("nêu rõ ưu điểm, khuyết điểm", "names strengths and weaknesses"),
    "PR6": Text("nêu nguyên nhân, nhất là chủ quan", "names causes, above all subjective ones"),
    "PR7": Text("rút ra bài học sâu sắc", "draws deep lessons"),
    "PR8": Text(
        "đề ra phương hướng, mục tiêu, nhiệm vụ, giải pháp",
        "sets direction, goals, tasks, solutions",
    ),
    "PR9": Text("thiết thực, khả thi, hiệu quả", "practical, feasible, effective"),
    "PR10": Text(
        "so kết quả với chỉ tiêu nghị quyết trước", "results against the past resolution's targets"
    ),
    "PR11": Text("có tiêu đề, chủ đề", "has a title or theme"),
    "RR1": Text("dân chủ", "democratic"),
    "RR2": Text(
        "tinh thần chiến đấu, tự phê bình và phê bình nghiêm túc, thẳng thắn, xây dựng",
        "fighting spirit, serious and frank criticism and self-criticism",
    ),
    "RR3": Text(
        "đánh giá khách quan, trung thực việc lãnh đạo, chỉ đạo, điều hành, thực hiện",
        "objective, honest appraisal of leadership and implementation",
    ),
    "RR4": Text(
        "gắn với học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "linked with learning from Ho Chi Minh's thought, ethics, style",
    ),
    "RR5": Text(
        "gắn với quy định nêu gương, nhất là người đứng đầu",
        "linked with setting an example, above all by heads",
    ),
    "RR6": Text("nguyên nhân, nhất là chủ quan", "causes, above all subjective ones"),
    "RR7": Text("trách nhiệm tập thể", "responsibility of the collective"),
    "RR8": Text("trách nhiệm cá nhân", "responsibility of individuals"),
    "RR9": Text("kế hoạch, lộ trình, biện pháp khắc phục", "plan, roadmap, measures to repair"),
    "RR10": Text(
        "kết quả thực hiện các nghị quyết về xây dựng Đảng",
        "results under the resolutions on Party building",
    ),
    "OS1": Text(
        "mỗi cấp ủy một báo cáo, mỗi văn kiện một phần", "one report, one section per document"
    ),
    "OS2": Text("theo câu hỏi gợi ý và thứ tự đề mục", "follows the questions and headings"),
    "OS3": Text(
        "đầy đủ, trung thực, chính xác, nêu xu hướng và ý kiến riêng sâu sắc",
        "full, truthful, exact; trends and single deep opinions",
    ),
    "OS4": Text(
        "người tổng hợp không bình luận, nhận xét", "no comment by the person who summarises"
    ),
    "OS5": Text("đủ ba phần", "three parts"),
    "OS6": Text("số người phát biểu trên số người dự", "speakers of participants"),
    "OS7": Text("số ý kiến khác nhau", "opposed opinions counted"),
    "OS8": Text("ghi nguyên văn đề nghị sửa câu chữ", "wording changes given word for word"),
    "OS9": Text(
        "gồm ý kiến thảo luận tại đại hội và ý kiến nhân dân",
        "covers the congress's discussion and the people's opinions",
    ),
}
"""Every check, by its id."""


def _numbered(letters: str, *numbers: int) -> tuple[str, ...]:
    return tuple(f"{letters}{number}" for number in numbers)


_COMMON: Final = _numbered("CD", *range(1, 8))
_OWN: Final[Mapping[DocumentKind, tuple[str, ...]]] = {
    DocumentKind.POLITICAL_REPORT: _numbered("PR", *range(1, 10)),
    DocumentKind.REVIEW_REPORT: _numbered("RR", *range(1, 10)),
}
SUMMARY_CHECKS: Final = _numbered("OS", 1, 2, 3, 4, 9)
"""What the Central Office asks of the summary of opinions on higher-level drafts."""

MINUTES_PARTS: Final[Mapping[str, Text]] = {
    "header": Text("tên đại hội, khóa, nhiệm kỳ", "unit, ordinal, term"),
    "kind": Text("loại đại hội", "kind of congress"),
    "dates": Text("thời gian", "dates from and to"),
    "attendance": Text("số có mặt trên số triệu tập", "present of convened"),
    "guests": Text("khách mời", "guests"),
    "bodies": Text("các cơ quan được bầu", "bodies elected, by name"),
    "reports": Text("các báo cáo đã nghe", "reports heard"),
}
"""What the congress minutes hold (documents.md 4.3)."""


def required_checks(kind: DocumentKind, *, administrative: bool) -> tuple[str, ...]:
    """Return the checks asked of a document that is prepared before the congress."""
    return () if administrative else (*_COMMON, *_OWN.get(kind, ()))
