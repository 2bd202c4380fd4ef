"""What an order confers, as data: for each title, the powers it gives, with the article behind each.

Only these powers exist; what is not in this table no order gives (invariant 4 of the proof).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Title(StrEnum):
    """On what a power rests: a measure, or an authorisation beside it."""

    VOTS = "VOTS"
    OTS = "OTS"
    VV = "VV"
    VV_PARTIAL = "VVp"
    VG = "VG"
    TV = "TV"
    MUHP = "MUHP"
    SECURE = "G"


POWERS = (8, 21, 22, 25, 28, 29, 30, 33, 37)
"""The power acts (the set P of the proof)."""

CONFERS: Mapping[Title, Mapping[int, str]] = {
    Title.VOTS: {
        8: "Jw 7.3.11 lid 4 [K: de tekst noemt de ondertoezichtstelling]",
        21: "BW 1:257, 1:263 lid 1 [K]",
        22: "BW 1:257, 1:263 lid 3 [K]",
        28: "BW 1:257, 1:265b lid 1",
    },
    Title.OTS: {
        8: "Jw 7.3.11 lid 4",
        21: "BW 1:263 lid 1",
        22: "BW 1:263 lid 3",
        28: "BW 1:265b lid 1",
    },
    Title.MUHP: {
        25: "BW 1:265f lid 1",
        29: "BW 1:265b lid 1, 1:265c",
        33: "BW 1:265e lid 1",
    },
    Title.VV: {
        8: "BW 1:268 lid 3; Jw 7.3.11 lid 4",
        25: "BW 1:268 lid 3, 1:247 [K]",
        30: "BW 1:268 lid 3 [K]",
    },
    Title.VV_PARTIAL: {8: "BW 1:268 lid 1 b en lid 3; Jw 7.3.11 lid 4: alleen de onderwerpen van de beschikking"},
    Title.VG: {
        8: "BW 1:303, 1:337 [K]; Jw 7.3.11 lid 4",
        25: "BW 1:336 [K]",
        30: "BW 1:336 [K]",
    },
    Title.TV: {
        8: "BW 1:297, 1:303, 1:337 [K]; Jw 7.3.11 lid 4",
        25: "BW 1:297, 1:336 [K]",
        30: "BW 1:297, 1:336 [K]",
    },
    Title.SECURE: {37: "Jw 6.1.2"},
}
"""An article for each power that a title gives."""
