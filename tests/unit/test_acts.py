"""The intervention matrix: every cell of every act, typed from domain 4 as amended in 00-D and 00-E."""

from __future__ import annotations

import itertools
from time import process_time
from timeit import timeit

import pytest

from states import commands as c
from states.acts.conditions import CONDITIONS
from states.acts.may import Answer, column, may
from states.acts.table import ACTS, COLUMNS, LAST_ACT, Cell
from states.facts import ChildFile, Residence
from states.orders.order import OrderKind
from states.people import Actor, Role
from tests.unit.acting import FILES, NOW, actor_for, born_for, told
from tests.unit.cast import GI, RAAD, TEAM, at, order
from tests.unit.desk import (
    agree,
    helped,
    placed,
    provisional,
    reported,
    requested,
    supervised,
)

#  V0 V1 V2 R  M1 M2 M3 M4p M4 M5 M6 C
TABLE = """
 1  A  A  A  A  A  A  A  =  A  A  A  A
 2  T  T  T  T  A  A  A  =  A  A  A  X
 3  X  T  T  X  A  A  A  =  A  A  A  X
 4  T  T  T  T  A  A  A  =  A  A  A  X
 5  T  T  T  T  A  A  A  =  A  A  A  X
 6  A  A  A  A  A  A  A  =  A  A  A  A
 7  T  T  T  T  A  A  A  =  A  A  A  X
 8  X  X  X  X  A  A  A  A  A  A  A  X
 9  T  T  T  T  A  A  A  =  A  A  A  X
10  T  T  T  A  A  A  A  =  A  A  A  A
11  A  A  A  A  -  -  -  =  -  -  -  X
12  X  X  T  T  A  A  A  =  A  A  A  X
13  X  T  T  T  A  A  A  =  A  A  A  X
14  T  T  T  T  T  T  T  A  A  A  A  T
15  T  T  T  T  T  T  T  T  T  T  T  T
16  T  T  T  T  T  T  T  T  T  T  T  T
17  A  A  A  A  A  A  A  =  A  -  A  -
18  X  T  T  T  A  A  A  =  A  A  A  X
19  X  T  T  T  A  A  A  =  A  A  A  X
20  X  X  X  X  X  X  X  =  -  -  -  X
21  X  X  X  X  A  A  A  =  X  X  X  X
22  X  X  X  X  J  J  J  =  -  -  -  X
23  X  X  X  X  X  X  X  X  X  X  X  X
24  X  X  X  X  J  J  -  =  -  -  -  X
25  X  X  X  X  X  X  A  =  A  A  A  X
26  T  T  T  T  J  J  J  =  J  J  J  X
27  X  T  T  T  X  X  -  =  -  -  -  X
28  X  X  X  X  A  A  A  =  -  -  -  X
29  X  X  X  X  J  J  A  =  -  -  -  X
30  X  X  X  X  X  X  X  =  A  A  A  X
31  A  T  T  T  A  -  A  =  A  A  A  -
32  -  T  T  T  -  -  J  =  T  T  T  -
33  X  X  X  X  -  X  J  =  -  -  -  X
34  X  X  X  X  J  J  J  =  -  -  -  X
35  J  J  J  J  J  J  J  =  -  -  -  J
36  -  -  -  -  A  A  A  =  -  -  -  -
37  J  J  J  J  J  J  J  =  J  J  J  X
38  X  T  T  T  T  T  T  =  T  T  T  X
39  X  T  T  T  T  T  T  =  T  T  T  X
40  X  T  T  T  A  A  A  =  A  A  A  X
41  X  T  T  T  T  T  T  =  T  T  T  X
42  -  -  -  J  J  J  J  =  J  J  J  -
43  A  A  A  -  -  A  A  =  -  -  -  X
44  T  T  T  T  -  -  -  =  -  -  -  X
45  A  A  A  A  A  A  A  =  A  A  A  A
46  A  A  A  A  A  A  A  =  A  A  A  X
47  X  X  X  X  X  X  X  =  X  X  X  X
48  A  A  A  A  A  A  A  =  A  A  A  A
49  A  A  A  A  A  A  A  =  A  A  A  A
50  X  T  T  T  A  A  A  =  A  A  A  X
51  -  -  -  -  X  X  A  =  A  A  A  -
52  T  T  T  T  T  T  T  A  A  A  A  T
53  -  T  T  T  J  J  J  =  J  J  J  -
54  X  T  T  T  A  A  A  =  A  A  A  T
55  X  T  T  T  T  T  T  =  T  T  T  X
56  A  A  A  A  A  A  A  =  A  A  A  A
57  X  X  X  X  X  X  X  X  X  X  X  X
58  -  T  T  -  -  -  -  =  -  -  -  X
59  A  A  A  A  -  -  A  =  A  A  A  -
60  X  X  X  X  X  X  A  =  A  A  A  X
61  J  J  J  J  J  J  J  =  J  J  J  J
62  -  -  -  -  A  A  A  A  A  A  A  -
63  A  A  A  A  A  A  A  A  A  A  A  A
64  A  A  A  A  A  A  A  A  A  A  A  X
"""
CELLS = {int(row.split()[0]): dict(zip(COLUMNS, row.split()[1:], strict=True)) for row in TABLE.strip().splitlines()}


