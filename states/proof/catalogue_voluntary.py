"""Events of the voluntary framework: a report, consent, help, the lead, authority, a close."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from states import commands as c
from states.commands import Base
from states.consents.consent import Lead
from states.facts import ChildFile
from states.people import PROFESSIONALS, Actor, Role
from states.position import MEASURE, State
from states.proof import able, cast
from states.proof import reading as r
from states.proof.event import By, Day, Event, Say, When

TODAY = Day()
TEAM, COLLEGE, GI = cast.actor(Role.LOCAL_TEAM), cast.actor(Role.COLLEGE), cast.actor(Role.GI)
YOUTH, PARENT = cast.actor(Role.YOUTH), cast.actor(Role.PARENT)
HELPERS = frozenset({Role.LOCAL_TEAM, Role.PROVIDER})
_SHORT, _LATER = 10, 21
PAPERS: dict[str, Any] = {"frame_statement": TODAY, "rights_sheet": TODAY}


def say(command: type[Base], by: Actor = TEAM, child: str = cast.CHILD, **fields: Any) -> Say:  # noqa: ANN401
    """A command and its fields."""
    return Say(command, fields, by, child)


def opening(born: date | None, holders: tuple[str, ...], region: str = "mix") -> dict[str, Any]:
    """A child with these people in authority; without a day of birth, one that is not born."""
    people = tuple({"holder": holder} for holder in holders)
    when = {"born": born} if born else {"expected": Day(60)}
    return {"name": "Noor", "municipality": "Zonstad", "region": region, "authority": people, **when}


NEAR = date(2026, 4, 13)
"""A birthday, ten weeks after the beginning: after what is short, and before what is long."""


def will_be(age: int) -> date:
    """The day of birth of somebody who reaches an age on the birthday that is near."""
    return NEAR.replace(year=NEAR.year - age)


CHILDREN: dict[str, dict[str, Any]] = {
    "11, two parents": opening(will_be(12), (cast.ANNA, cast.BART)),
    "13, one parent": opening(will_be(14), (cast.ANNA,)),
    "15, two parents": opening(will_be(16), (cast.ANNA, cast.BART)),
    "17, one parent": opening(will_be(18), (cast.ANNA,)),
    "9, nobody in authority": opening(will_be(10), ()),
    "unborn, one parent": opening(None, (cast.ANNA,)),
}
"""The children who come into a case: every band, near its end and far from it."""


def known(child: ChildFile, _at: datetime) -> bool:
    """The child is in the case and its case is open."""
    return child.state not in (State.NONE, State.CLOSED)


def free(child: ChildFile, at: datetime) -> bool:
    """No measure runs."""
    return known(child, at) and child.state not in MEASURE


def new(child: ChildFile, _at: datetime) -> bool:
    """The case does not know the child."""
    return child.state is State.NONE and not child.orders


def _asked(person: str) -> When:
    return lambda child, at: free(child, at) and person in {*r.required(child, at), *r.holders(child, at), child.id}


def _consenting(person: str, what: str, **fields: Any) -> Event:  # noqa: ANN401 - any field of a consent
    by = By.YOUTH if person == cast.CHILD else By.FAMILY
    said = say(c.GiveConsent, person=person, **fields)
    return Event(f"{person} says yes to {what}", by, (said,), _asked(person))


def _stopping(person: str, what: str, **fields: Any) -> Event:  # noqa: ANN401 - any field of a withdrawal
    by = By.YOUTH if person == cast.CHILD else By.FAMILY
    says = (say(c.WithdrawConsent, person=person, **fields),)
    return Event(f"{person} stops {what}", by, says, known, ends=True)


PEOPLE = (cast.ANNA, cast.BART, cast.CHILD)
_IVH = {"purpose": "intensive_help", "leads": ("gi", "local_team")}


def _later(child: ChildFile, at: datetime) -> bool:
    asked = bool(child.petitions) or child.raad is not None
    return known(child, at) and not asked and not any(k.valid_from > at for k in child.consents)


def _planned() -> Event:
    """The holders and the youth say yes for a later day, as far as each may."""
    says = tuple(say(c.GiveConsent, person=person, help="hulp", valid_from=Day(_LATER)) for person in PEOPLE)
    return Event("all say yes for three weeks from now", By.FAMILY, says, _later)


def _grown() -> Event:
    """The youth says yes for the time from the birthday that is near."""
    says = (say(c.GiveConsent, person=cast.CHILD, help="hulp", valid_from=NEAR),)
    when: When = lambda child, at: _later(child, at) and r.day_of(at) < NEAR  # noqa: E731 - said in one place
    return Event("the youth says yes for after the birthday", By.YOUTH, says, when)


_NOBODY = TEAM.model_copy(update={"registration": None})
UNREGISTERED = ("by somebody who is not registered", {"by": _NOBODY, "worker": _NOBODY})
TOO_EARLY = ("with papers given tomorrow", {"rights_sheet": Day(1)})


def _starting(lead: str) -> Say:
    worker = GI if lead == "gi" else TEAM
    days: dict[str, Any] = {"mandate": TODAY, "reflection": Day(7), "rights_sheet": TODAY, "review_on": Day(80)}
    return say(c.StartIntensiveHelp, lead=lead, worker=worker, **{**cast.INTENSIVE, **days})


def _closing(reason: str, *, tidy: bool) -> tuple[Say, ...]:
    before = (say(c.ReportResidence, GI, residence="home"), say(c.DeliverNotices, how="brief")) if tidy else ()
    return (*before, say(c.Close, closed_reason=reason, closing_letter=TODAY, **cast.CLOSING))


_UNHELPED = ("judgement", "second_reader", "closing_letter")
_OWN_READER = ("read by the same person", {"second_reader": TEAM.id})
_OTHER_REASON = ("because of the 18th birthday", {"closed_reason": "C4"})
_INTENSIVE_NEEDS = (*cast.INTENSIVE, "reflection", "rights_sheet", "review_on")
_ANYBODY = frozenset(Role) - {Role.SYSTEM}

VOLUNTARY_EVENTS: tuple[Event, ...] = (
    *(
        Event(
            f"report: {who}",
            By.TEAM,
            (say(c.Report, opening=fields, report="melding"),),
            new,
            needs=("opening", "report", "opening.municipality"),
            may=_ANYBODY,
            birth=True,
        )
        for who, fields in CHILDREN.items()
    ),
    Event(
        "report again",
        By.TEAM,
        (say(c.Report, report="nieuwe melding"),),
        needs=("report",),
        may=_ANYBODY,
        able=able.reopened,
    ),
    *(_consenting(person, "help", help="hulp") for person in PEOPLE),
    _consenting(cast.ANNA, "help for ten days", help="hulp", valid_until=Day(_SHORT)),
    *(_consenting(person, "intensive help", **_IVH) for person in PEOPLE),
    _consenting(cast.ANNA, "intensive help for ten days", valid_until=Day(_SHORT), **_IVH),
    _planned(),
    _grown(),
    *(_stopping(person, "everything") for person in PEOPLE),
    _stopping(cast.ANNA, "intensive help", purposes=("intensive_help",)),
    Event(
        "help begins",
        By.TEAM,
        (say(c.StartHelp, help="hulp", **PAPERS),),
        known,
        needs=("frame_statement", "rights_sheet"),
        wrong=(UNREGISTERED, TOO_EARLY),
        may=HELPERS,
        able=able.helped,
    ),
    Event(
        "intrusive help begins",
        By.TEAM,
        (say(c.StartHelp, help="hulp", intrusive=True, **PAPERS),),
        free,
        needs=("frame_statement", "rights_sheet"),
        wrong=(UNREGISTERED, TOO_EARLY),
        may=HELPERS,
    ),
    *(
        Event(
            f"intensive help begins, led by {lead}",
            By.TEAM,
            (_starting(lead),),
            known,
            needs=(*_INTENSIVE_NEEDS, *(("mandate",) if lead == "gi" else ())),
            wrong=(UNREGISTERED, TOO_EARLY, ("with a review too late", {"review_on": Day(120)})),
            may=HELPERS | {Role.GI},
            able=able.intensively_helped,
        )
        for lead in ("gi", "local_team")
    ),
    *(
        Event(
            f"the lead goes to {lead}",
            By.COLLEGE,
            (say(c.ChangeLead, COLLEGE, lead=lead, worker=worker, mandate=TODAY, agreed_by=("GI", "team")),),
            free,
            needs=("agreed_by", *(("mandate",) if lead == "gi" else ())),
            wrong=(("agreed by one", {"agreed_by": ("GI",)}),),
            may=frozenset({Role.COLLEGE}),
            able=able.led_by(Lead(lead)),
        )
        for lead, worker in (("gi", GI), ("local_team", TEAM))
    ),
    Event(
        "intensive help ends",
        By.TEAM,
        (say(c.EndIntensiveHelp, evaluation="samen"),),
        free,
        able=able.less_intensive,
    ),
    *(
        Event(
            f"close: {reason}",
            By.TEAM,
            _closing(reason, tidy=True),
            known,
            needs=needs,
            wrong=(("with a letter of tomorrow", {"closing_letter": Day(1)}), *wrong),
            may=may,
            able=when,
        )
        for reason, needs, may, wrong, when in (
            ("C1", ("evaluation", "aftercare", "closing_letter"), HELPERS | {Role.GI}, (_OTHER_REASON,), able.done),
            ("C2", _UNHELPED, HELPERS | {Role.SUPERVISOR}, (_OWN_READER, _OTHER_REASON), able.not_needed),
            ("C3", _UNHELPED, HELPERS | {Role.SUPERVISOR}, (_OWN_READER,), None),
        )
    ),
    Event("close at once", By.TEAM, _closing("C2", tidy=False), free, ends=True),
    Event(
        "authority goes to one parent",
        By.TEAM,
        (say(c.ChangeAuthority, authority=({"holder": cast.ANNA},)),),
        known,
        may=frozenset(PROFESSIONALS),
    ),
    Event(
        "authority goes to two",
        By.TEAM,
        (say(c.ChangeAuthority, authority=({"holder": cast.ANNA}, {"holder": cast.BART})),),
        known,
        may=frozenset(PROFESSIONALS),
    ),
    Event("nobody has authority any more", By.FATE, (say(c.ChangeAuthority, authority=()),), known),
)
"""What people say and do in the voluntary framework."""
