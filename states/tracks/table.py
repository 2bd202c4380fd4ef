"""The procedure tracks P1 to P13 as data: what opens and closes each, who may, its terms, what it changes.

A track is a fact beside the state: it never changes a framework or a state by itself (2.1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from states.moves.move import Need
from states.people import PRIVATE, Role
from states.position import MEASURE, SUPERVISED, State

_PEOPLE = frozenset({Role.PARENT, Role.YOUTH})
_OFFICES = frozenset({Role.GI, Role.RAAD, Role.PROVIDER, Role.LOCAL_TEAM, Role.COLLEGE})
_COURT = frozenset({Role.COURT})


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer in a procedure. ``opens``: the term that it starts; ``ends``: the procedure is over."""

    name: str
    who: frozenset[Role]
    opens: str | None = None
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """A kind of procedure within a track: who asks, which term runs, which term it meets, its answers."""

    name: str
    title: str
    who: frozenset[Role]
    outcomes: tuple[Outcome, ...]
    opens: str | None = None
    meets: str | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """A row. ``steps`` empty: it follows from facts that are known, and nobody opens it.

    ``opened``, ``closed``: the facts, in words. ``forbids``: acts that it forbids, with the rule.
    ``authority``: a parent needs authority, a youth must be 12. ``during``: where it can be opened.
    ``with_measure``: it is over when the measure is.
    """

    id: str
    title: str
    opened: str
    closed: str
    source: str
    effect: str = "geen"
    terms: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    who: frozenset[Role] = frozenset()
    steps: tuple[Step, ...] = ()
    needs: tuple[Need, ...] = ()
    during: tuple[State, ...] = ()
    authority: bool = False
    with_measure: bool = False
    forbids: Mapping[int, str] = field(default_factory=dict)


_PAPER = Need("paper", "het stuk waarmee het begint", "domein 2.1")
_WITHDRAWN = Outcome("withdrawn", PRIVATE | _OFFICES)
_BY_COURT = (Outcome("granted", _COURT), Outcome("refused", _COURT), _WITHDRAWN)
_BY_GI = (
    Outcome("granted", frozenset({Role.GI})),
    Outcome("refused", frozenset({Role.GI}), opens="T11"),
    _WITHDRAWN,
)

