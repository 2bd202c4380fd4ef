"""What a family reads while a procedure runs (P1 to P13)."""

from __future__ import annotations

from states.rights.line import Line, Topic
from states.rights.reader import EVERYBODY
from states.rights.rows.where import ALL


def _track(id_: str, text: str, easy: str, source: str, topic: Topic = Topic.FRAME) -> Line:
    return Line(f"track/{id_}", topic, text, easy, source, ALL, EVERYBODY, track=id_)


TRACKS: tuple[Line, ...] = (
    _track(
        "P1",
        "De Raad kijkt ook nog een keer hoe het gaat. Er verandert nu niets.",
        "De Raad kijkt ook nog een keer hoe het gaat.",
        "Jw 3.1; BW 1:267",
    ),
    _track(
        "P2",
        "De rechter is gevraagd om dit langer te laten duren. Gevraagd is nog niet gekregen. "
        "Beslist de rechter niet op tijd? Dan stopt het.",
        "De rechter kijkt of dit langer moet duren. Dat is nog niet zo.",
        "BW 1:260, 1:265c lid 2",
    ),
    _track(
        "P3",
        "Iemand ging in hoger beroep. Een hof kijkt nog een keer. Vaak geldt tot dan wat de rechter zei.",
        "Een hogere rechter kijkt nog een keer.",
        "Rv 358-362, 806 [K: tekst van 2010]",
        Topic.JUDGE,
    ),
    _track(
        "P4",
        "Er loopt een vraag over een schriftelijke aanwijzing, of over waar {kind} woont. "
        "Tot er een antwoord is, blijft het zoals het is.",
        "Er is een vraag gesteld. Het antwoord komt nog.",
        "BW 1:263-265, 1:265d lid 2-4",
        Topic.OWN,
    ),
    _track(
        "P5",
        "De rechter is om een andere GI gevraagd. Tot de rechter beslist, blijft deze GI.",
        "De rechter kijkt of er een andere GI komt.",
        "BW 1:259",
        Topic.OWN,
    ),
    _track(
        "P6",
        "Er loopt een klacht. Na het antwoord zegt men binnen een maand wat men ermee doet.",
        "Er loopt een klacht. Het antwoord komt nog.",
        "Jw 4.2.1",
        Topic.COMPLAINT,
    ),
    _track(
        "P7",
        "De rechter kijkt mee naar wat er misgaat met de GI. Eerst zoekt men samen naar een weg.",
        "De rechter kijkt mee.",
        "BW 1:262b",
        Topic.OWN,
    ),
    _track(
        "P8",
        "De GI wil stoppen. De Raad kijkt of dat kan.",
        "De GI wil stoppen. De Raad kijkt of dat kan.",
        "BW 1:265j",
    ),
    _track(
        "P9",
        "De rechter besloot met haast. Niet iedereen kon toen iets zeggen. Dat moet nu binnen twee weken. "
        "Gebeurt dat niet? Dan stopt wat de rechter besloot.",
        "Zeg binnen twee weken wat {u} vindt. De rechter luistert.",
        "Rv 800 lid 3, 809 lid 3 [K]",
        Topic.JUDGE,
    ),
    _track(
        "P10",
        "De ouders zijn het niet eens. De rechter kiest. Het blijft vrijwillig als het dat al was.",
        "De ouders zijn het niet eens. De rechter kiest.",
        "BW 1:253a [K]",
        Topic.DECIDE,
    ),
    _track(
        "P11",
        "De rechter is om een andere maatregel gevraagd. Gevraagd is nog niet gekregen.",
        "De rechter kijkt of er iets anders komt. Dat is nog niet zo.",
        "BW 1:255 lid 2, 1:266-1:268",
    ),
    _track(
        "P12",
        "De rechter beslist later. Tot dan blijft het zoals het is. Niemand mag daar eisen aan hangen.",
        "De rechter beslist later. Nu blijft het zoals het is.",
        "domein 00-C (TR-33, NX-16)",
        Topic.JUDGE,
    ),
    _track(
        "P13",
        "Een hof kijkt nog een keer. Wat de rechter besloot, werkt daarom nu even niet.",
        "Wat de rechter besloot, werkt nu even niet.",
        "Rv 360 lid 1-2 [K: tekst van 2010]",
        Topic.JUDGE,
    ),
)
