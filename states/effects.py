"""What a move brings with it: terms, tasks and notices. None of it blocks (00-A, 00-B)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from states import term as terms
from states.calendar import birthday, day_start, local_day
from states.facts import ChildFile, Notice, Residence, Task
from states.move import Move
from states.order import Measure, MeasureKind, OrderKind, Placement, Power
from states.people import MAJORITY, Actor, AgeBand, Role
from states.position import INTENSIVE, MEASURE, State
from states.term import Outcome, Term, TermClosed
from states.term_table import TermKind

NewId = Callable[[str], str]
KEPT_AFTER_CLOSE = frozenset({"T11", "T26", "T36", "T37"})
PLACEMENT_TERMS = frozenset({"T06", "T07"})
POWER_TERMS = frozenset({"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T15", "T38"})
_MET_BY_FACT = frozenset({"T04", "T05", "T07"})
_END_RULE = {
    MeasureKind.PROVISIONAL_SUPERVISION: "T03",
    MeasureKind.PROVISIONAL_GUARDIANSHIP: "T15",
    MeasureKind.GUARDIANSHIP: "T38",
    MeasureKind.TEMPORARY_GUARDIANSHIP: "T38",
}


def _extends(child: ChildFile, measure: Measure) -> bool:
    """Whether a supervision extends an earlier one; after a gap, a new one is a first one again."""
    order = next((o for o in child.orders if o.id == measure.order), None)
    if order is not None and order.kind is OrderKind.SUPERVISION_EXTENSION:
        return True
    return any(m.kind is measure.kind and m.until == measure.start for m in child.measures)


def _followed(child: ChildFile, measure: Measure) -> bool:
    """Whether another supervision takes over at the end, so that the GI has nothing to announce."""
    return any(m.kind is measure.kind and m.start == measure.until and m.start != m.until for m in child.measures)


def _measure_terms(child: ChildFile, measure: Measure) -> Iterator[Term]:
    start = local_day(measure.start)
    key = f"{child.id}/{measure.order}"
    adult = day_start(birthday(child.born, MAJORITY)) if child.born else None
    if measure.end is not None:
        rule = _END_RULE.get(measure.kind, "T02" if _extends(child, measure) else "T01")
        rule = "T38" if measure.end == adult else rule
        yield terms.lapsing(rule, f"{key}/{rule}", start, measure.end, "de beschikking")
        if measure.kind is MeasureKind.SUPERVISION and not _followed(child, measure):
            due = terms.reach("T08", local_day(measure.end))
            yield terms.counted("T08", f"{key}/T08", start, due, "twee maanden voor het einde")
    yield from _unheard_terms(key, measure)


def _unheard_terms(key: str, power: Power) -> Iterator[Term]:
    """T04 and T05: two weeks from the day of the order, for whoever was not heard."""
    if power.lapses_unheard is None:
        return
    last = local_day(power.lapses_unheard) - timedelta(days=1)
    for who, rule in (("parties", "T04"), ("child", "T05")):
        if who in power.unheard:
            given = last - timedelta(days=14)
            yield terms.counted(rule, f"{key}/{rule}", given, last, "gegeven zonder horen; twee weken")


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
            found.append(terms.lapsing("T06", f"{key}/T06", start, placement.end, why))
        if placement.executed is None and placement.lapses_unexecuted:
            lapses = placement.lapses_unexecuted
            found.append(terms.lapsing("T07", f"{key}/T07", start, lapses, "nog niet uitgevoerd"))
        found += _unheard_terms(key, placement)
    return {term.id: term for term in found}


def power_changes(before: ChildFile, after: ChildFile) -> tuple[tuple[Term, ...], tuple[TermClosed, ...]]:
    """Terms that open and close because powers changed."""
    if before.measures is after.measures and before.placements is after.placements:
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
    goes_on = any(p.order == order and p.ended is None for p in (*after.measures, *after.placements))
    return Outcome.MET if goes_on and term.rule in _MET_BY_FACT else Outcome.DROPPED


def _longer(before: ChildFile, after: ChildFile) -> Iterator[str]:
    """The terms of powers that turn out to last longer than was thought."""
    known = {(type(p), p.order): _until(before, p) for p in (*before.measures, *before.placements)}
    for power in (*after.measures, *after.placements):
        old, new = known.get((type(power), power.order)), _until(after, power)
        if old is not None and (new is None or new > old):
            rules = POWER_TERMS - PLACEMENT_TERMS if isinstance(power, Measure) else PLACEMENT_TERMS
            yield from (f"{after.id}/{power.order}/{rule}" for rule in rules)


def _until(child: ChildFile, power: Power) -> datetime | None:
    return child.placement_until(power) if isinstance(power, Placement) else power.until


def spent_terms(child: ChildFile, at: datetime) -> frozenset[str]:
    """The open terms of powers that are over; those of one that begins later stay."""
    alive = power_terms(child, at)
    return frozenset(t.id for t in child.terms if t.rule in POWER_TERMS and t.id not in alive)


def terms_closed_by(child: ChildFile, row: Move, target: State, at: datetime) -> list[TermClosed]:
    """Terms that end because the child leaves where it was."""
    day = local_day(at)
    left = {
        "T44": child.state is State.ASSESSMENT and target is not State.ASSESSMENT,
        "T40": child.state in INTENSIVE and target not in INTENSIVE,
        "T24": child.state is State.REQUESTED and target is not State.REQUESTED,
        "T18": child.state in MEASURE and target not in MEASURE,
        "T46": target is State.CLOSED,
        "T08": child.state in MEASURE and target not in MEASURE,
        "T19": target in (State.ASSESSMENT, State.CLOSED),
        "T36": child.state is State.CLOSED,
    }
    spent = spent_terms(child, at)
    met = {"T44"} | ({"T24"} if row.id in ("TR-22", "TR-23") else set())
    closes = []
    for term in child.terms:
        lapsed = term.kind is TermKind.LAPSE and term.at <= at and term.rule not in ("T36", "T37")
        if lapsed:
            closes.append(TermClosed(id=term.id, outcome=Outcome.EXPIRED))
        elif (
            left.get(term.rule, False)
            or term.id in spent
            or (target is State.CLOSED and term.rule not in KEPT_AFTER_CLOSE)
        ):
            outcome = Outcome.MET if term.rule in met else Outcome.DROPPED
            closes.append(terms.closed(term, day, outcome))
    return closes


def terms_opened_by(  # noqa: PLR0913, PLR0917 - a term explains itself
    child: ChildFile, row: Move, target: State, at: datetime, new_id: NewId, review: date | None
) -> list[Term]:
    """Terms that start because the child arrives somewhere."""
    day = local_day(at)
    opens = []
    if target is State.ASSESSMENT and child.state is not State.ASSESSMENT:
        opens.append(terms.running("T44", new_id("T44"), day, "vijf werkdagen"))
    if target in INTENSIVE and child.state not in INTENSIVE:
        due = min(review or date.max, terms.reach("T40", day))
        opens.append(terms.counted("T40", new_id("T40"), day, due, "hoogstens drie maanden"))
    if row.id == "TR-20":
        opens.append(terms.running("T24", new_id("T24"), day, "tien dagen"))
    adult = birthday(child.born, MAJORITY) if child.born else None
    if child.state in MEASURE and target not in MEASURE and adult and not child.open_term("T37"):
        due = terms.reach("T37", adult)
        opens.append(terms.counted("T37", new_id("T37"), day, due, "dertig jaar na 18"))
    if target is State.CLOSED:
        opens.append(terms.running("T36", new_id("T36"), day, "laatste wijziging"))
    return opens


def tasks_of(child: ChildFile, row: Move, target: State, new_id: NewId) -> list[Task]:
    """Tasks that a move raises: safety first, and a stay without a title (00-A)."""

    def task(code: str, role: str, text: str) -> Task:
        return Task(id=new_id(f"{code}.{role}"), code=code, role=role, text=text)

    tasks = []
    if target is State.ASSESSMENT and child.state not in (State.NONE, State.CLOSED, State.ASSESSMENT):
        text = "Waar is het kind nu, is het veilig, wie kijkt?"
        tasks.append(task("safety", "local_team", text))
    away = child.residence is Residence.AWAY
    if child.state in MEASURE and target not in MEASURE and away and row.id != "TR-73":
        text = "Verblijf zonder titel: het kind moet naar huis."
        tasks += [task("no-title", role, text) for role in ("gi", "provider", "supervisor")]
    if row.id == "TR-41":
        if child.placements and not away:
            tasks.append(task("go-home", "gi", "De machtiging is weg: het kind moet naar huis."))
        tasks.append(task("alarm", "supervisor", "De maatregel is vervallen of niet gehandhaafd."))
    if row.id in ("TR-47", "TR-52", "TR-70"):
        tasks.append(task("wind-down", "gi", "Rond af. U heeft geen bevoegdheden meer."))
    if row.id in ("TR-13", "TR-34", "TR-73"):
        tasks.append(task("adult", "gi", "De jongere is 18. Alleen nog afronden."))
    if (row.id == "TR-13" and target is State.HELP) or (row.id == "TR-73" and target is State.HELP):
        tasks.append(task("college-decision", "college", "Besluit over verlengde jeugdhulp."))
    return tasks


_OFFICES = {"C": "college", "GI": "gi", "Rd": "raad", "PZ": "provider"}


def notices_of(  # noqa: PLR0913, PLR0917 - who is told depends on all of these
    child: ChildFile, row: Move, target: State, at: datetime, by: Actor, new_id: NewId
) -> list[Notice]:
    """Who is told about a move: O and J by person, offices by role (domain 3, notice codes).

    Parents of an adult hear only that the measure ended (TR-73). The college hears of a request for
    investigation when a GI sent it (TR-20).
    """
    consents = child.consents_at(at)
    placed = State.SUPERVISION_WITH_PLACEMENT in (child.state, target) or child.placement(at) is not None
    told: list[tuple[str, str]] = []
    for code in row.notices:
        if code == "O" and (child.is_minor(at) or row.id == "TR-73"):
            told += [("O", holder) for holder in dict.fromkeys(consents.holders)]
        elif code == "J" and consents.band is not AgeBand.UNDER_12:
            told.append(("J", child.id))
        elif code == "PZ":
            if placed or child.residence is Residence.AWAY or (child.help and child.help.provider):
                told.append(("PZ", "provider"))
        elif code in _OFFICES and not (row.id == "TR-20" and by.role is not Role.GI):
            told.append((code, _OFFICES[code]))
    return [Notice(id=new_id(f"n{k}"), code=c, recipient=r) for k, (c, r) in enumerate(told)]
