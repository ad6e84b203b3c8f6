"""The registry: what is in force on a day, in which form, and whether a chain of bases holds."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import Cited, Confidence, InForce, Instrument, Level
from congress_flow.errors import DefinitionError
from congress_flow.numbering import (
    CascadeFault,
    CitationFault,
    Registry,
    Relation,
    RelationKind,
    check_cascade,
    check_citation,
    check_nested,
    read_citation,
)

GRADE = Confidence.DERIVED


def make(
    id_: str,
    number: str,
    issued: str,
    *,
    issuer: str = "Đảng ủy",
    level: Level = Level.GRASSROOTS,
    type_: str = "plan",
    last: date | None = None,
    replaces: tuple[Instrument, ...] = (),
) -> Instrument:
    first = date(int(issued), 1, 1) if len(issued) == 4 else date.fromisoformat(issued)
    return Instrument(
        id=id_,
        type=type_,
        number=number,
        issued=issued,
        issuer=issuer,
        level=level,
        confidence=GRADE,
        in_force=InForce.through(first, last),
        replaces=replaces,
    )


TEN = make("TEN", "10-KH/ĐU", "2019-11-28")
ELEVEN = make("ELEVEN", "11-KH/ĐU", "2019-11-28")
TWELVE = make("TWELVE", "12-KH/ĐU", "2020-03-12")
BLOCK = make("BLOCK", "78-KH/ĐUK", "2019-11-08", issuer="Khối", level=Level.UPPER_GRASSROOTS)


def rel(kind: RelationKind, source: Instrument, target: Instrument) -> Relation:
    return Relation(kind, source, target, GRADE)


AMENDS = (rel(RelationKind.AMENDS, TWELVE, TEN), rel(RelationKind.SUPPLEMENTS, TWELVE, ELEVEN))
PLANS = Registry([TEN, ELEVEN, TWELVE], AMENDS)


def test_one_text_amends_two() -> None:
    """Both plans stay in force; from the day of the amendment on, it is part of their text."""
    before, after = date(2020, 3, 11), date(2020, 3, 12)
    assert PLANS.text_on(TEN, before) == (TEN,)
    assert PLANS.text_on(TEN, after) == (TEN, TWELVE)
    assert PLANS.text_on(ELEVEN, after) == (ELEVEN, TWELVE)
    assert PLANS.text_on(TEN, date(2019, 11, 27)) == ()
    assert set(PLANS.in_force_on(after)) == {TEN, ELEVEN, TWELVE}


def test_what_is_replaced_ends() -> None:
    """A replaced or repealed text ends on the day its successor begins, never before."""
    new = make("NEW", "20-KH/ĐU", "2021-01-01", replaces=(TEN,))
    registry = Registry([TEN, ELEVEN, new], [rel(RelationKind.REPEALS, new, ELEVEN)])
    for old in (TEN, ELEVEN):
        assert registry.force_of(old) == InForce.through(date(2019, 11, 28), date(2020, 12, 31))
    assert registry.in_force_on(date(2020, 12, 31)) == (TEN, ELEVEN)
    assert registry.in_force_on(date(2021, 1, 1)) == (new,)
    assert len(registry.relations) == 2
    assert registry.to(TEN) == (registry.relations[1],)
    assert registry.from_(new) == registry.relations
    assert (len(registry), list(registry)) == (3, [TEN, ELEVEN, new])


def test_what_is_replaced_from_the_start_never_held() -> None:
    """An instrument replaced before it begins binds on no day."""
    new = make("NEW", "20-KH/ĐU", "2019-01-01")
    registry = Registry([TEN, new], [rel(RelationKind.REPEALS, new, TEN)])
    assert registry.force_of(TEN) is None
    assert registry.text_on(TEN, date(2020, 1, 1)) == ()


def test_replacing_without_a_first_day() -> None:
    """A successor that always held leaves its forerunner no day."""
    new = Instrument(
        id="NEW",
        type="plan",
        number="20-KH/ĐU",
        issued="2021",
        issuer="Đảng ủy",
        level=Level.GRASSROOTS,
        confidence=GRADE,
        replaces=(TEN,),
    )
    assert Registry([TEN, new]).force_of(TEN) is None


def test_a_relation_stated_twice_counts_once() -> None:
    """What an instrument replaces by itself is not added again if it is also stated."""
    new = make("NEW", "20-KH/ĐU", "2021-01-01", replaces=(TEN,))
    registry = Registry([TEN, new], [rel(RelationKind.REPLACES, new, TEN)])
    assert len(registry.relations) == 1


@pytest.mark.parametrize(
    ("instruments", "relations"),
    [
        ((TEN, TEN), ()),
        ((TEN, make("TEN", "99-KH/ĐU", "2019")), ()),
        ((TEN,), AMENDS),
        (
            (TEN, ELEVEN),
            (rel(RelationKind.REPEALS, TEN, ELEVEN), rel(RelationKind.REPEALS, ELEVEN, TEN)),
        ),
    ],
)
def test_ill_formed_registries_are_refused(
    instruments: tuple[Instrument, ...], relations: tuple[Relation, ...]
) -> None:
    """An instrument entered twice, an unknown one, a text that ends itself: refused when made."""
    with pytest.raises(DefinitionError):
        Registry(instruments, relations)


def test_number_is_narrowed_by_what_is_known() -> None:
    """Type, day and body tell apart what carries one number; spelling does not."""
    decision = make("QĐ1", "05-QĐ/ĐU", "2019-03-01", type_="decision", issuer="Đảng uỷ")
    regulation = make("QĐ2", "05-QĐ/ĐU", "2019-05-01", type_="regulation", issuer="Ban Thường vụ")
    registry = Registry([decision, regulation])
    assert registry.with_number("05-QĐ/ĐU") == (decision, regulation)
    assert registry.with_number("05-QĐ/ĐU", type_name="quyết định") == (decision,)
    assert registry.with_number("05-QĐ/ĐU", type_name="regulation") == (regulation,)
    assert registry.with_number("05-QĐ/ĐU", issued=date(2019, 5, 1)) == (regulation,)
    assert registry.with_number("05-QĐ/ĐU", body="Đảng ủy") == (decision,)
    assert registry.with_number("06-QĐ/ĐU") == ()


@pytest.mark.parametrize(
    ("text", "on", "faults"),
    [
        ("Kế hoạch số 10-KH/ĐU ngày 28/11/2019", date(2020, 5, 1), ()),
        ("10-KH/ĐU", date(2020, 5, 1), ()),
        ("99-KH/ĐU", date(2020, 5, 1), (CitationFault.NOT_ENTERED,)),
        ("không có số", date(2020, 5, 1), (CitationFault.NOT_ENTERED,)),
        ("10-KH/ĐU ngày 29/11/2019", date(2020, 5, 1), (CitationFault.WRONG_DAY,)),
        ("Chỉ thị số 10-KH/ĐU", date(2020, 5, 1), (CitationFault.WRONG_TYPE,)),
        ("10-KH/ĐU", date(2019, 11, 27), (CitationFault.NOT_YET_ISSUED,)),
        ("09-KH/ĐU", date(2020, 5, 1), (CitationFault.NOT_IN_FORCE,)),
        ("08-KH/ĐU ngày 1/2/2019", date(2020, 5, 1), ()),
        ("08-KH/ĐU ngày 1/2/2018", date(2020, 5, 1), (CitationFault.WRONG_DAY,)),
        ("07-KH/ĐU", date(2020, 5, 1), (CitationFault.AMBIGUOUS,)),
    ],
)
def test_citations_are_checked(text: str, on: date, faults: tuple[CitationFault, ...]) -> None:
    """A citation leads to one instrument of that day and type, issued and in force by then."""
    registry = Registry(
        [
            TEN,
            make("NINE", "09-KH/ĐU", "2018-01-01", last=date(2019, 12, 31)),
            make("EIGHT", "08-KH/ĐU", "2019"),
            make("SEVEN-A", "07-KH/ĐU", "2018-05-01"),
            make("SEVEN-B", "07-KH/ĐU", "2019-05-01"),
        ]
    )
    check = check_citation(registry, read_citation(text), on)
    assert check.faults == faults
    if not faults:
        assert check.instrument is not None


def test_ambiguous_citation_leads_to_no_instrument() -> None:
    """Where several are meant, all are given and none is chosen."""
    twin = make("TWIN", "10-KH/ĐU", "2014-11-28")
    check = check_citation(Registry([TEN, twin]), read_citation("10-KH/ĐU"), date(2020, 1, 1))
    assert (check.instrument, set(check.found)) == (None, {TEN, twin})


def found(instruments: list[Instrument], *relations: Relation) -> list[CascadeFault]:
    return [each.fault for each in check_cascade(Registry(instruments, relations))]


def test_a_chain_that_holds() -> None:
    """An earlier basis of a higher level, in force, is in order; so is a later guidance."""
    guidance = make("GUIDE", "09-HD/BTCĐUK", "2020-03-12", issuer="Khối", type_="guidance")
    assert not found(
        [BLOCK, TEN, TWELVE, guidance],
        rel(RelationKind.IMPLEMENTS, TEN, BLOCK),
        rel(RelationKind.AMENDS, TWELVE, TEN),
        rel(RelationKind.ACCOMPANIES, guidance, BLOCK),
    )


def test_basis_must_be_earlier_and_in_force() -> None:
    """A later basis and one that had ended are found; a basis of the same day is not later."""
    late = make("LATE", "79-KH/ĐUK", "2019-11-29", issuer="Khối", level=Level.UPPER_GRASSROOTS)
    over = make("OVER", "70-KH/ĐUK", "2019-01-01", level=Level.PROVINCE, last=date(2019, 11, 27))
    undated = make("UNDATED", "71-KH/ĐUK", "2019", level=Level.PROVINCE)
    assert found([TEN, late], rel(RelationKind.IMPLEMENTS, TEN, late)) == [CascadeFault.LATER_BASIS]
    assert found([TEN, over], rel(RelationKind.CITES, TEN, over)) == [
        CascadeFault.BASIS_NOT_IN_FORCE
    ]
    assert found([TEN, undated], rel(RelationKind.CITES, TEN, undated)) == []
    assert found([TEN, ELEVEN], rel(RelationKind.CITES, TEN, ELEVEN)) == []
    whole_year = make("YEAR", "72-KH/TU", "2020", issuer="Tỉnh ủy", level=Level.PROVINCE)
    assert found([TEN, whole_year], rel(RelationKind.CITES, whole_year, TEN)) == [
        CascadeFault.LOWER_BASIS
    ]
    assert CascadeFault.LATER_BASIS in found(
        [TEN, whole_year], rel(RelationKind.CITES, TEN, whole_year)
    )


def test_basis_must_not_be_lower() -> None:
    """A document rests on its own level or a higher one, or on the body's own papers."""
    later = make("LATER", "80-KH/ĐUK", "2020-05-01", issuer="Khối", level=Level.UPPER_GRASSROOTS)
    assert found([TEN, later], rel(RelationKind.CITES, later, TEN)) == [CascadeFault.LOWER_BASIS]


