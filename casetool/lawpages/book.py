"""Every page of ``docs/recht`` by its path, made from one edition; the same edition gives the same pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casetool import lawsheets
from casetool.lawpages import boundary, picture, proof, rights, tables, words
from casetool.lawpages.page import INDEX, page
from casetool.sheets import Sheet, markdown
from states.consents.table import BY_ANALOGY
from states.editions.edition import Edition
from states.editions.review import Reviewer
from states.position import CODES, DUTCH, Framework


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the index: its path, its title, for what it is, and how its body is made."""

    path: str
    title: str
    about: str
    body: Callable[[Edition], str]


def _tables(intro: str, *made: Callable[[Edition], Sheet]) -> Callable[[Edition], str]:
    def body(edition: Edition) -> str:
        sheets = [one(edition) for one in made]
        return f"{intro}\n\n" + "\n".join(f"## {sheet.title}\n\n{markdown(sheet)}" for sheet in sheets)

    return body


def _picture(framework: Framework) -> Callable[[Edition], str]:
    def body(edition: Edition) -> str:
        drawn = picture.mermaid(edition.moves, framework)
        rows = [(CODES[state], DUTCH[state]) for state in picture.places(framework)]
        stays = [(m.id, m.title, *tables.sourced(m.basis)) for m in picture.staying(edition.moves, framework)]
        return (
            "Elke pijl is een of meer [overgangen](overgangen.md). Bij “landing” wordt uit de feiten berekend waar "
            f"het kind staat.\n\n```mermaid\n{drawn}```\n\n## De situaties\n\n"
            f"{markdown(Sheet('', ('code', 'situatie'), tuple(rows)))}\n"
            "## Overgangen die een kind kunnen laten waar het staat\n\n"
            + (markdown(Sheet("", ("id", "wat", *tables.SOURCED), tuple(stays))) if stays else "Die zijn er niet.")
        )

    return body