TRACKS: tuple[Track, ...] = (
    Track(
        id="P1",
        title="raadsonderzoek tijdens een maatregel",
        opened="de Raad neemt een verzoek in onderzoek, of begint zelf",
        closed="de Raad stopt, of vraagt de rechter",
        who=frozenset({Role.RAAD}),
        source="Jw 3.1; BW 1:267",
    ),
    Track(
        id="P2",
        title="verlenging gevraagd",
        opened="een verzoek om verlenging ligt bij de rechter",
        closed="de rechter beslist, of het verzoek is ingetrokken",
        effect="geen: gevraagd is niet gekregen (NX-05)",
        terms=("T08", "T10", "T41"),
        who=frozenset({Role.GI, Role.RAAD, Role.PARENT, Role.PROVIDER, Role.CARETAKER, Role.OM}),
        source="BW 1:260, 1:265c lid 2",
    ),
    Track(
        id="P3",
        title="hoger beroep",
        opened="iemand stelt hoger beroep of cassatie in",
        closed="het hof beslist, of het beroep is ingetrokken",
        effect="schorst alleen een beschikking die niet uitvoerbaar bij voorraad is (dan P13)",
        terms=("T26",),
        notices=("O", "J", "GI", "Rd", "C"),
        who=PRIVATE | {Role.GI, Role.RAAD, Role.OM, Role.PROVIDER},
        steps=(
            Step(
                "",
                "hoger beroep of cassatie",
                PRIVATE | {Role.GI, Role.RAAD, Role.OM, Role.PROVIDER},
                (Outcome("withdrawn", PRIVATE | _OFFICES | {Role.OM}),),
                meets="T26",
            ),
        ),
        needs=(_PAPER,),
        source="Rv 358-362, 806 [K: tekst van 2010]",
    ),
    Track(
        id="P4",
        title="schriftelijke aanwijzing: intrekken, vervallen verklaren, bekrachtigen; verzoeken over de plaatsing",
        opened="ouder met gezag of jongere vraagt het, of de GI vraagt bekrachtiging",
        closed="de GI of de rechter beslist, of het verzoek is ingetrokken",
        effect="geen: de aanwijzing geldt tot zij vervalt",
        terms=("T11", "T12", "T13"),
        notices=("O", "J", "GI"),
        who=_PEOPLE | {Role.GI, Role.CARETAKER, Role.PROVIDER},
        steps=(
            Step("withdrawal", "verzoek aan de GI om de aanwijzing in te trekken", _PEOPLE, _BY_GI, opens="T12"),
            Step(
                "placement",
                "verzoek aan de GI om de plaatsing te beëindigen, te bekorten of niet te wijzigen",
                _PEOPLE | {Role.CARETAKER, Role.PROVIDER},
                _BY_GI,
                opens="T13",
            ),
            Step("annulment", "verzoek aan de rechter om vervallenverklaring", _PEOPLE, _BY_COURT, meets="T11"),
            Step("ratification", "verzoek van de GI om bekrachtiging", frozenset({Role.GI}), _BY_COURT),
        ),
        needs=(_PAPER,),
        during=SUPERVISED,
        authority=True,
        source="BW 1:263-265, 1:265d lid 2-4",
    ),
    Track(
        id="P5",
        title="vervanging van de GI gevraagd",
        opened="GI, Raad, ouder met gezag of jongere van 12 of ouder vraagt een andere GI",
        closed="de rechter beslist, of het verzoek is ingetrokken",
        effect="geen: de eerste GI blijft verantwoordelijk tot de beslissing (NX-09)",
        notices=("O", "J", "GI", "C"),
        who=_PEOPLE | {Role.GI, Role.RAAD},
        steps=(Step("", "vervanging van de GI", _PEOPLE | {Role.GI, Role.RAAD}, _BY_COURT),),
        needs=(_PAPER,),
        during=MEASURE,
        authority=True,
        with_measure=True,
        source="BW 1:259",
    ),
    Track(
        id="P6",
        title="klacht",
        opened="iemand dient een klacht in",
        closed="de organisatie heeft op het oordeel gereageerd, of de klacht is ingetrokken",
        terms=("T32",),
        notices=("VP",),
        who=PRIVATE,
        steps=(
            Step(
                "",
                "klacht over een organisatie",
                PRIVATE,
                (
                    Outcome("opinion", _OFFICES, opens="T32", ends=False),
                    Outcome("reacted", _OFFICES),
                    _WITHDRAWN,
                ),
            ),
        ),
        needs=(_PAPER,),
        source="Jw 4.2.1",
    ),
    Track(
        id="P7",
        title="geschil over de uitvoering van de ondertoezichtstelling",
        opened="ouder met gezag, jongere van 12 of ouder, GI, verzorger of aanbieder vraagt de rechter",
        closed="de rechter beslist, zij komen er samen uit, of het verzoek is ingetrokken",
        notices=("O", "J", "GI"),
        who=_PEOPLE | {Role.GI, Role.CARETAKER, Role.PROVIDER},
        steps=(
            Step(
                "",
                "geschil over de uitvoering",
                _PEOPLE | {Role.GI, Role.CARETAKER, Role.PROVIDER},
                (Outcome("settled", _COURT | _OFFICES), Outcome("decided", _COURT), _WITHDRAWN),
            ),
        ),
        needs=(_PAPER,),
        during=SUPERVISED,
        authority=True,
        with_measure=True,
        source="BW 1:262b",
    ),
    Track(
        id="P8",
        title="toets van de Raad: niet verlengen, of eerder beëindigen",
        opened="de GI vertelt de Raad dat zij niet verlengt, of de uithuisplaatsing beëindigt",
        closed="de Raad antwoordt, of de maatregel is voorbij",
        terms=("T08", "T09"),
        notices=("Rd", "O", "J"),
        who=frozenset({Role.GI}),
        steps=(
            Step(
                "no_extension",
                "voornemen om niet te verlengen",
                frozenset({Role.GI}),
                (Outcome("agreed", frozenset({Role.RAAD})), Outcome("petitions", frozenset({Role.RAAD})), _WITHDRAWN),
                meets="T08",
            ),
            Step(
                "placement",
                "voornemen om de uithuisplaatsing te beëindigen",
                frozenset({Role.GI}),
                (Outcome("agreed", frozenset({Role.RAAD})), Outcome("petitions", frozenset({Role.RAAD})), _WITHDRAWN),
                meets="T09",
            ),
        ),
        needs=(Need("paper", "het verslag voor de Raad", "BW 1:265j"),),
        during=SUPERVISED,
        with_measure=True,
        source="BW 1:265j; TR-72 is hierdoor vervangen (00-C)",
    ),
    Track(
        id="P9",
        title="horen na een spoedbeslissing",
        opened="een beslissing is gegeven zonder partijen, of een jongere van 12 of ouder, te horen",
        closed="wie gehoord moest worden is gehoord, of de beslissing vervalt",
        effect="na twee weken vervalt de bevoegdheid",
        terms=("T04", "T05"),
        source="Rv 800 lid 3, 809 lid 3 [K]; ook voorlopige voogdij (00-E L7)",
    ),
    Track(
        id="P10",
        title="vervangende toestemming tussen ouders",
        opened="een ouder vraagt de rechtbank",
        closed="de rechter beslist, of het verzoek is ingetrokken",
        notices=("O", "J"),
        who=frozenset({Role.PARENT}),
        steps=(Step("", "vervangende toestemming", frozenset({Role.PARENT}), _BY_COURT),),
        needs=(_PAPER,),
        authority=True,
        source="BW 1:253a [K]",
    ),
    Track(
        id="P11",
        title="verzoek om een maatregel tijdens een maatregel",
        opened="de Raad vraagt de rechter een andere maatregel",
        closed="de rechter beslist, of het verzoek is ingetrokken",
        effect="geen: gevraagd is niet gekregen",
        who=frozenset({Role.RAAD}),
        source="BW 1:255 lid 2, 1:266-268; 00-C",
    ),
    Track(
        id="P12",
        title="aangehouden",
        opened="de rechter houdt de beslissing aan",
        closed="de rechter beslist, of het verzoek is ingetrokken",
        effect="het kader blijft zoals het was; niemand mag er voorwaarden aan verbinden",
        forbids={20: "NX-16"},
        notices=("O", "J", "C", "GI", "Rd"),
        who=_COURT,
        source="00-C (TR-33, NX-16)",
    ),
    Track(
        id="P13",
        title="de werking is geschorst door hoger beroep",
        opened="hoger beroep tegen een beschikking die niet uitvoerbaar bij voorraad is, of het hof schorst",
        closed="het hof bekrachtigt of vernietigt, of het hoger beroep eindigt",
        effect="de bevoegdheden van die beschikking werken niet",
        notices=("O", "J", "C", "GI", "Rd", "PZ"),
        who=_COURT,
        source="Rv 360 lid 1-2 [K: tekst van 2010]; 00-E L5",
    ),
)
BY_ID: dict[str, Track] = {track.id: track for track in TRACKS}
REPORTED: tuple[str, ...] = tuple(track.id for track in TRACKS if track.steps)
"""The tracks that somebody reports; the others follow from facts."""
