"""May this act be done for this child, now, by this person? One function answers (invariant 7).

The catalogue is closed: an act that is not in it cannot be registered. Answers: allowed, only with
consent, only with a court decision, forbidden; always with a rule, a basis and what may be done
instead.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from datetime import datetime

from states.acts.act import Act, Cell, Topic
from states.acts.conditions import CONDITIONS
from states.acts.conditions.base import Answer, Asked, Finding
from states.acts.scene import Scene
from states.acts.standing import Standing, column, standing, topics
from states.acts.yes import agreed
from states.commands import RegisterAct
from states.editions.book import rules
from states.editions.edition import Edition
from states.facts import ChildFile
from states.moves.needs import ROLE_NAMES
from states.people import Actor, Role
from states.position import DUTCH
from states.refusal import Reason
from states.tracks.running import Running

__all__ = ["Answer", "Verdict", "column", "may", "standing"]

_SECURE = "secure_placement"
"""Whether this decision still counts, the overlay says: it runs off after its ground fell away (T30)."""
_WORDS = {Cell.ALLOWED: Answer.ALLOWED, Cell.CONSENT: Answer.CONSENT, Cell.COURT: Answer.COURT}


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer with its reasons.

    ``holds``: the act may be registered as it stands; while somebody only asks, once the sender adds
    what ``needs`` lists.
    """

    act: int
    answer: Answer
    holds: bool
    rule: str
    basis: str
    text: str
    alternative: str
    needs: tuple[Reason, ...] = ()


def may(  # noqa: PLR0913 - what the answer depends on
    number: int,
    child: ChildFile,
    at: datetime,
    by: Actor,
    said: RegisterAct | None = None,
    *,
    scene: Scene | None = None,
) -> Verdict:
    """The answer for an act, for one child at a moment (UTC), by somebody.

    ``said`` is what the sender tells about the act; without it the answer is what could be. ``scene``
    is this very child at this moment, for whoever asks many questions about it.

    Raises:
        KeyError: the act is not in the catalogue.
    """
    edition = rules(at)
    act = edition.acts[number]
    scene = scene or Scene(child, at)
    where = _where(act, scene.standing, said)
    asked = Asked(act, scene, by, where, said)
    stopped = _forbidden_by(asked, edition)
    if stopped is not None:
        return _stopped(asked, stopped)
    cell = act.cells[where.column]
    if cell in (Cell.FORBIDDEN, Cell.ABSENT):
        return _forbidden(asked, cell)
    refused = _who(asked) or _title(asked, cell)
    if refused is not None:
        return refused
    verdict = _by_cell(asked, cell)
    for name, columns in act.conditions:
        if where.column in columns:
            verdict = _with(verdict, asked, CONDITIONS[name](asked))
            if not verdict.holds and verdict.rule != f"act-{number}":
                return verdict
    return verdict


def _forbidden_by(asked: Asked, edition: Edition) -> Running | None:
    """The procedure that forbids an act, or ``None`` (NX-16)."""
    act = asked.act.number
    if act not in edition.forbidden:
        return None
    return next((running for running in asked.scene.running if act in running.track.forbids), None)


def _stopped(asked: Asked, running: Running) -> Verdict:
    """An act that a procedure forbids: nobody attaches conditions to an adjournment (NX-16)."""
    text = f"Dit mag niet: {asked.act.title}. Er loopt: {running.title}. {running.track.effect.capitalize()}."
    return _verdict(asked, Answer.FORBIDDEN, text, code=running.track.forbids[asked.act.number])


def _where(act: Act, place: Standing, said: RegisterAct | None) -> Standing:
    """The standing that counts for an act: under a partial guardianship only its topics do (L3)."""
    if place.outside is None:
        return place
    if act.cells[place.column] is Cell.ELSEWHERE:
        return place.outside
    about = act.topics
    if act.topical:
        about = frozenset({Topic(said.topic)} if said is not None and said.topic else ())
    elif act.topics and said is not None and said.topic:
        about = act.topics & {Topic(said.topic)}
    covered = about <= place.scope if act.topical and about else bool(about & place.scope)
    return place if covered or not (act.topics or act.topical) else place.outside


def _verdict(  # noqa: PLR0913 - an answer has this many parts
    asked: Asked,
    answer: Answer,
    text: str,
    *,
    holds: bool = False,
    code: str | None = None,
    alternative: str | None = None,
) -> Verdict:
    act = asked.act
    article = asked.conferred.article if act.power and asked.conferred is not None else None
    return Verdict(
        act=act.number,
        answer=answer,
        holds=holds,
        rule=f"act-{act.number}" + (f"/{code}" if code else ""),
        basis=article or act.basis,
        text=text,
        alternative=alternative or act.alternative,
    )


