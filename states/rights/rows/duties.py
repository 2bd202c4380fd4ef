"""What has to be done, and what may be refused (R-34; Jw 7.3.4, 7.3.7; BW 1:263)."""

from __future__ import annotations

from states.position import HELPED
from states.rights.line import Line, Topic
from states.rights.reader import EVERYBODY, PARENTS, STANDS, YOUTH
from states.rights.rows.where import ASKING, BOUND, WARDED, WATCHED, WILLING, WITHOUT, Y12, Y16

DUTIES: tuple[Line, ...] = (
    Line(
        "duties/free",
        Topic.DUTIES,
        "Nee. {U} mag nee zeggen tegen hulp. Zei {u} ja? Dan mag {u} later toch stoppen. Dat kan elke dag. "
        "{U} hoeft niet te zeggen waarom.",
        "Nee. {U} mag nee zeggen. {U} mag stoppen. Dat kan elke dag.",
        "Jw 7.3.4, 7.3.5",
        WILLING,
        STANDS,
    ),
    Line(
        "duties/free_without",
        Topic.DUTIES,
        "Nee. {U} hoeft niet mee te doen aan hulp. Dat kan elke dag. {U} hoeft niet te zeggen waarom.",
        "Nee. {U} hoeft niet mee te doen.",
        "Jw 7.3.4",
        WILLING,
        WITHOUT,
    ),
    Line(
        "duties/tell_what_is_needed",
        Topic.DUTIES,
        "{Wilt_u} de hulp wel? Vertel dan wat nodig is om goed te helpen. Meer hoeft niet.",
        "{Wilt_u} hulp? Vertel dan wat nodig is.",
        "Jw 7.3.7",
        frozenset(HELPED),
        EVERYBODY,
    ),
    Line(
        "duties/no_consequence",
        Topic.DUTIES,
        "Men mag {jou} niet bang maken om een ja te krijgen. Wel mag men eerlijk vertellen welke zorgen er zijn.",
        "Men mag {jou} niet bang maken. Men mag wel zeggen welke zorgen er zijn.",
        "rechtspraak en advies over drang; Jw 7.3.2",
        WILLING,
        EVERYBODY,
    ),
    Line(
        "duties/raad",
        Topic.DUTIES,
        "Praten met de Raad hoeft niet. De Raad mag ook met anderen praten. De Raad gaat dan verder zonder wat {u} "
        "zelf wilt zeggen.",
        "Praten met de Raad mag. Het hoeft niet.",
        "BW 1:240; [K]",
        ASKING,
        EVERYBODY,
    ),
    Line(
        "duties/directive",
        Topic.DUTIES,
        "De GI kan {jou} een schriftelijke aanwijzing geven. Wat daarin staat, moet {u} doen. "
        "{U} kunt er iets tegen doen. Dat staat verder op dit blad.",
        "De GI kan {jou} een brief sturen met wat moet. Dat heet een aanwijzing. Die moet {u} volgen.",
        "BW 1:263 lid 1 en 2",
        WATCHED,
        STANDS,
    ),
    Line(
        "duties/directive_without",
        Topic.DUTIES,
        "De GI kan een schriftelijke aanwijzing geven. Die is niet voor {jou}. "
        "Die is voor wie gezag heeft, of voor het kind.",
        "De GI kan {jou} niets opdragen.",
        "BW 1:263 lid 1",
        WATCHED,
        WITHOUT,
    ),
    Line(
        "duties/help",
        Topic.DUTIES,
        "De GI kiest welke jeugdhulp er komt. Daar is geen ja voor nodig. De GI praat er wel eerst over met {jou}.",
        "De GI kiest de hulp. De GI praat daarover met {jou}.",
        "Jw 7.3.4 lid 1, 3.5 lid 1, 4.1.3 lid 2",
        WATCHED,
        STANDS,
    ),
    Line(
        "duties/home",
        Topic.DUTIES,
        "De GI mag komen vragen hoe het gaat. Wie er bij {jou} naar binnen mag, beslist u zelf.",
        "De GI mag komen. {U} beslist wie er binnen mag.",
        "BW 1:262; Awbi [K]",
        WATCHED,
        PARENTS,
    ),
    Line(
        "duties/doctor",
        Topic.DUTIES,
        "Voor een arts is wel een ja nodig. Onder de 12 is dat het ja van wie gezag heeft. "
        "Van 12 tot 16 ook dat van het kind. Vanaf 16 zegt het kind zelf ja of nee.",
        "Voor een arts is wel een ja nodig.",
        "Jw 7.3.1 lid 3; WGBO; BW 7:447, 7:450 [K]",
        WATCHED,
        PARENTS,
    ),
    Line(
        "duties/doctor_12",
        Topic.DUTIES,
        "Een arts mag {jou} pas helpen als {u} het goed vindt. Wie gezag heeft, moet het ook goed vinden.",
        "Een arts vraagt of {u} het goed vindt.",
        "Jw 7.3.1 lid 3; BW 7:450 [K]",
        BOUND,
        Y12,
    ),
    Line(
        "duties/doctor_16",
        Topic.DUTIES,
        "Een arts mag {jou} pas helpen als {u} het goed vindt. {U} beslist daar zelf over.",
        "Bij een arts beslis je zelf.",
        "Jw 7.3.1 lid 3; BW 7:447 [K]",
        BOUND,
        Y16,
    ),
    Line(
        "duties/ward",
        Topic.DUTIES,
        "Een voogd kan {jou} geen schriftelijke aanwijzing geven. De voogd beslist wel over {uw} kind.",
        "De voogd beslist. De voogd kan {jou} niets opdragen.",
        "BW 1:263 (geldt hier niet), 1:302, 1:303 [K]",
        WARDED,
        PARENTS,
    ),
    Line(
        "duties/ward_youth",
        Topic.DUTIES,
        "De voogd kiest welke hulp er komt. De voogd praat er eerst met {jou} over en hoort wat {u} vindt.",
        "De voogd kiest de hulp. De voogd praat eerst met {jou}.",
        "Jw 7.3.4 lid 1, 4.1.3",
        WARDED,
        YOUTH,
    ),
)
