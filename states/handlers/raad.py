"""Commands to and from the Raad voor de Kinderbescherming, and petitions to the court."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.drafting import Drafting, NotAllowedError
from states.editions.book import rules
from states.facts import ChildFile, PetitionKind, RaadEnd, RaadStage
from states.handlers.asking import ask_judge, filed
from states.handlers.common import detail_of, known, moved_at, no_row, refuse, said_at
from states.handlers.petitioning import BESIDE, ask_beside
from states.handlers.stating import referred
from states.handlers.voluntary import report
from states.moves.guards.petition import caretaker_for_a_year, raad_will_not_ask
from states.moves.landing import landing, landing_facts
from states.moves.needs import not_allowed_to
from states.orders.powers.guardian import kept_alive
from states.people import Role
from states.position import MEASURE, State


def request_investigation(draft: Drafting, command: c.RequestInvestigation) -> None:
    """TR-20."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    referred(child, command.statements)
    row = draft.move(
        child.id,
        "request_investigation",
        at,
        command=command,
        detail=detail_of(command),
        raad=RaadStage.REQUESTED,
        requester=command.by.role,
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
        remedy = "De Raad start na een verzoek (request_investigation), of uit eigen beweging (raad_starts)."
        raise no_row(child, "TR-22/from", remedy)


def start(draft: Drafting, command: c.RaadStarts) -> None:
    """TR-21; a child that nobody knew comes into the case by the notice of the Raad (TR-01)."""
    known_before = draft.case.children.get(command.child)
    if command.opening is not None and (known_before is None or known_before.state is State.NONE):
        first = c.Report(
            id=command.id, child=command.child, by=command.by, opening=command.opening, report=command.notice
        )
        report(draft, first)
    child = known(draft, command)
    if child.state in MEASURE:
        _beside_measure(draft, command, child, RaadStage.INVESTIGATING)
        return
    at = moved_at(draft, command, child)
    row = draft.move(
        child.id, "raad_starts", at, command=command, detail=detail_of(command), raad=RaadStage.INVESTIGATING
    )
    if row is None:
        remedy = "Na een verzoek: raad_accepts. Een afgesloten dossier: eerst opnieuw melden (report)."
        raise no_row(child, "TR-21/from", remedy)


def withdraw_request(draft: Drafting, command: c.WithdrawRequest) -> None:
    """TR-30: landing, never intensive help by itself."""
    _leave(draft, command, "withdraw_request", "TR-30/from")


def _beside_measure(
    draft: Drafting, command: c.Base, child: ChildFile, stage: RaadStage | None, end: RaadEnd | None = None
) -> None:
    row = rules(draft.now).rows.get("TR-22")
    if row is None:
        raise no_row(child, "TR-22", "Leg vast wat de Raad doet als notitie (note).")
    reason = not_allowed_to(row, draft.context(child, draft.now, None, command.by))
    if reason is not None:
        raise NotAllowedError("TR-22", [reason])
    event = e.RaadChanged(stage=stage, end=end)
    draft.emit(child.id, event, said_at(draft, command), rules=("P1",), detail=detail_of(command))


def decline(draft: Drafting, command: c.RaadDeclines) -> None:
    """TR-23: landing, never intensive help by itself; during a measure a fact beside the state."""
    child = known(draft, command)
    if child.state in MEASURE and child.raad is not None:
        _beside_measure(draft, command, child, None, RaadEnd.DECLINED)
        return
    _leave(draft, command, "raad_declines", "TR-23/from", RaadEnd.DECLINED)


def close(draft: Drafting, command: c.RaadCloses) -> None:
    """TR-24: landing, never intensive help by itself."""
    child = known(draft, command)
    if child.state in MEASURE and child.raad is not None:
        _beside_measure(draft, command, child, None, RaadEnd.NO_PETITION)
        return
    _leave(draft, command, "raad_closes", "TR-24/from", RaadEnd.NO_PETITION)


def _leave(draft: Drafting, command: c.Base, trigger: str, rule: str, end: RaadEnd | None = None) -> None:
    child = known(draft, command)
    at = moved_at(draft, command, child)
    target = landing(child.model_copy(update={"raad": None}), at)
    facts = landing_facts(child, target, at)
    facts["raad_end"] = end
    row = draft.move(child.id, trigger, at, command=command, goal=target, detail=detail_of(command), **facts)
    if row is None:
        raise no_row(child, rule, "Kijk welke stap nu wel kan (case may).")


def petition(draft: Drafting, command: c.PetitionCourt) -> None:
    """TR-25 to TR-28; during a measure a fact beside the state (P2, P11). Asked is never granted."""
    child = known(draft, command)
    referred(child, command.statements)
    event = filed(draft, command, child)
    if command.kind in BESIDE:
        ask_beside(draft, command, child, event)
        return
    if child.state in MEASURE:
        _petition_beside(draft, command, child, event)
        return
    ask_judge(draft, command, child)


_MAY_PETITION = {
    PetitionKind.MEASURE: (Role.RAAD, Role.OM),
    PetitionKind.EXTENSION: (Role.GI, Role.RAAD, Role.PARENT, Role.CARETAKER, Role.PROVIDER, Role.OM),
    PetitionKind.SUSPENSION: (Role.RAAD, Role.OM),
    PetitionKind.TERMINATION: (Role.RAAD, Role.OM),
    PetitionKind.PROVISION: (Role.RAAD, Role.GI, Role.PARENT, Role.PROVIDER),
}


def _petition_beside(draft: Drafting, command: c.PetitionCourt, child: ChildFile, event: e.PetitionFiled) -> None:
    """A petition during a measure; only the one that belongs to its ground keeps M4 alive (T15, L6)."""
    at = said_at(draft, command)
    track = "P2" if command.kind is PetitionKind.EXTENSION else "P11"
    carer = command.kind is PetitionKind.TERMINATION and command.by.role is Role.CARETAKER
    if carer:
        _check_carer(draft, command, child, at)
    if not carer and command.by.role not in _MAY_PETITION[command.kind]:
        raise refuse(
            f"{track}/who",
            "Deze partij kan dit verzoek niet doen.",
            "BW 1:255 lid 2, 1:260 lid 2, 1:267",
            "De Raad of het Openbaar Ministerie vraagt een nieuwe maatregel; wie het kind een jaar verzorgt kan het "
            "einde van het gezag vragen als de Raad dat niet doet; verlenging vraagt de GI, en als die het "
            "niet doet de Raad, een ouder, de verzorger of het Openbaar Ministerie.",
        )
    if not command.petition:
        raise refuse(
            f"{track}/petition",
            "Nodig: het verzoekschrift.",
            "BW 1:255 lid 2, 1:260",
            "Vul het kenmerk van het verzoekschrift in (petition).",
        )
    draft.emit(child.id, event, at, rules=(track,), detail=detail_of(command))
    kept = kept_alive(child, command.kind, at)
    if kept:
        draft.emit(child.id, e.PowersChanged(measures=kept), at, rules=("T15",))


def _check_carer(draft: Drafting, command: c.PetitionCourt, child: ChildFile, at: datetime) -> None:
    """Who cares for a child for a year asks the end of authority when the Raad does not, also now (1:267 lid 1)."""
    row = rules(at).rows.get("TR-27")
    if row is None:
        raise no_row(child, "TR-27", "Vraag de Raad om een onderzoek (request_investigation).")
    context = draft.context(child, at, command, command.by)
    found = [why for guard in (raad_will_not_ask, caretaker_for_a_year) if (why := guard(row, context)) is not None]
    if found:
        raise NotAllowedError("P11", found)
