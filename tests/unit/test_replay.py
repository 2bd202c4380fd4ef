"""Domain replay: what is recorded follows from the law again, and whatever was made to say something else is named."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from audit.folding import Body
from audit.replay import replay
from audit.then_and_now import then_and_now
from casetool.scenario import Outcome, Paper, load, play
from states import commands as c
from states.acts.act import Cell
from states.editions.book import under
from states.editions.edition import EDITION, Edition
from tests.unit.audited import bent, lapsed, late_order, read
from tests.unit.cast import GI
from tests.unit.desk import Desk, helped, intensive, placed, provisional, reported, supervised
from tests.unit.future import BOOK, FUTURE

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "casetool/scenarios").glob("*.toml"), *(ROOT / "tests/scenario/cases").glob("*.toml")])


class Kept(Paper):
    """Paper that keeps what was sent."""

    def __init__(self) -> None:
        """Nothing was sent."""
        super().__init__()
        self.sent: dict[str, c.Base] = {}

    @override
    async def send(self, command: c.Base) -> Outcome:
        """Keep it, and decide."""
        self.sent[command.id] = command
        return await super().send(command)


def histories(file: Path) -> Iterator[tuple[list[Body], dict[str, c.Base]]]:
    """The entries of every course of a scenario, and the commands behind them."""
    for course in load(file).plays():
        stage = Kept()
        asyncio.run(play(course, stage))
        yield json.loads(json.dumps(asyncio.run(stage.entries()))), stage.sent


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_scenario_follows_from_the_law_again(file: Path) -> None:
    """Without a difference; with its commands, every entry is decided again, without them refusals and lapses are."""
    for entries, sent in histories(file):
        alone, whole = replay(entries), replay(entries, sent=sent)
        assert (alone.first, alone.undecided) == (None, 0)
        assert (whole.first, whole.again, whole.adopted) == (None, len(entries), 0)
        known = [entry for entry in entries if entry["event"] == "refused" or entry["command"].startswith("lapse/")]
        assert alone.again >= len(known)


def _first(entries: list[Body], **changes: Any) -> tuple[int, str]:  # noqa: ANN401 - as bent
    seq = changes.pop("seq")
    found = replay(bent(entries, seq, **changes))
    assert found.first is not None
    assert found.count >= 1
    return found.first.seq, found.first.what


@pytest.mark.parametrize(
    ("made", "event", "changes", "what"),
    [
        (supervised, "moved", {"to": "court_measure.guardianship"}, "to"),
        (supervised, "moved", {"framework_after": "voluntary"}, "framework_after"),
        (supervised, "moved", {"title__order": "kind/order9"}, "title.order"),
        (supervised, "moved", {"move": "TR-99", "facts__move": "TR-99"}, "move"),
        (helped, "moved", {"from": "closed"}, "from"),
        (
            helped,
            "moved",
            {"effects__ahead": [{"at": "2026-03-01T00:00:00.000000Z", "to": "closed"}]},
            "effects.ahead[0].at",
        ),
        (placed, "order_recorded", {"effects__orders": []}, "effects.orders[0]"),
        (helped, "consent_given", {"effects__consents": []}, "effects.consents[0]"),
        (supervised, "order_recorded", {"kind": "act"}, "kind"),
    ],
)
def test_an_entry_that_says_something_else_is_named(
    made: Callable[[], Desk], event: str, changes: dict[str, Any], what: str
) -> None:
    """The first difference: which entry, and what of it."""
    entries = read(made())
    seq = next(entry["seq"] for entry in reversed(entries) if entry["event"] == event)
    assert _first(entries, seq=seq, **changes)[:2] == (seq, what)


def test_a_term_with_another_day_is_named() -> None:
    """Of a power by the order, of a duty by the length of its rule."""
    entries = read(provisional())
    entry, place = next(
        (e, n) for e in entries for n, t in enumerate(e["effects"].get("terms_opened", ())) if t["rule"] == "T03"
    )
    longer = json.loads(json.dumps(entry["effects"]["terms_opened"]))
    longer[place] |= {"due": "2026-07-02", "at": "2026-07-01T22:00:00.000000Z"}
    found = replay(bent(entries, entry["seq"], effects__terms_opened=longer))
    assert found.first is not None
    assert (found.first.recorded, found.first.recomputed) == ("2026-07-02", "2026-05-02")


def test_what_should_have_lapsed_and_did_not_is_named() -> None:
    """The power ended in February; without the entries of that, the next command stands on nothing."""
    entries = read(lapsed())
    gone = [entry for entry in entries if entry["actor"]["role"] != "system"]
    for number, entry in enumerate(gone, start=1):
        entry["seq"] = number
    found = replay(gone)
    assert found.first is not None
    assert (found.first.child, found.first.what, found.first.recomputed) == ("kind", "actor.id", "system")


def test_a_refusal_is_decided_again() -> None:
    """A refusal on another rule than the law gives, or of what the law allows, is a difference."""
    entries = read(lapsed())
    seq = entries[-1]["seq"]
    assert replay(entries).first is None
    assert _first(entries, seq=seq, facts__rules=["act-9"]) == (seq, "facts.rules[0]")
    allowed = dict(entries[-1]["detail"]["data"]["command"], do="note", text="gesprek thuis")
    allowed.pop("act")
    found = replay(bent(entries, seq, detail__data__command=allowed))
    assert ("event", "refused", "noted") in {(d.what, d.recorded, d.recomputed) for d in found.differences}


def test_what_cannot_be_decided_again_says_so() -> None:
    """A refusal without its command, or with a part that only its key opens; an edition of another book."""
    entries = read(lapsed())
    seq = entries[-1]["seq"]
    without = replay(bent(entries, seq, detail__data={"reasons": []}))
    assert (without.first, without.undecided) == (None, 1)
    assert list(without.why) == ["the refusal does not say what was asked"]
    sealed = replay(bent(entries, seq, detail__data__command__act="sealed:v1:key:commitment:box"))
    assert (sealed.first, list(sealed.why)) == (
        None,
        ["what was asked cannot be read again: part of it is sealed"],
    )
    elsewhere = replay(bent(entries, 1, edition="1995-01", edition_digest="0" * 64))
    assert elsewhere.undecided == sum(entry["command"] == entries[0]["command"] for entry in entries)
    assert "edition 1995-01 is not in this book" in elsewhere.why


def test_sealed_text_does_not_matter_to_what_follows() -> None:
    """Detail and free text may be tokens; everything is still worked out."""
    entries = [entry | {"detail": {"sealed": True, "data": "sealed:v1:key:commitment:box"}} for entry in read(helped())]
    assert (replay(entries).first, replay(entries).adopted) == (None, len(entries))


def test_entries_are_replayed_under_the_edition_of_their_day() -> None:
    """Under a book with two editions each counts from its own day; an entry that names the other one is named."""
    with under(BOOK):
        desk = reported()
        desk.say("2027-07-02 09:00", c.Note, text="gesprek thuis")
        entries = read(desk)
        assert [entry["edition"] for entry in entries if entry["event"] == "noted"] == [FUTURE.id]
        assert replay(entries).first is None
        wrong = bent(entries, entries[-1]["seq"], edition=EDITION.id, edition_digest=EDITION.digest)
        assert replay(wrong).differences[-1].what == "edition"


def test_the_same_history_under_the_same_rules_is_the_same() -> None:
    """Then and now differ in nothing."""
    for made in (intensive, placed, provisional, late_order, lapsed):
        assert then_and_now(read(made()), EDITION) == []


def test_a_move_that_todays_rules_do_not_have_would_be_refused() -> None:
    """A row that is gone, or that others may make."""
    gone = dataclasses.replace(EDITION, moves=tuple(m for m in EDITION.moves if m.id != "TR-02"))
    (found,) = then_and_now(read(helped()), gone)
    assert (found.framework, found.what, found.now) == (
        "voluntary",
        "TR-02: voluntary.assessment to voluntary.help",
        "refused",
    )
    others = _bent_row("TR-02", who=frozenset({GI.role}))
    assert [(f.now, f.rule) for f in then_and_now(read(helped()), others)] == [("refused", "TR-02/who")]


def _bent_row(name: str, **changes: Any) -> Edition:  # noqa: ANN401 - any field of a row
    moves = tuple(dataclasses.replace(m, **changes) if m.id == name else m for m in EDITION.moves)
    return dataclasses.replace(EDITION, moves=moves)


def test_an_act_that_todays_rules_forbid_would_be_refused() -> None:
    """A directive of the GI, where another edition leaves it to the judge."""
    desk = supervised()
    desk.inform("2026-03-01")
    done = desk.say("2026-03-02", c.RegisterAct, by=GI, act=21, sent_on="2026-03-02")
    assert done.refusal is None, done.refusal
    act = EDITION.acts[21]
    strict = dataclasses.replace(
        EDITION, acts={**EDITION.acts, 21: dataclasses.replace(act, cells={**act.cells, "M2": Cell.FORBIDDEN})}
    )
    (found,) = then_and_now(read(desk), strict)
    assert (found.framework, found.what, found.now, found.rule) == ("compulsory", "act 21", "refused", "act-21")


def test_what_was_refused_and_would_be_allowed_now_is_told() -> None:
    """The refused command is decided again under the other rules."""
    desk = helped()
    assert desk.say("2026-02-20", c.RegisterAct, act=14).refusal is not None
    act = EDITION.acts[14]
    free = dataclasses.replace(act, cells=dict.fromkeys(act.cells, Cell.ALLOWED), conditions=())
    loose = dataclasses.replace(EDITION, acts={**EDITION.acts, 14: free})
    (found,) = then_and_now(read(desk), loose)
    assert (found.framework, found.what, found.now) == ("voluntary", "refused act-14", "allowed")
    assert then_and_now(read(desk), EDITION) == []
