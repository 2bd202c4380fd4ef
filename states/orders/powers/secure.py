"""What an order does to secure youth help (overlay G): begin it, or keep it after a hearing (Jw 6.1)."""

from __future__ import annotations

from states.facts import ChildFile, PetitionKind
from states.orders.order import Order, SecureKind, capped, lapse_unheard, power_start, unheard
from states.orders.powers.base import REPAIR, Powers, as_day, as_moment, is_12
from states.orders.secure import CASES, LIMIT, UNEXECUTED, Secure, over
from states.terms.calendar import day_start


def grant(child: ChildFile, order: Order, powers: Powers) -> None:
    """An authorisation begins and takes the place of the one before it (TR-68)."""
    kind = order.secure or SecureKind.REGULAR
    start = power_start(order) or order.pronounced
    longest = as_day(over(LIMIT, start, CASES[kind]))
    end, beyond = capped(order.end, longest)
    if beyond:
        powers.flag(
            "NX-06",
            f"De machtiging loopt tot {order.end}. De wet laat niet meer toe dan tot {end}. "
            f"De machtiging stopt op die dag. {REPAIR}",
            "Jw 6.1.12 [K: tekst van voor 2024]",
        )
    _flag(child, order, powers)
    before = child.secured(start)
    if before is not None:
        powers.secures.append(before.model_copy(update={"ended": start, "ended_by": order.id}))
    executed = before.executed if before is not None and before.kind is not SecureKind.CONDITIONAL else None
    if executed is None and order.placed_since is not None:
        executed = max(day_start(order.placed_since), start)
    lapses = None if kind is SecureKind.CONDITIONAL else over(LIMIT, day_start(order.date), UNEXECUTED)
    powers.secures.append(
        Secure(
            order=order.id,
            kind=kind,
            on_consent=order.on_consent or child.measure(start) is None,
            start=start,
            end=as_moment(end),
            limit=LIMIT,
            unheard=unheard(order, child_is_12=is_12(child, order.pronounced)),
            lapses_unheard=lapse_unheard(order),
            executed=executed,
            lapses_unexecuted=lapses,
        )
    )


def _flag(child: ChildFile, order: Order, powers: Powers) -> None:
    at = order.pronounced
    if order.secure is None:
        powers.flag("TR-68/kind", "Welke machtiging het is, staat er niet bij: gelezen als een gewone.", "Jw 6.1.2")
    if order.end is None:
        powers.flag("invariant-3/end", "De machtiging noemt geen einddatum.", "Jw 6.1.12; invariant 3")
    if order.statement is None:
        powers.flag(
            "TR-68/statement",
            "De verklaring van een gedragswetenschapper is niet bekend. Vraag haar op.",
            "Jw 6.1.2 lid 6",
        )
    if not order.lawyer:
        powers.flag("TR-68/lawyer", "Niet bekend is of de jongere een advocaat heeft. Zoek dit uit.", "Jw 6.1.10 lid 4")
    asked = child.pending(PetitionKind.MEASURE) is not None
    if child.measure(at) is None and not order.on_consent and not asked:
        powers.flag(
            "TR-68/ground",
            "Er loopt geen maatregel, en de machtiging noemt geen instemming van de wettelijk vertegenwoordiger. "
            "Zij is gelezen als een machtiging met instemming.",
            "Jw 6.1.2 lid 3",
        )


def keep(child: ChildFile, order: Order, powers: Powers) -> None:
    """After a hearing secure help goes on; who was heard once, stays heard (Rv 800 lid 3; Jw 6.1.10 lid 3)."""
    secure = child.secured(order.pronounced)
    if secure is None:
        return
    still = unheard(order, child_is_12=is_12(child, order.pronounced))
    kept: dict[str, object] = {"unheard": tuple(who for who in secure.unheard if who in still)}
    if order.secure is not None and order.end is not None:
        end, _ = capped(order.end, as_day(over(LIMIT, secure.start, CASES[secure.kind])))
        kept["end"] = as_moment(end)
    powers.secures.append(secure.model_copy(update=kept))
