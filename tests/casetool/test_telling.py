"""Everything that an entry can name has Dutch words."""

from __future__ import annotations

from casetool.telling import PETITIONS, TELLS
from casetool.telling_consent import PURPOSES
from states import events
from states.consents.consent import Purpose
from states.facts import PetitionKind


def test_every_petition_and_every_purpose_has_words() -> None:
    """Without them the history of a case could not be shown."""
    assert set(PETITIONS) == set(PetitionKind)
    assert set(PURPOSES) == set(Purpose)


def test_every_event_has_words() -> None:
    """A case worker never reads the name of an event."""
    assert set(TELLS) == set(events.EVENTS)
