"""The judge: being heard, papers, appeal."""

from __future__ import annotations

from states.rights.line import Line, Topic
from states.rights.reader import PARENTS, STANDS, YOUTH
from states.rights.rows.where import ALL, ASKING, BOUND, COURT, OPEN, WITH, WITHOUT

JUDGE: tuple[Line, ...] = (
    Line(
        "judge/heard",
        Topic.JUDGE,
        "De rechter houdt een zitting. {U} krijgt daar een brief over. {U} mag daar zeggen wat {u} vindt.",
        "{U} mag bij de rechter zeggen wat {u} vindt.",
        "Rv 800, 803 [K]",
        COURT,
        WITH,
    ),
    Line(
        "judge/heard_without",
        Topic.JUDGE,
        "Gaat de zaak ook over {jou}? Dan mag {u} bij de rechter zeggen wat {u} vindt. De rechter kijkt of dat zo is.",
        "Soms mag {u} bij de rechter zeggen wat {u} vindt.",
        "Rv 798 [K]",
        COURT,
        WITHOUT,
    ),
    Line(
        "judge/youth_if",
        Topic.JUDGE,
        "Nu beslist er geen rechter. Komt er wel een rechter? Dan vraagt die eerst wat jij vindt. Je mag dan alleen "
        "met de rechter praten.",
        "Komt er een rechter? Dan vraagt die eerst wat jij vindt.",
        "Rv 809 lid 1",
        OPEN - COURT,
        YOUTH,
    ),
    Line(
        "judge/youth_when",
        Topic.JUDGE,
        "De rechter wil jou horen voor hij of zij beslist. Je krijgt daar een brief over. Komen mag. Het hoeft niet.",
        "De rechter wil jou horen. Komen mag. Het hoeft niet.",
        "Rv 809 lid 1",
        COURT,
        YOUTH,
    ),
    Line(
        "judge/youth_how",
        Topic.JUDGE,
        "Je praat alleen met de rechter. Je ouders zijn er dan niet bij. Je mag ook een brief sturen. "
        "Vraag vooraf wat de rechter aan anderen vertelt.",
        "Je praat alleen met de rechter. Een brief sturen mag ook.",
        "Rv 809 [K: hoe het gesprek gaat]",
        COURT,
        YOUTH,
    ),
    Line(
        "judge/youth_urgent",
        Topic.JUDGE,
        "Was er haast? Dan mag de rechter eerst beslissen. Jij mag dan binnen twee weken zeggen wat je vindt. "
        "Gebeurt dat niet? Dan stopt wat de rechter besloot.",
        "Was er haast? Dan hoort de rechter jou binnen twee weken.",
        "Rv 809 lid 3",
        COURT,
        YOUTH,
    ),
    Line(
        "judge/urgent",
        Topic.JUDGE,
        "Was er haast? Dan mag de rechter eerst beslissen. {U} mag dan binnen twee weken zeggen wat {u} vindt. "
        "Gebeurt dat niet? Dan stopt wat de rechter besloot.",
        "Was er haast? Dan hoort de rechter {jou} binnen twee weken.",
        "Rv 800 lid 3",
        COURT,
        WITH,
    ),
    Line(
        "judge/papers",
        Topic.JUDGE,
        "{U} mag de stukken lezen die de rechter heeft. Vraag erom bij de rechtbank, of vraag een advocaat.",
        "{U} mag lezen wat de rechter leest.",
        "Rv 811",
        COURT,
        STANDS,
    ),
    Line(
        "judge/expert",
        Topic.JUDGE,
        "{U} mag de rechter vragen om iemand anders te laten kijken. Dat is iemand die er veel van weet. "
        "De rechter beslist of dat nodig is.",
        "{U} mag vragen of een ander nog eens kijkt.",
        "Rv 810a lid 2 [K]",
        ASKING | BOUND,
        WITH,
    ),
    Line(
        "judge/appeal",
        Topic.JUDGE,
        "{Bent_u} het niet eens met de rechter? Dan {kunt_u} binnen drie maanden in hoger beroep. "
        "Bij sommige besluiten kan dat niet. Een advocaat weet dat.",
        "Niet eens met de rechter? Bel snel een advocaat.",
        "Rv 806, 807 [K]",
        BOUND,
        PARENTS,
    ),
    Line(
        "judge/appeal_youth",
        Topic.JUDGE,
        "Ben je het niet eens met de rechter? Soms kan een hogere rechter nog eens kijken. "
        "Wacht niet lang. Een advocaat of Jeugdstem zoekt met je uit wat kan.",
        "Niet eens met de rechter? Bel Jeugdstem.",
        "Rv 806, 807 [K]",
        BOUND,
        YOUTH,
    ),
    Line(
        "judge/own_letter",
        Topic.JUDGE,
        "Je mag de rechter zelf een brief sturen, ook zonder advocaat. Dat kan over contact met je ouders, of over "
        "waar je woont.",
        "Je mag de rechter zelf een brief sturen.",
        "BW 1:251a lid 4, 1:377g [K]",
        ALL,
        YOUTH,
    ),
)
