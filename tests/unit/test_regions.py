"""How a region works decides who may lead intensive voluntary help, and nothing else (R-37 to R-42, invariant 11)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.acts.may import may
from states.acts.table import ACTS
from states.consents.consent import Lead
from states.function import HELD_BY, Function
from states.moves.options import options
from states.people import Role
from states.position import State
from states.region import LEADS, RegionMode, RegionPeriod, mode_on
from tests.unit.cast import ANNA, COLLEGE, GI, INTENSIVE, TEAM, day
from tests.unit.desk import Desk, agree, helped, intensive, petitioned, reported, supervised

NEXT = "2026-03-02 09:00"
BY_LEAD = {Lead.GI: INTENSIVE, Lead.LOCAL_TEAM: INTENSIVE | {"lead": "local_team", "worker": TEAM}}


def ready(mode: RegionMode) -> Desk:
    """A child in V1 whose people agree to intensive help with either lead."""
    desk = helped(region=mode)
    agree(desk, "2026-02-02 11:30", purpose="intensive_help", leads=("gi", "local_team"))
    return desk


def change(desk: Desk, mode: str, when: str = "2026-02-10", **more: Any) -> Desk:  # noqa: ANN401
    """The municipality changes its mode."""
    decision = desk.say(when, c.ChangeRegion, mode=mode, **{"by": COLLEGE, **more})
    assert decision.refusal is None, decision.refusal
    return desk


@pytest.mark.parametrize("mode", RegionMode)
@pytest.mark.parametrize("lead", Lead)
def test_a_mode_says_who_may_lead(mode: RegionMode, lead: Lead) -> None:
    """Typed from R-38 to R-42."""
    leads = {
        "GI_regie": {Lead.GI},
        "GI_consult": {Lead.LOCAL_TEAM},
        "lokaal_team": {Lead.LOCAL_TEAM},
        "mix": {Lead.GI, Lead.LOCAL_TEAM},
    }
    refusal = ready(mode).say("2026-02-02 12:00", c.StartIntensiveHelp, **BY_LEAD[lead]).refusal
    if lead in leads[mode]:
        assert refusal is None
    else:
        assert refusal is not None
        assert [reason.rule for reason in refusal.reasons] == ["TR-05/region"]


def test_the_default_is_that_the_gi_leads() -> None:
    """R-38."""
    assert reported().child().region is RegionMode.GI_LEADS


@pytest.mark.parametrize("made", [reported, helped, petitioned, supervised])
def test_a_mode_changes_no_state_no_power_and_no_way_out(made: Any) -> None:  # noqa: ANN401
    """10-proof, invariant 16: all acts of all people, and all moves that are open."""
    desk = made()
    child, now = desk.child(), desk.now
    for mode in RegionMode:
        other = child.model_copy(update={"region": mode})
        for number in ACTS:
            for by in (TEAM, GI, ANNA):
                assert may(number, other, now, by) == may(number, child, now, by)
        assert options(desk.case, other, now) == options(desk.case, child, now)


def test_a_mode_counts_from_a_day_on() -> None:
    """R-39: before that day the old one counts."""
    desk = change(ready(RegionMode.GI_LEADS), "lokaal_team", since="2026-03-02")
    assert desk.child().region_on(day("2026-03-01")) is RegionMode.GI_LEADS
    assert desk.child().region_on(day("2026-03-02")) is RegionMode.LOCAL_TEAM
    refusal = desk.say("2026-03-01", c.StartIntensiveHelp, **BY_LEAD[Lead.LOCAL_TEAM]).refusal
    assert refusal is not None
    assert refusal.matches("TR-05/region")
    assert desk.say(NEXT, c.StartIntensiveHelp, **BY_LEAD[Lead.LOCAL_TEAM]).refusal is None
    assert desk.state() is State.TEAM_LED


def test_of_two_changes_on_one_day_the_last_told_counts() -> None:
    """And an earlier one never comes back."""
    periods = [RegionPeriod(mode=mode, since=day("2026-03-02")) for mode in (RegionMode.MIXED, RegionMode.LOCAL_TEAM)]
    assert mode_on(day("2026-04-01"), RegionMode.GI_LEADS, periods) is RegionMode.LOCAL_TEAM
    later = RegionPeriod(mode=RegionMode.GI_LEADS, since=day("2026-02-01"))
    assert mode_on(day("2026-04-01"), RegionMode.MIXED, [*periods, later]) is RegionMode.LOCAL_TEAM


def test_what_the_old_municipality_planned_falls_away_with_a_move() -> None:
    """TR-29, R-39: the mode of the new one counts, also after that day."""
    desk = change(petitioned(), "mix", since="2026-04-01")
    desk.say(NEXT, c.Relocate, municipality="Maanstad", region="GI_consult", both_told="2026-03-01")
    assert desk.child().region_on(day("2026-04-02")) is RegionMode.GI_ADVISES


def test_running_intensive_help_goes_on_and_the_college_hears_that_the_lead_changes() -> None:
    """R-39: nobody is moved by a mode."""
    desk = change(intensive(), "lokaal_team", since="2026-04-01")
    assert desk.tasks() == ["lead"]
    desk.pass_to("2026-04-15")
    assert desk.state() is State.GI_LED
    assert change(intensive(), "mix").tasks() == []


def test_a_region_may_add_tasks_and_give_functions_a_name() -> None:
    """Invariant 11, R-60."""
    desk = change(reported(), "mix", tasks=("bel de school",), functions={"onderzoeker": "veiligheidsteam"})
    assert [task.text for task in desk.child().tasks if task.code == "region"] == ["bel de school"]


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("region/since", {"since": "2026-03-01"}),
        ("NX-15", {"adds_states": ("regionaal veiligheidstraject",)}),
        ("NX-15", {"adds_powers": ("bodemeisen",)}),
        ("NX-15", {"longer_terms": ("T40",)}),
        ("recorder", {"by": ANNA}),
    ],
)
def test_what_a_region_cannot_change(rule: str, fields: dict[str, Any]) -> None:
    """A state, a power, a term, or the past."""
    desk = helped()
    refusal = desk.say(NEXT, c.ChangeRegion, **{"mode": "mix", "by": COLLEGE, **fields}).refusal
    assert refusal is not None
    assert refusal.matches(rule)
    assert desk.child().regions == ()


def test_every_function_is_held_by_somebody_and_every_lead_is_known() -> None:
    """R-60: rules name functions; one table says who holds them."""
    assert set(HELD_BY) == set(Function)
    assert all(HELD_BY.values())
    assert Role.GI not in HELD_BY[Function.LEAD]
    assert {lead for leads in LEADS.values() for lead in leads} == set(Lead)
