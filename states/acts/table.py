"""The intervention matrix: every act of domain 4 as amended in 00-D and 00-E, and no other.

The catalogue is closed. Numbers 1 to 58 are those of the domain table; 59 to 63 are the acts that
00-D found missing; the last one is "overig", which nothing may fall into by itself.
"""

from __future__ import annotations

from states.acts.act import COLUMNS, Act, Cell
from states.acts.rows.contact import CONTACT_ACTS
from states.acts.rows.help import HELP_ACTS
from states.acts.rows.power import POWER_ACTS
from states.acts.rows.procedure import PROCEDURE_ACTS

ACTS: dict[int, Act] = {
    row.number: row
    for row in sorted((*CONTACT_ACTS, *HELP_ACTS, *POWER_ACTS, *PROCEDURE_ACTS), key=lambda row: row.number)
}
"""Every act, by number."""

LAST_ACT = max(ACTS)
"""The last number: "overig"."""

__all__ = ["ACTS", "COLUMNS", "LAST_ACT", "Act", "Cell"]
