"""Events beside the state: appeal, secure help, petitions taken back or put off, corrections."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from states import commands as c
from states.facts import ChildFile
from states.orders.order import OrderKind
from states.people import Role
from states.proof import cast
from states.proof.catalogue_court import OTS, RAAD, WEEKS, YEAR, order, plain
from states.proof.catalogue_voluntary import GI, TEAM, TODAY, known, say
from states.proof.event import By, Event, Newest, Say


def _asked(child: ChildFile, _at: datetime) -> bool:
    return bool(child.petitions)


def _ordered(child: ChildFile, at: datetime) -> bool:
    return plain(child, at) and bool(child.orders)


def _dead(child: ChildFile, _at: datetime) -> bool:
    return child.died is not None


def _hof(name: str, kind: OrderKind, end: int | None = None, **more: Any) -> Event:  # noqa: ANN401
    """The court of appeal decides."""
    says = (say(c.CourtOrder, RAAD, order=order(kind, end, **more)),)
    return Event(f"hof: {name}", By.HOF, says, _ordered, needs=("order",), court=True, ends=True)


def _beside(name: str, kind: OrderKind, end: int | None = None, **more: Any) -> Event:  # noqa: ANN401
    says = (say(c.CourtOrder, RAAD, order=order(kind, end, **more)),)
    return Event(f"court: {name}", By.COURT, says, plain, needs=("order",), court=True)


_SECURE: dict[str, Any] = {"statement": TODAY, "lawyer": True}
_APPEAL = say(c.OpenProcedure, TEAM, track="P3", paper="beroepschrift", party="parent", person=cast.ANNA)

APPEAL_EVENTS: tuple[Event, ...] = (
    _hof("annulled", OrderKind.ANNULLED),
    _hof("granted after all", OrderKind.GRANTED_ON_APPEAL, YEAR, grants="supervision"),
    _hof("suspended", OrderKind.SUSPENDED),
    _hof("confirmed", OrderKind.CONFIRMED),
    Event(
        "court: OTS that an appeal suspends, and the appeal",
        By.COURT,
        (say(c.CourtOrder, RAAD, order=order(OTS, YEAR, enforceable="no")), _APPEAL),
        plain,
        court=True,
    ),
    Event(
        "court: the petition is put off",
        By.COURT,
        (say(c.CourtOrder, RAAD, order=order(OrderKind.ADJOURNED, 30)),),
        _asked,
        court=True,
    ),
    Event(
        "court: the petition is inadmissible",
        By.COURT,
        (say(c.CourtOrder, RAAD, order=order(OrderKind.INADMISSIBLE)),),
        _asked,
        court=True,
        ends=True,
    ),
    *(
        Event(
            f"the Raad takes its petition back: {kind}",
            By.RAAD,
            (say(c.WithdrawPetition, RAAD, kind=kind, notice="bericht"),),
            _asked,
            needs=("notice",),
            may=frozenset({Role.RAAD}),
            ends=True,
        )
        for kind in ("measure", "termination", "provision")
    ),
    _beside("secure help, urgent", OrderKind.SECURE_PLACEMENT, 20, secure="urgent", **_SECURE),
    _beside("secure help", OrderKind.SECURE_PLACEMENT, WEEKS, secure="regular", **_SECURE),
    _beside("secure help, longer than the law allows", OrderKind.SECURE_PLACEMENT, 900, secure="regular", **_SECURE),
    _beside("secure help on consent", OrderKind.SECURE_PLACEMENT, WEEKS, secure="regular", on_consent=True, **_SECURE),
    _beside("secure help on conditions", OrderKind.SECURE_PLACEMENT, WEEKS, secure="conditional", **_SECURE),
    *(
        _beside(str(kind), kind, WEEKS, scope="medisch")
        for kind in (
            OrderKind.DIRECTIVE_CONFIRMED,
            OrderKind.CONTACT_LIMITED,
            OrderKind.PARTIAL_AUTHORITY,
            OrderKind.TREATMENT_CONSENT,
            OrderKind.EXPERT_APPOINTED,
            OrderKind.ABROAD_ALLOWED,
            OrderKind.RESIDENCE_KEPT,
        )
    ),
    _beside("consent replaced", OrderKind.CONSENT_REPLACED, help="hulp", replaces=(cast.BART,)),
    Event("secure help ends", By.WORKER, (say(c.EndSecure, GI, decision="besluit"),), known, ends=True),
    *(
        Event(
            f"a mistake: the last {what}",
            By.WORKER,
            (Say(c.Correct, {what: Newest(what), "second": "sanne"}, TEAM),),
            _ordered if what == "order" else known,
            needs=("second", "reason"),
            wrong=(("with the same two eyes", {"second": TEAM.id}),),
        )
        for what in ("order", "consent")
    ),
    Event(
        "a mistake: the death",
        By.WORKER,
        (say(c.Correct, TEAM, death=True, second="sanne"),),
        _dead,
        needs=("second", "reason"),
        wrong=(("with the same two eyes", {"second": TEAM.id}),),
    ),
)
"""What happens beside the state of a child."""
