"""A case at a moment, twice: as the facts were, and as they were known then. Pure.

As the facts were: every entry of today counts, also what was written down later about that moment. As they were known
then: only what was written down by then, with what lapsed by itself. Where the two differ, somebody learned later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from audit.difference import readable
from audit.folding import Body, steps
from audit.standings import Standings
from audit.term_history import stories
from states.acts.confers import confers
from states.acts.standing import standing
from states.decide import lapse
from states.facts import Case, ChildFile
from states.position import CODES, State, framework_of


@dataclass(frozen=True, slots=True)
class Power:
    """A power in force: what, on which order, held by whom, from when up to when (UTC)."""

    what: str
    order: str
    held_by: str | None
    start: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Given:
    """A consent that counts."""

    person: str
    purpose: str
    subject: str
    consent: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Running:
    """A term that runs, with its last day."""

    rule: str
    term: str
    due: str


@dataclass(frozen=True, slots=True)
class Then:
    """A child at a moment. ``acts``: the numbers of the acts that orders in force confer."""

    framework: str
    state: str
    code: str
    powers: tuple[Power, ...]
    acts: tuple[int, ...]
    consents: tuple[Given, ...]
    terms: tuple[Running, ...]


@dataclass(frozen=True, slots=True)
class AtMoment:
    """A child at a moment (UTC), both ways; ``learned_later`` names what was not known then."""

    framework: str
    case: str
    child: str
    moment: datetime
    facts: Then
    known: Then
    learned_later: tuple[str, ...] = field(default=())


def at_moment(entries: Iterable[Body], moment: datetime) -> list[AtMoment]:
    """Every child of a case at a moment (UTC)."""
    everything = list(entries)
    then = [entry for entry in everything if datetime.fromisoformat(entry["recorded_at"]) <= moment]
    standings, today = Standings(everything), _folded(everything)
    known = lapse(_folded(then), moment).case
    facts_terms = _running(everything, moment)
    known_terms = {
        child.id: tuple(Running(t.rule, t.id, t.due.isoformat()) for t in child.terms)
        for child in known.children.values()
    }
    found = []
    for id_, child in sorted(today.children.items()):
        facts = _then(child, standings.at(id_, moment).state, moment, facts_terms.get(id_, ()))
        was = known.children.get(id_) or ChildFile(id=id_)
        thought = _then(was, was.state, moment, known_terms.get(id_, ()))
        name = everything[0]["case"]
        found.append(AtMoment(facts.framework, name, id_, moment, facts, thought, tuple(_later(facts, thought))))
    return found


def _folded(entries: Sequence[Body]) -> Case:
    case = Case(id=entries[0]["case"] if entries else "")
    for step in steps(entries, case):
        case = step.after
    return case


def _then(child: ChildFile, state: State, at: datetime, terms: tuple[Running, ...]) -> Then:
    # A child that came of age, or came into the case later, has no powers over it that count.
    stood = child.model_copy(update={"state": state})
    return Then(
        framework=framework_of(state).value,
        state=state.value,
        code=CODES[state],
        powers=_powers(stood, at),
        acts=tuple(sorted(confers(stood, standing(stood, at), at))),
        consents=tuple(
            Given(c.person, c.purpose.value, c.subject, c.id, c.valid_from, c.end) for c in stood.consents_at(at).valid
        ),
        terms=tuple(sorted(terms, key=lambda term: (term.due, term.term))),
    )


def _powers(child: ChildFile, at: datetime) -> tuple[Power, ...]:
    found = [Power(m.kind.value, m.order, m.gi, m.start, m.until) for m in child.measures_at(at)]
    placement, secure = child.placement(at), child.secured(at)
    measure = child.measure(at)
    holder = measure.gi if measure else None
    if placement is not None:
        until = child.placement_until(placement)
        found.append(Power("placement", placement.order, holder, placement.start, until))
    if secure is not None:
        found.append(Power("secure placement", secure.order, holder, secure.start, child.secure_until(secure)))
    return tuple(found)


def _running(entries: Sequence[Body], moment: datetime) -> dict[str, tuple[Running, ...]]:
    """The terms that ran at a moment as the facts were: begun by then, and not ended by then."""
    began: dict[str, datetime] = {}
    for entry in entries:
        for term in entry["effects"].get("terms_opened", ()):
            began[term["id"]] = datetime.fromisoformat(entry["effective_at"])
    found: dict[str, tuple[Running, ...]] = {}
    for story in stories(entries):
        if began[story.term.id] <= moment < min(story.term.at, story.ended or story.term.at):
            one = Running(story.term.rule, story.term.id, story.term.due.isoformat())
            found[story.child] = (*(r for r in found.get(story.child, ()) if r.term != one.term), one)
    return found


def _later(facts: Then, known: Then) -> Iterable[str]:
    if facts.state != known.state:
        yield f"state: {known.code} was known, {facts.code} it was"
    for name in ("powers", "consents", "terms"):
        ours, theirs = getattr(facts, name), getattr(known, name)
        yield from (f"{name}: not known then: {_named(one)}" for one in ours if one not in theirs)
        yield from (f"{name}: thought to be, and was not: {_named(one)}" for one in theirs if one not in ours)


def _named(one: Power | Given | Running) -> str:
    if isinstance(one, Power):
        until = one.until.isoformat() if one.until else "no end"
        return f"{one.what} {one.order}, {one.held_by}, until {until}"
    if isinstance(one, Given):
        until = one.until.isoformat() if one.until else "no end"
        return f"{one.purpose} of {one.person} ({readable(one.subject)}), until {until}"
    return f"{one.rule}, due {one.due}"
