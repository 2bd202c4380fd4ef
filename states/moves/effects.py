"""What a move brings with it: terms, tasks and notices. None of it blocks (00-A, 00-B)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from states.facts import ChildFile, Notice, Residence, Task
from states.moves.move import Move
from states.notices import notice
from states.people import Actor, AgeBand, Role
from states.position import GUARDED, HELPED, INTENSIVE, MEASURE, State
from states.signals.tasks import KEEPS_SIGHT, asks_who_keeps_sight
from states.terms import retention
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.powers import POWER_TERMS, spent_terms
from states.terms.rule import TermKind
from states.terms.term import Outcome, Term, TermClosed

NewId = Callable[[str], str]
RETENTION = frozenset({"T36", "T37"})
KEPT_AFTER_CLOSE = frozenset({"T11", "T29", "T30", "T17", "T26", "T32", "T33", "T35", "T43"})
"""Rights of the family, and duties that have nothing to do with where the child stands."""
UNDER_MEASURE = ("T08", "T09", "T10", "T12", "T13", "T18", "T21", "T41")
"""What only a GI with a measure owes."""
_MET_BY_LEAVING = frozenset({"T25", "T44", "T45"})


def _leaves(child: ChildFile, target: State) -> frozenset[str]:
    """The terms that end because the child leaves where it was, or because what they wait for is there."""
    state = child.state
    helped = target in (*HELPED, *MEASURE)
    ends = {
        "T44": state is State.ASSESSMENT and target is not State.ASSESSMENT,
        "T45": helped,
        "T40": state in INTENSIVE and target not in INTENSIVE,
        "T24": state is State.REQUESTED and target is not State.REQUESTED,
        "T25": state is State.INVESTIGATING and target is not State.INVESTIGATING,
        "T14": target in (State.PETITIONED, *MEASURE),
        "T19": target in (State.ASSESSMENT, State.CLOSED),
        "T20": target in (State.ASSESSMENT, State.CLOSED),
        **dict.fromkeys(UNDER_MEASURE, state in MEASURE and target not in MEASURE),
    }
    return frozenset(rule for rule, over in ends.items() if over)


def _outcome(term: Term, row: Move, leaves: frozenset[str]) -> Outcome:
    """What ends a clock of waiting meets it; any other term is no longer needed."""
    met = _MET_BY_LEAVING | ({"T24"} if row.id in ("TR-22", "TR-23") else set())
    return Outcome.MET if term.rule in leaves and term.rule in met else Outcome.DROPPED


def terms_closed_by(child: ChildFile, row: Move, target: State, at: datetime) -> list[TermClosed]:
    """Terms that end because the child leaves where it was."""
    day = local_day(at)
    leaves, spent = _leaves(child, target), spent_terms(child, at)
    closes = []
    for term in child.terms:
        if term.rule in RETENTION:
            if child.state is State.CLOSED and term.part != retention.MEASURE and term.rule == "T36":
                closes.append(terms.closed(term, day, Outcome.DROPPED))
        elif term.kind is TermKind.LAPSE and term.at <= at:
            closes.append(TermClosed(id=term.id, outcome=Outcome.EXPIRED))
        elif (
            term.rule in leaves
            or term.id in spent
            or (target is State.CLOSED and term.rule not in KEPT_AFTER_CLOSE | POWER_TERMS)
        ):
            closes.append(terms.closed(term, day, _outcome(term, row, leaves)))
    return closes


def terms_answered_by(child: ChildFile, row: Move, target: State, at: datetime) -> list[TermClosed]:
    """Terms that were missed, and are met now or no longer matter."""
    leaves, day = _leaves(child, target), local_day(at)
    return [
        terms.closed(term, day, _outcome(term, row, leaves))
        for term in child.overdue
        if term.rule in leaves or (target is State.CLOSED and term.rule not in KEPT_AFTER_CLOSE)
    ]


def terms_opened_by(  # noqa: PLR0913, PLR0917 - a term explains itself
    child: ChildFile, row: Move, target: State, at: datetime, new_id: NewId, review: date | None
) -> list[Term]:
    """Terms that start because the child arrives somewhere."""
    day = local_day(at)
    opens = []
    if target is State.ASSESSMENT and child.state is not State.ASSESSMENT:
        stopped = child.state in INTENSIVE
        why = "de toestemming voor intensieve hulp is weg (T39)" if stopped else "het kind komt in de afweging"
        opens.append(terms.running("T44", new_id("T44"), day, why))
        if child.state in (State.NONE, State.CLOSED):
            opens.append(terms.running("T45", new_id("T45"), day, "de melding"))
    if target in INTENSIVE and child.state not in INTENSIVE:
        due = min(review or date.max, terms.reach("T40", day))
        opens.append(terms.counted("T40", new_id("T40"), day, due, "intensieve hulp begint"))
    if row.id == "TR-20":
        opens.append(terms.running("T24", new_id("T24"), day, "het verzoek tot onderzoek"))
    if target is State.INVESTIGATING and child.state is not target:
        opens.append(terms.running("T25", new_id("T25"), day, "de Raad begint"))
    if row.id == "TR-78":
        opens.append(terms.running("T33", new_id("T33"), day, "het overlijden: is dit een calamiteit?"))
    return opens + _kept(child, target, day, new_id)


def _kept(child: ChildFile, target: State, day: date, new_id: NewId) -> list[Term]:
    """How long the parts of the file are kept, from a change on (C5, L15)."""
    known = any(t.rule in RETENTION and t.part == retention.MEASURE for t in child.terms)
    parts = [retention.MEASURE] if child.state in MEASURE and target not in MEASURE and not known else []
    if target is State.CLOSED:
        parts.append(retention.HELP)
    return [retention.kept(child, part, new_id, day) for part in parts]


_TITLE_GOES_ON = frozenset({"TR-56", "TR-66b", "TR-73", "TR-76", "TR-77", "TR-78"})
"""Moves out of a measure after which somebody else decides where the child lives, or nobody has to."""


def tasks_of(child: ChildFile, row: Move, target: State, at: datetime, new_id: NewId) -> list[Task]:
    """Tasks that a move raises: safety first, and a stay without a title (00-A)."""

    def task(code: str, role: str, text: str) -> Task:
        return Task(id=new_id(f"{code}.{role}"), code=code, role=role, text=text)

    tasks = []
    if target is State.ASSESSMENT and child.state not in (State.NONE, State.CLOSED, State.ASSESSMENT):
        text = "Waar is het kind nu, is het veilig, wie kijkt?"
        tasks.append(task("safety", "local_team", text))
    if asks_who_keeps_sight(child, target):
        tasks.append(task(KEEPS_SIGHT, "local_team", "Spreek af wie zicht houdt op de veiligheid (keep_sight)."))
    if child.state in MEASURE:
        tasks += [task(*told) for told in _after_measure(child, row, target, at)]
    if row.id in ("TR-13", "TR-34", "TR-73"):
        tasks.append(task("adult", "gi", "De jongere is 18. Alleen nog afronden."))
    if (row.id == "TR-13" and target is State.HELP) or (row.id == "TR-73" and target is State.HELP):
        tasks.append(task("college-decision", "college", "Besluit over verlengde jeugdhulp."))
    if row.id == "TR-29":
        tasks.append(task("propose-gi", "raad", "Overleg met het nieuwe college welke GI u voorstelt (Jw 3.1 lid 6)."))
        if child.help is not None:
            tasks.append(task("file-transfer", "local_team", "Vraag het gezin of het hulpdossier mee mag (Jw 7.3.11)."))
    if row.id == "TR-78":
        tasks.append(task("calamity", "supervisor", "Was dit een calamiteit of geweld? Meld dat vandaag (Jw 4.1.8)."))
    return tasks


def _after_measure(child: ChildFile, row: Move, target: State, at: datetime) -> Iterator[tuple[str, str, str]]:
    """What has to be done where a measure ends or goes to another GI: code, role and text."""
    away = child.residence is Residence.AWAY
    if target not in MEASURE and away and row.id not in _TITLE_GOES_ON:
        text = "Verblijf zonder titel: het kind moet naar huis."
        yield from (("no-title", role, text) for role in ("gi", "provider", "supervisor"))
    if row.id == "TR-41":
        if child.placements and not away:
            yield "go-home", "gi", "De machtiging is weg: het kind moet naar huis."
        yield "alarm", "supervisor", "De maatregel is vervallen of niet gehandhaafd."
    if row.id in ("TR-47", "TR-52", "TR-70"):
        yield "wind-down", "gi", "Rond af. U heeft geen bevoegdheden meer."
    if row.id == "TR-64":
        yield "handover", "gi", "Draag het dossier over aan de GI die de rechter noemt (BW 1:259)."
    if child.state in GUARDED and target not in MEASURE and _nobody_decides(child, at):
        text = "Niemand heeft gezag over dit kind. Vraag vandaag een voorziening (BW 1:241, 1:295)."
        yield from (("no-authority", role, text) for role in ("raad", "supervisor"))


def _lost_authority(child: ChildFile, at: datetime) -> tuple[str, ...]:
    """Whose authority ends on this day: they are told too (TR-53, 76, 77)."""
    return tuple(held.holder for held in child.authority if held.until == local_day(at))


def _nobody_decides(child: ChildFile, at: datetime) -> bool:
    return child.is_minor(at) and not child.consents_at(at).holders


_OFFICES = {
    "C": "college",
    "C'": "new_college",
    "GI": "gi",
    "GI'": "former_gi",
    "Rd": "raad",
    "PZ": "provider",
    "L": "lawyer",
}


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
            told += [("O", holder) for holder in dict.fromkeys((*consents.holders, *_lost_authority(child, at)))]
        elif code == "J" and consents.band is not AgeBand.UNDER_12:
            told.append(("J", child.id))
        elif code == "PZ":
            if placed or child.residence is Residence.AWAY or (child.help and child.help.provider):
                told.append(("PZ", "provider"))
        elif code in _OFFICES and not (row.id == "TR-20" and by.role is not Role.GI):
            told.append((code, _OFFICES[code]))
    changes = target is not child.state and target is not State.CLOSED and "sheets_given" not in row.guards
    sheet = target if changes else None
    return [notice(new_id(f"n{k}"), code, recipient, at, row.id, sheet) for k, (code, recipient) in enumerate(told)]
