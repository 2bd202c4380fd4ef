"""The glossary: words of the law that a sheet cannot do without, each explained where it is first used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Word:
    """A word, how it can be recognised in a text (``forms``), and what it means in plain words."""

    word: str
    meaning: str
    forms: tuple[str, ...]

    @property
    def named(self) -> bool:
        """Whether it is a name, which keeps its capitals: ``Raad`` is not "raad"."""
        return any(form[0].isupper() for form in self.forms)


def _word(word: str, meaning: str, *forms: str) -> Word:
    return Word(word, meaning, (word, *forms))


GLOSSARY: tuple[Word, ...] = (
    _word(
        "GI",
        "Een GI is een organisatie met een keurmerk. Zij doet wat de rechter heeft beslist. "
        "De letters staan voor gecertificeerde instelling.",
    ),
    _word(
        "Raad",
        "De Raad voor de Kinderbescherming is van de overheid. De Raad kijkt of een kind veilig kan opgroeien. "
        "Daarna kan de Raad de rechter om een besluit vragen.",
    ),
    _word(
        "gezag",
        "Wie gezag heeft, mag belangrijke dingen over een kind beslissen. Vaak zijn dat de ouders.",
    ),
    _word(
        "maatregel",
        "Een maatregel is een besluit van de rechter om een kind te beschermen. Alleen de rechter kan dat doen.",
        "maatregelen",
    ),
    _word(
        "ondertoezichtstelling",
        "Men zegt vaak ots. Een GI kijkt dan mee met hoe het gaat. De ouders houden het gezag.",
        "ots",
    ),
    _word(
        "machtiging uithuisplaatsing",
        "Men zegt vaak muhp. De rechter zegt daarmee dat een kind een tijd ergens anders mag wonen.",
        "muhp",
    ),
    _word(
        "schriftelijke aanwijzing",
        "Dat is een brief van de GI. Daarin staat wat iemand moet doen of laten.",
        "aanwijzing",
    ),
    _word("voogd", "Een voogd heeft het gezag in plaats van de ouders. Hier is dat vaak een GI."),
    _word("voogdij", "Voogdij is het gezag van een voogd."),
    _word(
        "hoger beroep",
        "Een hof kijkt dan nog een keer naar de zaak. Zo'n hof is een hogere rechter. Een advocaat helpt erbij.",
    ),
    _word("hof", "Het hof is een hogere rechter."),
    _word("jeugdhulp", "Dat is hulp voor een kind of een gezin. De gemeente betaalt die hulp."),
    _word(
        "gesloten jeugdhulp",
        "Dat is hulp in een huis waar de deur op slot kan. Dat mag alleen als de rechter het goed vindt.",
    ),
    _word("dossier", "Het dossier is alles wat over een kind is opgeschreven."),
    _word(
        "Jeugdstem",
        "Bij Jeugdstem werken mensen die naast het gezin staan. Zij horen niet bij de hulp. Het kost niets.",
    ),
    _word(
        "familiegroepsplan",
        "Dat is een plan van het gezin zelf. Het wordt gemaakt met familie, vrienden of buren.",
    ),
    _word("tolk", "Een tolk vertaalt wat er wordt gezegd."),
    _word("zitting", "Op een zitting praat de rechter met iedereen die erbij hoort."),
    _word("beschikking", "Een beschikking is het papier waarop staat wat de rechter heeft beslist."),
    _word("lokale team", "Het lokale team werkt voor de gemeente. Daar kan een gezin hulp vragen."),
    _word("Veilig Thuis", "Veilig Thuis helpt als het thuis niet veilig is. Iedereen mag daar bellen."),
    _word(
        "officier van justitie",
        "De officier werkt voor de overheid. Hij of zij kan de rechter iets vragen.",
        "officier",
    ),
)
"""Every word of the glossary."""


@lru_cache(maxsize=16)
def _finder(glossary: tuple[Word, ...]) -> tuple[re.Pattern[str], dict[str, Word]]:
    """One pattern for a whole glossary, and the word of each of its forms; the longest form wins."""

    def either(words: list[Word]) -> str:
        forms = sorted((form for word in words for form in word.forms), key=len, reverse=True)
        return "|".join(map(re.escape, forms)) or r"(?!)"

    names, others = [w for w in glossary if w.named], [w for w in glossary if not w.named]
    pattern = re.compile(rf"(?<!\w)(?:{either(names)}|(?i:{either(others)}))(?!\w)")
    return pattern, {form.casefold(): word for word in glossary for form in word.forms}


def met(text: str, glossary: tuple[Word, ...]) -> Iterator[Word]:
    """The words of a glossary that stand in a text, in its order; a word inside a longer one is not met."""
    pattern, words = _finder(glossary)
    return (words[found.group().casefold()] for found in pattern.finditer(text))
