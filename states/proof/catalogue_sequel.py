"""Events of the second pass: what ends, suspends or takes back a measure, and what goes on beside one.

A court of appeal says here which order it means, and a correction which one was wrong.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from states import commands as c
from states.commands import Base
from states.facts import ChildFile
from states.orders.order import GUARDIANSHIP, SUPERVISION, MeasureKind, OrderKind, Power
from states.people import Actor, Role
from states.proof import cast
from states.proof.catalogue_court import RAAD
from states.proof.catalogue_granted import (
    APPEALS,
    BEFORE,
    FIRST,
    GRANTED,
    GRANTS,
    HALF,
    INSTEAD,
    LONG,
    PLACED,
    PLANNED,
    SHORT,
    TAKEN_OVER,
    UNFIT,
    UNHEARD,
    K,
    decided,
    first_decided,
    on_appeal,
)
from states.proof.catalogue_voluntary import CHILDREN, NEAR, PARENT, TEAM, TODAY, opening, say, will_be
from states.proof.event import By, Day, Event, Newest, When

OM, MAYOR = cast.actor(Role.OM), cast.actor(Role.BURGEMEESTER)
_OMA = ({"holder": cast.OMA, "kind": "guardian"},)


def _given(kind: OrderKind) -> When:
    """An order of this kind stands in the file."""
    return lambda child, _at: any(o.kind is kind and not o.void for o in child.orders)


def _powers(child: ChildFile) -> tuple[Power, ...]:
    return (*child.measures, *child.placements)


def _works(kind: OrderKind) -> When:
    """What an order of this kind gave is not over, and not suspended."""

    def runs(child: ChildFile, at: datetime) -> bool:
        ids = {o.id for o in child.orders if o.kind is kind}
        return any(p.order in ids and not p.paused and (p.until is None or p.until > at) for p in _powers(child))

    return runs


def _paused(kind: OrderKind) -> When:
    """What an order of this kind gave is suspended."""

    def stopped(child: ChildFile, _at: datetime) -> bool:
        ids = {o.id for o in child.orders if o.kind is kind}
        return any(p.order in ids and p.paused for p in _powers(child))

    return stopped


def _runs(*kinds: MeasureKind) -> When:
    """A measure of one of these kinds is not over; without a word, any."""
    return lambda child, at: any(
        (not kinds or m.kind in kinds) and (m.until is None or m.until > at) for m in child.measures
    )


def _placed(child: ChildFile, at: datetime) -> bool:
    return child.placement(at) is not None


def _waits(child: ChildFile, _at: datetime) -> bool:
    return bool(child.petitions)


def _said(
    name: str,
    by: By,
    command: type[Base],
    who: Actor,
    *,
    when: When | None = None,
    **fields: Any,  # noqa: ANN401 - any field of a command
) -> Event:
    return Event(name, by, (say(command, who, **fields),), when)


_KINDS = tuple(dict.fromkeys(kind for kind, _, _ in GRANTED.values()))
CONFIRMED = tuple(
    on_appeal(f"confirmed: {kind}", K.CONFIRMED, when=_paused(kind), about=kind.value)
    for kind in (*_KINDS, K.PLACEMENT)
)
SUSPENDED = tuple(
    on_appeal(f"suspended: {kind}", K.SUSPENDED, when=_works(kind), about=kind.value) for kind in (*_KINDS, K.PLACEMENT)
)
ANNULLED = tuple(
    on_appeal(f"annulled: {kind}", K.ANNULLED, when=_works(kind), about=kind.value) for kind in (*_KINDS, K.PLACEMENT)
)
ENDINGS = (
    K.SUPERVISION_LIFTED,
    K.PROVISIONAL_SUPERVISION_ENDED,
    K.GUARDIANSHIP_ENDED,
    K.REFUSED,
    K.PLACEMENT_ENDED,
    K.ANNULLED,
    K.SUSPENDED,
)
CORRECTED = tuple(
    _said(f"a mistake: {kind}", By.WORKER, c.Correct, TEAM, when=_given(kind), order=kind.value, second="sanne")
    for kind in (*_KINDS, K.PLACEMENT, *ENDINGS, K.GRANTED_ON_APPEAL)
)
_SIXTEEN = opening(date(2009, 8, 1), (cast.ANNA,))
_OF_TWO = opening(date(2009, 8, 1), (cast.ANNA, cast.BART))
_ALONE = opening(will_be(18), ())
OTHERS = (
    first_decided(
        "unknown child, secure help", K.SECURE_PLACEMENT, HALF, secure="regular", statement=TODAY, lawyer=True
    ),
    Event("report: 16, one parent", By.TEAM, (say(c.Report, opening=_SIXTEEN, report="melding"),), birth=True),
    Event("report: 16, two parents", By.TEAM, (say(c.Report, opening=_OF_TWO, report="melding"),), birth=True),
    _said("the youth cannot judge help", By.WORKER, c.JudgeCapacity, TEAM, able=False, judged_by="arts"),
    _said("the child turns out to live elsewhere", By.WORKER, c.ReportResidence, TEAM, residence="away"),
    Event("report: 17, nobody in authority", By.TEAM, (say(c.Report, opening=_ALONE, report="melding"),), birth=True),
    _said("report, still unknown", By.TEAM, c.Report, TEAM, opening=CHILDREN["13, one parent"], report="melding"),
    decided("extension without an earlier measure", K.SUPERVISION_EXTENSION, SHORT),
    decided("extension and MUHP", K.SUPERVISION_EXTENSION, SHORT, **PLACED, placement_end=Day(SHORT)),
    decided("granted: a short OTS", K.SUPERVISION, SHORT),
    decided("granted: a short OTS and MUHP", K.SUPERVISION, SHORT, **PLACED, placement_end=Day(SHORT)),
    decided("granted: a long VOTS", K.PROVISIONAL_SUPERVISION, 85),
    decided("granted: a short VG", K.GUARDIANSHIP, SHORT, **UNFIT | BEFORE),
    decided("granted: a short TV", K.TEMPORARY_GUARDIANSHIP, SHORT, **BEFORE),
    decided("granted: a MUHP of its own", K.PLACEMENT, placement_end=Day(HALF), **PLACED),
    decided("granted for a brother or sister: OTS", K.SUPERVISION, LONG, sibling=cast.SIBLING),
    decided(
        "granted for a brother or sister: OTS and MUHP",
        K.SUPERVISION,
        LONG,
        sibling=cast.SIBLING,
        **PLACED,
        placement_end=Day(LONG),
    ),
    decided("granted in another case: OTS", K.SUPERVISION, LONG, given_in="echtscheiding"),
    decided(
        "granted in another case: OTS and MUHP",
        K.SUPERVISION,
        LONG,
        given_in="echtscheiding",
        **PLACED,
        placement_end=Day(LONG),
    ),
    on_appeal(
        "granted on appeal in another case: OTS",
        K.GRANTED_ON_APPEAL,
        LONG,
        grants=K.SUPERVISION,
        given_in="echtscheiding",
    ),
    on_appeal(
        "granted on appeal in another case: OTS and MUHP",
        K.GRANTED_ON_APPEAL,
        LONG,
        grants=K.SUPERVISION,
        given_in="echtscheiding",
        **PLACED,
        placement_end=Day(LONG),
    ),
    on_appeal(
        "granted on appeal: OTS, MUHP refused", K.GRANTED_ON_APPEAL, LONG, grants=K.SUPERVISION, placement_refused=True
    ),
    on_appeal("annulled as to the MUHP", K.ANNULLED, when=_placed, placement_refused=True),
    decided("granted because nobody has authority: VG", K.GUARDIANSHIP, ground="vacant", accepted="bereid", **BEFORE),
    decided("a guardianship to a person", K.GUARDIANSHIP, gi=None, authority=_OMA, **BEFORE),
    decided("guardianship ended", K.GUARDIANSHIP_ENDED, when=_runs(*GUARDIANSHIP), **BEFORE),
    decided("guardianship ended from tomorrow", K.GUARDIANSHIP_ENDED, when=_runs(*GUARDIANSHIP), sent_on=TODAY),
    decided("guardianship ended in three days", K.GUARDIANSHIP_ENDED, sent_on=Day(2)),
    decided("a guardianship to a person in three days", K.GUARDIANSHIP, gi=None, authority=_OMA, sent_on=Day(2)),
    decided("a guardianship to a person from tomorrow", K.GUARDIANSHIP, gi=None, authority=_OMA, sent_on=TODAY),
    decided("lifted", K.SUPERVISION_LIFTED, when=_runs(*SUPERVISION)),
    decided("lifted from next week", K.SUPERVISION_LIFTED, when=_runs(*SUPERVISION), start=Day(7)),
    decided("VOTS ended", K.PROVISIONAL_SUPERVISION_ENDED, when=_runs(SUPERVISION[1])),
    decided("VOTS ended from next week", K.PROVISIONAL_SUPERVISION_ENDED, when=_runs(SUPERVISION[1]), start=Day(7)),
    decided("refused", K.REFUSED, when=_waits),
    decided("inadmissible", K.INADMISSIBLE, when=_waits),
    decided("MUHP ended", K.PLACEMENT_ENDED, when=_placed),
    decided("secure help", K.SECURE_PLACEMENT, HALF, secure="regular", statement=TODAY, lawyer=True),
    decided(
        "secure help on consent",
        K.SECURE_PLACEMENT,
        HALF,
        secure="regular",
        on_consent=True,
        statement=TODAY,
        lawyer=True,
    ),
    decided(
        "secure help on consent, for long",
        K.SECURE_PLACEMENT,
        LONG,
        secure="regular",
        on_consent=True,
        statement=TODAY,
        lawyer=True,
    ),
    on_appeal("annulled", K.ANNULLED, when=_runs()),
    on_appeal("suspended", K.SUSPENDED, when=_runs()),
    _said("OM asks", By.WORKER, c.PetitionCourt, OM, petition="verzoek"),
    _said("OM asks to end authority", By.WORKER, c.PetitionCourt, OM, kind="termination", petition="verzoek"),
    _said("OM takes it back", By.WORKER, c.WithdrawPetition, OM, kind="measure", notice="bericht"),
    _said("a parent asks", By.FAMILY, c.PetitionCourt, PARENT, kind="measure", petition="verzoek"),
    _said("the Raad asks for the burgemeester", By.RAAD, c.PetitionCourt, RAAD, **cast.PETITION, kind="measure"),
    _said("the burgemeester writes", By.WORKER, c.BurgemeesterAsks, MAYOR, letter="brief", dated=TODAY),
    _said("the Raad starts beside", By.RAAD, c.RaadStarts, RAAD, notice="bericht", because="acute"),
    _said("the Raad ends", By.RAAD, c.RaadCloses, RAAD, report="rapport", college_told=TODAY),
    _said("the child has died", By.FATE, c.ReportDeath, TEAM),
    _said(
        "bart stops intensive help", By.FAMILY, c.WithdrawConsent, TEAM, person=cast.BART, purposes=("intensive_help",)
    ),
    _said(
        "the youth says yes for later", By.YOUTH, c.GiveConsent, TEAM, person=cast.CHILD, help="hulp", valid_from=Day(3)
    ),
    _said(
        "the youth says yes for when grown up",
        By.YOUTH,
        c.GiveConsent,
        TEAM,
        person=cast.CHILD,
        help="hulp",
        valid_from=NEAR,
    ),
    _said("a mistake: the newest consent", By.WORKER, c.Correct, TEAM, consent=Newest("consent"), second="sanne"),
)
SEQUELS: tuple[Event, ...] = (
    *GRANTS,
    *APPEALS,
    *INSTEAD,
    *PLANNED,
    *UNHEARD,
    *CONFIRMED,
    *SUSPENDED,
    *ANNULLED,
    *CORRECTED,
    *FIRST,
    *TAKEN_OVER,
    *OTHERS,
)
"""What is said in the second pass, beside the events of the first."""
