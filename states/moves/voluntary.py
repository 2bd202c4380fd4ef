"""Rows into and inside the voluntary framework, and out of it to a close (domain 3.1, 3.5)."""

from __future__ import annotations

from states.move import Move, Need
from states.people import FAMILY, PROFESSIONALS, Role
from states.position import HELPED, INTENSIVE, RAAD, VOLUNTARY, State

SYSTEM = frozenset({Role.SYSTEM})
LEADING = frozenset({Role.LOCAL_TEAM, Role.PROVIDER})
ANYBODY = FAMILY | PROFESSIONALS
OPEN = tuple(s for s in State if s not in (State.NONE, State.CLOSED))

_REPORT = Need("report", "het meldingsverslag over dit kind zelf", "Jw 2.3, 7.2.2")
_LETTER = Need("closing_letter", "de dag waarop de afsluitbrief is gegeven", "domein TR-03, TR-11")
_FRAME = Need(
    "frame_statement",
    "de dag waarop het gezin op papier kreeg dat de hulp vrijwillig is",
    "kamerbrief 23-3-2020, R-11",
)
_SHEET_V1 = Need("rights_sheet", "de dag waarop het rechtenblad V1 is gegeven", "R-14, Jw 7.3.2")

_INTENSIVE_NEEDS = (
    Need("why_more", "waarom gewone vrijwillige hulp niet genoeg is", "domein V2, R-25"),
    Need("expertise", "welke deskundige op veiligheid meekijkt", "R-43"),
    Need("reflection", "de dag van de reflectie (gepland of gehouden)", "R-19, R-21"),
    Need("told_may_stop", "dat het gezin weet: u kunt stoppen", "domein V2"),
    Need("rights_sheet", "de dag waarop het rechtenblad V2 is gegeven", "R-14"),
    Need("plan", "het plan met doelen voor veiligheid", "domein TR-05"),
    Need("review_on", "de dag waarop u de hulp samen bekijkt", "domein T40"),
)
_INTENSIVE_GUARDS = (
    "help_consents_complete",
    "intensive_consents_complete",
    "intensive_consents_fresh",
    "consents_cover_lead",
    "region_allows_lead",
    "mandate_of_college",
    "worker_registered",
    "review_in_time",
)