def _forbidden(asked: Asked, cell: Cell) -> Verdict:
    """An X or a "–": refused, unless a named exception of the row lifts the X."""
    act, where = asked.act, DUTCH[asked.where.state]
    if cell is Cell.ABSENT:
        places = ", ".join(c for c, v in act.cells.items() if v in _WORDS) or "geen"
        return _verdict(asked, Answer.FORBIDDEN, f"Bestaat hier niet ({where}). Wel in: {places}.", code="absent")
    for name, columns in act.exceptions:
        if asked.where.column in columns and asked.said is not None:
            found = CONDITIONS[name](asked)
            if found is None:
                text = f"Dit mag, omdat er een grond voor is: {act.title}."
                return _verdict(asked, Answer.ALLOWED, text, holds=True, code=name)
            ways_on = f"{found.remedy} {act.alternative}"
            return _verdict(asked, Answer.FORBIDDEN, found.text, code=found.code, alternative=ways_on)
    text = f"Dit mag niet: {act.title}. De situatie is nu: {where} ({asked.where.column})."
    return _verdict(asked, Answer.FORBIDDEN, text)


def _who(asked: Asked) -> Verdict | None:
    """Who may do an act at all; of a power only the GI of the title is looked at."""
    act, role = asked.act, asked.by.role
    if role in act.who or act.power:
        return None
    text = f"Dit mag niet door {ROLE_NAMES[role]}."
    return _verdict(asked, Answer.FORBIDDEN, text, code="who", alternative=f"Dit kan alleen door: {_names(act.who)}.")


@functools.lru_cache(maxsize=256)
def _names(roles: frozenset[Role]) -> str:
    """These roles, to read."""
    return ", ".join(ROLE_NAMES[role] for role in Role if role in roles)


def _title(asked: Asked, cell: Cell) -> Verdict | None:
    """A power is for the GI that the order in force names, and only what that order confers."""
    if not asked.act.power or asked.where.measure is None:
        return None
    if asked.by_named_gi and (asked.conferred is not None or cell is Cell.COURT):
        return None
    return _verdict(
        asked,
        Answer.FORBIDDEN,
        "Deze bevoegdheid heeft alleen de GI die de rechter voor dit kind heeft genoemd.",
        code="title",
        alternative="Vraag het de genoemde GI; of vraag toestemming (handeling 9).",
    )


def _by_cell(asked: Asked, cell: Cell) -> Verdict:
    act = asked.act
    if cell is Cell.ALLOWED:
        return _verdict(asked, Answer.ALLOWED, f"Dit mag: {act.title}.", holds=True)
    if _decided(asked):
        text = f"Dit mag door de beslissing van de rechter: {act.title}."
        return _verdict(asked, Answer.COURT, text, holds=True, code="decided")
    if cell is Cell.COURT:
        text = f"Dit mag alleen na een beslissing van de rechter: {act.title}."
        return _verdict(asked, Answer.COURT, text)
    missing = agreed(asked)
    if missing is None:
        text = f"Dit mag met de toestemming die er is: {act.title}."
        return _verdict(asked, Answer.CONSENT, text, holds=True)
    return _verdict(asked, Answer.CONSENT, f"Dit mag alleen met toestemming. {missing}")


def _decided(asked: Asked) -> bool:
    """Whether the decision of a court on which the act can rest is there, and still counts."""
    act = asked.act
    if _SECURE in act.decided and asked.child.secured(asked.at) is not None:
        return True
    about = act.topics
    if asked.said is not None and asked.said.topic:
        about = about & {Topic(asked.said.topic)}
    return any(
        order.kind.value != "partial_authority" or not act.topics or bool(about & topics(order.scope))
        for order in asked.decisions(*(kind for kind in act.decided if kind != _SECURE))
    )


def _with(verdict: Verdict, asked: Asked, found: Finding | None) -> Verdict:
    """The answer after a condition looked."""
    if found is None:
        return verdict
    rule = f"act-{asked.act.number}/{found.code}"
    if found.note:
        return replace(verdict, rule=rule, text=found.text) if verdict.holds else verdict
    if found.lifted and _decided(asked):
        return replace(verdict, answer=Answer.COURT, rule=f"act-{asked.act.number}/decided")
    if found.supply:
        reason = Reason(rule=rule, text=found.text, source=verdict.basis, remedy=found.remedy, supply=True)
        if asked.said is None:
            return replace(verdict, needs=(*verdict.needs, reason))
        if not verdict.holds:
            return replace(verdict, needs=(*verdict.needs, reason))
    return replace(
        verdict,
        answer=found.answer or verdict.answer,
        holds=False,
        rule=rule,
        text=found.text,
        alternative=found.remedy,
    )
