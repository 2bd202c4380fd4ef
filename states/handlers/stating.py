"""Statements and goals: entered once, and called by a key afterwards (R-55, R-57, R-66)."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.consents.consent import Purpose
from states.drafting import Drafting, NotAllowedError
from states.editions.book import rules
from states.facts import ChildFile
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.handlers.work import day_of
from states.people import PRIVATE, PROFESSIONALS, Role
from states.terms.calendar import local_day
from states.work.goal import TAKES, Goal
from states.work.statement import KINDS, Reuse, ReuseGround, Statement

_SOURCE = "Jw 3.3; R-55, R-57"


def mark_statement(draft: Drafting, command: c.MarkStatement) -> None:
    """A statement with its kind, source and day; the same key twice is refused: it is entered once."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    id_ = _id(child, "statement", command.key)
    if any(one.id == id_ for one in child.work.statements):
        raise refuse(
            "R-57/once",
            f"Er is al een uitspraak met de naam {command.key}. Een uitspraak staat één keer in het dossier.",
            _SOURCE,
            "Verwijs naar die uitspraak (reuse_statement, statements), of kies een andere naam (key).",
        )
    for field, what in (("statement", "de woorden"), ("source", "van wie of waaruit u dit weet")):
        if not getattr(command, field).strip():
            raise refuse(
                f"R-55/{field}",
                f"Nodig bij een {KINDS[command.kind]}: {what}.",
                _SOURCE,
                f"Vul in ({field}): {what}.",
            )
    day = day_of(draft, command.on, local_day(at))
    told = Statement(id=id_, kind=command.kind, on=day, organisation=command.by.organisation)
    draft.emit(child.id, e.StatementChanged(statement=told), at, rules=("R-55",), detail=detail_of(command))


def reply_to_statement(draft: Drafting, command: c.ReplyToStatement) -> None:
    """What the family says to it: somebody of the family itself, or a worker who writes it down."""
    child = known(draft, command)
    at = said_at(draft, command)
    told = _statement(child, command.key)
    family = command.by.role in PRIVATE
    person = command.by.id if family else command.person
    if person is None or (family and command.person not in {None, command.by.id}) or not command.reply.strip():
        raise refuse(
            "R-55/reply",
            "Nodig: wie van het gezin reageert, en met welke woorden. Iemand reageert alleen voor zichzelf.",
            f"{_SOURCE}; Jw 7.3.8 lid 2",
            "Vul in wie (person) en wat die persoon zegt (reply).",
        )
    said = told.model_copy(update={"replied": tuple(dict.fromkeys((*told.replied, person)))})
    draft.emit(child.id, e.StatementChanged(statement=said), at, rules=("R-55",), detail=detail_of(command))


