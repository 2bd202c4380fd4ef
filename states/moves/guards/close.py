"""Guards on closing: the reason fits, a second reader looked, and nothing is left behind (00-C)."""

from __future__ import annotations

from states.context import Context
from states.facts import ChildFile, Residence
from states.moves.guards.base import get, reason
from states.moves.move import Move
from states.orders.order import OrderKind, power_start
from states.position import ClosedReason
from states.refusal import Reason
from states.terms.calendar import local_day


def second_reader_is_another(row: Move, context: Context) -> Reason | None:
    """A second pair of eyes is not one's own (TR-03)."""
    reader = get(context, "second_reader")
    if context.asking or not reader or reader != context.actor.id:
        return None
    return reason(
        row,
        "second_reader",
        "U kunt niet uw eigen tweede lezer zijn.",
        "domein TR-03",
        "Vraag een ander om mee te lezen (second_reader).",
    )


_CLOSE_REASONS: dict[str, tuple[ClosedReason, ...]] = {
    "TR-03": (ClosedReason.HELP_ENDED, ClosedReason.MEASURE_ENDED, ClosedReason.ANNULLED),
    "TR-11": (ClosedReason.GOALS_REACHED,),
}


_DENIES = (OrderKind.REFUSED, OrderKind.ANNULLED)


def _denied(child: ChildFile) -> bool:
    """Whether a refusal or an annulment brought the child where it is assessed now (C7; TR-45, TR-74)."""
    clock, landed = child.open_term("T44"), child.landed_at
    if clock is None or landed is None or clock.start != local_day(landed):
        return False
    denying = (o for o in child.orders if o.kind in _DENIES and not o.void)
    return any(local_day(power_start(o) or o.pronounced) == local_day(landed) for o in denying)


def reason_fits_close(row: Move, context: Context) -> Reason | None:
    """The reason for closing fits where the child stands (TR-03, TR-11)."""
    given = get(context, "closed_reason")
    if not isinstance(given, ClosedReason):
        return None
    allowed = _CLOSE_REASONS[row.id]
    ended = context.child.last_title_end
    clock = context.child.open_term("T44")
    recent = ended is not None and clock is not None and clock.start == local_day(ended)
    fits = {ClosedReason.MEASURE_ENDED: recent, ClosedReason.ANNULLED: _denied(context.child)}
    if given in allowed and fits.get(given, True):
        return None
    return reason(
        row,
        "closed_reason",
        f"De reden {given.value} past hier niet.",
        "domein TR-03, TR-11; 00-C",
        f"Kies {' of '.join(reason.value for reason in allowed)}; C3 alleen kort na een maatregel, "
        "C7 alleen kort nadat de rechter afwees of het hof vernietigde.",
        "NX-14",
    )


def nothing_pending(row: Move, context: Context) -> Reason | None:
    """No petition, planned measure, placed child or undelivered notice is left behind (00-C)."""
    child = context.child
    left = []
    if any(petition.open_at(context.at) for petition in child.petitions):
        left.append("er loopt nog een verzoek bij de rechter")
    if child.secured(context.at) is not None:
        left.append("er loopt een machtiging voor gesloten jeugdhulp")
    if child.residence is Residence.AWAY and child.is_minor(context.at):
        left.append("het kind woont nog niet thuis")
    if any(m.start > context.at and (m.until is None or m.start < m.until) for m in child.measures):
        left.append("een maatregel die de rechter heeft uitgesproken, gaat nog in")
    if child.suspended(context.at):
        left.append("wat de rechter besliste, is geschorst door hoger beroep en kan terugkomen")
    if child.notices:
        left.append(f"{len(child.notices)} kennisgeving(en) zijn nog niet gegeven")
    if not left:
        return None
    return reason(
        row,
        "pending",
        f"Afsluiten kan nog niet: {', '.join(left)}.",
        "00-C",
        "Rond dit eerst af. Kennisgevingen: deliver_notices. Terug naar huis: report_residence.",
    )
