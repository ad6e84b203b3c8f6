"""The profile of each kind of document: documents.md 2.3, with the flags that a reading decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from congress_flow import Cited, Confidence, Level
from congress_flow.procedures.document_life import (
    Document,
    DocumentKind,
    FinalState,
    Profile,
)
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import TermReadings

# District level, where the outline of the review report was seen adopted (19/11/2024), and its
# successor.
_DISTRICT: Final = (Level.UPPER_GRASSROOTS, Level.COMMUNE)


def _line(kind: DocumentKind, confidence: Confidence, profile: Profile) -> Cited[Profile]:
    return Cited(profile, HANDBOOK.at(f"documents.md 2.3, {kind.term.vi}", confidence))


_REPORTED: Final = Confidence.REPORTED
_VERIFIED: Final = Confidence.VERIFIED
_DERIVED: Final = Confidence.DERIVED
_ASSUMED: Final = Confidence.ASSUMED

_RULES: Final = Profile(
    final=FinalState.ADOPTED, presented=True, voted=True, chosen=frozenset({"requires_approval"})
)
_AT_CONGRESS: Final = Profile(
    final=FinalState.ADOPTED, presented=True, voted=True, made_at_congress=True
)
_ADMINISTRATIVE: Final = Profile(final=FinalState.ISSUED)

_GRADED: Final[Mapping[DocumentKind, tuple[Confidence, Profile]]] = {
    DocumentKind.POLITICAL_REPORT: (
        _REPORTED,
        Profile(
            final=FinalState.NOTED,
            requires_outline=True,
            requires_opinions=True,
            requires_approval=True,
            presented=True,
        ),
    ),
    # That the congress notes it through the resolution is assumed.
    DocumentKind.REVIEW_REPORT: (
        _ASSUMED,
        Profile(
            final=FinalState.NOTED,
            requires_approval=True,
            presented=True,
            chosen=frozenset({"requires_outline", "requires_opinions"}),
        ),
    ),
    DocumentKind.PERSONNEL_SCHEME: (
        _REPORTED,
        Profile(final=FinalState.ADOPTED, requires_approval=True, presented=True, voted=True),
    ),
    DocumentKind.CONGRESS_PROGRAMME: (
        _REPORTED,
        Profile(final=FinalState.ADOPTED, requires_approval=True, presented=True, voted=True),
    ),
    DocumentKind.CHAIRING_SCRIPT: (
        _REPORTED,
        Profile(final=FinalState.USED, internal=True, chosen=frozenset({"requires_approval"})),
    ),
    DocumentKind.RESOLUTION: (
        _VERIFIED,
        Profile(
            final=FinalState.ISSUED,
            requires_approval=True,
            presented=True,
            voted=True,
            opinions_with=(DocumentKind.POLITICAL_REPORT,),
            chosen=frozenset({"requires_outline"}),
        ),
    ),
    DocumentKind.ACTION_PROGRAMME: (
        _VERIFIED,
        Profile(
            final=FinalState.ISSUED,
            requires_approval=True,
            presented=True,
            handed_over=True,
            opinions_with=(DocumentKind.POLITICAL_REPORT, DocumentKind.RESOLUTION),
        ),
    ),
    DocumentKind.OPINIONS_SUMMARY: (
        _VERIFIED,
        attrs.evolve(_AT_CONGRESS, final=FinalState.DISPATCHED),
    ),
    # It goes with the package and is used by the presidium to answer; then it is filed.
    DocumentKind.OPINIONS_ACCOUNT: (_ASSUMED, Profile(final=FinalState.USED, internal=True)),
    DocumentKind.WORKING_RULES: (_VERIFIED, _RULES),
    DocumentKind.ELECTION_RULES: (_VERIFIED, _RULES),
    DocumentKind.PARTICIPANTS_REPORT: (_VERIFIED, _AT_CONGRESS),
    DocumentKind.CREDENTIALS_REPORT: (_VERIFIED, _AT_CONGRESS),
    DocumentKind.CONGRESS_MINUTES: (
        _REPORTED,
        Profile(final=FinalState.ISSUED, made_at_congress=True),
    ),
    DocumentKind.ELECTION_MINUTES: (
        _VERIFIED,
        Profile(final=FinalState.DISPATCHED, made_at_congress=True),
    ),
    DocumentKind.PROPAGANDA_PLAN: (_REPORTED, _ADMINISTRATIVE),
    DocumentKind.PLAN: (_DERIVED, _ADMINISTRATIVE),
    DocumentKind.BODY_DECISION: (_DERIVED, _ADMINISTRATIVE),
    DocumentKind.NOTICE: (_DERIVED, _ADMINISTRATIVE),
    DocumentKind.GUIDANCE: (_DERIVED, _ADMINISTRATIVE),
}

PROFILES: Final[Mapping[DocumentKind, Cited[Profile]]] = {
    kind: _line(kind, confidence, profile) for kind, (confidence, profile) in _GRADED.items()
}
"""`document.profile`: the table, before the readings have decided the flags in `chosen`."""


def profile_of(document: Document, readings: TermReadings) -> Profile:
    """Return what a document goes through, with every open flag as the readings decide it."""
    kind, profile = document.kind, PROFILES[document.kind].value
    if kind is DocumentKind.REVIEW_REPORT:
        return _review_report(document.level, profile, readings)
    if kind is DocumentKind.RESOLUTION:
        return attrs.evolve(profile, requires_outline=readings.resolution_outline)
    if kind is DocumentKind.CHAIRING_SCRIPT:
        return attrs.evolve(profile, requires_approval=readings.script_approved)
    if kind in {DocumentKind.WORKING_RULES, DocumentKind.ELECTION_RULES}:
        return attrs.evolve(profile, requires_approval=readings.working_rules_approved)
    return profile


def _review_report(level: Level, profile: Profile, readings: TermReadings) -> Profile:
    read = attrs.evolve(profile, requires_opinions=readings.review_report_opinions)
    if level in _DISTRICT:
        return attrs.evolve(read, requires_outline=True, chosen=read.chosen - {"requires_outline"})
    return attrs.evolve(read, requires_outline=readings.review_outline_by_executive)


def needing_approval(level: Level, readings: TermReadings) -> tuple[DocumentKind, ...]:
    """Return the kinds of document of a congress that the superior approves, in their order.

    The personnel scheme is not among them: it has a life of its own.
    """
    return tuple(
        kind
        for kind in PROFILES
        if kind is not DocumentKind.PERSONNEL_SCHEME
        and profile_of(Document(kind=kind, level=level), readings).requires_approval
    )
