"""What every act of the matrix is to a family: in plain words, and what it asks of whom.

The words are ours; whether the act may be done, and on which ground, only ``may`` says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from states.rights.reader import EVERYBODY, PARENTS, STANDS, Reader


class Asks(StrEnum):
    """What an act asks of a family when it may be done without their yes.

    ``NOTHING``: others do it. ``TAKING_PART``: it cannot be done without the family taking part, and
    nothing makes that compulsory by itself. ``BINDING``: the family has to put up with it, or to follow it.
    """

    NOTHING = "nothing"
    TAKING_PART = "taking_part"
    BINDING = "binding"


@dataclass(frozen=True, slots=True)
class Deed:
    """An act in plain words. ``concerns``: on whose sheet it stands. ``own``: a family can do it itself.

    ``binds``: whom it can bind; of who else it concerns it asks nothing.
    """

    number: int
    text: str
    asks: Asks
    concerns: frozenset[Reader] = EVERYBODY
    own: bool = False
    binds: frozenset[Reader] = EVERYBODY


_NO, _TAKE, _BIND = Asks.NOTHING, Asks.TAKING_PART, Asks.BINDING
_NOBODY: frozenset[Reader] = frozenset()
_Y16 = frozenset({Reader.YOUTH_16})

DEEDS: Mapping[int, Deed] = {
    deed.number: deed
    for deed in (
        Deed(1, "Men vraagt {jou} voor een gesprek.", _TAKE),
        Deed(2, "Men komt bij {jou} thuis. {U} weet het van tevoren.", _TAKE),
        Deed(3, "Men komt bij {jou} thuis. {U} weet het niet van tevoren.", _TAKE),
        Deed(4, "Men praat alleen met {uw} kind. Het kind is nog geen 12.", _TAKE, PARENTS),
        Deed(5, "Men praat alleen met een kind van 12 of ouder.", _TAKE),
        Deed(6, "Men vraagt raad aan een ander. {Uw} naam wordt niet genoemd.", _NO),
        Deed(7, "Men praat met anderen over {jou}. {Uw} naam wordt genoemd.", _NO),
        Deed(8, "De GI vraagt aan anderen hoe het gaat. Er is geen ja voor nodig.", _NO),
        Deed(9, "Men vraagt aan anderen hoe het gaat. {U} weet bij wie en waarvoor.", _NO),
        Deed(10, "Men vertelt de Raad of de rechter hoe het gaat.", _NO),
        Deed(11, "Men vraagt een GI om raad. {Uw} naam wordt niet genoemd.", _NO),
        Deed(12, "Een GI leidt de hulp.", _NO),
        Deed(13, "Er komt jeugdhulp.", _BIND, binds=STANDS),
        Deed(14, "Een arts helpt een kind dat nog geen 12 is.", _NO, PARENTS),
        Deed(15, "Een arts helpt een kind van 12 tot 16.", _BIND, PARENTS | {Reader.YOUTH_12}),
        Deed(16, "Een arts helpt een kind van 16 of ouder.", _BIND, PARENTS | _Y16),
        Deed(17, "{U} mag zelf een plan maken met familie en vrienden.", _TAKE, STANDS),
        Deed(18, "Er komt een plan voor de hulp.", _TAKE),
        Deed(19, "Er komt een plan om veilig te zijn.", _TAKE),
        Deed(20, "Men zegt: doe dit, of er gebeurt iets.", _BIND),
        Deed(21, "De GI stuurt een schriftelijke aanwijzing. Wat daarin staat, moet {u} doen.", _BIND, STANDS),
        Deed(22, "De rechter zegt dat {u} de schriftelijke aanwijzing echt moet doen.", _BIND, STANDS),
        Deed(23, "Men maakt {jou} bang voor een maatregel, om een ja te krijgen.", _BIND),
        Deed(24, "Een kind woont thuis, en mag een ouder minder zien.", _BIND),
        Deed(25, "Een kind woont niet thuis, en mag een ouder minder zien.", _BIND, STANDS),
        Deed(26, "Er komt een vast plan voor wie het kind ziet, en wanneer.", _BIND),
        Deed(27, "Een kind gaat een tijd ergens anders wonen. Dat gaat vrijwillig.", _BIND),
        Deed(28, "De GI vraagt de rechter om een machtiging uithuisplaatsing.", _NO),
        Deed(29, "Een kind gaat ergens anders wonen. Dat moet van de rechter.", _BIND),
        Deed(30, "Een kind gaat met haast ergens anders wonen. De rechter is nog niet gevraagd.", _BIND),
        Deed(31, "Een kind gaat weer thuis wonen.", _NO),
        Deed(32, "Een kind woont al een jaar op een plek, en gaat naar een andere plek.", _BIND),
        Deed(33, "De GI krijgt een deel van het gezag. Dat kan gaan over school of een arts.", _BIND),
        Deed(34, "De rechter zegt ja tegen een arts, in plaats van wie gezag heeft.", _BIND),
        Deed(
            35, "Een ouder vraagt de rechter om ja te zeggen, in plaats van de andere ouder.", _BIND, PARENTS, own=True
        ),
        Deed(36, "{U} vraagt de rechter om te kiezen als het met de GI niet lukt.", _NO, own=True),
        Deed(37, "Een kind gaat naar gesloten jeugdhulp.", _BIND),
        Deed(38, "Men vraagt een ouder om een test. Dan weet men of die ouder drinkt of drugs neemt.", _TAKE, PARENTS),
        Deed(39, "Men vraagt een kind om een test. Dan weet men of het kind drugs neemt.", _TAKE),
        Deed(40, "Men zoekt samen uit waarom het zo gaat.", _TAKE),
        Deed(41, "Een arts of een ander kijkt hoe een ouder in elkaar zit.", _TAKE, PARENTS),
        Deed(42, "{U} vraagt de rechter om iemand anders te laten kijken.", _NO, PARENTS, own=True),
        Deed(43, "Men vraagt de Raad om te kijken hoe het gaat.", _NO),
        Deed(44, "Men praat met de Raad en anderen aan een tafel. {U} mag erbij zijn.", _TAKE),
        Deed(45, "Men belt Veilig Thuis.", _NO),
        Deed(46, "Men zet de naam van het kind op een lijst. Zo weet wie helpt wie er nog meer helpt.", _NO),
        Deed(47, "Men vertelt school of een arts over zorgen. Er is geen ja.", _BIND),
        Deed(48, "Is er nu gevaar? Iedereen mag 112 bellen.", _NO, own=True),
        Deed(49, "Men vraagt de burgemeester of iemand een tijd niet thuis mag komen.", _NO),
        Deed(50, "Een ouder ziet het kind. Er is iemand bij die helpt.", _TAKE),
        Deed(51, "De GI zegt waar een kind het best kan opgroeien.", _NO),
        Deed(52, "Het kind gaat naar een school, krijgt een paspoort of gaat verhuizen.", _BIND),
        Deed(53, "Een kind gaat in een ander land wonen.", _BIND),
        Deed(54, "Het dossier gaat naar wie daarna helpt.", _NO),
        Deed(55, "Men maakt een film of laat anderen meekijken.", _TAKE),
        Deed(56, "Men schrijft op wat er is gebeurd.", _NO),
        Deed(57, "Een GI gaat door als dat van de rechter niet meer mag.", _BIND),
        Deed(58, "Men belt of komt nog een keer als de hulp voorbij is.", _TAKE),
        Deed(59, "Men vertelt pleegouders wat zij moeten weten.", _NO),
        Deed(60, "De politie helpt als een kind naar een andere plek gaat.", _BIND),
        Deed(61, "In gesloten jeugdhulp mag een kind iets niet, of gaat de deur dicht.", _BIND),
        Deed(62, "{U} vraagt het hof om te wachten met wat de rechter besloot.", _NO, own=True),
        Deed(63, "De rechter zegt iets aan de telefoon. Men schrijft het op.", _NO, _NOBODY),
        Deed(64, "Iets wat niet op de lijst staat. Een tweede persoon moet het goed vinden.", _TAKE),
    )
}
"""Every act by its number."""
