"""Entries: the fixed shape in which the log holds what happened, and reading it back."""

from __future__ import annotations

import json
import re

from states import commands as c
from states.entry import Trace, bodies, happened, stamp
from states.evolve import evolve
from states.facts import Case
from states.position import State
from tests.unit.cast import GI, RAAD, at, day, opening, order
from tests.unit.desk import Desk, agree, helped, imported, intensive, petitioned, placed, supervised

KEYS = re.findall(
    r"\w+",
    "actor build case child command detail edition edition_digest effective_at effects event facts framework_after "
    "framework_before from kind move recorded_at rules run seq title to v workflow",
)
MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")


def _lives() -> list[Desk]:
    """Cases in which about everything happened."""
    desks = [
        intensive(),
        petitioned(helped()),
        placed(),
        imported(order("guardianship", "2026-02-01", sent_on="2026-02-01")),
    ]
    desks[0].say("2026-03-02", c.WithdrawConsent, person="anna")
    desks[1].say("2026-03-02", c.CourtOrder, by=RAAD, order=order("refused", "2026-03-02"))
    desks[2].say("2026-03-02", c.RegisterAct, by=GI, act=21)
    desks[2].say("2026-03-02", c.StartHelp, help="hulp")
    for desk in desks:
        desk.pass_to("2040-01-01")
    return desks


def test_every_entry_has_exactly_the_keys_of_version_1() -> None:
    """In canonical order the database checks them."""
    for desk in _lives():
        for body in desk.log:
            assert sorted(body) == KEYS
            assert body["v"] == 1
            assert MOMENT.match(body["effective_at"])
            assert MOMENT.match(body["recorded_at"])
            move = [body[k] for k in ("move", "from", "to", "framework_before", "framework_after")]
            assert all(move) if body["kind"] == "transition" else not any(move)


def test_an_entry_is_plain_json_and_reads_back_as_itself() -> None:
    """Folding what was stored gives the case (D8)."""
    for desk in _lives():
        case = Case(id="case")
        for body in desk.log:
            case = evolve(case, happened(json.loads(json.dumps(body))))
        assert case.children == desk.case.children
        assert case.seq == len(desk.log)


def test_a_head_is_kept_with_the_case() -> None:
    """The hash of the last entry."""
    desk = helped()
    assert evolve(desk.case, happened({**desk.log[-1], "seq": desk.case.seq + 1}), "ab" * 32).head == "ab" * 32


def test_words_and_names_stand_only_in_the_sealed_part() -> None:
    """D11, D12: what stays readable holds no text that somebody typed."""
    desk = Desk()
    secret = "Er is thuis geschreeuwd"  # noqa: S105 - a text, not a password
    desk.say("2026-02-02", c.Report, opening=opening(names={"anna": "Anna Jansen"}), report=secret, reason=secret)
    desk.say("2026-02-03", c.Note, text=secret)
    desk.say("2026-02-04", c.StartHelp, help="hulp", reason=secret)
    for body in desk.log:
        readable = json.dumps({k: v for k, v in body.items() if k != "detail"})
        assert secret not in readable
        assert "Noor" not in readable
        assert "Jansen" not in readable
    assert secret in json.dumps([body["detail"] for body in desk.log])
    assert "Jansen" in json.dumps([body["detail"] for body in desk.log])


def test_only_the_last_entry_of_a_command_foretells() -> None:
    """Of each child; and not of one that nobody has moved yet."""
    desk = helped()
    agree(desk, "2026-02-03", help="opvang")
    assert "ahead" in desk.new[-1]["effects"]
    desk.say("2026-02-04", c.WithdrawConsent, person="anna")
    assert ["ahead" in b["effects"] for b in desk.new] == [False, True]
    planned = imported(order("guardianship", "2026-02-02", sent_on="2026-02-10"))
    assert planned.state() is State.NONE
    assert not any("ahead" in b["effects"] for b in planned.log)


def test_a_consent_stopped_before_it_began_was_never_there() -> None:
    """Its period is empty, and never the wrong way round."""
    desk = supervised()
    agree(desk, "2026-03-01", ("anna",), help="hulp", valid_from=day("2027-02-02"))
    desk.say("2026-04-01", c.WithdrawConsent, person="anna")
    row = desk.new[-1]["effects"]["consents"][0]
    assert row["valid_from"] == row["valid_until"] == "2027-02-01T23:00:00.000000Z"


def test_a_move_names_what_the_state_rests_on() -> None:
    """An order, or a complete set of consents (D9); nothing for V0, R and C."""
    titles = {b["to"]: b["title"] for desk in _lives() for b in desk.log if b["move"]}
    assert titles[State.ASSESSMENT] is None
    assert titles[State.REQUESTED] is None
    assert titles[State.CLOSED] is None
    assert titles[State.SUPERVISION_WITH_PLACEMENT]["order"].startswith("kind/order")
    assert titles[State.GI_LED]["required"] == ["anna", "bart"]
    assert len(titles[State.GI_LED]["consents"]) == 4


def test_moments_are_written_in_utc_with_six_decimals() -> None:
    """Always the same length, so that they sort."""
    assert stamp(at("2026-07-01 00:00")) == "2026-06-30T22:00:00.000000Z"


def test_no_drafts_make_no_bodies() -> None:
    """Nothing happened."""
    assert bodies((), "case", at("2026-01-01"), Trace("", "", "", "")) == []
