"""Events of a life, and of who may ask the Raad or a judge: birth, a move, death, a mistake, petitions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from states import commands as c
from states.facts import ChildFile
from states.people import Actor, Role
from states.position import State
from states.proof import able, cast
from states.proof.catalogue_court import RAAD
from states.proof.catalogue_voluntary import PARENT, PEOPLE, TEAM, TODAY, free, known, say
from states.proof.event import By, Day, Event, Say

OM, MAYOR = cast.actor(Role.OM), cast.actor(Role.BURGEMEESTER)
CARER = Actor(id=cast.OMA, role=Role.CARETAKER)
SUPERVISOR = cast.actor(Role.SUPERVISOR)


def _investigated(child: ChildFile, _at: datetime) -> bool:
    return child.state is State.INVESTIGATING


def _unborn(child: ChildFile, _at: datetime) -> bool:
    return child.expected is not None and child.born is None


_CLOSES = say(c.RaadCloses, RAAD, report="rapport", college_told=TODAY)
_MOVE: dict[str, Any] = {"municipality": "Maanstad", "region": "mix"}


def _sharing(person: str) -> Say:
    about: dict[str, Any] = {"source": "Zonstad", "receiver": "Maanstad", "aim": "dossier", "valid_until": Day(90)}
    return say(c.GiveConsent, person=person, purpose="sharing", **about)


def _asks(name: str, by: Actor, who: By, kind: str = "measure", *before: Say, days: int = 0) -> Event:
    more: dict[str, Any] = {"cares_since": Day(-days)} if days else {}
    says = (*before, say(c.PetitionCourt, by, kind=kind, petition="verzoek", **more))
    when = _investigated if before else free
    return Event(name, who, says, when, needs=("petition",))


LIFE_EVENTS: tuple[Event, ...] = (
    Event("the child is born", By.FATE, (say(c.ReportBirth, born=TODAY, authority=({"holder": cast.ANNA},)),), _unborn),
    Event(
        "the family moves, the file goes along",
        By.COLLEGE,
        (
            *(_sharing(person) for person in PEOPLE),
            say(c.Relocate, cast.actor(Role.COLLEGE), agreed_on=TODAY, both_told=TODAY, handover="dossier", **_MOVE),
        ),
        known,
    ),
    Event("the family moves, nothing is agreed", By.COLLEGE, (say(c.Relocate, TEAM, **_MOVE),), known),
    Event(
        "close: C5",
        By.TEAM,
        (
            say(c.DeliverNotices, how="brief"),
            say(c.Close, closed_reason="C5", moved_to="Maanstad", worries=False, **cast.CLOSING),
        ),
        free,
        able=able.gone_elsewhere,
    ),
    Event("the child dies", By.FATE, (say(c.ReportDeath),), known, able=able.alive),
    Event(
        "opened in error",
        By.WORKER,
        (say(c.CloseInError, SUPERVISOR, raad_confirmed=TODAY),),
        free,
        needs=("reason",),
        may=frozenset({Role.SUPERVISOR}),
    ),
    Event(
        "the Raad starts by itself",
        By.RAAD,
        (say(c.RaadStarts, RAAD, notice="bericht", because="acute"),),
        free,
        needs=("notice",),
        may=frozenset({Role.RAAD}),
        able=able.begun_by_the_raad,
    ),
    Event(
        "the request to the Raad is taken back",
        By.TEAM,
        (say(c.WithdrawRequest, raad_agreed=TODAY),),
        free,
        needs=("raad_agreed", "reason"),
        able=able.taken_back,
        ends=True,
    ),
    Event(
        "OM petitions",
        By.WORKER,
        (say(c.PetitionCourt, OM, petition="verzoek"),),
        free,
        needs=("petition",),
        able=able.put_to_the_judge_by_om,
    ),
    _asks("a parent petitions", PARENT, By.FAMILY),
    _asks("the Raad ends, a parent petitions", PARENT, By.FAMILY, "measure", _CLOSES),
    _asks("the Raad ends, a carer petitions", CARER, By.FAMILY, "termination", _CLOSES, days=400),
    _asks("the Raad ends, a carer of a month petitions", CARER, By.FAMILY, "termination", _CLOSES, days=30),
    _asks(
        "the Raad ends, the burgemeester asks, the Raad petitions",
        RAAD,
        By.RAAD,
        "measure",
        _CLOSES,
        say(c.BurgemeesterAsks, MAYOR, letter="brief", dated=TODAY),
    ),
)
"""What happens to a child and its family, and who asks."""
