"""docs/audit.md: each example in it is what the command prints of a case that this test makes."""

from __future__ import annotations

import dataclasses
import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.at_moment import at_moment
from audit.cohort import cohort
from audit.comparing import Missing, here, missing
from audit.comparing import read as read_list
from audit.drift import Finding, Grade
from audit.gaps import gaps
from audit.readers import Reading, looked
from audit.refusals import refusals
from audit.replay import replay
from audit.standings import Standings
from audit.then_and_now import then_and_now
from audit.timeline import timeline
from audit.verifying import Verified
from audit.who_knew import who_knew
from casetool.commands import audit, audit_case, audit_log, audit_many, audit_replay, audit_verify
from states.acts.act import Cell
from states.editions.edition import EDITION
from tests.unit.audited import NOW, bent, lapsed, late_order, read
from tests.unit.cast import at

PAGE = Path(__file__).parents[2] / "docs" / "audit.md"
ENTRIES = read(late_order())
LOOKS = [Reading("case", 1, None, "inspectie-1", "command_line", None, "timeline", "audit", at("2026-04-01 10:00"))]
LIST = """kind,child,date,order,number
order,kind,2026-02-16,supervision,C/99/1
order,kind,2026-02-23,placement,C/99/2
"""


def _stricter() -> None:
    act = EDITION.acts[17]
    cells = dict.fromkeys(act.cells, Cell.FORBIDDEN)
    acts = {**EDITION.acts, 17: dataclasses.replace(act, cells=cells, exceptions=())}
    edition = dataclasses.replace(EDITION, name="2028-01", acts=acts)
    audit_replay.show_otherwise("case", dataclasses.replace(edition, name="2028-01"), then_and_now(ENTRIES, edition))


def _bent() -> None:
    seq = next(entry["seq"] for entry in ENTRIES if entry["move"] == "TR-42")
    audit_replay.show_replay("case", replay(bent(ENTRIES, seq, framework_after="voluntary")), [])


def _faulty() -> None:
    found = Verified(cases=1, entries=10, readings=1)
    found.fault("case case, entry 8: columns say otherwise than the body: actor_id")
    audit_verify.show_verified(found, "case")


def _many() -> None:
    found = cohort([ENTRIES, read(lapsed())], NOW)
    norms = tuple(norm for norm in found.norms if norm.rule == "T44")
    late = tuple(one for one in found.lateness if one.event == "order_recorded")
    audit_many.show_cohort(dataclasses.replace(found, norms=norms, lateness=late))


def _compared() -> list[Missing]:
    return missing(read_list(io.StringIO(LIST)), here(ENTRIES), [Standings(ENTRIES)])


BEHIND = Finding(
    {"kind": "compulsory"},
    "case",
    Grade.BEHIND,
    "entries and workflow",
    "the workflow has seen entry 9, the log ends at 10",
)
EXAMPLES: dict[str, Callable[[], object]] = {
    "timeline": lambda: audit_case.show_timeline("case", timeline(ENTRIES)),
    "at": lambda: audit_case.show_moment(at_moment(ENTRIES, at("2026-02-25"))[0]),
    "who-knew": lambda: audit_case.show_known(who_knew(ENTRIES, LOOKS)[-2:]),
    "readers": lambda: audit_case.show_readers("case", looked(ENTRIES, LOOKS)),
    "refusals": lambda: audit_many.show_refusals(refusals(read(lapsed()))),
    "gaps": lambda: audit_many.show_gaps(gaps(ENTRIES, NOW)[-2:]),
    "cohort": _many,
    "compare": lambda: audit_many.show_missing(
        2, missing(read_list(io.StringIO(LIST)), here(ENTRIES), [Standings(ENTRIES)])
    ),
    "replay": lambda: audit_replay.show_replay("case", replay(ENTRIES), []),
    "replay-difference": _bent,
    "replay-under": _stricter,
    "verify": _faulty,
    "drift": lambda: audit_verify.show_drift([BEHIND]),
}


def _examples() -> dict[str, str]:
    text = PAGE.read_text(encoding="utf-8")
    return dict(re.findall(r"<!-- example: ([\w-]+) -->\n```text\n(.*?)```", text, re.DOTALL))


def _printed(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    EXAMPLES[name]()
    text = capsys.readouterr().out
    text = re.sub(r"\+[0-9a-f]{8}", "+…", text)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_what_the_command_prints(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Line by line; to write the page anew, put what is printed here into it."""
    assert _examples()[name] == _printed(name, capsys)


def test_every_command_and_every_example_is_on_the_page() -> None:
    """And the page has no example of its own."""
    assert _examples().keys() == EXAMPLES.keys()
    text = PAGE.read_text(encoding="utf-8")
    ours = {audit_case, audit_log, audit_many, audit_replay, audit_verify}
    known = [c for c in audit.app.registered_commands if sys.modules[getattr(c.callback, "__module__", "")] in ours]
    assert len(known) == 12
    assert [c.name for c in known if f"audit {c.name}" not in text] == []
