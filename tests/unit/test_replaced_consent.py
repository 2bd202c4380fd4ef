"""TR-10: the court replaces the consent of one of two parents, for named help (1:253a; note C10)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.acts.conditions.base import Answer
from states.acts.may import may
from states.consents.consent import Purpose
from states.moves.table import BY_ID
from states.position import Framework, State, framework_of
from states.tracks.running import tracks
from tests.unit.cast import GI, INTENSIVE, PARENTS, RAAD, at, day, order
from tests.unit.desk import Desk, agree, court, helped, placed, reported, requested

PAPERS = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}
FOR: dict[str, Any] = {"help": "hulp", "replaces": ("bart",), "gi": None}


def replaced(desk: Desk, when: str = "2026-02-02 10:00", **more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """The court replaced Bart's consent to this help."""
    return court(desk, when, "consent_replaced", **FOR | more)


def agreed() -> Desk:
    """Anna says yes, Bart does not, and the court replaced his consent."""
    desk = reported()
    agree(desk, "2026-02-02 09:30", ("anna",), help="hulp")
    return replaced(desk)


def started(desk: Desk) -> Desk:
    """Help begins."""
    decision = desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS)
    assert decision.refusal is None, decision.refusal
    return desk


def test_c10_a_replaced_consent_is_a_fact_and_no_measure() -> None:
    """The framework stays voluntary, nobody moves, and nobody gets power."""
    desk = agreed()
    assert (desk.moves(), desk.state()) == ([], State.ASSESSMENT)
    assert framework_of(started(desk).state()) is Framework.VOLUNTARY
    assert desk.child().measures == ()
    verdict = may(21, desk.child(), desk.now, GI)
    assert not verdict.holds
    assert verdict.answer is Answer.FORBIDDEN


def test_tr_10_is_a_consent_and_no_row() -> None:
    """00-C: TR-10 is a consent fact, not a move."""
    assert "TR-10" not in BY_ID
    row = next(x for x in agreed().child().consents if x.order)
    assert (row.person, row.help, row.purpose) == ("bart", "hulp", Purpose.HELP)


def test_c10_it_is_for_the_named_help_only() -> None:
    """Not another help, not sharing, not intensive help."""
    desk = agreed()
    agree(desk, "2026-02-02 10:30", ("anna",), help="opvang")
    agree(desk, "2026-02-02 10:30", ("anna",), purpose="intensive_help")
    consents = desk.child().consents_at(desk.now)
    assert consents.complete(Purpose.HELP, "hulp")
    assert not consents.complete(Purpose.HELP, "opvang")
    assert not consents.complete(Purpose.INTENSIVE_HELP)
    refusal = started(desk).say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE).refusal
    assert refusal is not None
    assert refusal.matches("NX-02")


def test_intensive_help_can_be_replaced_by_name() -> None:
    """10-proof: ivh = J."""
    desk = helped()
    agree(desk, "2026-02-02 11:10", ("anna",), purpose="intensive_help")
    replaced(desk, "2026-02-02 11:30", purposes=("intensive_help",))
    assert desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE).refusal is None


def test_c10_it_never_stands_alone() -> None:
    """Beside the own yes of the other parent only: without it there is no consent of the family at all."""
    desk = started(agreed())
    desk.say("2026-02-03", c.WithdrawConsent, person="anna")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    both = replaced(reported(), replaces=PARENTS)
    assert not both.child().consents_at(both.now).complete(Purpose.HELP, "hulp")


def test_whose_consent_was_replaced_cannot_withdraw_it() -> None:
    """The court decided; his no is written down and changes nothing."""
    desk = started(agreed())
    assert desk.say("2026-02-03", c.WithdrawConsent, person="bart").refusal is None
    assert desk.state() is State.HELP


def test_it_does_not_replace_the_youths_own_consent() -> None:
    """12 to 15: the youth is asked too."""
    desk = reported(born=day("2012-01-01"))
    agree(desk, "2026-02-02 09:30", ("anna",), help="hulp")
    replaced(desk)
    assert desk.child().consents_at(desk.now).missing(Purpose.HELP, "hulp") == ("kind",)


def test_it_ends_on_its_own_day_and_when_a_measure_starts() -> None:
    """As any consent (00-A)."""
    desk = reported()
    agree(desk, "2026-02-02 09:30", ("anna",), help="hulp")
    started(replaced(desk, end="2026-03-02")).pass_to("2026-03-02")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    desk = court(started(agreed()), "2026-02-03 09:00", "supervision", "2026-03-01")
    desk.pass_to("2026-03-01")
    agree(desk, "2026-03-02", ("anna",), help="hulp")
    assert not desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_it_counts_from_a_later_day() -> None:
    """An order may begin later (NX-12)."""
    desk = reported()
    agree(desk, "2026-02-02 09:30", ("anna",), help="hulp")
    replaced(desk, start="2026-02-10")
    assert not desk.child().consents_at(at("2026-02-09")).complete(Purpose.HELP, "hulp")
    assert desk.child().consents_at(at("2026-02-10")).complete(Purpose.HELP, "hulp")


