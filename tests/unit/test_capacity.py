"""Whether a child can judge a decision: presumed, judged per decision, and what follows (5.1)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.consents.consent import Purpose
from states.people import Authority, AuthorityKind
from states.position import State
from tests.unit.cast import ANNA, PARENTS, at, day
from tests.unit.desk import Desk, agree, helped, intensive, placed, reported, requested

FOURTEEN, SEVENTEEN = day("2012-01-01"), day("2009-01-01")
JUDGED: dict[str, Any] = {"help": "hulp", "able": False, "judged_by": "gedragswetenschapper", "reason": "gesprek"}
PAPERS = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}


def judged(desk: Desk, when: str, **fields: Any) -> Desk:  # noqa: ANN401 - any field of the command
    """Somebody judged that the child cannot judge this help, unless said otherwise."""
    decision = desk.say(when, c.JudgeCapacity, **JUDGED | fields)
    assert decision.refusal is None, decision.refusal
    return desk


def test_who_cannot_judge_this_help_is_not_asked_for_it() -> None:
    """12 to 15: as below 12; for another help the youth is presumed able."""
    desk = judged(reported(born=FOURTEEN), "2026-02-02 09:30")
    consents = desk.child().consents_at(desk.now)
    assert consents.asked(Purpose.HELP, "hulp") == PARENTS
    assert consents.asked(Purpose.HELP, "opvang") == ("kind", *PARENTS)
    assert consents.asked(Purpose.INTENSIVE_HELP) == ("kind", *PARENTS)
    agree(desk, "2026-02-02 10:00", PARENTS, help="hulp")
    assert desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS).refusal is None


def test_a_16_year_old_who_cannot_judge_is_represented_by_who_has_authority() -> None:
    """Jw 7.3.5, 7.3.15 lid 2."""
    desk = judged(reported(born=SEVENTEEN), "2026-02-02 09:30")
    agree(desk, "2026-02-02 10:00", ("kind",), help="hulp")
    assert not desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")
    agree(desk, "2026-02-02 10:00", PARENTS, help="hulp")
    assert desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_an_adult_who_cannot_judge_is_represented_by_a_mentor_and_not_by_parents() -> None:
    """Jw 7.3.15 lid 2-3; without a representative nobody can say yes."""
    desk = helped(born=day("2008-02-10"), people=("kind",))
    agree(desk, "2026-02-03", ("kind",), help="hulp", valid_from=day("2026-02-10"))
    judged(desk, "2026-02-09", valid_from=day("2026-02-10"))
    desk.say(
        "2026-02-09 10:00",
        c.ChangeAuthority,
        authority=(
            *(Authority(holder=p) for p in PARENTS),
            Authority(holder="mia", kind=AuthorityKind.MENTOR, since=day("2026-02-10")),
        ),
    )
    consents = desk.child().consents_at(at("2026-02-10"))
    assert consents.asked(Purpose.HELP, "hulp") == ("mia",)
    alone = desk.child().model_copy(update={"authority": ()}).consents_at(at("2026-02-10"))
    assert not alone.complete(Purpose.HELP, "hulp")


def test_a_mentor_consents_for_an_adult() -> None:
    """And a parent of an adult does not."""
    desk = helped(born=day("2008-02-10"), people=("kind",))
    agree(desk, "2026-02-03", ("kind",), help="hulp", valid_from=day("2026-02-10"))
    desk.say("2026-02-11", c.ChangeAuthority, authority=(Authority(holder="mia", kind=AuthorityKind.MENTOR),))
    agree(desk, "2026-02-11 10:00", ("mia",), help="hulp")
    judged(desk, "2026-02-11 11:00")
    assert desk.state() is State.HELP
    desk.say("2026-02-12", c.WithdrawConsent, person="mia")
    assert desk.state() is State.CLOSED


def test_an_adult_for_whom_nobody_can_speak_has_no_help() -> None:
    """An empty set of people is never a yes."""
    desk = helped(born=day("2008-02-10"), people=("kind",))
    agree(desk, "2026-02-03", ("kind",), help="hulp", valid_from=day("2026-02-10"))
    judged(desk, "2026-02-11")
    assert desk.state() is State.CLOSED


def test_a_judgement_ends_with_the_age_band() -> None:
    """At 16 everybody is presumed able again; a judgement for the time from then can be made before."""
    desk = judged(reported(born=day("2010-03-10")), "2026-02-02 09:30")
    assert desk.child().consents_at(at("2026-03-09")).asked(Purpose.HELP, "hulp") == PARENTS
    assert desk.child().consents_at(at("2026-03-10")).asked(Purpose.HELP, "hulp") == ("kind",)
    judged(desk, "2026-02-03", valid_from=day("2026-03-10"))
    assert desk.child().consents_at(at("2026-03-10")).asked(Purpose.HELP, "hulp") == PARENTS


def test_the_latest_judgement_counts() -> None:
    """Able again: the youth is asked, at once, and nobody presumes its yes (L13 is about birthdays)."""
    desk = reported(born=FOURTEEN)
    judged(desk, "2026-02-02 09:30")
    agree(desk, "2026-02-02 10:00", PARENTS, help="hulp")
    desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS)
    judged(desk, "2026-03-02", able=True)
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)


def test_help_goes_on_without_the_youth_that_cannot_judge() -> None:
    """The title is written anew: a later no of the youth to plain help ends nothing."""
    desk = judged(helped(born=FOURTEEN, people=("kind", *PARENTS)), "2026-02-03")
    assert (desk.moves(), desk.state()) == ([], State.HELP)
    desk.say("2026-02-04", c.WithdrawConsent, person="kind")
    assert desk.state() is State.HELP
    assert desk.new[-1]["effects"]["ahead"][0]["title"]["required"] == list(PARENTS)


def test_a_judgement_known_late_works_from_where_help_began() -> None:
    """What help rested on was written down then."""
    desk = helped(born=FOURTEEN, people=("kind", *PARENTS))
    judged(desk, "2026-02-10", at=at("2026-02-02 10:30"))
    assert desk.child().judgements[0].valid_from > at("2026-02-02 11:00")
    desk.say("2026-02-11", c.WithdrawConsent, person="kind")
    assert desk.state() is State.HELP


def test_intensive_help_asks_its_own_judgement() -> None:
    """Unable for the help is not unable for intensive help."""
    desk = judged(intensive(born=FOURTEEN, people=("kind", *PARENTS)), "2026-02-03")
    desk.say("2026-02-04", c.WithdrawConsent, person="kind", purposes=("intensive_help",))
    assert (desk.moves(), desk.state()) == (["TR-08"], State.HELP)


def test_a_judgement_changes_help_in_r() -> None:
    """TR-31: the Raad goes on, the help stops."""
    desk = reported(born=FOURTEEN)
    judged(desk, "2026-02-02 09:30")
    agree(desk, "2026-02-02 10:00", PARENTS, help="hulp")
    desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS)
    judged(requested(desk), "2026-03-02", able=True)
    assert (desk.moves(), desk.state(), desk.child().help) == (["TR-31"], State.REQUESTED, None)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"help": None}, "5.1/capacity-help"),
        ({"help": None, "purpose": "sharing"}, "5.1/capacity-help"),
        ({"judged_by": ""}, "5.1/capacity-reason"),
        ({"reason": ""}, "5.1/capacity-reason"),
        ({"by": ANNA}, "recorder"),
        ({"at": at("2026-01-01")}, "NX-08"),
    ],
)
def test_a_judgement_names_the_decision_who_and_why(fields: dict[str, Any], rule: str) -> None:
    """Never "in general"."""
    refusal = reported(born=FOURTEEN).say("2026-02-03", c.JudgeCapacity, **JUDGED | fields).refusal
    assert refusal is not None
    assert refusal.matches(rule)
    assert all(reason.remedy for reason in refusal.reasons)


def test_below_12_there_is_nothing_to_judge() -> None:
    """And a measure asks no consent; after the birthday there is."""
    refusal = reported().say("2026-02-03", c.JudgeCapacity, **JUDGED).refusal
    assert refusal is not None
    assert refusal.matches("5.1/capacity-age")
    desk = reported(born=day("2014-03-10"))
    judged(desk, "2026-02-03", valid_from=day("2026-03-10"))
    refusal = placed(born=FOURTEEN).say("2026-02-03", c.JudgeCapacity, **JUDGED).refusal
    assert refusal is not None
    assert refusal.matches("consent/measure")


def test_an_unborn_child_is_helped_through_its_mother() -> None:
    """L20: consent is the mother's own, whoever will have authority after birth."""
    desk = reported(born=None, expected=day("2026-06-01"), mother="anna")
    assert desk.child().consents_at(desk.now).asked(Purpose.HELP) == ("anna",)
    agree(desk, "2026-02-02 10:00", ("anna",), help="hulp")
    assert desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS).refusal is None
