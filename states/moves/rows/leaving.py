"""Rows by which a child moves house inside the voluntary framework, or leaves it for good (domain 3.1, 3.5)."""

from __future__ import annotations

from states.moves.move import Move, Need
from states.moves.rows.voluntary import LEADING
from states.people import PROFESSIONALS, Role
from states.position import RAAD, VOLUNTARY, State

LEAVING_MOVES: tuple[Move, ...] = (
    Move(
        id="TR-14",
        title="verhuisd naar een andere gemeente, vrijwillig kader",
        triggers=("relocate",),
        sources=VOLUNTARY,
        targets=(),
        same=True,
        who=LEADING | {Role.COLLEGE, Role.GI},
        needs=(
            Need("agreed_on", "de dag waarop beide colleges een datum afspraken", "Jw 1.1 woonplaats"),
            Need("handover", "de overdracht van het dossier", "domein TR-14"),
        ),
        guards=("another_municipality", "file_goes_with_consent", "papers_delivered"),
        notices=("O", "J", "C", "C'"),
        basis="Jw 1.1 woonplaats (sinds 2022), 7.3.11",
    ),
    Move(
        id="TR-15",
        title="afsluiten: verhuisd, het gezin wil het dossier niet overdragen",
        triggers=("close_moved",),
        sources=VOLUNTARY,
        targets=(State.CLOSED,),
        who=LEADING | {Role.GI},
        needs=(
            Need("moved_to", "naar welke gemeente het gezin is verhuisd", "Jw 1.1 woonplaats"),
            Need("judgement", "de afweging: waarom is het kind veilig genoeg?", "domein TR-15"),
        ),
        guards=("no_serious_worries", "file_stays", "nothing_pending"),
        notices=("O", "J"),
        why="judgement",
        basis="Jw 1.1 woonplaats (sinds 2022), 7.3.11",
    ),
    Move(
        id="TR-78",
        title="overlijden",
        triggers=("death",),
        sources=tuple(State),
        targets=(State.CLOSED,),
        stays=True,
        who=PROFESSIONALS,
        guards=("alive",),
        notices=("O", "C", "GI", "Rd", "PZ"),
        why="",  # nobody decides a death
        basis="Jw 4.1.8",
    ),
    Move(
        id="TR-79",
        title="ten onrechte geopend",
        triggers=("close_in_error",),
        sources=(*VOLUNTARY, *RAAD),
        targets=(State.CLOSED,),
        who=frozenset({Role.SUPERVISOR}),
        needs=(Need("reason", "waarom dit dossier niet geopend had mogen worden", "AVG 5, 16 [K]"),),
        guards=("no_act_with_effect", "raad_confirms_error"),
        notices=("O", "J"),
        basis="AVG 5, 16 [K]; 00-C",
    ),
)
"""Rows about the child's life, not about help: it moves, it dies, it was never meant."""
