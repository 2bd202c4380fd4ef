"""The questions of an auditor about one case: for each, one that shows the answer, and one that finds what is wrong."""

from __future__ import annotations

from datetime import timedelta

from audit.at_moment import at_moment
from audit.gaps import Gap, Kind, gaps
from audit.projected import differences, projected
from audit.readers import Reading, looked
from audit.refusals import by_rule, refusals
from audit.standings import Standings
from audit.timeline import timeline
from audit.who_knew import who_knew
from states import commands as c
from states.position import State
from tests.unit.audited import NOW, lapsed, late_order, read
from tests.unit.cast import GI, at
from tests.unit.desk import Desk, helped, placed, reported, supervised


def test_a_timeline_is_told_as_the_facts_were_with_how_late_they_were_written_down() -> None:
    """A supervision of 16 February comes before the act of the 20th, and was written down two weeks later."""
    lines = timeline(read(late_order()))
    told = [(line.framework, line.what, line.days_late) for line in lines[-4:]]
    assert told == [
        ("compulsory", "order recorded supervision kind/order1.7; terms opened: 4", 14),
        ("compulsory", "TR-42: V1 to M2", 14),
        ("compulsory", "act 17 (allowed, act-17)", 0),
        ("compulsory", "noted recheck", 0),
    ]
    logged = timeline(read(late_order()), recorded=True)
    assert [line.seq for line in logged] == list(range(1, len(logged) + 1))
    assert timeline(read(late_order()), child="zus") == []


def test_a_moment_is_told_twice_where_somebody_learned_later() -> None:
    """On 25 February everybody thought that help was voluntary; it was not."""
    (then,) = at_moment(read(late_order()), at("2026-02-25"))
    assert (then.framework, then.facts.code, then.known.code) == ("compulsory", "M2", "V1")
    (power,) = then.facts.powers
    assert (power.what, power.held_by, power.until) == ("supervision", "GI Fictieland", at("2027-02-16"))
    assert 21 in then.facts.acts
    assert (then.known.powers, then.known.acts) == ((), ())
    assert [given.person for given in then.known.consents] == ["anna", "bart"]
    assert then.facts.consents == ()
    assert then.learned_later[0] == "state: V1 was known, M2 it was"
    assert {term.rule for term in then.facts.terms} == {"T01", "T08", "T26", "T41"}


def test_a_moment_is_the_same_twice_when_everything_was_known() -> None:
    """Also of a power that ends at midnight, a minute before and at that moment, with nothing written down yet."""
    entries = read(placed())
    for moment, state in (("2026-11-01 23:59", State.SUPERVISION_WITH_PLACEMENT), ("2026-11-02", State.SUPERVISION)):
        (then,) = at_moment(entries, at(moment))
        assert (then.facts.state, then.known.state) == (state, state)
        assert ("placement" in {p.what for p in then.facts.powers}) == (state is not State.SUPERVISION)
        assert [one for one in then.learned_later if not one.startswith("terms")] == []
    (before,) = at_moment(entries, at("2026-01-01"))
    assert (before.facts.state, before.known.state, before.framework) == (State.NONE, State.NONE, "none")


def test_standings_say_what_the_views_of_the_database_say() -> None:
    """By the last move of that moment, or what lay ahead and has come."""
    standings = Standings(read(placed()))
    day = timedelta(days=1)
    assert standings.framework("kind", at("2026-02-02") - day) == "none"
    assert standings.at("kind", at("2026-06-01")).state is State.SUPERVISION_WITH_PLACEMENT
    assert standings.at("kind", at("2026-11-02")).state is State.SUPERVISION
    assert standings.at("kind", at("2027-02-02")).state is State.ASSESSMENT
    assert standings.frameworks(at("2027-02-01")) == {"kind": "compulsory"}


def _looked(seq: int, who: str, moment: str, child: str | None = None) -> Reading:
    return Reading(
        "case", seq, child, who, "command_line" if who == "root" else "parent", None, "case", "work", at(moment)
    )


def test_who_could_know_a_fact_since_when() -> None:
    """Who wrote it down, who looked, and who was told; of whom nobody told, that too."""
    desk = reported()
    desk.say("2026-02-03 09:00", c.DeliverNotices, recipients=("anna",), how="brief")
    lines = [_looked(1, "root", "2026-02-04"), _looked(2, "pim", "2026-02-01"), _looked(3, "olga", "2026-02-05", "zus")]
    opened = next(one for one in who_knew(read(desk), lines) if one.what.startswith("TR-01"))
    assert [(one.who, one.how.split()[0].rstrip(":")) for one in opened.known] == [
        ("lotte", "recorded"),
        ("anna", "notice"),
        ("root", "looked"),
    ]
    assert opened.known[1].since == at("2026-02-03 09:00")
    assert (opened.framework, opened.not_told) == ("voluntary", ("bart",))


