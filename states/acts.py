"""May this act be done for this child, now, by this person? One function answers (invariant 7).

The catalogue is closed. An act that is not in it, or not built, cannot be registered. Answers:
allowed, only with consent, only with a court decision, forbidden; always with a rule, a basis and
what may be done instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from states.act_table import TITLE_ACTS, Act, Cell
from states.book import rules
from states.consent import Purpose
from states.facts import ChildFile
from states.landing import landing, measure_state
from states.order import MeasureKind
from states.people import Actor, AgeBand, Role
from states.position import CODES, DUTCH, INTENSIVE, MEASURE, RAAD, State
from states.refusal import Flag

INQUIRY, PLAN, DIRECTIVE, CONTACT = 8, 18, 21, 25
"""Acts with rules of their own beside the matrix."""


class Answer(StrEnum):
    """The four answers."""

    ALLOWED = "A"
    CONSENT = "T"
    COURT = "J"
    FORBIDDEN = "X"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer with its reasons. ``holds`` says whether the act may be registered as it stands."""

    act: int
    answer: Answer
    holds: bool
    rule: str
    basis: str
    text: str
    alternative: str


def standing(child: ChildFile, at: datetime) -> State:
    """Where a child stood at a moment, as far as acts go: a power that ended gives no column (D3)."""
    measure = measure_state(child, at)
    if measure is not None:
        return measure
    return landing(child, at) if child.state in MEASURE else child.state


def column(child: ChildFile, at: datetime) -> str:
    """The column of the matrix: from the state, and from what the orders confer (00-D).

    A partial suspension of authority confers only its topics, and an act names none: it reads the
    column of where the child stands outside the measure (L3).
    """
    state = standing(child, at)
    if state is State.PROVISIONAL_GUARDIANSHIP:
        measure = child.measure(at)
        order = next((o for o in child.orders if measure and o.id == measure.order), None)
        if order is not None and order.scope not in (None, "", "whole"):
            left = tuple(m for m in child.measures if m.order != order.id)
            return column(child.model_copy(update={"measures": left}), at)
    if state in RAAD:
        return "R"
    if state is State.PROVISIONAL_SUPERVISION and child.placement(at) is not None:
        return "M3"
    return "V2" if state in INTENSIVE else CODES[state]


def may(  # noqa: PLR0913 - what the answer depends on
    act_number: int,
    child: ChildFile,
    at: datetime,
    by: Actor,
    *,
    person: str | None = None,
    for_placement: bool = True,
) -> Verdict:
    """The answer for an act of the built catalogue.

    Raises:
        KeyError: the act is not built.
    """
    act = rules(at).acts[act_number]
    place = column(child, at)
    cell = act.cells.get(place, Cell.FORBIDDEN)
    verdict = _by_cell(act, cell, child, at, place)
    if cell is Cell.ALLOWED and act.number in TITLE_ACTS:
        verdict = _by_title(act, verdict, child, at, by)
    if act.number == DIRECTIVE and verdict.holds:
        verdict = _directive(act, verdict, child, at, person)
    if act.number == CONTACT and verdict.holds:
        verdict = _contact(act, verdict, child, at, person, for_placement=for_placement)
    if act.number == INQUIRY and verdict.holds and place == "M5" and _adolescent(child, at):
        verdict = _verdict(
            act,
            Answer.ALLOWED,
            "Medische gegevens van een jongere van 16 of ouder: alleen met de jongere zelf.",
            act.alternative,
            code="L14",
        )
    return verdict


def _adolescent(child: ChildFile, at: datetime) -> bool:
    return child.band(at) in (AgeBand.FROM_16, AgeBand.ADULT)


def _verdict(  # noqa: PLR0913 - an answer has this many parts
    act: Act,
    answer: Answer,
    text: str,
    alternative: str,
    *,
    holds: bool | None = None,
    code: str | None = None,
) -> Verdict:
    return Verdict(
        act=act.number,
        answer=answer,
        holds=answer is Answer.ALLOWED if holds is None else holds,
        rule=f"act-{act.number}" + (f"/{code}" if code else ""),
        basis=act.basis,
        text=text,
        alternative=alternative,
    )


