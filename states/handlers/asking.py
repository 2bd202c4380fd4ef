"""Asking the judge for a measure, outside a measure (TR-25 to TR-28), and the burgemeester's letter."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.drafting import Drafting, NotAllowedError
from states.editions.book import rules
from states.facts import ChildFile, Petition, PetitionKind
from states.handlers.common import detail_of, known, moved_at, no_row, refuse, said_at
from states.moves.guards.petition import college_request_unanswered
from states.moves.needs import not_allowed_to
from states.people import Role
from states.position import MEASURE, State
from states.terms import term as terms
from states.terms.calendar import local_day
from states.work import asked


def ask_judge(draft: Drafting, command: c.PetitionCourt, child: ChildFile) -> None:
    """TR-25 (Raad), TR-26 (Raad, for the burgemeester), TR-27 (parent, carer), TR-28 (OM): asked is not granted.

    Raises:
        NotAllowedError: this person may not, cannot from here, or lacks something.
    """
    at = moved_at(draft, command, child)
    rows = [row for row in rules(at).moves if "petition" in row.triggers]
    mine = [row for row in rows if command.by.role in row.who]
    if not mine:
        who = (not_allowed_to(row, draft.context(child, at, command, command.by)) for row in rows)
        raise NotAllowedError(rows[0].id, [reason for reason in who if reason])
    if not any(child.state in row.sources for row in mine):
        remedy = (
            "De Raad vraagt de rechter na een onderzoek (raad_starts, raad_accepts). Anderen kunnen het als de "
            "Raad het niet doet; het Openbaar Ministerie altijd."
        )
        raise no_row(child, f"{mine[0].id}/from", remedy)
    draft.emit(child.id, filed(draft, command, child), at, rules=(mine[0].id,), detail=detail_of(command))
    row = draft.move(child.id, "petition", at, command=command)
    if row is None:
        raise no_row(
            child,
            f"{mine[0].id}/from",
            "De Raad doet eerst onderzoek (raad_starts, raad_accepts), of krijgt een brief van de burgemeester.",
        )


def filed(draft: Drafting, command: c.PetitionCourt, child: ChildFile) -> e.PetitionFiled:
    """The petition as a fact; when the Raad asks, its own track is over."""
    at = said_at(draft, command)
    raad = command.by.role is Role.RAAD
    return e.PetitionFiled(
        petition=Petition(
            id=draft.new_id(f"{child.id}/petition"),
            kind=command.kind,
            filed_on=local_day(at),
            by=command.by.role.value,
            gi=command.gi,
        ),
        raad_done=raad and command.kind is not PetitionKind.EXTENSION,
        tasks=asked.after_petition(child, command, command.by.role, lambda stem: draft.new_id(f"{child.id}/{stem}")),
    )


def burgemeester_asks(draft: Drafting, command: c.BurgemeesterAsks) -> None:
    """The burgemeester asks the Raad to put the case to the judge: two weeks from the date of the letter (T14)."""
    child = known(draft, command)
    at = said_at(draft, command)
    if command.by.role not in (Role.BURGEMEESTER, Role.COLLEGE, Role.RAAD):
        raise refuse(
            "T14/who",
            "Dit verzoek doet de burgemeester.",
            "BW 1:255 lid 3",
            "Vraag het college om dit aan de burgemeester voor te leggen.",
        )
    dated = command.dated
    if not command.letter or dated is None or dated > local_day(at):
        raise refuse(
            "T14/letter",
            "Nodig: de brief van de burgemeester, met de dagtekening.",
            "BW 1:255 lid 3",
            "Vul de brief (letter) en de dagtekening (dated) in; die ligt niet in de toekomst.",
        )
    open_ = child.state not in (*MEASURE, State.CLOSED, State.NONE)
    if not open_ or not child.is_minor(at) or not college_request_unanswered(child) or child.burgemeester is not None:
        raise refuse(
            "T14/raad",
            "Dit kan alleen als de Raad een onderzoek dat het college vroeg, heeft beëindigd zonder verzoek "
            "aan de rechter, en er nog geen brief ligt.",
            "BW 1:255 lid 3",
            "Het college kan de Raad om onderzoek vragen (request_investigation). Bij acuut gevaar: Veilig Thuis.",
        )
    opens = terms.running("T14", draft.new_id(f"{child.id}/T14"), dated, "dagtekening van de brief")
    event = e.BurgemeesterAsked(dated=dated, opens=(opens,))
    draft.emit(child.id, event, at, rules=("T14",), detail=detail_of(command))
