"""``scheidslijn law``: the tables in three forms, what differs, and that a provisional edition says so everywhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from casetool import lawsheets, reaching, stack
from casetool.cli import app
from casetool.lawsheets import CONSENTERS, KINDS, ROLES
from casetool.sheets import Form, printed
from casetool.shelf import UnknownEditionError, find
from states.consents.table import Consenter
from states.editions.bill import Bill
from states.editions.book import under
from states.editions.edition import EDITION
from states.people import Role
from states.terms.rule import TermKind
from tests.unit.future import BOOK, FUTURE, reviewed

TABLES = {"table": EDITION.moves, "acts": EDITION.acts, "terms": EDITION.terms, "consent": EDITION.consent}
PROVISIONAL = "voorlopig: nog niet beoordeeld door een jurist, een professional en een cliëntenorganisatie"


@pytest.fixture
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "named", lambda: None)
    monkeypatch.setattr(stack, "running", lambda: None)


@pytest.fixture
def _two_editions() -> Iterator[None]:
    with under(BOOK):
        yield


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["law", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_there_in_every_form(name: str) -> None:
    """As many rows as the edition has; each form names the edition and its status."""
    count = len(TABLES[name])
    text = _run(name)
    assert text.count("\n| ") == count + 2
    assert PROVISIONAL in text
    assert EDITION.id in text
    rows = list(csv.DictReader(io.StringIO(_run(name, "--format", "csv"))))
    assert len(rows) == count
    assert {(row["editie"], row["status"]) for row in rows} == {(EDITION.id, "voorlopig")}
    found = json.loads(_run(name, "--format", "json"))
    assert (found["edition"], found["status"]) == (EDITION.id, "voorlopig")
    assert found["rows"] == [{k: v for k, v in row.items() if k not in {"editie", "status"}} for row in rows]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_names_its_source_and_what_is_unchecked(name: str) -> None:
    """The source, its kind, and [K] where the text still has to be read."""
    for row in json.loads(_run(name, "--format", "json"))["rows"]:
        assert row["bron"]
        assert row["soort bron"] in {"wet", "beleid", "advies", "norm", "ontwerp"}
        assert ("[K" in row["bron"]) == (row["nog na te kijken"] == "ja [K]")


def test_an_edition_in_force_says_so() -> None:
    """And no longer whose review is missing."""
    found = reviewed(EDITION)
    text = printed(lawsheets.consent(found), found, Form.MARKDOWN)
    assert "editie 2026-11 (in werking)" in text
    assert "voorlopig" not in text


def test_every_word_of_the_law_has_a_dutch_one() -> None:
    """A role, a consenter or a kind without one would break a table."""
    assert (set(ROLES), set(CONSENTERS), set(KINDS)) == (set(Role), set(Consenter), set(TermKind))


@pytest.mark.usefixtures("_offline", "_two_editions")
def test_a_difference_is_told_cell_by_cell_and_offline_it_says_so() -> None:
    """The row, what it was, what it becomes; no database, so no cases."""
    text = _run("diff", "2026-11", FUTURE.id)
    assert "| handelingen | 21 | cells.M2 | A | J |" in text
    assert "| termijnen | T01 | length.months | 0 | 6 |" in text
    assert "Niet nagegaan" in text
    found = json.loads(_run("diff", "2026-11", "2027-07", "--json"))
    assert (found["from"]["edition"], found["to"]["edition"]) == (EDITION.id, FUTURE.id)
    assert found["touched"] is None
    assert found["changes"]


@pytest.mark.usefixtures("_offline")
def test_a_bill_can_be_compared_before_it_is_law() -> None:
    """NAME:BILL is the edition with that bill carried out."""
    assert "| handelingen | 51 | cells.M3 | A | J |" in _run("diff", "2026-11", "2026-11:perspectief_rechter")
    assert "Niets." in _run("diff", "2026-11", EDITION.id)


def test_an_edition_that_does_not_exist_is_named_with_those_that_do() -> None:
    """Also a bill that does not exist."""
    for name in ("2030-01", "2026-11:drang"):
        with pytest.raises(UnknownEditionError, match="perspectief_rechter") as told:
            find(name)
        assert EDITION.id in str(told.value)
    assert find("2026-11:wvr").bills == {Bill.LEGAL_PROTECTION}
