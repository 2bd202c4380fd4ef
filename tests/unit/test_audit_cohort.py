"""Questions over many cases: distributions, and what others have that is not here."""

from __future__ import annotations

import io

import pytest

from audit.cohort import cohort
from audit.comparing import Kind, WrongListError, here, missing, read
from audit.distribution import distribution
from audit.standings import Standings
from states import commands as c
from tests.unit import audited
from tests.unit.cast import GI, at
from tests.unit.desk import placed, reported, requested, supervised


def test_a_distribution_is_by_nearest_rank() -> None:
    """Of nothing there is nothing; of ten, the median is the fifth."""
    assert distribution([]).median is None
    ten = distribution(range(10, 0, -1))
    assert (ten.count, ten.least, ten.p10, ten.p25, ten.median, ten.p75, ten.p90, ten.most) == (
        10,
        1,
        1,
        3,
        5,
        8,
        9,
        10,
    )
    assert distribution([4]).p90 == 4


def test_norms_are_counted_per_organisation_and_framework() -> None:
    """One assessment in time, one missed and one that runs; none of a case is in the answer."""
    missed = reported()
    missed.pass_to("2027-01-04")
    cases = [audited.read(audited.late_order()), audited.read(missed), audited.read(reported())]
    found = cohort(cases, at("2026-02-25"))
    assert (found.cases, found.children) == (3, 3)
    (norm,) = [norm for norm in found.norms if norm.rule == "T44"]
    assert (norm.framework, norm.organisation) == ("voluntary", "Zonstad")
    assert (norm.started, norm.met_in_time, norm.met_late, norm.missed) == (3, 1, 0, 2)
    assert norm.days_late.least == -7
    assert norm.days_late.most is not None
    assert norm.days_late.most > 0
    assert "kind" not in repr(found)


def test_late_registration_is_a_distribution_per_gi() -> None:
    """A supervision that was written down two weeks later, and one on the day itself."""
    found = cohort([audited.read(audited.late_order()), audited.read(supervised())], at("2026-04-01"))
    (late,) = [one for one in found.lateness if one.event == "order_recorded"]
    assert (late.framework, late.organisation, late.late) == ("compulsory", "GI Fictieland", 1)
    assert (late.days.count, late.days.least, late.days.most) == (2, 0, 14)


LIST = """kind,child,date,order,number
order,kind,2026-02-02,supervision,C/99/1
order,kind,2026-02-02,,
order,kind,2026-03-09,supervision_extension,
vto,kind,2026-02-03,,
order,zus,2026-02-02,,
"""


def test_what_is_on_the_list_and_not_here_is_told_with_what_comes_nearest() -> None:
    """An order counts once: a second line of the same day is another order."""
    desk = placed()
    found = missing(read(io.StringIO(LIST)), here(audited.read(desk)), [Standings(audited.read(desk))])
    assert [(one.line, one.kind, one.nearest) for one in found] == [
        (3, Kind.ORDER, "no order of this child is here"),
        (4, Kind.ORDER, "no order of this child is here"),
        (5, Kind.VTO, "no vto of this child is here"),
        (6, Kind.ORDER, "nothing about this child is here"),
    ]


def test_a_request_is_here_and_an_order_of_another_day_is_near() -> None:
    """So that a wrong day on either side is seen as that."""
    known = [*here(audited.read(requested()))]
    assert 5 not in {one.line for one in missing(read(io.StringIO(LIST)), known, [])}
    listed = read(io.StringIO("kind,child,date\nvto,kind,2026-02-04\n"))
    (far,) = missing(listed, known, [Standings(audited.read(requested()))])
    assert (far.framework, far.nearest.startswith("case case, entry")) == ("voluntary", True)
    assert far.nearest.endswith("vto of 2026-02-03")


def test_an_order_recorded_by_mistake_is_not_here() -> None:
    """It was never there (TR-82)."""
    desk = supervised()
    assert len(list(here(audited.read(desk)))) == 1
    order = desk.child().orders[0].id
    desk.say("2026-03-05", c.Correct, by=GI, order=order, second="sanne", reason="Verkeerd kind vastgelegd.")
    assert list(here(audited.read(desk))) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("kind,child\norder,kind\n", "columns missing: date"),
        ("kind,child,date,naam\n", "unknown: naam"),
        ("kind,child,date\norder,kind,gisteren\n", "line 2"),
        ("kind,child,date\nnotice,kind,2026-02-02\n", "line 2"),
        ("kind,child,date,order\norder,kind,2026-02-02,huur\n", "line 2"),
        ("kind,child,date,order\nvto,kind,2026-02-02,supervision\n", "line 2"),
        ("", "columns missing"),
    ],
)
def test_a_list_that_cannot_be_compared_says_why(text: str, why: str) -> None:
    """Nothing is compared then."""
    with pytest.raises(WrongListError, match=why):
        read(io.StringIO(text))
