"""Every line of the rights and duties of the shipped edition, in the order in which a sheet shows them."""

from __future__ import annotations

from states.rights.line import Line, Topic
from states.rights.rows.decide import DECIDE
from states.rights.rows.duties import DUTIES
from states.rights.rows.file import COMPLAINT, FILE
from states.rights.rows.frame import FRAME
from states.rights.rows.help import HELP
from states.rights.rows.judge import JUDGE
from states.rights.rows.own import LAWYER, OWN
from states.rights.rows.support import LANGUAGE, SUPPORT
from states.rights.rows.tracks import TRACKS

_ORDER = list(Topic)

RIGHTS: tuple[Line, ...] = tuple(
    sorted(
        (*FRAME, *DUTIES, *DECIDE, *HELP, *JUDGE, *OWN, *LAWYER, *FILE, *COMPLAINT, *SUPPORT, *LANGUAGE, *TRACKS),
        key=lambda line: _ORDER.index(line.topic),
    )
)
"""The rows; a stable order within a heading."""