def _file(act: int, place: str) -> ChildFile:
    """A child of the age that the act is about; away from home, where that is what it is about."""
    away = {"residence": Residence.AWAY} if act == 59 else {}
    return FILES[place].model_copy(update={"born": born_for(act), **away})


@pytest.mark.parametrize("place", COLUMNS)
@pytest.mark.parametrize("act", CELLS)
def test_the_cell_answers_as_the_table_says(act: int, place: str) -> None:
    """By somebody who may do it, of the GI of the title; "–" answers that it does not exist here."""
    by, file, cell = actor_for(act), _file(act, place), CELLS[act][place]
    said = told(act, topic="medisch", agreed_by=("anna",), necessary="nodig") if (act, place) == (8, "M4p") else None
    verdict = may(act, file, NOW, by, said)
    if cell == "=":
        outside = file.outside_scope()
        assert verdict == may(act, outside, NOW, by)
        return
    assert verdict.answer.value == ("X" if cell == "-" else cell)
    assert (verdict.rule == f"act-{act}/absent") == (cell == "-")
    if cell == "A":
        assert verdict.holds
    if cell in "JX-":
        assert not verdict.holds


def test_every_act_is_there_and_no_other() -> None:
    """58 of the domain table, five that 00-D found missing, and the last one: overig."""
    assert set(ACTS) == set(CELLS) == set(range(1, 65))
    assert ACTS[LAST_ACT].title == "overig"


@pytest.mark.parametrize("role", Role)
def test_each_answer_has_a_rule_a_text_a_basis_and_an_alternative(role: Role) -> None:
    """Invariant 17: all acts, all columns, this role; what is refused always says what may be done."""
    by = Actor(id="iemand", role=role, organisation="GI Fictieland")
    for act, (place, file) in itertools.product(ACTS, FILES.items()):
        verdict = may(act, file, NOW, by)
        assert verdict.answer in Answer
        assert verdict.rule.startswith(f"act-{act}"), (act, place)
        assert all((verdict.text.strip(), verdict.basis.strip(), verdict.alternative.strip()))
        assert all(need.remedy and need.text and need.source for need in verdict.needs)
        assert verdict.holds or verdict.answer is not Answer.ALLOWED


@pytest.mark.parametrize("act", [20, 23, 57])
@pytest.mark.parametrize("role", Role)
def test_what_is_never_allowed(act: int, role: Role) -> None:
    """Invariant 15, and 00-D: 57 is forbidden everywhere, C included."""
    by = Actor(id="iemand", role=role, organisation="GI Fictieland")
    for file in FILES.values():
        assert may(act, file, NOW, by).answer is Answer.FORBIDDEN


def test_what_the_rows_name_exists() -> None:
    """Conditions, decisions of a court and roles."""
    used = set()
    for act in ACTS.values():
        names = {name for name, _ in (*act.conditions, *act.exceptions)}
        used |= names
        assert names <= set(CONDITIONS)
        assert set(act.decided) <= {kind.value for kind in OrderKind}
        assert act.who
        assert {c for _, columns in (*act.conditions, *act.exceptions) for c in columns} <= set(COLUMNS)
        if Cell.COURT in act.cells.values():
            assert act.decided or act.number == 29
    assert used == set(CONDITIONS)


