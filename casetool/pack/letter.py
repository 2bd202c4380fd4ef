"""The letter of 23 March 2020, sentence by sentence: who says what (domain 1, S1 to S60)."""

from __future__ import annotations

from casetool.pack.requirement import NotPromised, Sentence, Voice

SOURCE = "brief van de minister voor Rechtsbescherming, mede namens de minister van VWS, 23 maart 2020"
ADVICE = "RSJ en RVS, Intensieve vrijwillige hulp: heldere grenzen aan drang in de jeugdzorg (2019)"


def _said(voice: Voice, *rows: tuple[str, str, str]) -> tuple[Sentence, ...]:
    return tuple(Sentence(id_, quote, voice, tuple(asks.split())) for id_, quote, asks in rows)


SENTENCES: tuple[Sentence, ...] = (
    *_said(
        Voice.FOUND,
        ("S3", "onduidelijkheid … voor jeugdigen en ouders over de inzet van drang … en hun rechtspositie", "R-03"),
        ("S4", "“vrijwillige drangtrajecten” roepen bij de Raden juridische en ethische vragen op", "R-04"),
        ("S6a", "grens tussen gedwongen hulp (jeugdbescherming) en vrijwillige hulpverlening niet helder is", "R-06"),
        ("S6b", "onduidelijk is wat er kan en mag binnen drang", "R-07"),
        ("S7", "vinden dit onwenselijk", "R-08"),
        ("S8a", "in de praktijk een tussengebied is ontstaan", "R-09"),
        ("S8b", "interventies in het vrijwillige kader niet helder zijn afgebakend van gedwongen hulp", "R-10"),
    ),
    *_said(
        Voice.ADVICE,
        ("S9a", "dit onderscheid scherper te maken voor jeugdigen en ouders", "R-11"),
        ("S9b", "geen “tussenvormen” van hulp meer te organiseren", "R-12"),
        (
            "S9c",
            "voor cliënten helder te maken of er vrijwillige of gedwongen hulp aan hen wordt verleend",
            "R-13",
        ),
        ("S9d", "inzichtelijk te maken welke rechten en plichten hierbij horen", "R-14"),
        ("S10a", "drang louter gezien dient te worden als “intensieve vrijwillige hulp”", "R-15"),
        ("S10b", "de term drang niet meer te gebruiken", "R-16"),
        ("S11a", "de praktijk en financiering van drang hiermee in lijn te brengen", "R-17"),
        ("S11b", "te stoppen met de inkoop door gemeenten van drang als afzonderlijk product", "R-18"),
        ("S12a", "juridisch gerechtvaardigd en ethisch verantwoord", "R-19"),
        ("S12b", "waarborgen van mensen- en kinderrechten", "R-20"),
        ("S12c", "ruimte voor professionals voor kritische reflectie en moreel beraad", "R-21"),
        ("S12d", "garantie voor deskundigheid in het vrijwillig kader", "R-22"),
        ("S12e", "adequate werkomstandigheden", "R-23"),
    ),
    *_said(
        Voice.ENDORSED,
        ("S22", "wij nemen dit samen met de gemeenten ter harte", "R-35"),
        (
            "S24",
            "Vanuit het oogpunt van rechtszekerheid en -bescherming … onderschrijven wij het belang hiervan",
            "R-36",
        ),
    ),
    *_said(
        Voice.PROMISED,
        (
            "S46",
            "meenemen hoe de scheidslijn tussen het vrijwillig en gedwongen kader … goed geborgd worden",
            "R-61",
        ),
        ("S54", "Het Rijk en de VNG zullen gemeenten en de lokale teams de komende maanden ondersteunen", "R-63"),
        ("S56", "leersessies, regio-bijeenkomsten en train de trainer cursussen", "R-68"),
        ("S58", "Het OZJ zal deze opbrengsten in de regio’s onder de aandacht brengen", ""),
    ),
    *_said(
        Voice.VIEW,
        ("S14a", "Dergelijk ingrijpen is zeer ingrijpend voor jeugdigen en ouders", "R-25"),
        ("S14b", "te motiveren om noodzakelijke hulp vrijwillig te aanvaarden", "R-26"),
        ("S16a", "te bewegen in het vrijwillig kader hulp te accepteren", "R-28"),
        ("S16b", "de continuïteit van hulp te borgen", "R-29"),
        ("S19", "discussie en onduidelijkheid voor zowel jeugdigen, ouders als professionals", "R-32"),
        ("S20a", "wat preventieve jeugdbescherming precies inhoudt", "R-33"),
        ("S20b", "waar zij wel en niet aan hoeven mee te werken", "R-34"),
        ("S20c", "welke rechten en plichten zij hebben", "R-14"),
        ("S21", "stemt ons daarom positief", ""),
        ("S30", "specialistische kennisverzwaring aan de voorkant van de hulpverlening", "R-43"),
        (
            "S31",
            "in samenwerking met de lokale teams, van meerwaarde om de kennis zo vroeg mogelijk in te zetten",
            "R-44",
        ),
        ("S32a", "op tijd", "R-45"),
        ("S32b", "transparant", "R-46"),
        ("S32c", "met respect voor de (kwetsbare) positie van ouders en kinderen", "R-47"),
        ("S32d", "met de juiste expertise", "R-22"),
        ("S33", "continu bewust zijn van het onderscheid tussen vrijwillige en gedwongen hulp", "R-48"),
        ("S34a", "het reflecteren hierop", "R-21"),
        ("S34b", "heel duidelijk en transparant zijn over welke hulp wordt ingezet", "R-49"),
        ("S34c", "waarom dit wordt gedaan", "R-50"),
        ("S34d", "wat de (rechts)positie van de ouders en van de jeugdige hierin is", "R-14"),
        ("S35", "verdere investering in het vakmanschap van de professionals", "R-51"),
        ("S42a", "effectief en sneller worden geholpen", "R-45"),
        ("S42b", "overlap in het werk van organisaties wordt weggenomen", "R-57"),
        (
            "S47",
            "moet het helder zijn wat van de gemeentelijke toegang/lokale teams mag worden verwacht",
            "R-62",
        ),
        ("S49", "ongeacht de verschijningsvorm van het lokale team", "R-60"),
        ("S50a", "voldoende expertise aan de voorkant", "R-43"),
        ("S50b", "lokale teams ook zelf (kortdurende) ondersteuning leveren", "R-64"),
        ("S53", "het eerder en beter in beeld krijgen van kindermishandeling en huiselijk geweld", "R-66"),
    ),
    *_said(
        Voice.DUTY,
        ("S13", "met tussenkomst van de kinderrechter", "R-24"),
        ("S36", "Normenkader Jeugdbescherming en Jeugdreclassering", "R-52"),
        (
            "S37",
            "verantwoorde werktoedeling, competenties, kennis, vaardigheden, attitude, kennisdeling en reflectie",
            "R-53",
        ),
        ("S39", "de plicht om cliënten goed te informeren over hun rechtspositie", "R-14"),
        ("S40", "Actieplan Verbetering Feitenonderzoek in de Jeugdbeschermingsketen", "R-55"),
        ("S48", "vijf minimaal benodigde basisfuncties voor de lokale teams", "R-63"),
        ("S51", "kwaliteitskader “Werken aan Veiligheid voor lokale (wijk)teams en gemeenten”", "R-65"),
        ("S52", "onderdeel uit van de basisfunctie", "R-65"),
    ),
    *_said(
        Voice.BACKGROUND,
        ("S1", "op eigen initiatief het advies", "R-01"),
        ("S2", "aangeboden aan de beide ministeries en de VNG tijdens de werkconferentie", "R-02"),
        ("S5", "het advies van de Raden en onze beleidsreactie", "R-05"),
        ("S15", "nog voordat een kinderbeschermingsmaatregel van kracht is", "R-27"),
        ("S17", "lijkt zijn vruchten af te werpen", "R-30"),
        ("S18", "het aantal uithuisplaatsingen en de duur van ondertoezichtstellingen afgenomen", "R-31"),
        ("S23", "niet nieuw", ""),
        ("S25", "is verschillend georganiseerd in het land", "R-37"),
        ("S26", "voor een belangrijk deel belegd bij de GI’s", "R-38"),
        ("S27", "kan verschillen per gemeenten of regio", "R-39"),
        ("S28a", "een apart traject waarin de GI de regie voert", "R-40"),
        ("S28b", "een consulterende rol op afroep richting de lokale teams", "R-41"),
        ("S29", "Niet op alle plekken in het land zijn lokale teams georganiseerd om intensieve hulp", "R-42"),
        ("S38", "visiedocument “zonder twijfel voor het kind”", "R-54"),
        ("S41", "herinrichting van de jeugdbeschermingsketen", "R-56"),
        ("S43", "een zestal pilots", "R-58"),
        ("S44", "intensievere samenwerkingsvormen tussen organisaties", "R-59"),
        ("S45", "de inrichting van deze keten er op termijn anders uit kan komen te zien", "R-60"),
        ("S48b", "op basis van praktijkvoorbeelden bij 15 gemeenten", ""),
        ("S55", "de partners in het (jeugd)veld", "R-67"),
        ("S57", "door een brede doelgroep verschillende vraagstukken", ""),
        ("S59", "De Minister voor Rechtsbescherming", "R-05"),
        ("S60", "gepubliceerd op de website van Zorg voor de Jeugd", ""),
    ),
)
"""Every sentence that was read for a requirement, by who says it."""

