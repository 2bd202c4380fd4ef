"""Where a child stands, and how long that lasts (R-03, R-11)."""

from __future__ import annotations

from states.position import State
from states.rights.line import Line, Topic
from states.rights.reader import EVERYBODY
from states.rights.rows.where import ALL, BOUND, WATCHED


def _frame(state: State, text: str, easy: str, source: str) -> Line:
    return Line(f"frame/{state.value}", Topic.FRAME, text, easy, source, frozenset({state}), EVERYBODY)


FRAME: tuple[Line, ...] = (
    _frame(
        State.ASSESSMENT,
        "Iemand heeft een vraag of een zorg over {kind_voor} gemeld. Het lokale team kijkt wat nodig is. "
        "Dit is vrijwillig. De rechter heeft geen maatregel gegeven. Er loopt geen hulp waar {u} ja op zei.",
        "Iemand maakt zich zorgen over {kind_voor}. We kijken samen wat nodig is. Dit is vrijwillig.",
        "Jw 2.3, 2.6; kamerbrief 23-3-2020",
    ),
    _frame(
        State.HELP,
        "{Kind} krijgt hulp. Die hulp is vrijwillig. De rechter heeft geen maatregel gegeven.",
        "{Kind} krijgt hulp. Dit is vrijwillig. Nee zeggen mag.",
        "Jw 2.3, 7.3.4; kamerbrief 23-3-2020",
    ),
    _frame(
        State.GI_LED,
        "{Kind} krijgt veel hulp. Ook deze hulp is vrijwillig. Iemand van een GI leidt de hulp. "
        "Die mag nu niet meer dan een ander die helpt.",
        "{Kind} krijgt veel hulp. Dit is vrijwillig. Iemand van een GI leidt de hulp.",
        "kamerbrief 23-3-2020; Jw 2.3, 2.11 [K]; Jw 7.3.4, hier ook voor de GI gevolgd (ontwerp)",
    ),
    _frame(
        State.TEAM_LED,
        "{Kind} krijgt veel hulp. Ook deze hulp is vrijwillig. Het lokale team leidt de hulp. "
        "Een GI geeft soms raad aan het team, zonder {uw} naam.",
        "{Kind} krijgt veel hulp. Dit is vrijwillig. Het lokale team leidt de hulp.",
        "kamerbrief 23-3-2020; Jw 2.3, 7.3.4",
    ),
    _frame(
        State.REQUESTED,
        "Iemand vroeg de Raad om onderzoek. De Raad kijkt nu of dat nodig is. "
        "De rechter heeft geen maatregel gegeven. Hulp blijft vrijwillig.",
        "Iemand vroeg de Raad om te kijken hoe het gaat. Hulp blijft vrijwillig.",
        "Jw 2.4 lid 1, 3.1",
    ),
    _frame(
        State.INVESTIGATING,
        "De Raad doet onderzoek. De Raad kijkt hoe het gaat, en of de rechter nodig is. "
        "De rechter heeft geen maatregel gegeven. Hulp blijft vrijwillig.",
        "De Raad doet onderzoek. De Raad kijkt hoe het gaat. Hulp blijft vrijwillig.",
        "Jw 3.1; BW 1:238-1:243",
    ),
    _frame(
        State.PETITIONED,
        "De rechter is om een maatregel gevraagd. De rechter heeft nog niet beslist. "
        "Er is nu dus geen maatregel. Hulp blijft vrijwillig.",
        "De rechter moet nog beslissen. Nu is hulp nog vrijwillig.",
        "BW 1:255 lid 2, 1:265b lid 2, 1:267; Rv 798-813",
    ),
    _frame(
        State.PROVISIONAL_SUPERVISION,
        "De rechter vond haast nodig. Er is een voorlopige ondertoezichtstelling. Een GI kijkt mee. "
        "Dit is niet vrijwillig. Het duurt hooguit drie maanden.",
        "De rechter heeft beslist. Een GI kijkt nu mee. Dit is niet vrijwillig. Het duurt hooguit drie maanden.",
        "BW 1:257, 1:258",
    ),
    _frame(
        State.SUPERVISION,
        "De rechter gaf een ondertoezichtstelling. Een GI kijkt mee. {Kind} woont thuis. Dit is niet vrijwillig.",
        "De rechter heeft beslist. Een GI kijkt nu mee. {Kind} woont thuis. Dit is niet vrijwillig.",
        "BW 1:255, 1:262",
    ),
    _frame(
        State.SUPERVISION_WITH_PLACEMENT,
        "De rechter gaf een ondertoezichtstelling. Een GI kijkt mee. De rechter gaf ook een "
        "machtiging uithuisplaatsing. {Kind} mag daarom een tijd ergens anders wonen. Dit is niet vrijwillig.",
        "De rechter heeft beslist. Een GI kijkt nu mee. {Kind} woont een tijd ergens anders. Dit is niet vrijwillig.",
        "BW 1:255, 1:265a, 1:265b",
    ),
    _frame(
        State.PROVISIONAL_GUARDIANSHIP,
        "De rechter heeft een voogd gekozen voor een korte tijd. Dat is een GI. Die beslist nu over grote dingen. "
        "Dit is niet vrijwillig. De rechter kijkt er binnen drie maanden weer naar, of het stopt.",
        "De rechter heeft beslist. Een GI beslist nu over grote dingen. Dit duurt kort. Dit is niet vrijwillig.",
        "BW 1:268, 1:241",
    ),
    _frame(
        State.GUARDIANSHIP,
        "De rechter heeft een voogd gekozen. Dat is een GI. De voogd heeft nu het gezag. Dit is niet vrijwillig.",
        "De rechter heeft beslist. Een GI is nu de voogd. Dit is niet vrijwillig.",
        "BW 1:266, 1:275, 1:302",
    ),
    _frame(
        State.TEMPORARY_GUARDIANSHIP,
        "De rechter heeft voor een tijd een voogd gekozen. Dat is een GI. Wie gezag had, kan dat nu niet gebruiken. "
        "Dit is niet vrijwillig.",
        "De rechter heeft beslist. Een GI is voor een tijd de voogd. Dit is niet vrijwillig.",
        "BW 1:253r, 1:296, 1:297",
    ),
    _frame(
        State.CLOSED,
        "De zaak is dicht. Er is geen hulp en geen maatregel meer. {U} hoeft niets te doen.",
        "De zaak is dicht. {U} hoeft niets te doen.",
        "Jw 7.3.4; invariant 6",
    ),
    Line(
        "frame/end",
        Topic.FRAME,
        "In de beschikking staat tot wanneer dit duurt. Op die dag stopt het vanzelf. "
        "Het gaat alleen door als de rechter dat voor die dag beslist.",
        "De rechter zegt hoe lang dit duurt. Daarna stopt het vanzelf.",
        "BW 1:258, 1:260, 1:265c",
        WATCHED,
        EVERYBODY,
    ),
    Line(
        "frame/eighteen",
        Topic.FRAME,
        "Dit stopt in elk geval op de dag dat {kind} 18 wordt.",
        "Dit stopt als {kind} 18 wordt.",
        "BW 1:233",
        BOUND,
        EVERYBODY,
    ),
    Line(
        "frame/secure",
        Topic.FRAME,
        "De rechter gaf ook een papier voor gesloten jeugdhulp. In dat huis kan de deur op slot. "
        "Op het papier staat hoe lang dat mag.",
        "{Kind} woont in een huis met een slot op de deur. De rechter vond dat goed.",
        "Jw 6.1.2, 6.1.12 [K: tekst van voor 2024]",
        ALL,
        EVERYBODY,
        secure=True,
    ),
)
