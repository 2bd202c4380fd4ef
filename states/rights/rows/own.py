"""Requests of one's own, and a lawyer (BW 1:259, 261, 262b, 264, 265, 265d; Jw 6.1.10)."""

from __future__ import annotations

from states.position import State
from states.rights.line import Line, Topic
from states.rights.reader import PARENTS, STANDS, YOUTH
from states.rights.rows.where import ALL, BOUND, COURT, OPEN, WARDED, WATCHED, WITH, WITHOUT

_LASTING = frozenset({State.SUPERVISION, State.SUPERVISION_WITH_PLACEMENT})
_WARD = frozenset({State.GUARDIANSHIP})

OWN: tuple[Line, ...] = (
    Line(
        "own/264",
        Topic.OWN,
        "Vindt u een schriftelijke aanwijzing niet goed? Vraag dan de rechter om haar te stoppen. "
        "Doe dat binnen twee weken nadat {u} haar kreeg.",
        "Vindt u de aanwijzing niet goed? {U} mag naar de rechter. Doe dat binnen twee weken.",
        "BW 1:264",
        WATCHED,
        WITH,
    ),
    Line(
        "own/264_youth",
        Topic.OWN,
        "Vind je een schriftelijke aanwijzing niet goed? Vraag dan de rechter om haar te stoppen. "
        "Doe dat binnen twee weken nadat je haar kreeg.",
        "Vind je de aanwijzing niet goed? Je mag naar de rechter. Doe dat binnen twee weken.",
        "BW 1:264",
        WATCHED,
        YOUTH,
    ),
    Line(
        "own/265",
        Topic.OWN,
        "{U} mag ook de GI vragen om de schriftelijke aanwijzing weg te halen. De GI zegt binnen twee weken ja of nee. "
        "Zegt de GI niets? Dan is dat een nee, en mag {u} naar de rechter.",
        "{U} mag ook de GI vragen om de aanwijzing weg te halen.",
        "BW 1:265",
        WATCHED,
        STANDS,
    ),
    Line(
        "own/262b",
        Topic.OWN,
        "Gaat het niet goed tussen {jou} en de GI? {U} mag dat aan de rechter vertellen. "
        "De rechter helpt eerst om er samen uit te komen. Daarna kan de rechter kiezen.",
        "{Komt_u} er met de GI niet uit? {U} mag naar de rechter.",
        "BW 1:262b",
        WATCHED,
        STANDS,
    ),
    Line(
        "own/259",
        Topic.OWN,
        "{Wilt_u} een andere GI? Dan mag {u} de rechter daarom vragen. Tot die tijd blijft deze GI.",
        "{Wilt_u} een andere GI? Vraag het de rechter.",
        "BW 1:259",
        WATCHED,
        STANDS,
    ),
    Line(
        "own/261",
        Topic.OWN,
        "Is de maatregel niet meer nodig? Dan mag {u} de rechter vragen om te stoppen.",
        "Is het niet meer nodig? Vraag de rechter om te stoppen.",
        "BW 1:261",
        _LASTING,
        STANDS,
    ),
    Line(
        "own/265d",
        Topic.OWN,
        "{U} mag de GI vragen om {kind} weer thuis te laten wonen, of eerder. De GI zegt binnen twee weken ja of nee. "
        "Is het nee, of hoort u niets? Dan mag {u} naar de rechter.",
        "{U} mag vragen of {kind} weer naar huis mag.",
        "BW 1:265d lid 2-4",
        BOUND,
        WITH,
        placed=True,
    ),
    Line(
        "own/265d_youth",
        Topic.OWN,
        "Wil je weer thuis wonen, of niet naar een andere plek? Vraag het de GI. De GI zegt binnen twee weken ja of "
        "nee. Is het nee, of hoor je niets? Dan mag je naar de rechter.",
        "Wil je weer thuis wonen? Vraag het de GI.",
        "BW 1:265d lid 2-4",
        BOUND,
        YOUTH,
        placed=True,
    ),
    Line(
        "own/without",
        Topic.OWN,
        "{U} kunt praten met de GI. {U} kunt een klacht sturen. {U} kunt de rechter vragen om contact met {uw} kind. "
        "Andere vragen zijn voor wie gezag heeft.",
        "{U} mag met de GI praten. {U} mag de rechter vragen om contact met {uw} kind.",
        "BW 1:377a [K]; 1:262b, 1:264, 1:265d (alleen wie gezag heeft)",
        BOUND,
        WITHOUT,
    ),
    Line(
        "own/277",
        Topic.OWN,
        "Had {u} gezag? {U} mag de rechter vragen om het terug te krijgen. Vraag een advocaat om hulp.",
        "{U} mag de rechter vragen om het gezag terug te krijgen.",
        "BW 1:277",
        _WARD,
        PARENTS,
    ),
    Line(
        "own/guardian_youth",
        Topic.OWN,
        "Wil je een andere voogd? Zeg dat tegen Jeugdstem of een advocaat. Samen kijk je wat kan.",
        "Wil je een andere voogd? Bel Jeugdstem.",
        "BW 1:299a [K]; voor een geschil is hier geen eigen weg (PHR 25-7-2025)",
        WARDED,
        YOUTH,
    ),
    Line(
        "own/stop",
        Topic.OWN,
        "{U} mag vragen om andere hulp. {U} mag vragen om iemand anders. {U} mag vragen om te stoppen.",
        "{U} mag vragen om andere hulp.",
        "Jw 2.3, 7.3.2, 7.3.4",
        OPEN - BOUND,
        STANDS,
    ),
)

LAWYER: tuple[Line, ...] = (
    Line(
        "lawyer/secure",
        Topic.LAWYER,
        "Je krijgt een eigen advocaat. Daar hoef je niets voor te doen. Het kost je niets. Die is er alleen voor jou.",
        "Je krijgt een eigen advocaat. Het kost je niets.",
        "Jw 6.1.10 lid 4",
        ALL,
        YOUTH,
        secure=True,
    ),
    Line(
        "lawyer/free",
        Topic.LAWYER,
        "Soms kost een advocaat {jou} niets. Dat is zo als het om het einde van {uw} gezag gaat. Dat is ook zo de "
        "eerste keer dat {kind} ergens anders gaat wonen.",
        "Soms kost een advocaat {jou} niets. Vraag ernaar.",
        "Stcrt. 2023, 26497 (pilot) [K: of het nog geldt]",
        COURT,
        WITH,
    ),
    Line(
        "lawyer/regular",
        Topic.LAWYER,
        "{U} mag altijd een advocaat vragen om hulp. Wie weinig geld heeft, betaalt minder.",
        "{U} mag een advocaat vragen. Wie weinig geld heeft, betaalt minder.",
        "Wet op de rechtsbijstand [K]",
        ALL,
        PARENTS,
    ),
    Line(
        "lawyer/youth",
        Topic.LAWYER,
        "Je mag een advocaat om hulp vragen. Voor jou kost dat vaak niets. Jeugdstem helpt je zoeken.",
        "Je mag een advocaat vragen. Jeugdstem helpt je zoeken.",
        "Wet op de rechtsbijstand [K]",
        ALL,
        YOUTH,
    ),
)
