"""Help, the plan, and contact with each other."""

from __future__ import annotations

from states.position import HELPED, INTENSIVE, VOLUNTARY, State
from states.rights.line import Line, Topic
from states.rights.reader import EVERYBODY, STANDS, YOUTH
from states.rights.rows.where import ALL, ASKING, BOUND, OPEN, WATCHED, WITH, WITHOUT

_PLANNED = frozenset((*VOLUNTARY, State.PROVISIONAL_GUARDIANSHIP, State.TEMPORARY_GUARDIANSHIP)) | WATCHED

HELP: tuple[Line, ...] = (
    Line(
        "help/told",
        Topic.HELP,
        "Men vertelt {jou} in gewone taal welke hulp er is. {U} hoort ook waarom, hoe lang, en wat er nog meer kan.",
        "Men legt {jou} uit welke hulp er is en waarom.",
        "Jw 7.3.2",
        OPEN,
        STANDS,
    ),
    Line(
        "help/own_plan",
        Topic.HELP,
        "{U} mag eerst zelf een plan maken, met familie of vrienden. Dat heet een familiegroepsplan.",
        "{U} mag eerst zelf een plan maken.",
        "Jw 4.1.2",
        _PLANNED,
        STANDS,
    ),
    Line(
        "help/plan",
        Topic.HELP,
        "Men praat met {jou} over het plan. Vraag je erom, dan {krijgt_u} het op papier. Dat duurt hooguit 14 dagen.",
        "{U} praat mee over het plan. {U} kunt het op papier krijgen.",
        "Jw 4.1.3 lid 2 en 4",
        frozenset(HELPED) | BOUND,
        YOUTH,
    ),
    Line(
        "help/plan_parent",
        Topic.HELP,
        "Men praat met {jou} over het plan. Vraagt u erom, dan {krijgt_u} het op papier. Dat duurt hooguit 14 dagen.",
        "{U} praat mee over het plan. {U} kunt het op papier krijgen.",
        "Jw 4.1.3 lid 2 en 4",
        frozenset(HELPED) | WATCHED,
        WITH,
    ),
    Line(
        "help/review",
        Topic.HELP,
        "Binnen drie maanden kijken we samen terug. Daarna vragen we opnieuw of {u} deze hulp nog wilt.",
        "Binnen drie maanden kijken we samen terug.",
        "ontwerp: T40",
        frozenset(INTENSIVE),
        STANDS,
    ),
    Line(
        "help/still_wanted",
        Topic.HELP,
        "Hulp waar iedereen ja op zei, kan gewoon doorgaan. Zegt iemand nee, dan stopt die hulp.",
        "Hulp mag doorgaan. Stoppen mag ook.",
        "Jw 7.3.4; TR-31",
        ASKING,
        EVERYBODY,
    ),
    Line(
        "help/first_contact",
        Topic.HELP,
        "De GI zoekt contact binnen vijf werkdagen. Dan {hoort_u} wie er komt, en wie komt als die er niet is. "
        "{U} hoort ook wat {u} kunt doen als {u} het niet eens bent.",
        "De GI belt of komt binnen vijf dagen. De GI zegt wie er komt.",
        "BJw 4.2.1, 4.2.2",
        BOUND,
        STANDS,
    ),
    Line(
        "help/way_home",
        Topic.HELP,
        "De GI moet goed kijken of {kind} weer thuis kan wonen. {U} mag vragen wat daarvoor nodig is.",
        "De GI kijkt of {kind} weer naar huis kan.",
        "EVRM 8 [K]; EHRM 15-4-2025, Van Slooten; BW 1:265d",
        BOUND,
        EVERYBODY,
        placed=True,
    ),
    Line(
        "help/contact",
        Topic.HELP,
        "{U} en {uw} kind hebben recht op contact. De GI mag dat minder maken als het nodig is voor de nieuwe plek. "
        "Heeft de rechter al iets over contact beslist? Dan mag alleen de rechter dat veranderen.",
        "{U} mag contact hebben met {uw} kind. Minder kan alleen als dat nodig is.",
        "BW 1:265f, 1:265g",
        BOUND,
        WITH,
        placed=True,
    ),
    Line(
        "help/contact_without",
        Topic.HELP,
        "{U} en {uw} kind hebben recht op contact. De GI mag dat zelf niet minder maken. Dat kan alleen de rechter.",
        "{U} mag contact hebben met {uw} kind.",
        "BW 1:265f, 1:265g, 1:377a [K]",
        BOUND,
        WITHOUT,
        placed=True,
    ),
    Line(
        "help/contact_youth",
        Topic.HELP,
        "{U} hebt recht op contact met je ouders. De GI mag dat minder maken als het nodig is voor waar je woont. "
        "Wil je meer of minder contact? Zeg dat.",
        "{U} mag contact hebben met je ouders.",
        "BW 1:265f, 1:265g",
        BOUND,
        YOUTH,
        placed=True,
    ),
    Line(
        "help/secure_rules",
        Topic.HELP,
        "Alleen wat in {uw} plan staat, mag. Fouilleren of opsluiten mag niet zomaar. Men moet zeggen waarom het nodig "
        "was.",
        "Niet alles mag in dat huis. Vraag wat mag.",
        "Jw hoofdstuk 6, paragraaf 6.3 [K]",
        ALL,
        YOUTH,
        secure=True,
    ),
    Line(
        "help/again",
        Topic.HELP,
        "Is er weer hulp nodig? Bel dan het lokale team. Een oud ja telt niet meer. Men vraagt het {jou} opnieuw.",
        "Weer hulp nodig? Bel het lokale team.",
        "Jw 2.3; TR-80",
        frozenset({State.CLOSED}),
        EVERYBODY,
    ),
)
