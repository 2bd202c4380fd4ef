"""Parts of commands, drawn at random: people, days, children, orders."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from states import commands as c
from states.orders.order import Enforceable, OrderForm, OrderKind, SecureKind
from states.people import Actor, Authority, AuthorityKind, Role
from tests.unit import cast
from tests.unit.said import Day, Moment, Said

CHILDREN = ("kind", "broer")
PEOPLE = ("anna", "bart", "oma")
FAMILY = (cast.ANNA, Actor(id="kind", role=Role.YOUTH))
WORKERS = (
    cast.TEAM,
    cast.PROVIDER,
    cast.GI,
    cast.OTHER_GI,
    cast.RAAD,
    cast.COLLEGE,
    cast.SUPERVISOR,
    Actor(id="onbekend", role=Role.LOCAL_TEAM),
    Actor(id="otto", role=Role.OM),
    Actor(id="bram", role=Role.BURGEMEESTER),
)
ANYBODY = (*WORKERS, *FAMILY)


DAYS = st.one_of(
    st.just(Day(0)),
    st.builds(Day, st.integers(-60, 60)),
    st.builds(Day, st.sampled_from([28, 60, 90, 92, 180, 365, 366, 400, 800])),
)
MOMENTS = st.one_of(
    st.builds(Moment, st.integers(-60 * 24 * 40, 0)),
    st.builds(Moment, st.sampled_from([1, 60 * 24, 60 * 24 * 30, -60 * 24 * 400])),
)


def some(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Nearly always that value, sometimes nothing."""
    return st.integers(0, 11).flatmap(lambda n: value if n else st.none())


def said(command: type[c.Base], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Said]:
    """A command for one of the children, now or at another moment."""
    common: dict[str, st.SearchStrategy[Any]] = {
        "child": st.sampled_from(("kind", "kind", "kind", "broer")),
        "at": st.integers(0, 5).flatmap(lambda n: st.none() if n else MOMENTS),
    }
    wanted = {**common, **fields}
    return st.fixed_dictionaries(wanted).map(
        lambda found: Said(command, tuple((k, v) for k, v in found.items() if v is not None))
    )


def by(*likely: Actor) -> st.SearchStrategy[Actor]:
    """Nearly always one of these people, sometimes anybody."""
    return st.integers(0, 9).flatmap(lambda n: st.sampled_from(likely) if n else st.sampled_from(ANYBODY))


TEXT = some(st.just("tekst"))
BORN = st.one_of(
    st.builds(Day, st.integers(-18 * 365, 0)),
    st.builds(Day, st.sampled_from([-4383, -5844, -6574, -6575, -12, 30])),
)
AUTHORITY = st.lists(
    st.builds(
        Authority,
        holder=st.sampled_from(PEOPLE),
        kind=st.sampled_from(list(AuthorityKind)),
    ),
    max_size=2,
    unique_by=lambda a: a.holder,
).map(tuple)


@st.composite
def openings(draw: st.DrawFn) -> dict[str, Any]:
    """A child of any age, or unborn, with nobody, one or two in authority."""
    born = draw(BORN)
    unborn = draw(st.integers(0, 7)) == 0
    return {
        "name": "Noor",
        "municipality": draw(st.sampled_from(("Zonstad", "Zonstad", "Zonstad", ""))),
        "born": None if unborn else born,
        "expected": Day(60) if unborn else None,
        "mother": draw(st.sampled_from(("anna", "anna", None))) if unborn else None,
        "region": draw(st.sampled_from(("mix", "mix", "GI_regie", "lokaal_team"))),
        "authority": draw(AUTHORITY),
    }


OPENINGS = openings()
GRANTS = (OrderKind.PROVISIONAL_SUPERVISION, OrderKind.SUPERVISION, OrderKind.SUPERVISION_EXTENSION)
CHANGES = (
    OrderKind.PLACEMENT,
    OrderKind.PLACEMENT_ENDED,
    OrderKind.MAINTAINED,
    OrderKind.PROVISIONAL_SUPERVISION_ENDED,
    OrderKind.SUPERVISION_LIFTED,
    OrderKind.REFUSED,
    OrderKind.CONTACT_ARRANGEMENT,
)
GUARDIAN = (OrderKind.PROVISIONAL_GUARDIANSHIP, OrderKind.GUARDIANSHIP, OrderKind.TEMPORARY_GUARDIANSHIP)


@st.composite
def records(draw: st.DrawFn, kinds: st.SearchStrategy[OrderKind]) -> dict[str, Any]:
    """A decision of a court, in order or not."""
    maybe = st.booleans()
    given = draw(st.sampled_from((0, 0, 0, -1, -3, -13, -14, -15, -40, -100, -400, 2)))
    placement = draw(st.sampled_from((None, "pleeggezin", "instelling")))
    record: dict[str, Any] = {
        "kind": draw(kinds),
        "court": "rechtbank",
        "date": Day(given),
        "zaaknummer": draw(st.sampled_from(("C/1", ""))),
        "form": draw(st.sampled_from(list(OrderForm))),
        "end": draw(st.one_of(st.none(), DAYS)),
        "start": draw(st.one_of(st.none(), st.none(), DAYS)),
        "gi": draw(st.sampled_from(("GI Fictieland", "GI Fictieland", "GI Elders", None))),
        "enforceable": draw(st.sampled_from(list(Enforceable))),
        "sent_on": draw(st.one_of(st.none(), st.just(Day(given)))),
        "final_on": draw(st.one_of(st.none(), DAYS)),
        "heard": draw(st.sampled_from((True, True, False))),
        "child_heard": draw(st.sampled_from((None, None, True, False))),
        "scope": draw(st.sampled_from((None, None, "medisch"))),
        "placement": placement,
        "placement_end": draw(st.one_of(st.none(), DAYS)) if placement else None,
        "placement_refused": placement is None and draw(maybe),
        "placed_since": draw(st.one_of(st.none(), st.just(Day(given)))) if placement else None,
        "sibling": draw(st.sampled_from((None, None, None, "broer", "kind"))),
        "secure": draw(st.sampled_from((None, *SecureKind))),
        "on_consent": draw(maybe),
        "grants": draw(st.sampled_from((None, *GRANTS, OrderKind.PLACEMENT))),
        "child": draw(st.sampled_from((None,) * 12 + ("iemand-anders",))),
    }
    if record["kind"] not in (OrderKind.ANNULLED, OrderKind.GRANTED_ON_APPEAL):
        del record["grants"]
    return {name: value for name, value in record.items() if value is not None}


ORDERS = records(st.one_of(st.sampled_from(GRANTS), st.sampled_from(CHANGES), st.sampled_from(list(OrderKind))))
TAKEN_OVER = records(
    st.sampled_from((*GRANTS, *GUARDIAN, *GUARDIAN, OrderKind.PLACEMENT, OrderKind.CONTACT_ARRANGEMENT))
)
