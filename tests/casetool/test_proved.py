"""No edition runs that was not proved as it is: the record of the last proof, and what the worker does with it."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

import worker
from casetool import logs, proved
from casetool.settings import Settings
from states.editions.book import LawBook, under
from states.editions.edition import EDITION
from tests.unit.future import FUTURE


@pytest.fixture(autouse=True)
def _logging_stays_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_what_was_written_is_proved(tmp_path: Path) -> None:
    """Every edition of the book, by its digest."""
    file = tmp_path / "proved.json"
    proved.write((EDITION, FUTURE), file)
    assert proved.unproved((EDITION, FUTURE), file) == []
    assert proved.stale((EDITION, FUTURE), file) == []


def test_a_rule_that_changes_is_no_longer_proved(tmp_path: Path) -> None:
    """The same name is not enough; an edition that was never proved is named too."""
    file = tmp_path / "proved.json"
    proved.write((EDITION,), file)
    changed = dataclasses.replace(EDITION, moves=EDITION.moves[1:])
    assert proved.unproved((changed, FUTURE), file) == [
        f"edition {changed.id}: other rules were proved under its name",
        f"edition {FUTURE.id}: not proved",
    ]


def test_code_that_changes_makes_the_proof_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables are the same, what reads them is not."""
    file = tmp_path / "proved.json"
    proved.write((EDITION,), file)
    monkeypatch.setattr(proved, "code", lambda: "another")
    assert proved.unproved((EDITION,), file) == []
    assert proved.stale((EDITION,), file) == ["the code of the law is not that of the last proof"]


def test_one_edition_after_the_other_is_proved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the same code they stand together; by other code only the last one is proved."""
    file = tmp_path / "proved.json"
    proved.write((EDITION,), file)
    proved.write((FUTURE,), file)
    assert proved.stale((EDITION, FUTURE), file) == []
    monkeypatch.setattr(proved, "code", lambda: "another")
    proved.write((FUTURE,), file)
    assert proved.unproved((EDITION, FUTURE), file) == [f"edition {EDITION.id}: not proved"]


def test_without_a_record_nothing_is_proved(tmp_path: Path) -> None:
    """A build without the file runs nothing."""
    assert proved.unproved((EDITION,), tmp_path / "proved.json") == [f"edition {EDITION.id}: not proved"]


def test_the_worker_refuses_to_start_on_rules_that_were_not_proved(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a code of its own, before it touches a server, and with what to do."""
    monkeypatch.setattr(worker, "load", lambda: Settings.model_construct(log_json=True, build_id="b"))
    with under(LawBook((EDITION, FUTURE))):
        assert worker.main() == 5
    told = capsys.readouterr().err
    assert FUTURE.id in told
    assert "law check --write" in told


def test_every_log_line_names_the_edition_and_its_status(capsys: pytest.CaptureFixture[str]) -> None:
    """A line about a case is read with the rules in mind that decided."""
    logs.configure(json=True, build="b")
    worker.log.info("something")
    line = capsys.readouterr().err.splitlines()[-1]
    assert f'"edition": "{EDITION.id}"' in line
    assert '"status": "voorlopig"' in line
