"""Commands to and from the Raad voor de Kinderbescherming, and petitions to the court."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.calendar import local_day
from states.drafting import Drafting, NotAllowedError
from states.facts import ChildFile, Petition, PetitionKind, RaadStage
from states.handlers.common import detail_of, known, moved_at, no_row, not_built, refuse, said_at
from states.landing import landing, landing_facts
from states.moves import BY_ID
from states.needs import missing_needs, not_allowed_to
from states.order import MeasureKind
from states.people import Role
from states.position import MEASURE, RAAD, VOLUNTARY, State
from states.strain import majority_of


def request_investigation(draft: Drafting, command: c.RequestInvestigation) -> None:
    """TR-20."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    row = draft.move(
        child.id,
        "request_investigation",
        at,
        command=command,
        detail=detail_of(command),
        raad=RaadStage.REQUESTED,
    )
    if row is None:
        remedy = "Er loopt al een onderzoek of maatregel, of het kind is niet in beeld (report)."
        raise no_row(child, "TR-20/from", remedy)


def accept(draft: Drafting, command: c.RaadAccepts) -> None:
    """TR-22; during a measure it is a fact beside the state (P1)."""
    child = known(draft, command)
    if child.state in MEASURE:
        _beside_measure(draft, command, child, RaadStage.INVESTIGATING)
        return
    at = moved_at(draft, command, child)
    row = draft.move(
        child.id,
        "raad_accepts",
        at,
        command=command,
        detail=detail_of(command),
        raad=RaadStage.INVESTIGATING,
    )
    if row is None:
        if child.state in VOLUNTARY and command.by.role is Role.RAAD:
            raise not_built("TR-21", "TR-22/from")
        remedy = "De Raad start na een verzoek (request_investigation)."
        raise no_row(child, "TR-22/from", remedy)


def _beside_measure(draft: Drafting, command: c.Base, child: ChildFile, stage: RaadStage | None) -> None:
    if command.by.role is not Role.RAAD:
        reason = not_allowed_to(BY_ID["TR-22"], draft.context(child, draft.now, None, command.by))
        raise NotAllowedError("TR-22", [reason] if reason else [])
    event = e.RaadChanged(stage=stage)
    draft.emit(child.id, event, said_at(draft, command), rules=("P1",), detail=detail_of(command))


def decline(draft: Drafting, command: c.RaadDeclines) -> None:
    """TR-23: landing, never intensive help by itself; during a measure a fact beside the state."""
    child = known(draft, command)
    if child.state in MEASURE and child.raad is not None:
        _beside_measure(draft, command, child, None)
        return
    _leave(draft, command, "raad_declines", "TR-23/from")


def close(draft: Drafting, command: c.RaadCloses) -> None:
    """TR-24: landing, never intensive help by itself."""
    child = known(draft, command)
    if child.state in MEASURE and child.raad is not None:
        _beside_measure(draft, command, child, None)
        return
    _leave(draft, command, "raad_closes", "TR-24/from")


def _leave(draft: Drafting, command: c.Base, trigger: str, rule: str) -> None:
    child = known(draft, command)
    at = moved_at(draft, command, child)
    target = landing(child.model_copy(update={"raad": None}), at)
    row = draft.move(
        child.id,
        trigger,
        at,
        command=command,
        goal=target,
        detail=detail_of(command),
        **landing_facts(child, target, at),
    )
    if row is None:
        raise no_row(child, rule, "Kijk welke stap nu wel kan (case may).")


def petition(draft: Drafting, command: c.PetitionCourt) -> None:
    """TR-25; during a measure a fact beside the state (P2, P11). Asked is never granted."""
    child = known(draft, command)
    at = said_at(draft, command)
    filed = Petition(
        id=draft.new_id(f"{child.id}/petition"),
        kind=command.kind,
        filed_on=local_day(at),
        by=command.by.role.value,
        gi=command.gi,
    )
    done = command.kind is not PetitionKind.EXTENSION and command.by.role is Role.RAAD
    event = e.PetitionFiled(petition=filed, raad_done=done)
    if child.state in MEASURE:
        _petition_beside(draft, command, child, event)
        return
    if command.by.role is Role.PARENT and command.kind is not PetitionKind.EXTENSION:
        raise not_built("TR-27", "TR-25/who")
    if child.state not in RAAD:
        remedy = "Vraag eerst onderzoek aan de Raad (request_investigation)."
        raise no_row(child, "TR-25/from", remedy)
    if child.state is not State.INVESTIGATING:
        remedy = "De Raad vraagt de rechter na een onderzoek (raad_accepts)."
        raise no_row(child, "TR-25/from", remedy)
    at = moved_at(draft, command, child)
    context = draft.context(child, at, command, command.by)
    row = BY_ID["TR-25"]
    who = not_allowed_to(row, context)
    reasons = [*([who] if who else []), *missing_needs(row, context)]
    if reasons:
        raise NotAllowedError("TR-25", reasons)
    draft.emit(child.id, event, at, rules=("TR-25",), detail=detail_of(command))
    draft.move(child.id, "petition", at, command=command)


_MAY_PETITION = {
    PetitionKind.MEASURE: (Role.RAAD,),
    PetitionKind.EXTENSION: (Role.GI, Role.RAAD, Role.PARENT, Role.PROVIDER),
    PetitionKind.TERMINATION: (Role.RAAD,),
}


def _petition_beside(draft: Drafting, command: c.PetitionCourt, child: ChildFile, event: e.PetitionFiled) -> None:
    """A petition during a measure; only one to end authority keeps M4 alive (T15, L6)."""
    at = said_at(draft, command)
    track = "P2" if command.kind is PetitionKind.EXTENSION else "P11"
    if command.by.role not in _MAY_PETITION[command.kind]:
        raise refuse(
            f"{track}/who",
            "Deze partij kan dit verzoek niet doen.",
            "BW 1:255 lid 2, 1:260 lid 2, 1:267",
            "De Raad vraagt een nieuwe maatregel; de GI of de Raad vraagt verlenging.",
        )
    if not command.petition:
        raise refuse(
            f"{track}/petition",
            "Nodig: het verzoekschrift.",
            "BW 1:255 lid 2, 1:260",
            "Vul het kenmerk van het verzoekschrift in (petition).",
        )
    draft.emit(child.id, event, at, rules=(track,), detail=detail_of(command))
    measure = child.measure(at)
    kept = measure is not None and measure.kind is MeasureKind.PROVISIONAL_GUARDIANSHIP
    if measure is not None and kept and command.kind is PetitionKind.TERMINATION:
        open_ended = measure.model_copy(update={"end": majority_of(child)})
        draft.emit(child.id, e.PowersChanged(measures=(open_ended,)), at, rules=("T15",))