def _by_cell(act: Act, cell: Cell, child: ChildFile, at: datetime, place: str) -> Verdict:
    where = DUTCH[standing(child, at)]
    if cell is Cell.ALLOWED:
        return _verdict(act, Answer.ALLOWED, f"Dit mag: {act.title}.", act.alternative)
    if cell is Cell.CONSENT:
        purpose = Purpose.SHARING if act.sharing else Purpose.HELP
        consents = child.consents_at(at)
        running = child.help.name if child.help else None
        if consents.complete_help(running) if purpose is Purpose.HELP else consents.complete(purpose):
            text = f"Dit mag met de toestemming die er is: {act.title}."
            return _verdict(act, Answer.CONSENT, text, act.alternative, holds=True)
        what = "om informatie te delen" if act.sharing else "voor deze hulp"
        text = f"Dit mag alleen met toestemming {what}. Die is niet compleet."
        return _verdict(act, Answer.CONSENT, text, act.alternative)
    if cell is Cell.COURT:
        text = f"Dit mag alleen na een beslissing van de rechter: {act.title}."
        return _verdict(act, Answer.COURT, text, act.alternative)
    if cell is Cell.ABSENT:
        states = ", ".join(sorted(c for c, v in act.cells.items() if v is Cell.ALLOWED)) or "geen"
        text = f"Bestaat hier niet ({where}). Wel in: {states}."
        return _verdict(act, Answer.FORBIDDEN, text, act.alternative, code="absent")
    text = f"Dit mag niet: {act.title}. De situatie is nu: {where} ({place})."
    return _verdict(act, Answer.FORBIDDEN, text, act.alternative)


def _by_title(act: Act, verdict: Verdict, child: ChildFile, at: datetime, by: Actor) -> Verdict:
    """Powers are for the GI that the judge named, for this child and this period (invariant 8)."""
    measure = child.measure(at)
    named = measure.gi if measure else None
    if measure and by.role is Role.GI and named is not None and by.organisation == named:
        return verdict
    text = "Deze bevoegdheid heeft alleen de GI die de rechter voor dit kind heeft genoemd."
    return _verdict(
        act,
        Answer.FORBIDDEN,
        text,
        "Vraag het de genoemde GI; of vraag toestemming (handeling 9).",
        code="title",
    )


def _directive(act: Act, verdict: Verdict, child: ChildFile, at: datetime, person: str | None) -> Verdict:
    """1:263: to a parent with authority, or to the minor; not to a parent without authority."""
    if person is None or person == child.id or person in child.consents_at(at).holders:
        return verdict
    text = "Een schriftelijke aanwijzing kan alleen aan een ouder met gezag of aan de minderjarige."
    return _verdict(act, Answer.FORBIDDEN, text, act.alternative, code="authority")


def _contact(  # noqa: PLR0913 - what the article names
    act: Act,
    verdict: Verdict,
    child: ChildFile,
    at: datetime,
    person: str | None,
    *,
    for_placement: bool,
) -> Verdict:
    """1:265f: a parent with authority, as far as the placement needs it, no earlier arrangement."""
    measure = child.measure(at)
    if measure is not None and measure.kind in (
        MeasureKind.GUARDIANSHIP,
        MeasureKind.TEMPORARY_GUARDIANSHIP,
        MeasureKind.PROVISIONAL_GUARDIANSHIP,
    ):
        return verdict
    if child.arrangement:
        text = "De rechter heeft al een omgangsregeling vastgesteld. De GI mag die niet wijzigen."
        return _verdict(act, Answer.COURT, text, "Vraag de kinderrechter (BW 1:265g).", code="265g")
    if not for_placement:
        text = "Het contact mag alleen worden beperkt als de uithuisplaatsing dat nodig maakt."
        return _verdict(act, Answer.COURT, text, "Vraag de kinderrechter (BW 1:265g).", code="265f")
    holders = child.consents_at(at).holders
    if person is not None and person not in holders:
        text = "Dit kan alleen bij een ouder met gezag."
        return _verdict(act, Answer.COURT, text, "Vraag de kinderrechter (BW 1:265g).", code="authority")
    return verdict


def recheck(before: ChildFile, after: ChildFile, since: datetime, until: datetime) -> list[Flag]:
    """Acts whose ground changed because a fact was recorded late (NX-13)."""
    if before.state is after.state:
        return []
    return [
        Flag(
            rule="NX-13",
            text=f"Handeling {act.act} van {act.at.isoformat()} (regel {act.seq}) is gedaan onder "
            f"'{DUTCH[before.state]}'. Toen gold al '{DUTCH[after.state]}'. Kijk deze na.",
            source="NX-13",
        )
        for act in before.acts
        if since <= act.at <= until
    ]