VOLUNTARY_MOVES: tuple[Move, ...] = (
    Move(
        id="TR-01",
        title="aanmelding",
        triggers=("report",),
        sources=(State.NONE,),
        targets=(State.ASSESSMENT,),
        who=ANYBODY,
        needs=(
            Need("opening", "naam en geboortedatum van het kind", "Jw 7.2.2"),
            Need("opening.municipality", "de gemeente van het kind", "Jw 2.3 lid 1"),
            _REPORT,
        ),
        notices=("O", "J", "VP"),
        basis="Jw 2.3, 2.6, 7.2.2; AVG 13, 14 [K]",
    ),
    Move(
        id="TR-02",
        title="vrijwillige hulp begint",
        triggers=("start_help",),
        sources=(State.ASSESSMENT,),
        targets=(State.HELP,),
        who=LEADING,
        needs=(_FRAME, _SHEET_V1),
        guards=("help_consents_complete", "worker_registered"),
        notices=("O", "J"),
        basis="Jw 2.3, 4.1.1-4.1.3, 7.3.4",
    ),
    Move(
        id="TR-03",
        title="afsluiten zonder hulp",
        triggers=("close",),
        sources=(State.ASSESSMENT,),
        targets=(State.CLOSED,),
        who=LEADING | {Role.SUPERVISOR},
        needs=(
            Need("judgement", "de afweging: waarom is het kind veilig genoeg?", "domein TR-03"),
            Need("second_reader", "wie heeft meegelezen", "domein TR-03"),
            _LETTER,
        ),
        guards=("second_reader_is_another", "reason_fits_close", "nothing_pending"),
        notices=("O", "J"),
        basis="goede beroepspraktijk; 00-C",
    ),
    Move(
        id="TR-05",
        title="intensieve vrijwillige hulp begint",
        triggers=("start_intensive_help",),
        sources=(State.HELP,),
        targets=INTENSIVE,
        who=LEADING | {Role.GI},
        needs=_INTENSIVE_NEEDS,
        guards=_INTENSIVE_GUARDS,
        notices=("O", "J", "C"),
        basis="kamerbrief 23-3-2020; naar voorbeeld van Jw 7.3.4 [K]",
    ),
    Move(
        id="TR-06",
        title="intensieve vrijwillige hulp begint direct na de aanmelding",
        triggers=("start_intensive_help",),
        sources=(State.ASSESSMENT,),
        targets=INTENSIVE,
        who=LEADING | {Role.GI},
        needs=_INTENSIVE_NEEDS,
        guards=_INTENSIVE_GUARDS,
        notices=("O", "J", "C"),
        basis="kamerbrief 23-3-2020; naar voorbeeld van Jw 7.3.4 [K]",
    ),
    Move(
        id="TR-07",
        title="de regie gaat over",
        triggers=("change_lead",),
        sources=INTENSIVE,
        targets=INTENSIVE,
        who=frozenset({Role.COLLEGE}),
        guards=(
            "intensive_consents_complete",
            "consents_cover_lead",
            "region_allows_lead",
            "mandate_of_college",
            "worker_registered",
            "both_organisations_agreed",
        ),
        notices=("O", "J"),
        basis="kamerbrief 23-3-2020 (rol van de GI)",
    ),
    Move(
        id="TR-08",
        title="intensieve hulp stopt, andere hulp gaat door",
        triggers=("end_intensive_help", "intensive_consent_falls"),
        sources=INTENSIVE,
        targets=(State.HELP,),
        who=FAMILY | LEADING | SYSTEM | {Role.GI},
        guards=("help_consents_complete",),
        notices=("O", "J", "C"),
        basis="kamerbrief 23-3-2020",
    ),
    Move(
        id="TR-09",
        title="toestemming valt weg",
        triggers=("consent_falls",),
        sources=HELPED,
        targets=(State.ASSESSMENT, State.HELP, State.CLOSED),
        who=ANYBODY | SYSTEM,
        lands=True,
        notices=("O", "J", "PZ"),
        basis="Jw 7.3.4-7.3.5",
    ),
    Move(
        id="TR-11",
        title="afsluiten: doelen bereikt",
        triggers=("close",),
        sources=HELPED,
        targets=(State.CLOSED,),
        who=LEADING | {Role.GI},
        needs=(
            Need("evaluation", "de evaluatie samen met het gezin", "domein TR-11"),
            Need("aftercare", "welke nazorg is aangeboden", "domein TR-11"),
            _LETTER,
        ),
        guards=("reason_fits_close", "nothing_pending"),
        notices=("O", "J", "C"),
        basis="Jw 4.1",
    ),
    Move(
        id="TR-13",
        title="18 jaar, vrijwillig kader",
        triggers=("majority",),
        sources=HELPED,
        targets=(State.HELP, State.CLOSED),
        who=SYSTEM,
        lands=True,
        stays=True,
        notices=("J",),
        basis="Jw 1.1; BW 1:233",
    ),
    Move(
        id="TR-17",
        title="23 jaar: verlengde jeugdhulp eindigt",
        triggers=("youth_help_ends",),
        sources=(State.HELP,),
        targets=(State.CLOSED,),
        who=SYSTEM,
        notices=("J",),
        basis="Jw 1.1 jeugdige 3°; 00-C",
    ),
    Move(
        id="TR-18",
        title="het gezag verandert",
        triggers=("change_authority",),
        sources=OPEN,
        targets=(),
        same=True,
        extra=(
            *((source, State.ASSESSMENT) for source in HELPED),
            *((source, State.HELP) for source in INTENSIVE),
        ),
        who=PROFESSIONALS,
        notices=("O", "J"),
        basis="BW 1:244, 251b, 253a, 253n, 253t, 268; 00-C",
    ),
    Move(
        id="TR-31",
        title="toestemming verandert tijdens het raadsonderzoek",
        triggers=("consent_falls", "consent_changes"),
        sources=RAAD,
        targets=(),
        same=True,
        who=ANYBODY | SYSTEM,
        notices=("O", "J"),
        basis="Jw 7.3.4-7.3.5; 00-C",
    ),
    Move(
        id="TR-34",
        title="18 jaar, zonder lopende hulp of tijdens het raadsonderzoek",
        triggers=("majority",),
        sources=(State.ASSESSMENT, *RAAD),
        targets=(State.HELP, State.CLOSED),
        who=SYSTEM,
        lands=True,
        notices=("J",),
        basis="BW 1:233; 00-C",
    ),
    Move(
        id="TR-80",
        title="opnieuw aangemeld",
        triggers=("report",),
        sources=(State.CLOSED,),
        targets=(State.ASSESSMENT,),
        who=ANYBODY,
        needs=(_REPORT,),
        guards=("minor",),
        notices=("O", "J", "VP"),
        basis="als TR-01; oude toestemming telt niet meer",
    ),
)
"""Rows whose source is voluntary, new or closed."""
