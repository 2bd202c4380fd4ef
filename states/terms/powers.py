"""The terms that follow from the powers of a child as they are: when each lapses, and what it asks (T01–T10).

They open, move and close whenever the powers change; nobody types them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from states.facts import ChildFile
from states.orders.order import Measure, MeasureKind, Placement, Power
from states.orders.secure import UNEXECUTED, Secure
from states.people import MAJORITY
from states.terms import term as terms
from states.terms.calendar import add_years, birthday, day_start, local_day
from states.terms.secure import SECURE_TERMS, secure_terms
from states.terms.term import Outcome, Term, TermClosed

PLACEMENT_TERMS = frozenset({"T06", "T07", "T41.placement", "T47"})
POWER_TERMS = frozenset(
    {"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T10", "T15", "T38", "T41", "T47", "T29", "T30"}
)
TWO_YEARS = 2
"""How long away before an extension needs the advice of the Raad (1:265j lid 3)."""
_MET_BY_FACT = frozenset({"T04", "T05", "T07", "T15"})


def _followed(child: ChildFile, measure: Measure) -> bool:
    """Whether another supervision takes over at the end, so that the GI has nothing to announce."""
    return any(m.kind is measure.kind and m.start == measure.until and m.start != m.until for m in child.measures)


def _measure_terms(child: ChildFile, measure: Measure) -> Iterator[Term]:
    start = local_day(measure.start)
    key = f"{child.id}/{measure.order}"
    adult = day_start(birthday(child.born, MAJORITY)) if child.born else None
    if measure.end is not None:
        rule = "T38" if measure.end == adult or measure.limit is None else measure.limit
        why = "de 18e verjaardag" if rule == "T38" else "de beschikking"
        yield terms.lapsing(rule, f"{key}/{rule}", start, measure.end, why)
        if not _followed(child, measure):
            yield from _before_end(child, measure, key, start, local_day(measure.end))
    yield from _unheard_terms(child, key, measure)


def _before_end(child: ChildFile, measure: Measure, key: str, start: date, end: date) -> Iterator[Term]:
    """What is counted back from the end of a supervision; not what would lie before its beginning."""
    if measure.kind is not MeasureKind.SUPERVISION:
        return
    away = _away_since(child, measure)
    wanted = ["T08", *(["T10"] if away is not None and add_years(away, TWO_YEARS) <= end else [])]
    if child.born is None or end != birthday(child.born, MAJORITY):
        wanted.append("T41")
    yield from _counted_back(wanted, key, start, end, "het einde van de maatregel")


def _counted_back(names: Iterable[str], key: str, start: date, end: date, what: str) -> Iterator[Term]:
    for name in names:
        rule = name.split(".", 1)[0]
        due = terms.reach(rule, end)
        if due >= start:
            yield terms.counted(rule, f"{key}/{name}", start, due, f"{what} op {end.isoformat()}")


def _away_since(child: ChildFile, measure: Measure) -> date | None:
    """Since when a child has lived away without a gap, if it will at the end of a measure (T10 [K])."""
    since = None
    until = measure.end
    for placement in reversed(child.placements):
        ends = placement.ended or placement.end
        if until is None or placement.executed is None or ends is None or ends < until:
            break
        since, until = local_day(placement.executed), placement.start
    return since


def _unheard_terms(child: ChildFile, key: str, power: Power) -> Iterator[Term]:
    """T04 and T05: two weeks from the day of the order, for whoever was not heard."""
    if power.lapses_unheard is None:
        return
    last = local_day(power.lapses_unheard) - timedelta(days=1)
    for who, rule in (("parties", "T04"), ("child", "T05")):
        if who in power.unheard:
            given = next((o.date for o in child.orders if o.id == power.order), local_day(power.start))
            yield terms.counted(rule, f"{key}/{rule}", given, last, "gegeven zonder horen")


def power_terms(child: ChildFile, at: datetime | None = None) -> dict[str, Term]:
    """The terms that follow from the powers as they are, by id; ``at``: without those that are over."""

    def counts(power: Power) -> bool:
        until = _until(child, power)
        never = until is not None and until <= power.start
        return power.ended is None and not never and (at is None or until is None or at < until)

    found: list[Term] = []
    for measure in filter(counts, child.measures):
        found += _measure_terms(child, measure)
    for placement in filter(counts, child.placements):
        start, key = local_day(placement.start), f"{child.id}/{placement.order}"
        if placement.end is not None:
            why = f"machtiging voor {placement.place}"
            rule = placement.limit or "T06"
            found.append(terms.lapsing(rule, f"{key}/{rule}", start, placement.end, why))
            if all(m.end != placement.end for m in child.measures):
                found += _counted_back(
                    ["T41.placement"], key, start, local_day(placement.end), "het einde van de machtiging"
                )
        if placement.executed is None and placement.lapses_unexecuted:
            lapses = placement.lapses_unexecuted
            found.append(terms.lapsing("T07", f"{key}/T07", start, lapses, "nog niet uitgevoerd"))
        found += _unheard_terms(child, key, placement)
    for secure in filter(counts, child.secures):
        found += [*secure_terms(child, secure), *_unheard_terms(child, f"{child.id}/{secure.order}", secure)]
    return {term.id: term for term in found}


def power_changes(before: ChildFile, after: ChildFile) -> tuple[tuple[Term, ...], tuple[TermClosed, ...]]:
    """Terms that open and close because powers changed."""
    same = before.measures is after.measures and before.placements is after.placements
    if same and before.secures is after.secures:
        return (), ()
    old, new = power_terms(before), power_terms(after)
    still_open = {term.id for term in after.terms}
    gone = tuple(
        TermClosed(id=id_, outcome=Outcome.MOVED if id_ in new else _without(term, after))
        for id_, term in old.items()
        if id_ in still_open and new.get(id_) != term
    )
    longer = frozenset(_longer(before, after))
    opens = (t for id_, t in new.items() if old.get(id_) != t or (id_ not in still_open and id_ in longer))
    return tuple(opens), gone


def _without(term: Term, after: ChildFile) -> Outcome:
    """How a term ends that a power no longer has: met by a hearing or an execution, or dropped."""
    order = term.id.removeprefix(f"{after.id}/").rpartition("/")[0]
    goes_on = any(p.order == order and p.ended is None for p in (*after.measures, *after.placements, *after.secures))
    return Outcome.MET if goes_on and (term.rule in _MET_BY_FACT or term.id.endswith(UNEXECUTED)) else Outcome.DROPPED


def _longer(before: ChildFile, after: ChildFile) -> Iterator[str]:
    """The terms of powers that turn out to last longer than was thought, or that work again after an appeal."""
    known = {(type(p), p.order): _until(before, p) for p in (*before.measures, *before.placements, *before.secures)}
    paused = {(type(p), p.order) for p in (*before.measures, *before.placements, *before.secures) if p.paused}
    for power in (*after.measures, *after.placements, *after.secures):
        old, new = known.get((type(power), power.order)), _until(after, power)
        resumed = (type(power), power.order) in paused and not power.paused
        if resumed or (old is not None and (new is None or new > old)):
            rules = POWER_TERMS - PLACEMENT_TERMS if isinstance(power, Measure) else PLACEMENT_TERMS
            rules = SECURE_TERMS if isinstance(power, Secure) else rules
            yield from (f"{after.id}/{power.order}/{rule}" for rule in rules)


def _until(child: ChildFile, power: Power) -> datetime | None:
    if isinstance(power, Secure):
        return child.secure_until(power)
    return child.placement_until(power) if isinstance(power, Placement) else power.until


def spent_terms(child: ChildFile, at: datetime) -> frozenset[str]:
    """The open terms of powers that are over; those of one that begins later stay."""
    alive = power_terms(child, at)
    return frozenset(t.id for t in child.terms if t.rule in POWER_TERMS and t.id not in alive)
