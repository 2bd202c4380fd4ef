"""The proof in plain Dutch: what is tried, what always holds, whether it held for these rules, and what it leaves out.

Numbers are those of ``docs/proof.md``, which is for developers.
"""

from __future__ import annotations

from casetool import proved
from casetool.lawpages.tables import SOURCED, sourced
from casetool.sheets import Sheet, markdown
from states.editions.edition import Edition

HOLDS: dict[int, str] = {
    1: "Elk kind staat op één plek. De tabel en de feiten zeggen dezelfde plek.",
    2: "Gedwongen is het precies zolang een maatregel werkt. Anders is het vrijwillig. Is de zaak dicht, dan is er "
    "geen kader.",
    3: "Van vrijwillig naar gedwongen gaat alleen door een rechter of een hof.",
    4: "Een bevoegdheid heeft alleen de GI die de rechter noemt, en alleen als een artikel haar geeft.",
    5: "Is de hulp vrijwillig? Dan heeft niemand een bevoegdheid. Ook een ja geeft die niet.",
    6: "Een maatregel en een machtiging stoppen vanzelf op hun laatste dag, wat mensen ook doen.",
    7: "Gevraagd is niet gekregen: een verzoek aan de rechter geeft niemand een bevoegdheid.",
    8: "Vrijwillige hulp loopt alleen met het ja van ieder die de wet vraagt, op de leeftijd van nu.",
    9: "Wie stopt, is gestopt. De hulp die dit ja nodig heeft, stopt meteen.",
    10: "Intensieve hulp begint nooit vanzelf. Een ja van voor een maatregel telt daarna niet meer.",
    11: "Niemand van 18 of ouder is bij de Raad of onder een maatregel.",
    12: "Staat er “kind thuis”, dan is er geen machtiging om het kind ergens anders te laten wonen.",
    13: "Staat een kind bij de aanmelding, dan loopt er een termijn om te beslissen.",
    14: "Er is altijd een weg verder die mensen kunnen gaan.",
    15: "Voorwaarden met een straf, en dreigen, mogen nergens en van niemand.",
    16: "Hoe een regio het regelt, verandert niet wat mag.",
    17: "Elke vraag krijgt een van vier antwoorden, met een regel. Is het antwoord nee, dan staat erbij wat wel kan.",
    18: "Is er geen maatregel? Dan is voor elke handeling een ja nodig, of zij raakt niemand.",
    19: "Uit een maatregel komt een kind alleen door de rechter of door tijd.",
    20: "Wat nodig is, kan niemand weglaten. Wat van een ander is, doet niemand anders.",
    21: "Wat een rechter besliste, wordt nooit geweigerd om wat erin staat.",
    22: "Wat de feiten toelaten, kan ook. Wat zij niet toelaten, gebeurt niet.",
    23: "In een maatregel bindt de GI niemand voor ieder het blad met rechten en plichten heeft.",
}
"""What holds in every situation and on every step."""
LEFT_OUT: tuple[str, ...] = (
    "Of de regels kloppen met de wet. Het bewijs gaat over onze regels, en elke `[K]` moet een jurist nog nakijken.",
    "Of een reden goed is, en of in een stuk staat wat erboven staat. Een computer leest dat niet.",
    "Of iedereen alles op tijd doet. Van plichten en normen is alleen de duur nagegaan.",
    "Alles wat samen kan gaan. Een hoger beroep is apart bekeken, en zo ook gesloten jeugdhulp.",
    "Gezinnen met veel kinderen. Van een broer of zus is alleen nagegaan of het ene kind het andere niet verandert.",
    "Of een rechter de goede persoon noemde.",
    "Wat in een bericht staat en wie het krijgt. Dat wordt wel getest.",
    "De servers en het netwerk. Wat er gebeurt als zij uitvallen, wordt wel getest.",
)
"""What the proof does not cover."""


def invariants() -> Sheet:
    """What always holds, with its number."""
    return Sheet(
        "Wat altijd geldt",
        ("nr", "wat", *SOURCED),
        tuple((str(number), text, *sourced("ontwerp")) for number, text in HOLDS.items()),
    )


def body(edition: Edition) -> str:
    """The page; whether the proof holds is read from the record that a proof leaves behind."""
    found = proved.unproved((edition,))
    outcome = (
        "**Voor deze editie is het bewijs niet rond**, of het is nog niet opnieuw gedaan na een wijziging. Het "
        "programma werkt met deze regels alleen voor oefenzaken."
        if found
        else "**Voor deze editie is het bewijs rond**: er is geen situatie gevonden waarin een van deze regels breekt."
    )
    left = "\n".join(f"- {text}" for text in LEFT_OUT)
    return (
        "“Er is niets tussen vrijwillig en gedwongen.” Dat is een eigenschap van dit programma. Een ander programma "
        "loopt daarvoor alles na wat de regels kunnen bereiken.\n\n## Hoe gaat dat?\n\n"
        "1. Het begint bij een kind dat nog in geen zaak staat.\n"
        "2. Het probeert alles wat mensen kunnen zeggen en beslissen. Het laat ook de tijd verstrijken.\n"
        "3. Zo komt het in nieuwe situaties. Het gaat door tot er geen nieuwe meer bij komt.\n"
        "4. In elke situatie vraagt het voor iedereen alle handelingen. Het kijkt of de zinnen hieronder kloppen.\n"
        "5. Daarna verandert het elke regel één keer expres. Valt dat niet op, dan deugt de controle niet.\n\n"
        f"## Klopt het voor deze regels?\n\n{outcome}\n\n## Wat altijd geldt\n\n{markdown(invariants())}\n"
        f"## Wat het bewijs niet zegt\n\n{left}\n\n"
        "Voor ontwikkelaars: [docs/proof.md](../proof.md) zegt hoe het werkt, met getallen en met wat openstaat."
    )
