"""What a reader needs, and that a sheet of rights was given and explained (R-14, R-47; Jw 7.3.2)."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.drafting import Drafting, NotAllowedError
from states.editions.book import rules
from states.handlers import sheets
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.notices import address_in
from states.position import State
from states.rights.explained import DUTCH_LANGUAGE, Explained, ReaderNeeds


def know_reader(draft: Drafting, command: c.KnowReader) -> None:
    """Record what somebody needs to understand a sheet."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    foreign = command.language.strip().casefold() not in {"", DUTCH_LANGUAGE.casefold()}
    needs = ReaderNeeds(
        person=command.person,
        language=command.language.strip() or DUTCH_LANGUAGE,
        interpreter=command.needs_interpreter or foreign,
        easy=command.easy or command.lvb,
    )
    draft.emit(child.id, e.ReaderKnown(needs=needs), at, rules=("R-47",), detail=detail_of(command))


def explain_rights(draft: Drafting, command: c.ExplainRights) -> None:
    """Record that the sheet was explained; refused when a needed interpreter was not there and nobody says why."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    sheets.not_under_12(child, command.person, at)
    sheets.asks_interpreter(child, (command.person,), command.interpreter, command.no_interpreter_because)
    done = Explained(
        person=command.person,
        state=child.state,
        at=at,
        edition=rules(at).id,
        language=command.language.strip() or DUTCH_LANGUAGE,
        interpreter=bool(command.interpreter.strip()),
        easy=command.easy,
    )
    came = sheets.interpreted(draft, child, (command.person,), command.by.role, there=done.interpreter)
    event = e.RightsExplained(explained=done, tasks=came.tasks, tasks_done=came.tasks_done, flags=came.flags)
    draft.emit(child.id, event, at, rules=("R-14",), detail=detail_of(command) | _by(command))


def _by(command: c.ExplainRights) -> dict[str, str]:
    """Who explained it: the sender, unless somebody else is named."""
    return {"explained_by": command.explained_by or command.by.id}


def give_sheet(draft: Drafting, command: c.GiveSheet) -> None:
    """One reader got the sheet of a state, or it is said why not; nothing here names an address."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    sheets.not_under_12(child, command.person, at)
    reached = bool(command.how.strip())
    if child.state in (State.NONE, State.CLOSED) or not (reached or command.not_given_because.strip()):
        raise refuse(
            "R-14/how",
            "Niet bekend is hoe het rechtenblad is gegeven, of voor deze situatie is er geen blad.",
            "R-14; Jw 7.3.2",
            "Vul in hoe (how), of waarom niet (not_given_because). Een blad is er zolang het dossier open is.",
        )
    no_address(command.how, command.not_given_because)
    there = bool(command.interpreter.strip())
    came = sheets.Interpreted()
    if reached:
        sheets.asks_interpreter(child, (command.person,), command.interpreter, command.no_interpreter_because)
        came = sheets.interpreted(draft, child, (command.person,), command.by.role, there=there)
    facts = sheets.given((command.person,), child.state, at, reached=reached, there=there)
    event = e.SheetsGiven(sheets=facts, tasks=came.tasks, tasks_done=came.tasks_done, flags=came.flags)
    detail = detail_of(command) | {"given_by": command.given_by or command.by.id}
    draft.emit(child.id, event, at, rules=("R-14",), detail=detail)


def no_address(*texts: str) -> None:
    """What is said about how something was given names no address.

    Raises:
        NotAllowedError: it holds what looks like one.
    """
    found = address_in(*texts)
    if found is not None:
        raise NotAllowedError("R-14", [found])
