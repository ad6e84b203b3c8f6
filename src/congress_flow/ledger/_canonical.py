"""The one form in which a record is written: canonical JSON, the same bytes for the same facts.

Keys are sorted, text is NFC, moments are UTC, numbers are whole: a fraction is written `"2/11"`
and a float is refused. What is hashed is what is stored, byte for byte.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Hashable, Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final, NoReturn, TypeGuard, TypeVar, cast

import attrs
import msgspec

from congress_flow._demand import Op
from congress_flow._sources import Confidence, Level
from congress_flow._text import Text, nfc
from congress_flow._verdict import Fault, FindingKind, Outcome
from congress_flow.errors import UsageError

T = TypeVar("T")

FORMAT: Final = 1
Raw = msgspec.Raw


@attrs.frozen(slots=True, weakref_slot=False)
class Book:
    """A rulebook by which was judged. `sha256` is the digest of its rules."""

    id: str
    version: str
    sha256: str


@attrs.frozen(slots=True, weakref_slot=False)
class Chosen:
    """The explicit choices by which was judged, as JSON holds them, by name.

    `name` is that of the readings class; `sha256` covers the reasons of the choices as well.
    """

    name: str
    choices: Mapping[str, Any]
    sha256: str


@attrs.frozen(slots=True, weakref_slot=False)
class Consulted:
    """Another case looked at: how many steps it had taken, and the seal of its latest entry."""

    case: str
    version: int
    seal: str


class DemandNote(msgspec.Struct, frozen=True, omit_defaults=True):
    """A demand. Figures are tagged (see `tagged`), so that it can be read back exactly."""

    rule: str
    op: Op
    value: Any
    limit: Any
    about: str = ""
    what: Text | None = None
    unit: Text | None = None
    of: int | None = None
    share: bool = False
    terms: tuple[tuple[str, Text], ...] = ()


class InstrumentNote(msgspec.Struct, frozen=True, kw_only=True):
    """An instrument: what identifies it, its level and its grade."""

    confidence: Confidence
    id: str
    issued: str
    issuer: str
    level: Level
    number: str
    type: str


class CitationNote(msgspec.Struct, frozen=True, kw_only=True):
    """A place in an instrument, with the grade of its reading."""

    article: str
    confidence: Confidence
    instrument: InstrumentNote


class FindingNote(msgspec.Struct, frozen=True, kw_only=True):
    """A finding: as it is printed (`text`, `figures`), and as it was answered.

    `answer` says what the rule returned. For a demand, `demand` holds it and `figures` are worked
    out from it for the reader; for the others `figures` are their own, tagged. `said` is the
    explanation that a caution itself carried.
    """

    answer: str
    citations: tuple[CitationNote, ...]
    demand: DemandNote | None
    explained: str
    fault: Fault | None
    figures: dict[str, Any]
    kind: FindingKind
    rule: str
    said: str
    sources: tuple[str, ...]
    text: Text
    title: Text


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One submission, as its body holds it. `outcome` is null where a case was opened."""

    beside: tuple[Consulted, ...]
    books: msgspec.Raw
    case: str
    consulted: tuple[str, ...]
    facts: msgspec.Raw
    findings: tuple[FindingNote, ...]
    format: int = FORMAT
    kept: list[DemandNote]
    key: str
    kind: str
    number: int
    on: date
    outcome: Outcome | None
    previous: str
    procedure: str
    readings: msgspec.Raw
    recorded_at: datetime
    stage: str
    step: str
    version: int
    who: str


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body with its seal, as one line of a file holds them."""

    body: msgspec.Raw
    seal: str


# isinstance would leave type checkers in the dark about what a list or dictionary holds.
def is_row(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Return whether *value* is a list or tuple."""
    return isinstance(value, list | tuple)


