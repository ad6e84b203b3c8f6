"""One fact changed in the file itself, for each gate of readiness."""

from __future__ import annotations

from typing import Final

# Gate, the words as they stand in the file, and the words of the copy. Each stands there once.
EDITS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "G1",
        'id = "35-ct"\nnumber = "35-CT/TW"\ndate = 2019-05-30',
        'id = "35-ct"\nnumber = "35-CT/TW"\ndate = 2020-05-30',
    ),
    ("G2", 'paper = "35-CT/TW"\ndirective = true', 'paper = "35-CT/TW"\ndirective = false'),
    ("G3", 'cb12 = "thanh"\n', ""),
    (
        "G4",
        'body = "service_subcommittee"\ndecision = "120-QĐ/ĐU ngày 9/12/2019"',
        'body = "helper_group"\ndecision = "120-QĐ/ĐU ngày 9/12/2019"',
    ),
    ("G11", "petitions = 5\nanswered = 5", "petitions = 5\nanswered = 4"),
    ("G12", "planned_opening = 2020-05-28", "planned_opening = 2020-06-30"),
    (
        "G13",
        'venue = "Hội trường Sở Mẫu"\nfunds = true',
        'venue = "Hội trường Sở Mẫu"\nfunds = false',
    ),
    (
        "G14",
        'case = "suspension"\ndoes = "resume"\non = 2020-04-20',
        'case = "suspension"\ndoes = "resume"\non = 2020-06-20',
    ),
    ("G5", "\ncells = 12\n", "\ncells = 13\n"),
    (
        "G6",
        'does = "close_consultation"\non = 2020-03-10\nby = "ban-thuong-vu"',
        'does = "close_consultation"\non = 2020-03-10\nby = "to-bien-tap"',
    ),
    (
        "G7",
        'case = "chuong-trinh-dai-hoi"\ndoes = "finalise"\non = 2020-05-06\nby = "dang-uy"',
        'case = "chuong-trinh-dai-hoi"\ndoes = "finalise"\non = 2020-05-06\nby = "to-bien-tap"',
    ),
    (
        "G8",
        "step = 3\ndate = 2020-01-14\nconvened = 11\npresent = 11",
        "step = 3\ndate = 2020-01-14\nconvened = 11\npresent = 7",
    ),
    (
        "G9",
        'case = "chuong-trinh-dai-hoi"\ndoes = "approve"\non = 2020-05-04\nby = "btv-khoi"',
        'case = "chuong-trinh-dai-hoi"\ndoes = "approve"\non = 2020-05-04\nby = "dang-uy"',
    ),
    (
        "G10",
        'case = "don-4"\ndoes = "list_and_report"\non = 2020-05-11\nby = "uy-ban-kiem-tra"',
        'case = "don-4"\ndoes = "list_and_report"\non = 2020-05-11\nby = "to-bien-tap"',
    ),
)
