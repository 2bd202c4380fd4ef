"""Tables of an edition that the command line does not print on its own: what orders give, procedures, texts."""

from __future__ import annotations

from collections.abc import Iterable

from casetool.lawsheets import KINDS, ROLES
from casetool.sheets import Sheet
from casetool.telling_family import OUTCOMES, PROCEDURE_OUTCOMES
from states.acts.confers_table import Title
from states.consents.table import DepartureKind
from states.editions.bill import BILLS
from states.editions.edition import Edition
from states.editions.source import kind_of, unchecked
from states.family.table import GROUNDS, REQUESTS
from states.handlers.departing import DUTCH_KIND, SOURCES
from states.people import Role
from states.position import CODES, State

SOURCED = ("bron", "soort bron", "nog na te kijken")
TITLES: dict[Title, str] = {
    Title.VOTS: "voorlopige ondertoezichtstelling",
    Title.OTS: "ondertoezichtstelling",
    Title.VV: "voorlopige voogdij, geheel",
    Title.VV_PARTIAL: "voorlopige voogdij over een deel",
    Title.VG: "voogdij",
    Title.TV: "tijdelijke voogdij",
    Title.MUHP: "machtiging uithuisplaatsing",
    Title.SECURE: "machtiging gesloten jeugdhulp",
}
DEPARTURES: dict[DepartureKind, tuple[str, str]] = {
    DepartureKind.PRESUMED: ("lichte hulp, kort: men mag aannemen dat het goed is", "Jw 7.3.16 lid 2; 00-E L13"),
    DepartureKind.REPLACED: ("de rechter gaf toestemming in de plaats van een ouder", "BW 1:253a [K]"),
    **{kind: (DUTCH_KIND[kind], SOURCES[kind]) for kind in SOURCES},
}
"""What departs from the rule that everybody consents, with the source of each."""


def sourced(basis: str) -> tuple[str, str, str]:
    """A source, its kind, and whether the text of the law still has to be laid beside it."""
    return basis, kind_of(basis).value, "ja [K]" if unchecked(basis) else "nee"


def _roles(found: Iterable[Role]) -> str:
    known = set(found)
    return ", ".join(ROLES[role] for role in Role if role in known)


def confers(edition: Edition) -> Sheet:
    """The powers that an order gives, each with its article."""
    return Sheet(
        "Wat een beslissing geeft",
        ("id", "beslissing", "bevoegdheid", *SOURCED),
        tuple(
            (f"{title.value}/{act}", TITLES[title], f"{act} {edition.acts[act].title}", *sourced(basis))
            for title, powers in edition.confers.items()
            for act, basis in sorted(powers.items())
        ),
    )


def departures(edition: Edition) -> Sheet:
    """What departs from a row of the table of consent, and from which rows."""
    return Sheet(
        "Wanneer het anders gaat dan de rij zegt",
        ("id", "wat", "geldt in", *SOURCED),
        tuple(
            (kind.value, DEPARTURES[kind][0], ", ".join(rules), *sourced(DEPARTURES[kind][1]))
            for kind in DepartureKind
            if (rules := [rule.id for rule in edition.consent if kind in rule.departures])
        ),
    )


def spans(edition: Edition) -> Sheet:
    """Lengths of time that are no terms: nobody is late."""
    return Sheet(
        "Tijd die eerst voorbij moet zijn",
        ("id", "duur", *SOURCED),
        tuple((span.value, rule.length.told(), *sourced(rule.source)) for span, rule in edition.spans.items()),
    )


def procedures(edition: Edition) -> Sheet:
    """Every procedure: what begins and ends it, and what it changes."""
    return Sheet(
        "Procedures",
        ("id", "procedure", "begint als", "eindigt als", "gevolg", "door", "termijnen", "bericht aan", *SOURCED),
        tuple(
            (
                track.id,
                track.title,
                track.opened,
                track.closed,
                track.effect,
                _roles(track.who) or "volgt vanzelf uit wat bekend is",
                ", ".join(track.terms) or "–",
                " ".join(track.notices) or "–",
                *sourced(track.source),
            )
            for track in edition.tracks.values()
        ),
    )


def steps(edition: Edition) -> Sheet:
    """Who can ask what in a procedure, and who answers how."""
    return Sheet(
        "Wie vraagt en wie antwoordt",
        ("procedure", "wat", "wie vraagt", "antwoorden", "waar", "nodig", *SOURCED),
        tuple(
            (
                f"{track.id}/{step.name or 'verzoek'}",
                step.title,
                _roles(step.who),
                "; ".join(f"{PROCEDURE_OUTCOMES[one.name]} ({_roles(one.who)})" for one in step.outcomes),
                " ".join(CODES[state] for state in State if state in track.during) or "overal",
                "; ".join(need.text for need in track.needs) or "–",
                *sourced(track.source),
            )
            for track in edition.tracks.values()
            for step in track.steps
        ),
    )


def requests() -> Sheet:
    """What a family can ask about its file, how long the answer takes, and on which grounds it can be no."""
    return Sheet(
        "Wat een gezin over het dossier kan vragen",
        ("id", "wat", "termijn", "antwoorden", "gronden voor een nee", *SOURCED),
        tuple(
            (
                kind.value,
                row.title,
                row.term or "–",
                "; ".join(OUTCOMES[one] for one in row.outcomes),
                "; ".join(f"{GROUNDS[ground]} ({basis})" for ground, basis in row.grounds.items()) or "geen",
                *sourced(row.source),
            )
            for kind, row in REQUESTS.items()
        ),
    )


def functions(edition: Edition) -> Sheet:
    """Who holds a function, and who leads under each form of a region."""
    held = (
        (name.value, _roles(roles), *sourced("Jw 2.3, 3.1, 3.2; R-60")) for name, roles in edition.functions.items()
    )
    lead = (
        (f"regie: {mode.value}", ", ".join(sorted(one.value for one in leads)), *sourced("kamerbrief 23-3-2020; R-39"))
        for mode, leads in edition.leads.items()
    )
    return Sheet("Wie wat doet", ("functie", "wie", *SOURCED), (*held, *lead))


def bills(edition: Edition) -> Sheet:
    """Plans for other rules, and whether this edition carries them out."""
    return Sheet(
        "Plannen voor andere regels",
        ("id", "plan", "wat er dan verandert", "raakt", "staat", *SOURCED),
        tuple(
            (
                bill.value,
                plan.title,
                plan.would,
                ", ".join(plan.touches),
                "aan" if bill in edition.bills else "uit",
                *sourced(plan.source),
            )
            for bill, plan in BILLS.items()
        ),
    )


TERM_KINDS = ", ".join(KINDS.values())
"""The kinds of terms, as the table of terms shows them."""