_COLUMNS = (
    "V2 is V2a en V2b. R is R1, R2 en R3. M1 is een voorlopige ondertoezichtstelling zonder machtiging "
    "uithuisplaatsing; met zo'n machtiging geldt kolom M3. M4p is voorlopige voogdij over een deel; = betekent: "
    "daarbuiten telt de kolom waar het kind anders staat."
)
CHAPTERS: tuple[Chapter, ...] = (
    Chapter(
        "scherpe-grens.md",
        "Scherpe grens: wat de brief van 23 maart 2020 vraagt",
        "wat de Raden adviseren, wat de ministers wel en niet toezeggen, en wat dat hier borgt",
        boundary.body,
    ),
    Chapter(
        "rechten.md",
        "Rechten en plichten",
        "voor ouders en jongeren: een blad voor elke situatie en elke lezer",
        rights.overview,
    ),
    *(
        Chapter(
            f"kader-{name.replace(' ', '-')}.md",
            f"De situaties: {name}",
            f"het plaatje: {name}",
            _picture(framework),
        )
        for framework, name in picture.NAMES.items()
    ),
    Chapter(
        "overgangen.md",
        "Overgangen",
        "van welke situatie naar welke, door wie, met welk stuk",
        _tables(
            "Elke rij is een overgang. Er zijn geen andere. “Landing” betekent: waar het kind dan staat, volgt uit de "
            "feiten. Wie bericht krijgt: O ouder, J jongere, C college, Rd Raad, PZ pleegouder of aanbieder, "
            "L advocaat, VP vertrouwenspersoon; een ' is de nieuwe of de vorige. De kolom “regels” zegt wat "
            "verder moet kloppen. Klopt iets niet, dan zegt de weigering wat, en wat wel kan.",
            lawsheets.moves,
            tables.functions,
        ),
    ),
    Chapter(
        "handelingen.md",
        "Handelingen",
        "wat wie mag in welke situatie",
        _tables(
            f"{_COLUMNS} Wat een handeling voor een gezin betekent, staat op de bladzijde [rechten](rechten.md).",
            lawsheets.acts,
        ),
    ),
    Chapter(
        "bevoegdheden.md",
        "Wat een beslissing van de rechter geeft",
        "per maatregel of machtiging: welke bevoegdheid, met artikel",
        _tables(
            "Alleen deze bevoegdheden bestaan. Alleen de GI die de rechter noemt, heeft ze, en zolang de beslissing "
            "werkt.",
            tables.confers,
        ),
    ),
    Chapter(
        "termijnen.md",
        "Termijnen",
        "hoe lang, vanaf wanneer, en wat er gebeurt als de tijd voorbij is",
        _tables(
            f"Er zijn vijf soorten: {tables.TERM_KINDS}. Alleen bij L verandert er vanzelf iets. Wordt een D, N of P "
            "gemist, dan moet iemand uitleggen waarom.",
            lawsheets.terms,
            tables.spans,
        ),
    ),
    Chapter(
        "toestemming.md",
        "Toestemming",
        "wie ja moet zeggen, en wanneer het anders gaat",
        _tables(
            "Voor intensieve vrijwillige hulp gelden dezelfde rijen, ook voor de GI. Daar zegt de wet het niet zelf; "
            f"dat is een keuze van ons. Bron: {BY_ANALOGY}.",
            lawsheets.consent,
            tables.departures,
        ),
    ),
    Chapter(
        "procedures.md",
        "Procedures",
        "wat naast een situatie kan lopen, van P1 tot P13",
        _tables(
            "Een procedure verandert nooit vanzelf waar een kind staat, of welk kader geldt.",
            tables.procedures,
            tables.steps,
            lambda _edition: tables.requests(),
        ),
    ),
    Chapter("woorden.md", "Woorden", "wat een moeilijk woord betekent, en welke woorden niet kunnen", words.body),
    Chapter(
        "plannen.md",
        "Plannen voor andere regels",
        "wetsvoorstellen en proeven: wat er zou veranderen, en of dat aan staat",
        _tables("Een plan is geen wet. Wat uit staat, doet niets.", tables.bills),
    ),
    Chapter("bewijs.md", "Het bewijs in gewone woorden", "wat is nagelopen, en wat niet", proof.body),
)
"""Every page of the index, in its order."""


def _index(edition: Edition) -> str:
    listed = "\n".join(f"- [{chapter.title}]({chapter.path}): {chapter.about}" for chapter in CHAPTERS)
    reviews = Sheet(
        "",
        ("wie", "getoetst"),
        tuple((who.value, "nee" if who in edition.unreviewed else "ja") for who in Reviewer),
    )
    carried = ", ".join(sorted(edition.bills)) or "geen"
    return (
        "Deze bladzijden laten zien welke regels het programma volgt. Zij zijn gemaakt uit die regels: verander ze "
        "niet met de hand.\n\n"
        f"{listed}\n\n## Hoe leest u een rij?\n\n"
        "- **bron**: waar de regel vandaan komt.\n"
        "- **soort bron**: wet, beleid, advies, norm, of ontwerp. Ontwerp betekent: door ons bedacht.\n"
        "- **nog na te kijken**: bij “ja [K]” schreven wij uit kennis. Een jurist moet de wet ernaast leggen.\n"
        "- **00-A tot en met 00-F, L, NX, TR, R- en T-nummers**: onze eigen stukken bij het ontwerp.\n\n"
        f"## De editie\n\n{markdown(reviews)}\n"
        f"- Editie: {edition.id}, geldt vanaf {edition.valid_from.isoformat()}\n"
        f"- Stand: {edition.status}\n- Plannen die aan staan: {carried}\n- Vingerafdruk (SHA-256): `{edition.digest}`\n"
    )


def pages(edition: Edition) -> dict[str, str]:
    """Every page by its path from ``docs/recht``."""
    found = {chapter.path: page(chapter.title, edition, chapter.body(edition)) for chapter in CHAPTERS}
    found[INDEX] = page("De regels van Scheidslijn", edition, _index(edition))
    return found | dict(rights.sheets(edition))
