"""Who decides, and whose yes is asked (table 5.1)."""

from __future__ import annotations

from states.rights.line import Line, Topic
from states.rights.reader import EVERYBODY, STANDS, YOUTH
from states.rights.rows.where import BOUND, OPEN, WARDED, WATCHED, WILLING, WITH, WITHOUT, Y12, Y16

DECIDE: tuple[Line, ...] = (
    Line(
        "decide/parents",
        Topic.DECIDE,
        "Is {uw} kind nog geen 12? Dan beslist wie gezag heeft. Van 12 tot 16 moet {uw} kind ook ja zeggen. "
        "Vanaf 16 beslist {uw} kind zelf.",
        "{U} beslist over hulp. Vanaf 12 jaar beslist {uw} kind mee.",
        "Jw 7.3.4, 7.3.5, 7.3.15",
        WILLING,
        WITH,
    ),
    Line(
        "decide/two_parents",
        Topic.DECIDE,
        "Hebben twee ouders gezag? Dan moeten zij allebei ja zeggen. Lukt dat niet? "
        "Dan kan een van de twee de rechter vragen om te kiezen.",
        "Hebben twee ouders gezag? Dan moeten zij allebei ja zeggen.",
        "Jw 7.3.4; BW 1:253a [K]",
        WILLING,
        WITH,
    ),
    Line(
        "decide/without",
        Topic.DECIDE,
        "{U} hebt geen gezag. Daarom beslist u niet over de hulp. Wel mag {u} vragen hoe het met {uw} kind gaat.",
        "{U} beslist niet over de hulp. {U} mag wel vragen hoe het gaat.",
        "Jw 7.3.15; BW 1:377c [K]",
        OPEN,
        WITHOUT,
    ),
    Line(
        "decide/youth_12",
        Topic.DECIDE,
        "{U} moet zelf ja zeggen. Wie gezag heeft, moet ook ja zeggen. Zeggen zij nee en blijf je het "
        "willen? Dan mag het soms toch.",
        "Jij moet ja zeggen. Wie gezag heeft, ook.",
        "Jw 7.3.4 lid 2",
        WILLING,
        Y12,
    ),
    Line(
        "decide/youth_16",
        Topic.DECIDE,
        "{U} beslist zelf over hulp. Het ja van een ander is niet nodig.",
        "{U} beslist zelf over hulp.",
        "Jw 7.3.5",
        WILLING,
        Y16,
    ),
    Line(
        "decide/sharing",
        Topic.DECIDE,
        "Ja tegen hulp is nog geen ja tegen delen. Men mag pas over {jou} praten met een ander als daar een ja "
        "voor is. Dat ja geldt voor één doel.",
        "Mag men over {jou} praten met een ander? Dat vraagt men apart.",
        "Jw 7.3.11 lid 1",
        WILLING,
        STANDS,
    ),
    Line(
        "decide/keeps_authority",
        Topic.DECIDE,
        "{U} houdt het gezag. {U} beslist dus nog over veel dingen. De GI kijkt mee en helpt.",
        "{U} houdt het gezag. De GI kijkt mee.",
        "BW 1:255, 1:262",
        WATCHED,
        WITH,
    ),
    Line(
        "decide/no_consent_to_ask",
        Topic.DECIDE,
        "De GI mag aan school of een ander vragen hoe het gaat. Dat mag ook zonder {uw} ja. "
        "Het moet dan wel nodig zijn.",
        "De GI mag aan anderen vragen hoe het gaat.",
        "Jw 7.3.11 lid 4; voor de voorlopige ondertoezichtstelling [K]",
        BOUND,
        EVERYBODY,
    ),
    Line(
        "decide/guardian",
        Topic.DECIDE,
        "De voogd beslist over grote dingen. Heeft de voogd maar een deel van het gezag? "
        "Dan beslist u zelf over de rest.",
        "De voogd beslist over grote dingen.",
        "BW 1:268 lid 1 b en lid 3, 1:302, 1:303 [K]",
        WARDED,
        WITH,
    ),
    Line(
        "decide/guardian_youth",
        Topic.DECIDE,
        "De voogd beslist over grote dingen in {uw} leven. De voogd moet horen wat {u} daarvan vindt.",
        "De voogd beslist over grote dingen. Zeg wat {u} vindt.",
        "BW 1:302, 1:303 [K]; IVRK 12 [K]",
        WARDED,
        YOUTH,
    ),
    Line(
        "decide/youth_measure",
        Topic.DECIDE,
        "De GI moet horen wat {u} wilt. De GI hoeft niet te doen wat {u} wilt. De GI moet dan wel zeggen waarom.",
        "De GI hoort wat {u} wilt.",
        "Jw 4.1.3 lid 2; IVRK 12 [K]",
        WATCHED,
        YOUTH,
    ),
)
