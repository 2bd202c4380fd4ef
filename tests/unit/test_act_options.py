"""Which acts are possible now, by whom, which are not, and how people read that (R-51)."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from casetool.possibilities import acts_shown
from states.acts.may import Answer
from states.acts.options import ActOption, act_options
from states.acts.table import ACTS
from states.people import Role
from tests.unit.acting import FILES, NOW


class Names:
    """Anna has a name; of nobody else it is known."""

    def name_of(self, id_: str) -> str:
        """The name, or the id."""
        return {"zaak.anna": "Anna"}.get(id_, id_)


def _of(place: str) -> dict[int, ActOption]:
    return {option.number: option for option in act_options(FILES[place], NOW)}


@pytest.mark.parametrize("place", FILES)
def test_every_act_is_told_of_with_somebody_who_gets_that_answer(place: str) -> None:
    """And with a way on."""
    found = _of(place)
    assert set(found) == set(ACTS)
    for number, option in found.items():
        assert option.who
        assert option.who <= ACTS[number].who
        assert option.verdict.alternative
        assert not (option.absent and option.verdict.holds)


def test_a_power_is_shown_for_the_gi_of_the_title() -> None:
    """In the measure possible, with what it asks; in the voluntary framework not, and why."""
    during, before = _of("M2")[8], _of("V2")[8]
    assert (during.verdict.holds, during.who) == (True, frozenset({Role.GI}))
    assert [need.rule for need in during.verdict.needs] == ["act-8/necessary"]
    assert before.verdict.answer is Answer.FORBIDDEN
    assert "handeling 9" in before.verdict.alternative


def test_what_does_not_exist_here_is_told_apart() -> None:
    """Act 36 exists only under a supervision; act 42 is the parent's."""
    assert _of("V1")[36].absent
    assert not _of("M2")[36].absent
    assert _of("M2")[42].who == {Role.PARENT}
    assert Role.PARENT in _of("M2")[36].who


def _screen(place: str) -> str:
    out = StringIO()
    console = Console(file=out, width=240)
    for shown in acts_shown(FILES[place], NOW, Names()):
        console.print(shown)
    return out.getvalue()


def test_the_screen_says_what_can_be_what_cannot_and_what_else() -> None:
    """In Dutch, for case workers."""
    text = _screen("M2")
    can, cannot = text.split("Deze handelingen kunnen nu niet")
    assert "schriftelijke aanwijzing geven" in can
    assert "Bij elke handeling hoort ook: waarom u dit doet" in can
    assert "alleen door de rechter" in cannot
    assert "vrijwillige uithuisplaatsing" in cannot
    assert "Bestaat in deze situatie niet" in cannot
    assert "elke medewerker, ook van de Raad" in can
