"""A play that comes out differently says so, in words, with what was expected and what there is."""

from __future__ import annotations

import io
import json
import tomllib

import pytest
from rich.console import Console
from scenariokit import SMALL, example, played

from casetool.scenario import Paper, PlayResult, parse, play, report

NEXT = '\n[[step]]\nat = 2026-01-13\nby = "lotte"\nchild = "kim"\n'


async def found(added: str) -> list[tuple[str, str, str]]:
    """What differs when lines are added to the small scenario."""
    result = await played(parse(tomllib.loads(SMALL + added + "\n"), "my.toml"))
    return [(d.what, d.expected, d.got) for _, d in result.differences]


WRONG = [
    ('expect.state = "V1"', "situatie", "V1 vrijwillige hulp", "V0 aanmelding en afweging"),
    ('expect.state = "none"', "situatie", "nog niet in een zaak", "V0 aanmelding en afweging"),
    ('expect.framework = "compulsory"', "kader", "gedwongen", "vrijwillig"),
    ('expect.closed = "C1"', "reden van sluiten", "C1", "niets"),
    ("expect.since = 2026-01-11", "sinds", "2026-01-11", "2026-01-12"),
    ('expect.since = "2026-01-12 08:00"', "sinds", "2026-01-12 08:00", "2026-01-12 09:00"),
    ('expect.move = "TR-02"', "overgang", "TR-02", "TR-01"),
    ("expect.move = false", "overgang", "geen", "TR-01"),
    ("expect.terms.T44 = 2026-01-20", "termijn T44", "2026-01-20", "2026-01-19"),
    ("expect.terms.T44 = false", "termijn T44", "loopt niet", "2026-01-19"),
    ("expect.terms.T24 = 2026-01-20", "termijn T24", "2026-01-20", "loopt niet"),
    ('expect.terms_ended.T44 = "met"', "einde van termijn T44", "gehaald", "eindigde niet in deze stap"),
    ('expect.notices = "C"', "kennisgeving aan", "C", "O, anna"),
    ('expect.notices = "!anna"', "kennisgeving aan", "niet anna", "O, anna"),
    ('expect.tasks = ["safety"]', "taak", "safety", "keeps-sight"),
    ('expect.flags = ["NX-06"]', "signaal", "NX-06", "niets"),
    ("expect.placement = true", "machtiging uithuisplaatsing", "ja", "nee"),
    ('expect.gi = "GI Fictieland"', "GI met de maatregel", "GI Fictieland", "geen"),
    (
        'expect.ahead = { 2030-01-01 = "V1" }',
        "vanzelf, later",
        "2030-01-01 V1 vrijwillige hulp",
        "2036-01-01 C afgesloten",
    ),
    ('expect.refused = "NX-01"', "weigering", "NX-01", "niet geweigerd"),
    (f'{NEXT}do = "act"\nact = 6\nreason = "Overleg met de wijkagent."\nexpect.answer = "T"', "antwoord", "T", "A"),
    (f'{NEXT}do = "act"\nact = 99\nexpect = {{ answer = "A", refused = "act-99" }}', "antwoord", "A", "geen antwoord"),
]


@pytest.mark.parametrize(("added", "what", "expected", "got"), WRONG)
async def test_shows_what_was_expected_and_what_there_is(added: str, what: str, expected: str, got: str) -> None:
    """One wrong expectation, one difference."""
    assert await found(added) == [(what, expected, got)]


async def test_an_unexpected_refusal_fails_with_its_reasons() -> None:
    """In Dutch, with every rule id, so that the author of a file can name them."""
    ((what, expected, got),) = await found(f'{NEXT}do = "raad_accepts"')
    assert (what, expected) == ("weigering", "niet geweigerd")
    assert got.startswith("[TR-22/from] Dit kan niet vanuit de huidige situatie: aanmelding en afweging.")


async def test_another_refusal_than_the_expected_one_fails() -> None:
    """A refusal is only right for the right reason."""
    ((what, expected, got),) = await found(f'{NEXT}do = "raad_accepts"\nexpect.refused = "NX-01"')
    assert (what, expected) == ("weigering", "NX-01")
    assert "[TR-22/from]" in got


async def test_a_forbidden_act_is_refused_without_saying_so() -> None:
    """``answer = "X"`` says enough."""
    assert await found(f'{NEXT}do = "act"\nact = 21\nexpect.answer = "X"') == []


async def test_a_refused_step_changes_nothing() -> None:
    """Its expectations are about what was there before."""
    wanted = '{ refused = "TR-02", state = "V0", move = false, terms = { T44 = 2026-01-19 } }'
    assert await found(f'{NEXT}do = "start_help"\nexpect = {wanted}') == []


async def _example(wrong: bool) -> PlayResult:  # noqa: FBT001 - a word for it
    raw = example()
    if wrong:
        raw["step"][0]["expect"]["state"] = "V1"
    return await play(next(parse(raw, "docs").plays()), Paper(), file="my.toml")


async def test_json_has_every_step_and_difference() -> None:
    """One document for all plays."""
    right, wrong = await _example(wrong=False), await _example(wrong=True)
    document = json.loads(report.as_json([right, wrong]))
    assert document["ok"] is False
    assert [play["ok"] for play in document["plays"]] == [True, False]
    first = document["plays"][1]["steps"][0]
    assert first["moment"] == "2026-01-12T08:00:00Z"
    assert first["children"] == {"sara": {"before": "none", "after": "voluntary.assessment", "framework": "voluntary"}}
    assert first["differences"] == [
        {"child": "sara", "what": "situatie", "expected": "V1 vrijwillige hulp", "got": "V0 aanmelding en afweging"}
    ]


async def test_the_screen_tells_each_step_each_entry_and_each_difference() -> None:
    """A line per step, a table, and at the end where it differs."""
    screen = io.StringIO()
    console = Console(file=screen, width=220, color_system=None)
    raw = example()
    raw["step"][0]["expect"]["state"] = "V1"
    course = next(parse(raw, "docs").plays())
    result = await play(course, Paper(), progress=report.progress(console, course))
    report.show(console, result)
    text = screen.getvalue()
    assert "× 1/9 2026-01-12 09:00 De school belt het lokale team. (sara –→V0)" in text
    assert "✓ 6/9 2026-03-02 14:00 De kinderrechter beslist. (sara V1→M2)" in text
    assert "vanzelf: TR-70 de maatregel loopt af" in text
    assert "geweigerd: Er is geen toestemming voor deze hulp van: finn." in text
    assert "stap 1, 2026-01-12 09:00: sara: situatie: verwacht V1 vrijwillige hulp, gekregen V0 aanmelding" in text


async def test_the_screen_says_that_all_was_as_expected() -> None:
    """And then nothing else."""
    screen = io.StringIO()
    report.show(Console(file=screen, width=220, color_system=None), await _example(wrong=False))
    assert "✓ 9 stappen, alles zoals verwacht" in screen.getvalue()
