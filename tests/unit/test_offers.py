"""Help that was offered and what each said to it: facts, no consent, and no consequence (4.4)."""

from __future__ import annotations

from typing import Any

import pytest

from casetool.telling import told
from states import commands as c
from states.people import Actor, Role
from tests.unit.cast import ANNA, BART, GI, TEAM, day
from tests.unit.desk import Desk, helped, reported, supervised
from tests.unit.rows import PAPERS

OFFER: dict[str, Any] = {"key": "coach", "help": "coach", "what": "Twee keer per week een coach thuis."}
YOUTH = Actor(id="kind", role=Role.YOUTH)


class Names:
    """Everybody is called by their id."""

    def name_of(self, id_: str) -> str:
        """The id, with a capital."""
        return id_.capitalize()


def offered(**fields: Any) -> Desk:  # noqa: ANN401 - any field of an offer
    """A child to whose people a coach was offered on 3 February."""
    desk = reported(**fields.pop("about", {}))
    decision = desk.say("2026-02-03", c.OfferHelp, **OFFER | fields)
    assert decision.refusal is None, decision.refusal
    return desk


def test_an_offer_is_a_fact_with_its_day_and_its_people() -> None:
    """Without names: to everybody who reads a sheet; the words are sealed."""
    desk = offered(about={"born": day("2013-03-03")})
    (offer,) = desk.child().work.offers
    assert (offer.help, offer.on, offer.to) == ("coach", day("2026-02-03"), ("anna", "bart", "kind"))
    assert offer.provider == TEAM.organisation
    assert offer.waiting == ("anna", "bart", "kind")
    assert "Twee keer per week" not in desk.case.model_dump_json()
    assert desk.moves() == []


def test_each_says_yes_or_no_and_may_say_something_else_later() -> None:
    """By themselves or through a worker; the last word of each counts."""
    desk = offered()
    for when, by, person, accepted in (
        ("2026-02-04", ANNA, None, True),
        ("2026-02-04", TEAM, "bart", False),
        ("2026-02-05", BART, None, True),
    ):
        more = {"person": person} if person else {}
        assert desk.say(when, c.AnswerOffer, by=by, key="coach", accepted=accepted, **more).refusal is None
    (offer,) = desk.child().work.offers
    assert {(one.person, one.accepted, one.on) for one in offer.replies} == {
        ("anna", True, day("2026-02-04")),
        ("bart", True, day("2026-02-05")),
    }
    assert offer.waiting == ()
    said = "Anna ja op 2026-02-04; Bart ja op 2026-02-05"
    line = told(desk.new[-1], Names())
    assert line == f"aanbod: coach, door Lokaal team Zonstad, aangeboden op 2026-02-03: {said}"


def test_a_yes_to_an_offer_is_no_consent_and_a_no_changes_nothing() -> None:
    """Help still begins on consent; what runs goes on."""
    desk = offered()
    for by in (ANNA, BART):
        desk.say("2026-02-04", c.AnswerOffer, by=by, key="coach", accepted=True)
    assert desk.child().consents == ()
    refusal = desk.say("2026-02-04", c.StartHelp, help="coach", **PAPERS).refusal
    assert refusal is not None
    assert refusal.rule == "TR-02/help-consent"
    runs = helped()
    runs.say("2026-02-03", c.OfferHelp, **OFFER)
    before = runs.child()
    runs.say("2026-02-04", c.AnswerOffer, by=ANNA, key="coach", accepted=False)
    after = runs.child()
    assert after.model_copy(update={"work": before.work}) == before
    assert (runs.tasks(), runs.flags()) == ([], set())


def test_it_can_be_offered_under_a_measure_too() -> None:
    """And by the GI, that gives none itself: it names who would."""
    desk = supervised()
    assert desk.say("2026-02-03", c.OfferHelp, by=GI, provider="Jeugdhulp Fictie", **OFFER).refusal is None


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("offer/what", {"what": " "}),
        ("offer/provider", {"by": TEAM.model_copy(update={"organisation": None})}),
        ("offer/key", {"key": "taken"}),
        ("recorder", {"by": ANNA}),
        ("NX-03", {"what": "Neem deze hulp aan, anders vragen wij een uithuisplaatsing aan.", "help": "drang"}),
    ],
)
def test_an_offer_that_is_none_is_refused(rule: str, fields: dict[str, Any]) -> None:
    """With what is missing, and a way on."""
    desk = offered(key="taken")
    refusal = desk.say("2026-02-03", c.OfferHelp, **OFFER | fields).refusal
    assert refusal is not None
    assert refusal.matches(rule)
    assert all(reason.remedy for reason in refusal.reasons)


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("offer/unknown", {"key": "iets-anders"}),
        ("offer/person", {"person": "oma"}),
        ("offer/person", {"by": ANNA, "person": "bart"}),
        ("offer/person", {"by": YOUTH}),
    ],
)
def test_an_answer_out_of_order_is_refused(rule: str, fields: dict[str, Any]) -> None:
    """Only to what was offered to this person, and for oneself."""
    said: dict[str, Any] = {"key": "coach", "accepted": False, "person": "anna"} | fields
    if said["person"] == "anna" and "by" in fields:
        del said["person"]
    refusal = offered().say("2026-02-04", c.AnswerOffer, **said).refusal
    assert refusal is not None
    assert refusal.rule == rule


def test_in_their_own_words_somebody_may_say_what_they_like() -> None:
    """What a family says is not checked as what is said to a family."""
    desk = offered()
    words = "Zij dreigen met een uithuisplaatsing als wij nee zeggen."
    said: dict[str, Any] = {"by": ANNA, "key": "coach", "accepted": False, "statement": words}
    assert desk.say("2026-02-04", c.AnswerOffer, **said).refusal is None
    assert words not in desk.case.model_dump_json()