@pytest.mark.parametrize("place", COLUMNS)
def test_the_column_follows_from_facts(place: str) -> None:
    """Each situation reads its own."""
    assert column(FILES[place], NOW) == place


@pytest.mark.parametrize("act", [7, 18, 19])
def test_with_consent_means_with_everybodys_consent(act: int) -> None:
    """Act 7 asks for consent to share; the plan and the agreements for consent to help."""
    desk = helped()
    shares = act == 7
    one = {"source": "school", "receiver": "team", "aim": "afstemmen"}
    assert may(act, desk.child(), NOW, TEAM).holds is not shares
    if shares:
        agree(desk, "2026-02-03", ("anna",), purpose="sharing", valid_until="2026-06-01", **one)
        assert not may(act, desk.child(), NOW, TEAM, told(act, TEAM, **one)).holds
        agree(desk, "2026-02-03", ("bart",), purpose="sharing", valid_until="2026-06-01", **one)
        assert may(act, desk.child(), NOW, TEAM, told(act, TEAM, **one)).holds
        assert not may(act, desk.child(), NOW, TEAM, told(act, TEAM, **one | {"receiver": "huisarts"})).holds
        assert not may(act, desk.child(), at("2026-06-01"), TEAM, told(act, TEAM, **one)).holds
    else:
        bare = requested().child()
        assert not may(act, bare, NOW, TEAM).holds
        assert may(act, bare, NOW, TEAM).answer is Answer.CONSENT
        assert not may(act, desk.child(), NOW, TEAM, told(act, TEAM, help="opvang")).holds


def test_a_provisional_supervision_with_a_muhp_reads_m3() -> None:
    """00-D: a function of orders, not of the code of the state."""
    file = provisional(placement="pleeggezin", placement_end="2026-04-01").child()
    assert column(file, NOW) == "M3"
    assert may(25, file, NOW, GI).holds
    assert may(24, file, NOW, GI).rule == "act-24/absent"
    assert column(file, at("2026-04-01")) == "M1"


def test_a_power_is_off_when_it_has_ended_though_nothing_ran_since() -> None:
    """Invariant 4: read from facts, at the moment itself."""
    file = placed().child()
    last, over = at("2027-02-01 23:59:59"), at("2027-02-02")
    assert may(21, file, last, GI).holds
    for act in (8, 18, 21, 25):
        assert not may(act, file, over, GI).holds
    assert column(file, over) == "V0"


def test_an_act_of_before_is_judged_by_what_held_then() -> None:
    """Written down after the measure ended, or before it began."""
    desk = supervised()
    desk.pass_to("2027-02-03")
    assert may(21, desk.child(), at("2027-02-01"), GI).holds
    late = reported("2026-02-01 09:00")
    late.say("2026-02-10", c.CourtOrder, by=RAAD, order=order("supervision", "2026-02-10", "2027-02-10"))
    assert not may(18, late.child(), at("2026-02-05"), GI).holds


@pytest.mark.parametrize("kind", ["measure", "extension", "termination"])
def test_asked_is_not_granted(kind: str) -> None:
    """Invariant 5."""
    desk = provisional()
    before = [may(act, desk.child(), NOW, GI) for act in ACTS]
    by = GI if kind == "extension" else RAAD
    desk.say("2026-02-20", c.PetitionCourt, by=by, kind=kind, petition="verzoek")
    assert desk.child().petitions
    assert [may(act, desk.child(), NOW, GI) for act in ACTS] == before


def test_an_answer_takes_less_than_fifty_microseconds() -> None:
    """Of the processor, on average over all acts and columns."""
    questions = tuple(itertools.product(ACTS, FILES.values()))

    def ask() -> None:
        for act, file in questions:
            may(act, file, NOW, GI)

    assert min(timeit(ask, number=1, timer=process_time) for _ in range(5)) / len(questions) < 50e-6
