"""The intervention matrix: for each act and position one cell (domain 4, as amended in 00-D)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cell(StrEnum):
    """What the matrix says at one place. ``ABSENT`` answers forbidden: it does not exist here."""

    ALLOWED = "A"
    CONSENT = "T"
    COURT = "J"
    FORBIDDEN = "X"
    ABSENT = "-"


COLUMNS = ("V0", "V1", "V2", "R", "M1", "M2", "M3", "M4", "M5", "M6", "C")
"""M1 is a provisional supervision without MUHP; with one, the column M3 is read (00-D).

M4 is a provisional guardianship as a whole; a partial one confers only its topics (L3).
"""


@dataclass(frozen=True, slots=True)
class Act:
    """One act: what it is, its cells, its basis, and what may be done instead."""

    number: int
    title: str
    cells: dict[str, Cell]
    basis: str
    alternative: str
    sharing: bool = False


def _act(  # noqa: PLR0913 - one row of a table
    number: int, title: str, cells: str, basis: str, alternative: str, *, sharing: bool = False
) -> tuple[int, Act]:
    row = dict(zip(COLUMNS, (Cell(c) for c in cells.split()), strict=True))
    return number, Act(number, title, row, basis, alternative, sharing)


_ASK = "Vraag toestemming aan wie daarover beslist."

ACTS: dict[int, Act] = dict(
    (
        _act(
            6,
            "anoniem overleg over de situatie, of advies van Veilig Thuis",
            "A A A A A A A A A A A",
            "geen persoonsgegevens; Wmo 4.1.1 [K]",
            "Leg vast dat het anoniem was.",
        ),
        _act(
            7,
            "overleg met andere organisaties, met naam",
            "T T T T A A A A A A X",
            "Jw 7.3.11 lid 1 en 4; AVG 6(1)(e) [K]",
            "Vraag toestemming om informatie te delen, of overleg zonder namen (handeling 6).",
            sharing=True,
        ),
        _act(
            8,
            "informatie opvragen bij anderen zonder toestemming",
            "X X X X A A A A A A X",
            "Jw 7.3.11 lid 4; voor de voorlopige ondertoezichtstelling [K]",
            "Vraag informatie met toestemming, per bron en doel (handeling 9).",
        ),
        _act(
            18,
            "hulpverleningsplan of plan van aanpak vaststellen",
            "X T T T A A A A A A X",
            "Jw 4.1.3",
            "Maak het plan samen met ouders en kind, of vraag eerst toestemming voor hulp.",
        ),
        _act(
            19,
            "veiligheidsafspraken maken",
            "X T T T A A A A A A X",
            "Jw 4.1.3; ontwerp",
            "Spreek het af met het gezin; zij kunnen er altijd mee stoppen.",
        ),
        _act(
            20,
            "voorwaarden opleggen met een gevolg als iemand ze niet nakomt",
            "X X X X X X X - - - X",
            "kamerbrief 23-3-2020: geen tussenvormen",
            "Maak afspraken die het gezin zelf wil (handeling 19). Bij een ondertoezichtstelling: "
            "een schriftelijke aanwijzing (handeling 21).",
        ),
        _act(
            21,
            "schriftelijke aanwijzing geven",
            "X X X X A A A X X X X",
            "BW 1:263 lid 1",
            "Bespreek wat u nodig vindt en vraag of het gezin dat wil. Is het kind niet veilig: "
            "vraag de Raad om onderzoek (TR-20), of bel Veilig Thuis (handeling 45).",
        ),
        _act(
            23,
            "dreigen met een maatregel, uithuisplaatsing of korting",
            "X X X X X X X X X X X",
            "rechtspraak en advies over drang; R-16",
            "Vertel neutraal welke zorgen er zijn, wat u gaat doen, en welke rechten het gezin "
            "heeft. Leg dat gesprek vast.",
        ),
        _act(
            24,
            "contact tussen ouder en kind beperken, kind woont thuis",
            "X X X X J J - - - - X",
            "BW 1:265g; HR 14-12-2018, ECLI:NL:HR:2018:2321",
            "In het vrijwillig kader beslissen de ouders. Anders beslist de rechter (BW 1:265g, 1:377a).",
        ),
        _act(
            25,
            "contact tussen ouder en kind beperken bij uithuisplaatsing",
            "X X X X X X A A A A X",
            "BW 1:265f",
            "Vraag de kinderrechter (BW 1:265g), of maak afspraken die iedereen wil.",
        ),
        _act(
            57,
            "handelen na het einde van de maatregel, of als GI die de rechter niet noemt",
            "X X X X X X X X X X X",
            "invarianten 4 en 8",
            "Draag over met toestemming, of vraag de rechter (BW 1:259, 1:260).",
        ),
    )
)
"""The acts that are built, by number."""

TITLE_ACTS = frozenset({8, 21, 25})
"""Acts that are a power of the GI that holds the title (invariant 4 of the proof)."""

LAST_ACT = 58
"""The highest number in the domain table."""