def test_readers_are_told_with_the_framework_of_that_moment() -> None:
    """And whether the program knew who it was."""
    lines = [_looked(1, "anna", "2026-02-20"), _looked(2, "root", "2026-01-20"), _looked(3, "pim", "2026-02-21", "zus")]
    found = looked(read(late_order()), lines)
    assert [(one.frameworks, one.reader, one.proved) for one in found] == [
        ({"kind": "compulsory"}, "anna", True),
        ({"kind": "none"}, "root", False),
        ({}, "pim", True),
    ]
    assert [one.reader for one in looked(read(late_order()), lines, child="kind")] == ["anna", "root"]


def test_refusals_are_told_by_whom_and_on_which_rule() -> None:
    """After the power had ended; and by how often a rule stood in the way."""
    found = refusals(read(lapsed()))
    assert [(one.framework, one.attempted, one.by, one.organisation) for one in found] == [
        ("voluntary", "act-21", "gerrit", "GI Fictieland")
    ]
    assert by_rule(found) == [("act-21", 1)]
    assert refusals(read(lapsed()), rule="act-2") == []
    assert refusals(read(helped())) == []


def _kinds(desk: Desk, moment: str) -> dict[Kind, list[Gap]]:
    found = gaps(read(desk), at(moment))
    return {kind: [gap for gap in found if gap.kind is kind] for kind in Kind}


def test_a_case_in_order_has_no_gaps() -> None:
    """Everybody was told, nothing is late."""
    desk = reported()
    desk.say("2026-02-02 10:00", c.DeliverNotices, how="brief")
    assert gaps(read(desk), at("2026-02-03")) == []


def test_gaps_are_told_with_the_framework_and_for_how_long() -> None:
    """An order that was late by two weeks, the act done before it was known, and the notices nobody gave."""
    found = _kinds(late_order(), "2026-04-01")
    (order,) = found[Kind.ORDER]
    assert (order.framework, order.days, order.rule) == ("compulsory", 14, "NX-13")
    (act,) = found[Kind.ACT]
    assert act.what == "act 17: done under V1, and as is known today it was M2"
    assert {gap.days for gap in found[Kind.NOTICE]} == {29, 57}
    assert {gap.framework for gap in found[Kind.NOTICE]} == {"voluntary", "compulsory"}


def test_a_norm_is_a_gap_until_somebody_says_why() -> None:
    """The assessment should have ended (T44); an explanation ends the gap, and not that it was missed."""
    desk = reported()
    desk.say("2026-02-02 10:00", c.DeliverNotices, how="brief")
    desk.pass_to("2027-01-04")
    missed = _kinds(desk, "2027-01-04")[Kind.NORM]
    assert {gap.rule for gap in missed} >= {"T44"}
    late = next(gap for gap in missed if gap.rule == "T44")
    assert late.days > 0
    assert late.framework == "voluntary"
    done = desk.say(
        "2027-01-05", c.ExplainTerm, rule="T44", keeps_sight="lotte", reason="Er was geen plek; lotte belt elke week."
    )
    assert done.refusal is None, done.refusal
    assert "T44" not in {gap.rule for gap in _kinds(desk, "2027-01-05")[Kind.NORM]}


def test_an_act_of_power_without_a_title_is_a_gap() -> None:
    """A directive of the GI, under an order that is annulled later for that day."""
    desk = supervised()
    desk.inform("2026-03-01")
    assert desk.say("2026-03-02", c.RegisterAct, by=GI, act=21, sent_on="2026-03-02").refusal is None
    assert _kinds(desk, "2026-03-03")[Kind.ACT] == []
    order = desk.child().orders[0].id
    undone = desk.say("2026-03-05", c.Correct, by=GI, order=order, second="sanne", reason="Verkeerd kind vastgelegd.")
    assert undone.refusal is None, undone.refusal
    (act,) = _kinds(desk, "2026-03-06")[Kind.ACT]
    assert act.what == "act 21 by GI Fictieland: no title was in force"


def test_the_tables_that_follow_from_entries_are_compared_row_by_row() -> None:
    """Nothing differs from itself; a row more, a row less and another value are named."""
    expected = projected(read(placed())).at(NOW)
    again = projected(read(placed())).at(NOW)
    assert list(differences(expected, again)) == []
    again["notice"].popitem()
    again["court_order"]["kind", "x"] = {}
    again["child_state"]["kind",] |= {"framework": "voluntary"}
    found = list(differences(expected, again))
    assert [line.partition(": ")[2] for line in found] == [
        "does not follow from the entries",
        "lacks, and follows from the entries",
        "framework is voluntary, by the entries compulsory",
    ]


def test_of_what_is_sealed_only_that_is_told() -> None:
    """A name of help that only its key opens; who, for what and until when stay readable."""
    entries = read(helped())
    for entry in entries:
        if entry["event"] == "consent_given":
            entry["facts"]["consent"]["help"] = "sealed:v1:key:commitment:box"
    told = [line.what for line in timeline(entries) if line.what.startswith("consent given")]
    assert told == [f"consent given help (sealed) {who} kind/consent.{n}" for n, who in ((3, "anna"), (4, "bart"))]
    (then,) = at_moment(entries, at("2026-02-02 10:30"))
    assert [given.person for given in then.known.consents] == ["anna", "bart"]
    assert gaps(entries, NOW) == gaps(read(helped()), NOW)
