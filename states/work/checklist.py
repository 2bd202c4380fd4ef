"""Checklists whose answers are facts: the five steps of the meldcode and "Werken aan Veiligheid" (R-63, R-65, R-66).

The questions are ours; they are not the text of the Besluit or of the kwaliteitskader. Each is tagged with one of the
five basic functions of local teams.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.people import Stored


class BasicFunction(StrEnum):
    """The five basic functions (kamerbrief 23-3-2020, S48)."""

    SAFE_HOME = "safe_home"
    SIGNAL_IN_TIME = "signal_in_time"
    EASY_TO_FIND = "easy_to_find"
    BROAD_VIEW = "broad_view"
    LEARN = "learn"


FUNCTIONS: Mapping[BasicFunction, str] = {
    BasicFunction.SAFE_HOME: "veilige leefomgeving",
    BasicFunction.SIGNAL_IN_TIME: "op tijd zien wat nodig is",
    BasicFunction.EASY_TO_FIND: "hulp die te vinden en te bereiken is",
    BasicFunction.BROAD_VIEW: "kijken met een brede blik",
    BasicFunction.LEARN: "leren en verbeteren",
}


class ChecklistName(StrEnum):
    """Which checklist."""

    MELDCODE = "meldcode"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its short name, what people read, and the basic function it belongs to."""

    id: str
    text: str
    function: BasicFunction


@dataclass(frozen=True, slots=True)
class Template:
    """A checklist, its Dutch title and its source."""

    title: str
    source: str
    questions: tuple[Question, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The short names of its questions."""
        return frozenset(question.id for question in self.questions)


_F = BasicFunction
TEMPLATES: Mapping[ChecklistName, Template] = {
    ChecklistName.MELDCODE: Template(
        title="de vijf stappen van de meldcode",
        source="Jw 4.1.7; Besluit verplichte meldcode [K]",
        questions=(
            Question("step-1", "Welke signalen zijn er, en wie zag wat op welke dag?", _F.SIGNAL_IN_TIME),
            Question("step-2", "Met wie is overlegd: een collega, een deskundige, Veilig Thuis?", _F.BROAD_VIEW),
            Question(
                "step-3", "Wat zeiden de ouders en het kind in het gesprek? Geen gesprek: waarom niet?", _F.BROAD_VIEW
            ),
            Question("step-4", "Hoe ernstig is het, en is er nu gevaar? Hoe is dat gewogen?", _F.SAFE_HOME),
            Question("step-5", "Is een melding nodig? Kan hulp zelf worden gegeven of geregeld?", _F.SAFE_HOME),
        ),
    ),
    ChecklistName.SAFETY: Template(
        title="Werken aan Veiligheid",
        source="kwaliteitskader Werken aan Veiligheid voor lokale teams en gemeenten [K]",
        questions=(
            Question("seen", "Is het kind zelf gezien en gesproken? Wanneer en door wie?", _F.SIGNAL_IN_TIME),
            Question("direct", "Is het kind nu veilig? Waaraan is dat te zien?", _F.SAFE_HOME),
            Question("agreements", "Welke afspraken over veiligheid zijn er, en wie houdt zich waaraan?", _F.SAFE_HOME),
            Question("causes", "Waardoor is het onveilig? Denk aan wonen, geld, werk en gezondheid.", _F.BROAD_VIEW),
            Question("network", "Wie uit het eigen netwerk helpt mee?", _F.EASY_TO_FIND),
            Question("stable", "Wat is nodig om het veilig te houden?", _F.SAFE_HOME),
            Question("recovery", "Wat hebben kind en ouders nodig om te herstellen?", _F.SAFE_HOME),
            Question("contact", "Wie is voor het gezin te bereiken, ook 's avonds?", _F.EASY_TO_FIND),
            Question("review", "Wanneer wordt samen gekeken of het werkt?", _F.LEARN),
        ),
    ),
}
"""Every checklist; there are no others."""


class Filled(Stored):
    """A checklist with answers, on a day in Amsterdam; the answers stand in the detail of the entry."""

    id: str
    checklist: ChecklistName
    answered: tuple[str, ...]
    on: date

    @property
    def missing(self) -> tuple[str, ...]:
        """The questions without an answer, in their order."""
        return tuple(q.id for q in TEMPLATES[self.checklist].questions if q.id not in self.answered)

    @property
    def functions(self) -> frozenset[BasicFunction]:
        """The basic functions that the answers are about."""
        return frozenset(q.function for q in TEMPLATES[self.checklist].questions if q.id in self.answered)
