"""A demand: one comparison that explains itself."""

from __future__ import annotations

from fractions import Fraction

import attrs

from congress_flow._demand._ops import BOUND, WORDS, Op
from congress_flow._figures import PlainFigure, Terms, percent, plain, shown
from congress_flow._text import Lang, Text


@attrs.frozen(slots=True, weakref_slot=False)
class Demand:
    """One comparison, with everything that is needed to explain it.

    `value` is what was found, `limit` what it is held against; for a share, `of` is the base and
    `limit` the fraction of it. `about` names the person, paper or body concerned, `what` the thing
    measured, `unit` its unit. Names (of stages, of members of enumerations) are plain text among
    the figures, for programs; `terms` holds what readers are shown instead. Make one with the
    functions beside this class (`at_least`, `holds` …), which take no wrong combination.
    """

    op: Op
    value: PlainFigure | None
    limit: PlainFigure | None
    about: str = ""
    what: Text | None = None
    unit: Text | None = None
    of: int | None = None
    share: bool = False
    terms: Terms = ()

    @property
    def met(self) -> bool | None:
        """True if kept, False if not, None if it cannot be judged because a fact is not known."""
        value, limit = self.value, self.limit
        if value is None:
            return None
        if self.share:
            of = self.of
            if of is None:
                return None
            if of < 1:  # no share of nobody is ever reached, nor kept within
                return False
            assert isinstance(value, int)  # noqa: S101 - see _asking
            assert isinstance(limit, Fraction)  # noqa: S101
            above, below = limit.as_integer_ratio()
            return self.op.check(value * below, of * above)
        return None if limit is None else self.op.check(value, limit)

    @property
    def least(self) -> int | None:
        """For a share: the whole number that is just enough (or, for *at most*, just allowed)."""
        if not self.share or self.of is None or not isinstance(self.limit, Fraction):
            return None
        exact = self.of * self.limit
        if self.op is Op.MORE_THAN:
            return exact.__floor__() + 1
        if self.op is Op.AT_LEAST:
            return exact.__ceil__()
        if self.op is Op.LESS_THAN:
            return exact.__ceil__() - 1
        return exact.__floor__()

    @property
    def missing(self) -> bool:
        """Whether a fact that the comparison needs is not known."""
        return self.met is None

    @property
    def figures(self) -> dict[str, int | str | bool | list[str] | None]:
        """The figures as JSON holds them: `op`, `value`, `limit`, and where they apply the rest."""
        found: dict[str, int | str | bool | list[str] | None] = {
            "op": self.op.value,
            "value": plain(self.value),
            "limit": plain(self.limit),
        }
        if self.about:
            found["about"] = self.about
        if self.share:
            found["of"] = self.of
            found["least"] = self.least
            if isinstance(self.value, int) and self.of:
                found["percent"] = percent(self.value, self.of)
        if self.unit is not None:
            found["unit"] = self.unit.en
        return found

    @property
    def text(self) -> Text:
        """The comparison in words, in both languages."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        about = shown(self.about, lang, self.terms)
        head = ": ".join(
            part for part in (about, self.what.within(lang) if self.what else "") if part
        )
        found = shown(self.value, lang, self.terms)
        unit = f" {self.unit.within(lang)}" if self.unit else ""
        if self.share:
            tail = self._share_in(lang, found, unit)
        elif self.op is Op.GIVEN:
            lacking = Text("chưa có", "not given") if self.met is False else None
            tail = lacking.within(lang) if lacking else found
        else:
            words = WORDS[self.op].within(lang)
            limit = shown(self.limit, lang, self.terms) + unit
            asked = words.replace("…", limit) if "…" in words else f"{words} {limit}"
            tail = f"{found}{unit}, {asked}"
        return f"{head}: {tail}" if head else tail

    def _share_in(self, lang: Lang, found: str, unit: str) -> str:
        of = shown(self.of, lang)
        rate = (
            f" ({percent(self.value, self.of, lang)} %)"
            if isinstance(self.value, int) and self.of
            else ""
        )
        words = WORDS[self.op].within(lang)
        limit = shown(self.limit, lang)
        asked = words.replace("…", limit) if "…" in words else f"{words} {limit}"
        just = "" if self.least is None else f" ({BOUND[self.op].within(lang)} {self.least}/{of})"
        return f"{found}/{of}{unit}{rate}, {asked}{just}"
