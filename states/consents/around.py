"""The consents around one child at one moment: who must give one, who does, and who still has to.

Who must is a row of the edition: by age on the day, and by whether the child can judge this very
decision. Sources: Jw 7.3.4, 7.3.5, 7.3.11, 7.3.15, 7.3.16; domain table 5.1 as amended (L13, L20).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from states.consents.capacity import Judgement
from states.consents.consent import GENERAL, Consent, Presumption, Purpose, subject_of
from states.consents.departure import Departure
from states.consents.table import Consenter, ConsentRule, DepartureKind
from states.editions.book import rules
from states.people import SPEAKS_FOR_ADULT, Authority, age_band
from states.terms.calendar import local_day

_BARS = (
    (DepartureKind.RESISTANCE, DepartureKind.DESPITE_RESISTANCE),
    (DepartureKind.WRITTEN_REFUSAL, DepartureKind.DESPITE_REFUSAL),
)
"""What stands in the way of a help, and what lifts it."""


class Consents:
    """The consents around one child, asked at one moment."""

    def __init__(  # noqa: PLR0913, PLR0917 - the facts that the law names
        self,
        child: str,
        born: date | None,
        authority: Iterable[Authority],
        consents: Iterable[Consent],
        presumed: Iterable[Presumption],
        at: datetime,
        *,
        judgements: Iterable[Judgement] = (),
        departures: Iterable[Departure] = (),
        unborn: bool = False,
    ) -> None:
        """Look at the facts at the moment ``at`` (UTC); of an unborn child ``authority`` is the mother."""
        self.child = child
        self.at = at
        self.unborn = unborn
        self.band = band = age_band(born, at)
        day = local_day(at)
        held = [a for a in authority if a.holds(day)]
        self.holders = tuple(a.holder for a in held if a.kind not in SPEAKS_FOR_ADULT)
        self.representatives = tuple(a.holder for a in held if a.kind in SPEAKS_FOR_ADULT)
        self.valid = tuple(c for c in consents if c.valid(at) and (c.person != child or c.band == band))
        self.presumed = frozenset(p.person for p in presumed if at < p.until)
        self._judged = [j for j in judgements if j.valid(at) and j.band == band]
        self._departed = [d for d in departures if d.valid(at)]
        self._rules: dict[bool, ConsentRule] = {}

    def able(self, purpose: Purpose, help_name: str | None = None) -> bool:
        """Whether the child can judge a decision: presumed, unless it was judged otherwise."""
        if not self._judged:
            return True
        subject = subject_of(purpose, help_name or GENERAL)
        about = [j for j in self._judged if j.purpose is purpose and j.subject == subject]
        return max(about, key=lambda j: j.valid_from).able if about else True

    def rule(self, purpose: Purpose, help_name: str | None = None) -> ConsentRule:
        """The row of the edition that says who must consent to a decision."""
        capable = self.unborn or self.able(purpose, help_name)
        if capable not in self._rules:
            rows = (r for r in rules(self.at).consent if r.band is self.band and r.capable is capable)
            self._rules[capable] = next(r for r in rows if r.unborn is self.unborn)
        return self._rules[capable]

    def _people(self, who: Consenter) -> tuple[str, ...]:
        if who is Consenter.CHILD:
            return (self.child,)
        if who is Consenter.REPRESENTATIVE:
            return self.representatives
        return self.holders

    def asked(self, purpose: Purpose, help_name: str | None = None) -> tuple[str, ...]:
        """Who must consent to a decision now (table 5.1)."""
        return tuple(person for who in self.rule(purpose, help_name).who for person in self._people(who))

    @property
    def required(self) -> tuple[str, ...]:
        """Who must consent to help while nothing is judged: everybody is presumed able."""
        return self.asked(Purpose.HELP)

    def nobody(self, purpose: Purpose, help_name: str | None = None) -> Consenter | None:
        """Whose consent the law asks while there is nobody to give it: an alarm, never a yes."""
        return next((who for who in self.rule(purpose, help_name).who if not self._people(who)), None)

    def giving(self, purpose: Purpose, help_name: str | None = None) -> tuple[Consent, ...]:
        """The valid consents of people who must give one, for a purpose (and, if given, a named help)."""
        subject = subject_of(purpose, help_name) if help_name is not None else None
        asked: dict[str, tuple[str, ...]] = {}
        found = []
        for consent in self.valid:
            about = consent.subject
            if consent.purpose is not purpose or subject not in (None, about):
                continue
            if about not in asked:
                asked[about] = self.asked(purpose, about)
            if consent.person in asked[about]:
                found.append(consent)
        return tuple(found)

    def _given(self, rule: ConsentRule, purpose: Purpose, help_name: str) -> set[str]:
        """Who says yes, and whose yes the court replaced beside that of another with authority."""
        consents = self.giving(purpose, help_name)
        own = {c.person for c in consents if c.order is None}
        if DepartureKind.REPLACED not in rule.departures:
            return own
        others = own.intersection(self.holders)
        return own | {c.person for c in consents if c.order and others - {c.person}}

    def excused(self, purpose: Purpose, help_name: str | None = None) -> frozenset[str]:
        """Whose consent is not needed for one help now, because something departs from the rule."""
        if purpose is not Purpose.HELP:
            return frozenset()
        rule = self.rule(purpose, help_name)
        found = set(self.presumed) if DepartureKind.PRESUMED in rule.departures else set()
        for departure in self._counting(rule, help_name or GENERAL):
            if departure.kind is not DepartureKind.YOUTH_ALONE or self._child_agrees(help_name or GENERAL):
                found.update(departure.persons)
        return frozenset(found)

    def _child_agrees(self, help_name: str) -> bool:
        """The youth that goes on without its parents said yes itself; that is never presumed."""
        return any(c.person == self.child and c.purpose is Purpose.HELP and c.subject == help_name for c in self.valid)

    def _counting(self, rule: ConsentRule, help_name: str) -> Iterator[Departure]:
        return (d for d in self._departed if d.help == help_name and d.kind in rule.departures)

    def barred(self, purpose: Purpose, help_name: str | None = None) -> bool:
        """Whether the child's resistance, or its earlier refusal on paper, stands in the way."""
        if purpose is not Purpose.HELP or not self._departed:
            return False
        kinds = {d.kind for d in self._counting(self.rule(purpose, help_name), help_name or GENERAL)}
        return any(bar in kinds and lifts not in kinds for bar, lifts in _BARS)

    def missing(self, purpose: Purpose, help_name: str | None = None, *, explicit: bool = False) -> tuple[str, ...]:
        """Who still has to consent; nobody, when the set is complete.

        For help or sharing that nobody named, the one that lacks the fewest people is looked at.
        ``explicit``: nobody is excused, as for help that carries intensive help.
        """
        names = [help_name] if help_name is not None else self._names(purpose)
        return min((self._lacking(purpose, name, explicit=explicit) for name in names), key=len)

    def _names(self, purpose: Purpose) -> list[str]:
        names = {c.subject for c in self.giving(purpose)}
        if purpose is Purpose.HELP:
            names |= {d.help for d in self._departed}
        return sorted(names) or [GENERAL]

    def _lacking(self, purpose: Purpose, help_name: str, *, explicit: bool = False) -> tuple[str, ...]:
        given = self._given(self.rule(purpose, help_name), purpose, help_name)
        if not explicit:
            given |= self.excused(purpose, help_name)
        lacking = tuple(person for person in self.asked(purpose, help_name) if person not in given)
        barred = self.child not in lacking and self.barred(purpose, help_name)
        return (*lacking, self.child) if barred else lacking

    def complete(self, purpose: Purpose, help_name: str | None = None, *, explicit: bool = False) -> bool:
        """Whether everybody who must consent does so now, or is lawfully not asked."""
        names = [help_name] if help_name is not None else self._names(purpose)
        return any(self._complete(purpose, name, explicit=explicit) for name in names)

    def _complete(self, purpose: Purpose, help_name: str, *, explicit: bool) -> bool:
        if not self.asked(purpose, help_name) or self.nobody(purpose, help_name) is not None:
            return False
        return not self._lacking(purpose, help_name, explicit=explicit)

    def complete_help(self, running: str | None = None, *, explicit: bool = False) -> str | None:
        """The name of a help to which everybody consents now, or ``None``; a running one first."""
        names = self._names(Purpose.HELP)
        for name in [running, *names] if running else names:
            if self._complete(Purpose.HELP, name, explicit=explicit):
                return name
        return None