def test_in_r_it_changes_the_consents() -> None:
    """TR-31; the Raad goes on."""
    desk = requested()
    agree(desk, "2026-02-04", ("anna",), help="hulp")
    replaced(desk, "2026-02-05 10:00")
    assert (desk.moves(), desk.state()) == (["TR-31"], State.REQUESTED)


def test_an_order_that_does_not_say_whose_replaces_who_did_not_consent() -> None:
    """Entered as given, with flags (00-B)."""
    desk = reported()
    agree(desk, "2026-02-02 09:30", ("anna",), help="hulp")
    replaced(desk, replaces=())
    assert "TR-10/replaces" in desk.flags()
    assert desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


@pytest.mark.parametrize(
    ("more", "flag"),
    [({"replaces": ("oma",)}, "TR-10/joint"), ({"help": None}, "TR-10/help")],
)
def test_an_order_is_entered_as_given(more: dict[str, Any], flag: str) -> None:
    """And gives no more than the law lets it."""
    desk = replaced(reported(), **more)
    assert flag in desk.flags()
    assert desk.child().orders
    assert not desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_with_one_parent_there_is_nothing_to_replace() -> None:
    """1:253a is between two."""
    desk = replaced(reported(holders=("anna",)), replaces=("anna",))
    assert "TR-10/joint" in desk.flags()
    assert not desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_during_a_measure_it_gives_no_consent_for_now() -> None:
    """It is entered; jeugdhulp asks no consent there."""
    desk = replaced(placed(), "2026-02-03 10:00")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT


def test_of_a_closed_file_it_is_entered() -> None:
    """Orders are never refused for their content; nothing is revived (NX-08)."""
    desk = reported()
    desk.say("2026-02-03", c.DeliverNotices, how="brief")
    words = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-02-03"}
    assert desk.say("2026-02-03 10:00", c.Close, closed_reason="C2", **words).refusal is None
    record = order("consent_replaced", "2026-02-04", **FOR)
    assert desk.say("2026-02-04 10:00", c.CourtOrder, by=RAAD, order=record).refusal is None
    assert desk.child().consents == ()


def under_appeal(**more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """Bart appeals on 2026-03-02 against the order that replaced his consent to help that runs."""
    desk = reported()
    agree(desk, "2026-02-02 09:30", ("anna",), help="hulp")
    started(replaced(desk, **more))
    fields = {"track": "P3", "order": "consent_replaced", "paper": "beroepschrift", "party": "parent", "person": "bart"}
    decision = desk.say("2026-03-02 09:00", c.OpenProcedure, **fields)
    assert decision.refusal is None, decision.refusal
    return desk


def running(desk: Desk) -> set[str]:
    """The tracks that run now."""
    return {found.track.id for found in tracks(desk.child(), desk.now)}


def test_p3_an_appeal_against_a_replaced_consent_is_a_procedure() -> None:
    """About that order; the term to appeal is met, and an order that works at once goes on working."""
    desk = under_appeal()
    assert running(desk) == {"P3"}
    assert [p.about for p in desk.child().procedures] == [desk.child().orders[0].id]
    assert desk.ended()["T26"] == "met"
    assert desk.state() is State.HELP


def test_p13_an_appeal_suspends_a_replaced_consent_and_the_help_that_rests_on_it() -> None:
    """Rv 360: nobody withdrew anything; only the court of appeal lets it work again."""
    desk = under_appeal(enforceable="no")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    assert running(desk) == {"P3", "P13"}
    assert not any(x.withdrawn_at for x in desk.child().consents)
    fields = {"track": "P3", "outcome": "withdrawn", "party": "parent"}
    refusal = desk.say("2026-03-03", c.AnswerProcedure, **fields).refusal
    assert refusal is not None
    assert refusal.matches("P3/court")
    court(desk, "2026-03-10 11:00", "confirmed", gi=None)
    assert running(desk) == set()
    assert desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")
    decision = desk.say(
        "2026-03-10 12:00", c.StartHelp, help="hulp", frame_statement="2026-03-10", rights_sheet="2026-03-10"
    )
    assert decision.refusal is None, decision.refusal


@pytest.mark.parametrize("kind", ["suspended", "annulled"])
def test_p3_what_the_court_of_appeal_decides_about_a_replaced_consent_works(kind: str) -> None:
    """Help that needs it stops; a correction of that decision brings it back."""
    desk = court(under_appeal(), "2026-03-10 11:00", kind, gi=None)
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    assert running(desk) == ({"P3", "P13"} if kind == "suspended" else set())
    said = {"second": "sanne", "reason": "Deze beslissing ging over een ander kind."}
    assert desk.say("2026-03-11", c.Correct, order=kind, **said).refusal is None
    assert desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_p3_an_annulment_for_a_later_day_stops_the_help_on_that_day() -> None:
    """Until then the order works."""
    desk = court(under_appeal(), "2026-03-10 11:00", "annulled", gi=None, start="2026-03-20")
    assert desk.state() is State.HELP
    desk.pass_to("2026-03-20")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
