"""Bills and plans that may change the rules: a closed list of flags, off in the shipped edition (6.4).

An edition says which of them it carries out. What a bill does to the rules is only written here
where a source says it; of the others it says what would have to be looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from states.people import Role


class Bill(StrEnum):
    """The name of a flag."""

    PERSPECTIVE_BY_JUDGE = "perspectief_rechter"
    LEGAL_PROTECTION = "wvr"
    FREE_LAWYER = "rechtsbijstand"
    REGIONAL_SAFETY_TEAM = "rvt"
    NO_REFERENCE_INDEX = "vir_vervalt"
    HEARING_AGE = "hoorleeftijd"
    CONTACT_BY_GI = "contact_gi"
    OTHER_ROLES = "rolverdeling"
    EXPERIMENT = "experiment_12_1"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a bill is, where it stands, what it would change, and the cells it replaces.

    ``cells``: an act, the columns of the matrix, and what stands there then. ``actors``: a row, and
    who may make it besides. Both are empty when no source says.
    """

    title: str
    source: str
    would: str
    touches: tuple[str, ...]
    cells: tuple[tuple[int, str, str], ...] = ()
    actors: tuple[tuple[str, Role], ...] = ()


BILLS: dict[Bill, Plan] = {
    Bill.PERSPECTIVE_BY_JUDGE: Plan(
        title="alleen de kinderrechter beslist over het perspectief",
        source="brief 18-11-2024 (2024D44592); wetsvoorstel nog niet in werking [K]",
        would="Een standpunt van de GI over het perspectief is dan niet meer genoeg: de kinderrechter beslist.",
        touches=("handeling 51",),
        cells=((51, "M3 M4 M5 M6", "J"),),
    ),
    Bill.LEGAL_PROTECTION: Plan(
        title="Wet versterking rechtsbescherming in de jeugdbescherming",
        source="conclusie PHR 25-7-2025: concept wetsvoorstel [K]",
        would="De hele wet: kijk alle regels over maatregelen en rechtsbescherming opnieuw na.",
        touches=("TR-40 tot en met TR-83", "handeling 20 tot en met 42", "handeling 51"),
    ),
    Bill.FREE_LAWYER: Plan(
        title="gratis advocaat voor ouders, structureel",
        source="Stcrt. 2023, 26497 (pilot); brief 18-11-2024 (2024D44592) [K]",
        would="Brieven bij gezagsbeëindiging en een eerste uithuisplaatsing noemen de advocaat zonder einddatum.",
        touches=("TR-43", "TR-53", "TR-62"),
    ),
    Bill.REGIONAL_SAFETY_TEAM: Plan(
        title="Regionaal Veiligheidsteam",
        source="Toekomstscenario, programmaplan 2023-2026 [K]",
        would="Een vorm van organisatie: elke handeling blijft van Veilig Thuis, de Raad of de GI. "
        "Er komt geen situatie bij (NX-15).",
        touches=("regioprofielen",),
    ),
    Bill.NO_REFERENCE_INDEX: Plan(
        title="de verwijsindex vervalt",
        source="Kamervragen 2023-2024, 1458: voornemen [K]",
        would="Aanmelden bij de verwijsindex mag nergens meer; bestaande meldingen gaan eruit.",
        touches=("handeling 46", "T35"),
        cells=((46, "V0 V1 V2 R M1 M2 M3 M4p M4 M5 M6 C", "X"),),
    ),
    Bill.HEARING_AGE: Plan(
        title="de rechter hoort kinderen ook onder de 12 jaar",
        source="voornemen; geen tekst [K]",
        would="De leeftijd waarop een kind zelf wordt gehoord gaat omlaag.",
        touches=("T05",),
    ),
    Bill.CONTACT_BY_GI: Plan(
        title="de GI krijgt meer ruimte bij contact tussen ouder en kind",
        source="voornemen over BW 1:265f en 1:265g; geen tekst [K]",
        would="De GI mag contact dan ook beperken waar nu de kinderrechter beslist.",
        touches=("handeling 24", "handeling 25", "handeling 26"),
    ),
    Bill.OTHER_ROLES: Plan(
        title="andere taken voor Raad, GI en Veilig Thuis",
        source="Toekomstscenario; geen tekst [K]",
        would="Wie een stap mag zetten verandert. De situaties en de grens tussen vrijwillig en gedwongen niet.",
        touches=("wie: alle rijen",),
    ),
    Bill.EXPERIMENT: Plan(
        title="een proef onder Jeugdwet 12.1: een GI geeft zelf jeugdhulp",
        source="Jw 12.1, 3.2 lid 2; alleen waar een AMvB dat regelt (L19) [K]",
        would="Een GI mag in die proef zelf vrijwillige hulp beginnen. Voor de rest verandert er niets.",
        touches=("TR-02",),
        actors=(("TR-02", Role.GI),),
    ),
}
"""Every flag; there are no others."""
