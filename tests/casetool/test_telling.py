"""Everything that an entry can name has Dutch words."""

from __future__ import annotations

from casetool.telling import PETITIONS, TELLS
from casetool.telling_consent import PURPOSES
from casetool.telling_family import PROCEDURE_OUTCOMES, help_reported, sight
from states import events
from states.consents.consent import Purpose
from states.facts import PetitionKind
from states.tracks.table import TRACKS


def test_every_petition_and_every_purpose_has_words() -> None:
    """Without them the history of a case could not be shown."""
    assert set(PETITIONS) == set(PetitionKind)
    assert set(PURPOSES) == set(Purpose)


def test_every_event_has_words() -> None:
    """A case worker never reads the name of an event."""
    assert set(TELLS) == set(events.EVENTS)


def test_every_answer_in_a_procedure_has_words() -> None:
    """Also those that only the court gives."""
    given = {outcome.name for track in TRACKS for step in track.steps for outcome in step.outcomes}
    assert given | {"annulled", "confirmed"} == set(PROCEDURE_OUTCOMES)


def test_who_keeps_sight_and_which_help_runs_are_told_in_dutch() -> None:
    """Each in one line, with the name of the person."""

    class Names:
        def name_of(self, id_: str) -> str:
            return {"sanne": "Sanne"}[id_]

    assert sight({"facts": {"person": "sanne"}}, Names()) == "Sanne houdt zicht op de veiligheid"
    assert sight({"facts": {}}, Names()) == "niemand houdt nu nog zicht op de veiligheid"
    runs = {"facts": {"help": "coach", "on": "2026-03-02"}}
    assert help_reported(runs, Names()) == "hulp tijdens de maatregel: coach loopt sinds 2026-03-02"
    stopped = {"facts": {"help": "coach", "on": "2026-03-02", "runs": False}}
    assert help_reported(stopped, Names()) == "hulp tijdens de maatregel: coach is gestopt op 2026-03-02"