NOT_PROMISED: tuple[NotPromised, ...] = (
    NotPromised(
        "N1",
        ("S10b",),
        "De ministers beloven niet dat het woord “drang” verdwijnt. Dat adviseren de Raden. De brief gebruikt het "
        "woord zelf nog.",
    ),
    NotPromised(
        "N2",
        ("S11b",),
        "De ministers verbieden gemeenten niet om drang apart in te kopen, en beloven dat ook niet. Stoppen daarmee "
        "is een advies van de Raden.",
    ),
    NotPromised(
        "N3",
        ("S9b", "S24", "S46"),
        "De ministers onderschrijven een scherpere grens en nemen die mee in de pilots. Een nieuwe wet staat niet in "
        "de brief. Dat er geen tussenvorm is, volgt hier uit de regels van het programma.",
    ),
    NotPromised(
        "N4",
        ("S12c", "S12d", "S12e", "S35"),
        "De Raden noemen wat daarvoor nodig is, zoals reflectie en goed opgeleide mensen. De ministers noemen "
        "vakmanschap, “daar waar nodig”. Zij zeggen niet wie dat doet, wanneer, of met welk geld.",
    ),
)
"""What the ministers did not promise; our reading of the letter."""

SLIPS: tuple[str, ...] = (
    "De brief zegt “Raad voor de Veiligheid en Samenleving”. Het is de Raad voor Volksgezondheid en Samenleving.",
    "De brief draagt twee kenmerken: 2810773 op bladzijde 1 en 2820773 op bladzijde 2.",
    "De brief zegt dat KPMG werkte voor “het Rijk en VWS”. Volgens het rapport was dat voor VWS en de VNG.",
)
"""Where the letter itself seems to slip; it is quoted as it stands."""