def reuse_statement(draft: Drafting, command: c.ReuseStatement) -> None:
    """Another organisation refers to it, in place of asking again; on a ground, with the article or the consent."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    told = _statement(child, command.key)
    organisation = command.by.organisation
    if organisation is None or not command.basis.strip():
        raise refuse(
            "R-57/basis",
            "Nodig: welke organisatie dit gebruikt, en op grond van welk artikel of welke toestemming.",
            _SOURCE,
            "Vul in welk artikel, of wie wanneer toestemming gaf (basis).",
        )
    if command.ground is ReuseGround.CARRYING_OUT and not _holds(child, command, at):
        raise refuse(
            "R-57/carrying-out",
            "Deze grond geldt alleen voor de GI die een maatregel uitvoert. Die is er hier niet.",
            "Jw 7.3.11 lid 4",
            "Vraag toestemming om informatie te delen (give_consent, sharing), en kies die grond (consent).",
        )
    if command.ground is ReuseGround.CONSENT and not _shared(child, command, at):
        raise refuse(
            "R-57/consent",
            "Er is geen volledige toestemming om informatie te delen met deze organisatie.",
            "Jw 7.3.11 lid 1",
            "Vraag die toestemming eerst (give_consent, sharing, receiver), of kies een andere grond.",
        )
    used = Reuse(organisation=organisation, ground=command.ground, on=local_day(at))
    said = told.model_copy(update={"reuses": (*told.reuses, used)})
    draft.emit(child.id, e.StatementChanged(statement=said), at, rules=("R-57",), detail=detail_of(command))


def _holds(child: ChildFile, command: c.ReuseStatement, at: datetime) -> bool:
    """Whether the sender is the GI that carries out a measure of this child now."""
    gi = command.by.role is Role.GI
    return gi and any(measure.gi == command.by.organisation for measure in child.measures_at(at))


def _shared(child: ChildFile, command: c.ReuseStatement, at: datetime) -> bool:
    """Whether everybody whom the law asks agreed to share with this organisation, whatever the aim."""
    receiver = (command.by.organisation or "").replace(" ", "-")
    names = {x.help for x in child.consents if x.purpose is Purpose.SHARING and x.help.split("/")[1:2] == [receiver]}
    return any(child.consents_at(at).complete(Purpose.SHARING, name) for name in names)


def set_goal(draft: Drafting, command: c.SetGoal) -> None:
    """A goal with an owner and a day."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    id_ = _id(child, "goal", command.key)
    owner = command.worker or command.by
    lacks: list[tuple[bool, str, str]] = [
        (any(goal.id == id_ for goal in child.work.goals), "key", "een naam die nog geen doel heeft"),
        (not command.goal.strip(), "goal", "het doel, in gewone woorden"),
        (command.by_day is None or command.by_day < local_day(at), "by_day", "voor welke dag, niet in het verleden"),
        (owner.role not in PROFESSIONALS, "worker", "welke medewerker eigenaar is van het doel"),
        (command.act is not None and command.act not in rules(at).acts, "act", "een handeling uit de lijst"),
    ]
    for missing, field, what in lacks:
        if missing:
            raise _goal_lacks(field, what)
    goal = Goal(
        id=id_,
        kind=command.kind,
        act=command.act or TAKES[command.kind],
        owner=owner,
        due=command.by_day or local_day(at),
        set_at=at,
    )
    draft.emit(child.id, e.GoalChanged(goal=goal), at, rules=("R-66",), detail=detail_of(command))


def _goal_lacks(field: str, what: str) -> NotAllowedError:
    return refuse(f"R-66/{field}", f"Nodig: {what}.", "kamerbrief 23-3-2020 (S53); R-66", f"Vul in ({field}): {what}.")


def goal_reached(draft: Drafting, command: c.GoalReached) -> None:
    """A goal is reached, or let go with a reason."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    id_ = _id(child, "goal", command.key)
    goal = next((one for one in child.work.goals if one.id == id_ and one.ended is None), None)
    if goal is None:
        raise refuse(
            "R-66/open",
            f"Er is geen open doel met de naam {command.key}.",
            "R-66",
            "Kijk welke doelen er zijn (case show), en vul die naam in (key).",
        )
    if command.let_go and not command.reason.strip():
        raise _goal_lacks("reason", "waarom dit doel niet meer past")
    day = day_of(draft, command.on, local_day(at))
    over = goal.model_copy(update={"ended": day, "reached": not command.let_go})
    draft.emit(child.id, e.GoalChanged(goal=over), at, rules=("R-66",), detail=detail_of(command))


def referred(child: ChildFile, keys: tuple[str, ...]) -> None:
    """A request or petition refers to statements that are in the file, each by its key."""
    for key in keys:
        _statement(child, key)


def _id(child: ChildFile, what: str, key: str) -> str:
    return f"{child.id}/{what}/{key}"


def _statement(child: ChildFile, key: str) -> Statement:
    """A statement by its key.

    Raises:
        NotAllowedError: nothing in the file has that name.
    """
    id_ = _id(child, "statement", key)
    told = next((one for one in child.work.statements if one.id == id_), None)
    if told is None:
        raise refuse(
            "R-57/unknown",
            f"Er is geen uitspraak met de naam {key} in dit dossier.",
            _SOURCE,
            "Leg de uitspraak eerst vast (mark_statement), of kijk naar de naam (case show).",
        )
    return told
