"""Every consent that there can be, checked against § 5.1 written out a second time (10-proof § 2, A).

``counter_examples`` asks the real consent function under the edition that counts here, so that a
changed edition in a rehearsal or a mutant is judged too. ``says`` is the domain table as plain
if-then: it reads nothing of the tables of the edition.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from typing_extensions import override

from states.consents.capacity import Judgement
from states.consents.consent import Consent, Presumption, Purpose
from states.consents.departure import Departure
from states.consents.table import DepartureKind
from states.facts import ChildFile
from states.people import Authority, AuthorityKind, age_band

AT = datetime(2026, 11, 4, 11, tzinfo=UTC)
"""The moment at which everything is looked at."""
BORN = {"<12": date(2018, 5, 5), "12-15": date(2012, 5, 5), "16-17": date(2009, 5, 5), "18+": date(2007, 5, 5)}
CHILD, ANNA, BART = PEOPLE = ("kind", "anna", "bart")
YES, SILENT, NO = SAID = ("ja", "niets", "nee")
HELP = "hulp"
HOLDERS = ("een", "twee", "voogd")
"""Of a minor: one parent, two parents, a guardian. Of an adult: a mentor, a curator and a mentor, nobody."""
_STRIDE = 7919
"""A prime, so that every situation is visited once."""
_BEFORE, _JUST = AT - timedelta(days=2), AT - timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Situation:
    """One situation: who there is, who said what, and what departs from the rule."""

    age: str
    able: bool
    holders: str
    said: tuple[str, str, str]
    purpose: Purpose
    replaced: bool = False
    youth_alone: bool = False
    urgent: bool = False
    light: bool = False
    set_aside: bool = False
    resistance: str = ""
    refusal: str = ""
    unborn: bool = False

    @override
    def __str__(self) -> str:
        """As one line to read."""
        told = ", ".join(f"{who}: {what}" for who, what in zip(PEOPLE, self.said, strict=True))
        marks = {
            "253a voor bart": self.replaced,
            "12-15 zonder ouders": self.youth_alone,
            "spoed": self.urgent,
            "licht": self.light,
            "anna terzijde": self.set_aside,
            f"verzet ({self.resistance})": self.resistance,
            f"weigering op papier ({self.refusal})": self.refusal,
        }
        able = "" if self.able else ", kan dit niet beoordelen"
        who = "ongeboren, moeder anna" if self.unborn else f"{self.age}{able}, gezag: {self.holders}"
        return "; ".join([who, self.purpose.value, told, *(name for name, on in marks.items() if on)])


def situations() -> Iterator[Situation]:
    """All: the 9,216 of the proof with silence as a third answer, what stands in the way, the unborn."""
    flags = (False, True)
    common = (BORN, (True, False), HOLDERS, itertools.product(SAID, SAID, SAID), Purpose)
    for age, able, holders, said, purpose, *more in itertools.product(*common, flags, flags, flags, flags):
        replaced, alone, urgent, light = more
        yield Situation(age, able, holders, said, purpose, replaced, alone, urgent, light)
    common = (BORN, (True, False), HOLDERS, itertools.product(SAID, SAID, SAID), Purpose)
    steps = ("", "staat", "opgeheven")
    for age, able, holders, said, purpose, aside, resists, refused in itertools.product(*common, flags, steps, steps):
        if aside or resists or refused:
            yield Situation(age, able, holders, said, purpose, set_aside=aside, resistance=resists, refusal=refused)
    for said, purpose in itertools.product(itertools.product(SAID, SAID, SAID), Purpose):
        yield Situation("<12", able=True, holders="twee", said=said, purpose=purpose, unborn=True)


@cache
def _spread() -> tuple[Situation, ...]:
    """All situations in an order in which neighbours differ in everything, to find a difference soon."""
    known = tuple(situations())
    return tuple(known[n * _STRIDE % len(known)] for n in range(len(known)))


def counter_examples() -> Iterator[str]:
    """Where the rules of this edition and § 5.1 differ, one line each; nothing when they agree."""
    for situation in _spread():
        found = child_in(situation).consents_at(AT).complete(situation.purpose, HELP)
        if found is not says(situation):
            yield f"{situation}: de regels zeggen {'ja' if found else 'nee'}, § 5.1 zegt het andere"


def says(it: Situation) -> bool:
    """What § 5.1 as amended says: may this be done with the consent, or without it, that there is?"""
    if it.unborn:
        return it.said[1] == YES
    return _adult(it) if it.age == "18+" else _minor(it)


def _adult(it: Situation) -> bool:
    child, anna, bart = (said == YES for said in it.said)
    if it.able:
        return child
    if it.holders == "voogd" or _stopped(it):
        return False
    excused = _not_needed(it, light=False)
    mentor, curator = anna or ANNA in excused, bart or BART in excused
    return mentor and (curator or it.holders == "een")


def _minor(it: Situation) -> bool:
    child, anna, bart = (said == YES for said in it.said)
    youth = child or (it.purpose is Purpose.HELP and it.light and it.said[0] != NO)
    if it.age == "16-17" and it.able:
        return youth
    beside = it.age == "12-15" and it.able
    excused = _not_needed(it, light=True, instead=not beside)
    parents = anna or ANNA in excused
    if it.holders == "twee":
        parents = parents and (bart or BART in excused or (it.replaced and anna))
    if beside:
        alone = it.purpose is Purpose.HELP and it.youth_alone and child
        return youth and (parents or alone)
    return parents and (it.age == "<12" or not _stopped(it))


def _not_needed(it: Situation, *, light: bool, instead: bool = True) -> set[str]:
    """Whose consent help can do without: light, and for who decides instead of the child urgent or unfit."""
    if it.purpose is not Purpose.HELP:
        return set()
    willing = {who for who, said in zip(PEOPLE, it.said, strict=True) if said != NO}
    found = willing if (light and it.light) or (instead and it.urgent) else set()
    return found | ({ANNA} if instead and it.set_aside else set())


def _stopped(it: Situation) -> bool:
    """12+ and not able: resistance to an intrusive act (lid 6); from 16 an earlier refusal (lid 3)."""
    older = it.age in ("16-17", "18+")
    stops = it.resistance == "staat" or (older and it.refusal == "staat")
    return it.purpose is Purpose.HELP and stops


def child_in(it: Situation) -> ChildFile:
    """The facts of a situation, as a case holds them."""
    answers = tuple(zip(PEOPLE, it.said, strict=True))
    band = None if it.unborn else it.age
    consents = [_consent(who, band, it.purpose, said) for who, said in answers if said != SILENT]
    if it.replaced:
        consents.append(_consent(BART, band, it.purpose, YES, order="253a"))
    asked = tuple(who for who, said in answers if said != NO)
    facts = {
        "consents": tuple(consents),
        "presumed": tuple(_presumed(who) for who in asked if it.light),
        "judgements": () if it.able else (_judgement(it.age, it.purpose),),
        "departures": tuple(_departures(it, asked)),
    }
    return _file(it.age, it.holders, unborn=it.unborn).model_copy(update=facts)


@cache
def _file(age: str, holders: str, *, unborn: bool) -> ChildFile:
    if unborn:
        both = (Authority(holder=ANNA), Authority(holder=BART))
        return ChildFile(id=CHILD, expected=date(2027, 2, 2), mother=ANNA, authority=both)
    adult = age == "18+"
    first = AuthorityKind.MENTOR if adult else AuthorityKind.PARENT
    second = AuthorityKind.CURATOR if adult else AuthorityKind.PARENT
    authority = {
        "een": (Authority(holder=ANNA, kind=first),),
        "twee": (Authority(holder=ANNA, kind=first), Authority(holder=BART, kind=second)),
        "voogd": () if adult else (Authority(holder=ANNA, kind=AuthorityKind.GUARDIAN),),
    }
    return ChildFile(id=CHILD, born=BORN[age], authority=authority[holders])


@cache
def _consent(who: str, age: str | None, purpose: Purpose, said: str, order: str | None = None) -> Consent:
    return Consent(
        id=order or who,
        person=who,
        purpose=purpose,
        help=HELP,
        given_at=_BEFORE,
        valid_from=_BEFORE,
        withdrawn_at=_JUST if said == NO else None,
        band=age_band(BORN[age] if age else None, AT) if who == CHILD else None,
        order=order,
    )


@cache
def _presumed(who: str) -> Presumption:
    return Presumption(person=who, until=AT + timedelta(days=3))


@cache
def _judgement(age: str, purpose: Purpose) -> Judgement:
    band = age_band(BORN[age], AT)
    return Judgement(id="j", purpose=purpose, help=HELP, able=False, given_at=_BEFORE, valid_from=_BEFORE, band=band)


@cache
def _departure(kind: DepartureKind, persons: tuple[str, ...] = ()) -> Departure:
    return Departure(id=kind, kind=kind, help=HELP, persons=persons, given_at=_BEFORE, valid_from=_BEFORE)


def _departures(it: Situation, asked: tuple[str, ...]) -> Iterator[Departure]:
    if it.urgent:
        yield _departure(DepartureKind.URGENT, asked)
    if it.youth_alone:
        yield _departure(DepartureKind.YOUTH_ALONE, (ANNA, BART))
    if it.set_aside:
        yield _departure(DepartureKind.SET_ASIDE, (ANNA,))
    if it.resistance:
        yield _departure(DepartureKind.RESISTANCE)
    if it.resistance == "opgeheven":
        yield _departure(DepartureKind.DESPITE_RESISTANCE)
    if it.refusal:
        yield _departure(DepartureKind.WRITTEN_REFUSAL)
    if it.refusal == "opgeheven":
        yield _departure(DepartureKind.DESPITE_REFUSAL)