def test_bases_run_in_no_circle() -> None:
    """Two documents that rest on each other are both found."""
    circle = found(
        [TEN, ELEVEN],
        rel(RelationKind.CITES, TEN, ELEVEN),
        rel(RelationKind.IMPLEMENTS, ELEVEN, TEN),
    )
    assert circle == [CascadeFault.CYCLE, CascadeFault.CYCLE]


def test_who_may_change_a_text() -> None:
    """Only the issuer or a competent higher body; an equal one must show its competence."""
    other = make("OTHER", "21-KH/ĐU", "2021-01-01", issuer="Ban Tổ chức")
    own = make("OWN", "81-KH/ĐUK", "2021-01-01", issuer="Khối", level=Level.UPPER_GRASSROOTS)
    assert found([BLOCK, other], rel(RelationKind.AMENDS, other, BLOCK)) == [
        CascadeFault.CHANGED_FROM_BELOW
    ]
    assert found([TEN, other], rel(RelationKind.REPEALS, other, TEN)) == [
        CascadeFault.CHANGED_BY_ANOTHER
    ]
    assert found([TEN, own], rel(RelationKind.AMENDS, own, TEN)) == []
    assert found([TEN, TWELVE], rel(RelationKind.AMENDS, TEN, TWELVE)) == [
        CascadeFault.CHANGED_BEFORE_ISSUE
    ]


def test_deadlines_lie_within_each_other() -> None:
    """From the centre down no last day is later than the one above; a stricter one is in order."""
    cites = TEN.at("1")
    centre, province, unit = (Cited(date(2020, 6, day), cites) for day in (30, 15, 20))
    assert check_nested([centre, province]) == ()
    assert check_nested([centre, province, unit]) == ((province, unit),)


def test_everything_has_words() -> None:
    """Each relation and fault is said in both languages."""
    for kind in (RelationKind, CitationFault, CascadeFault):
        assert all(each.term.vi and each.term.en for each in kind)
    assert [kind for kind in RelationKind if kind.ends and kind.alters] == []