def is_mapping(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Return whether *value* is a mapping."""
    return isinstance(value, Mapping)


def _written(value: Any) -> Any:  # noqa: ANN401 - whatever msgspec does not know
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if is_mapping(value):
        return dict(value)
    msg = f"{type(value).__name__} cannot be recorded"
    raise TypeError(msg)


def _read(wanted: type[Any], value: Any) -> Any:  # noqa: ANN401 - likewise
    if wanted is Fraction and isinstance(value, str | int):
        return Fraction(value)
    msg = f"{wanted!r} cannot be read"
    raise TypeError(msg)


def _no_float(written: str) -> NoReturn:
    msg = f"{written}: figures are whole numbers or fractions, never floats"
    raise ValueError(msg)


_encoder: Final = msgspec.json.Encoder(enc_hook=_written, order="sorted")
_plain_decoder: Final = msgspec.json.Decoder(float_hook=_no_float)
_record_decoder: Final = msgspec.json.Decoder(Record)
_line_decoder: Final = msgspec.json.Decoder(Line)
_books_decoder: Final = msgspec.json.Decoder(tuple[Book, ...])
_readings_decoder: Final = msgspec.json.Decoder(tuple[Chosen, ...])


def canonical(value: object) -> bytes:
    """Return *value* in canonical form. Raises `UsageError` for what cannot be recorded.

    Text is brought to NFC. That there are no floats is seen to by who reads the result back.
    """
    try:
        written = _encoder.encode(value)
        if not written.isascii() and not unicodedata.is_normalized("NFC", written.decode()):
            written = _encoder.encode(_composed(_plain_decoder.decode(written)))
    except (TypeError, ValueError, OverflowError) as error:
        raise UsageError(f"{value!r:.200} cannot be recorded: {error}") from error
    return written


def _composed(value: Any) -> Any:  # noqa: ANN401 - JSON of any kind
    if isinstance(value, str):
        return nfc(value)
    if is_row(value):
        return [_composed(each) for each in value]
    if is_mapping(value):
        made = {nfc(key): _composed(each) for key, each in value.items()}
        if len(made) != len(value):
            msg = f"two keys are one in NFC: {sorted(value)}"
            raise ValueError(msg)
        return made
    return value


def body_of(record: Record) -> bytes:
    """Return the body of a record, whose texts are all NFC: facts as `taken`, demands as made."""
    return _encoder.encode(record)


def taken(value: T) -> tuple[T, bytes]:
    """Return an event or subject as it will be read back, and its facts in canonical form.

    What is judged is then exactly what is recorded. Raises `UsageError` for what would not come
    back: a float, a fact of a type that its field does not take.
    """
    facts = canonical(value)
    try:
        back = read_facts(type(value), facts)
    except UsageError:
        _refuse_floats(value, type(value).__name__)  # which says more
        raise
    if b"null" in facts and back != value:
        _refuse_floats(value, type(value).__name__)  # not-a-number is written as null
    if _encoder.encode(back) != facts:
        _refuse_floats(back, type(value).__name__)  # a whole number, in a field that takes floats
    return back, facts


def _refuse_floats(value: object, path: str) -> None:
    if isinstance(value, float):
        raise UsageError(f"{path} is {value}: facts are whole numbers or fractions, never floats")
    for name, part in _parts(value):
        _refuse_floats(part, path + name)


def _parts(value: object) -> Iterator[tuple[str, object]]:
    kind: type[Any] = type(value)
    if attrs.has(kind):
        yield from ((f".{field.name}", getattr(value, field.name)) for field in attrs.fields(kind))
    elif is_mapping(value):
        yield from ((f"[{key!r}]", each) for key, each in value.items())
    elif is_row(value):
        yield from ((f"[{number}]", each) for number, each in enumerate(value))


@functools.cache
def _decoder(wanted: Hashable) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(cast("type[Any]", wanted), dec_hook=_read)


def read_facts(wanted: type[T], facts: bytes | msgspec.Raw) -> T:
    """Return facts as the event or subject *wanted*. Raises `UsageError` where they do not fit."""
    try:
        _plain_decoder.decode(facts)  # refuses floats, also where a field would take them
        found: T = _decoder(cast("Hashable", wanted)).decode(facts)
    except (TypeError, ValueError) as error:
        raise UsageError(f"facts of {wanted.__name__}: {error}") from error
    return found


def plain_of(facts: bytes | msgspec.Raw) -> Any:  # noqa: ANN401 - JSON of any kind
    """Return what is written as JSON holds it. Raises `ValueError` for a float."""
    return _plain_decoder.decode(facts)


def read_record(body: bytes | msgspec.Raw) -> Record:
    """Return what a body says. Raises `ValueError` for what is no body of this format."""
    record = _record_decoder.decode(body)
    if record.format != FORMAT:
        msg = f"a body of format {record.format}; this version reads format {FORMAT}"
        raise ValueError(msg)
    return record


def read_books(books: msgspec.Raw) -> tuple[Book, ...]:
    """Return the rulebooks of a record."""
    return _books_decoder.decode(books)


def read_readings(readings: msgspec.Raw) -> tuple[Chosen, ...]:
    """Return the readings of a record."""
    return _readings_decoder.decode(readings)


def read_body(body: bytes) -> Record:
    """Return what a body says, if it says that and nothing else, to any reader.

    Raises `ValueError` also for a body that is not byte for byte the canonical one of what was read
    from it: with a key twice, a space, a letter in another spelling.
    """
    record = read_record(body)
    # The record holds facts, books and readings as they are written: they are read as well.
    if body_of(record) != body or _encoder.encode(plain_of(body)) != body:
        raise ValueError("a body that is not in canonical form")
    return record


def line_of(body: bytes, seal: str) -> bytes:
    """Return body and seal as one line, without its end; the body stands in it as it was hashed."""
    return _encoder.encode(Line(body=Raw(body), seal=seal))


def read_line(line: bytes) -> tuple[bytes, str]:
    """Return body and seal of a line. Raises `ValueError` for what is no line, byte for byte."""
    try:
        found = _line_decoder.decode(line)
    except RecursionError:
        raise ValueError("a line of too many brackets") from None
    body, seal = bytes(found.body), found.seal
    if line_of(body, seal) != line:
        raise ValueError("a line that is not in canonical form")
    return body, seal


def is_whole(line: bytes) -> bool:
    """Return whether a line is whole JSON, of whatever kind: half a line of ours never is."""
    try:
        msgspec.json.decode(line, type=Raw)
    except (ValueError, RecursionError):
        return False
    return True
