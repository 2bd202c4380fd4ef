"""The table of legal moves; ids as in the domain table, as amended (00-C).

The rows of one family stand together in one module. A row that is not here does not exist.
"""

from __future__ import annotations

from states.moves.move import Move
from states.moves.rows.beside import BESIDE_MOVES
from states.moves.rows.guardianship import GUARDIANSHIP_MOVES, HOLDING_MOVES
from states.moves.rows.into_measure import INTO_MEASURE_MOVES
from states.moves.rows.leaving import LEAVING_MOVES
from states.moves.rows.measure import INSIDE_MEASURE_MOVES, OUT_OF_MEASURE_MOVES
from states.moves.rows.raad import RAAD_MOVES
from states.moves.rows.voluntary import VOLUNTARY_MOVES

MOVES: tuple[Move, ...] = (
    *VOLUNTARY_MOVES,
    *LEAVING_MOVES,
    *RAAD_MOVES,
    *INTO_MEASURE_MOVES,
    *GUARDIANSHIP_MOVES,
    *INSIDE_MEASURE_MOVES,
    *HOLDING_MOVES,
    *OUT_OF_MEASURE_MOVES,
    *BESIDE_MOVES,
)
BY_ID: dict[str, Move] = {move.id: move for move in MOVES}
