"""The case as it is carried over between runs, by older and newer builds (D13)."""

from __future__ import annotations

import pytest

from states.facts import SCHEMA_VERSION, Case
from states.upcast import UPCASTERS, UnknownVersionError, upcast
from tests.unit.desk import intensive, placed, requested


def test_what_was_carried_over_is_what_it_was() -> None:
    """Through JSON, with everything in it."""
    for desk in (intensive(), placed(), requested()):
        assert upcast(desk.case.model_dump(mode="json")) == desk.case


def test_a_field_of_a_later_build_survives() -> None:
    """Kept, though not known here."""
    carried = intensive().case.model_dump(mode="json")
    carried["later"] = 1
    carried["children"]["kind"]["later"] = 2
    again = upcast(carried).model_dump(mode="json")
    assert (again["later"], again["children"]["kind"]["later"]) == (1, 2)


def test_a_version_of_a_newer_build_is_not_guessed_at() -> None:
    """Operators start that build."""
    with pytest.raises(UnknownVersionError, match="this build knows"):
        upcast({"schema_version": SCHEMA_VERSION + 1, "id": "case"})


def test_every_older_version_has_its_upcaster() -> None:
    """Also for a snapshot that names no version: it is the first."""
    assert set(UPCASTERS) == set(range(1, SCHEMA_VERSION))
    assert upcast({"id": "case"}) == Case(id="case")
