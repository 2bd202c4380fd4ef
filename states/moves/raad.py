"""Rows to, inside and out of a Raad investigation (domain 3.2). The framework stays voluntary."""

from __future__ import annotations

from states.move import Move, Need
from states.people import Role
from states.position import RAAD, VOLUNTARY, State

RAAD_ROLE = frozenset({Role.RAAD})
LANDINGS = (State.ASSESSMENT, State.HELP, *RAAD)

RAAD_MOVES: tuple[Move, ...] = (
    Move(
        id="TR-20",
        title="verzoek tot onderzoek aan de Raad",
        triggers=("request_investigation",),
        sources=VOLUNTARY,
        targets=(State.REQUESTED,),
        who=frozenset({Role.COLLEGE, Role.LOCAL_TEAM, Role.PROVIDER, Role.GI, Role.VEILIG_THUIS}),
        needs=(
            Need("threats", "welke bedreigingen er concreet zijn", "Jw 3.1; Jw 2.4 lid 1"),
            Need("facts", "de feiten, gescheiden van meningen", "Jw 3.3"),
            Need("help_tried", "welke hulp is geprobeerd of geweigerd", "R-26"),
            Need("best_interest", "wat in het belang van dit kind is", "IVRK 3, R-20"),
        ),
        guards=("minor", "informed_or_why_not", "views_or_why_not", "sent_by_corv"),
        notices=("O", "J", "VP", "C"),
        basis="Jw 2.4 lid 1, 3.1 lid 1 en 4, 3.3",
    ),
    Move(
        id="TR-22",
        title="de Raad start het onderzoek",
        triggers=("raad_accepts",),
        sources=(State.REQUESTED,),
        targets=(State.INVESTIGATING,),
        who=RAAD_ROLE,
        guards=("minor",),
        notices=("O", "J", "C"),
        basis="Jw 3.1",
    ),
    Move(
        id="TR-23",
        title="de Raad neemt het verzoek niet in onderzoek",
        triggers=("raad_declines",),
        sources=(State.REQUESTED,),
        targets=LANDINGS,
        who=RAAD_ROLE,
        needs=(Need("reply", "het antwoord van de Raad met de reden", "Jw 3.1"),),
        lands=True,
        notices=("C", "O", "J"),
        basis="Jw 3.1; landing 00-A",
    ),
    Move(
        id="TR-24",
        title="de Raad stopt zonder verzoek aan de rechter",
        triggers=("raad_closes",),
        sources=(State.INVESTIGATING,),
        targets=LANDINGS,
        who=RAAD_ROLE,
        needs=(
            Need("report", "het raadsrapport", "BW 1:255 lid 3"),
            Need("college_told", "de dag waarop het college bericht kreeg", "BW 1:255 lid 3"),
        ),
        guards=("papers_delivered",),
        lands=True,
        notices=("C", "O", "J"),
        basis="BW 1:255 lid 3; landing 00-A",
    ),
    Move(
        id="TR-25",
        title="de Raad vraagt de rechter om een maatregel",
        triggers=("petition",),
        sources=(State.INVESTIGATING,),
        targets=(State.PETITIONED,),
        who=RAAD_ROLE,
        needs=(
            Need("petition", "het verzoekschrift", "BW 1:255 lid 2"),
            Need("report", "het raadsrapport", "BW 1:255 lid 2"),
            Need("measures", "welke maatregel wordt gevraagd", "BW 1:255, 1:265b, 1:267"),
            Need("gi", "welke GI wordt voorgesteld", "Jw 3.1 lid 6"),
            Need("gi_agreed_with_college", "het overleg met het college over de GI", "Jw 3.1 lid 6"),
        ),
        guards=("minor", "petition_for_measure"),
        notices=("O", "J", "C", "GI"),
        basis="BW 1:255 lid 2, 1:265b lid 2, 1:267; Jw 3.1 lid 6",
    ),
)
"""Rows decided by, or asked of, the Raad voor de Kinderbescherming."""
