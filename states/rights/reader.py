"""Who reads a sheet: a parent with or without authority, a youth of 12 to 15, a youth of 16 or older."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from states.people import Role


class Reader(StrEnum):
    """For whom a sheet is written (S34d: parents and the youth each have their own)."""

    PARENT_WITH = "parent_with_authority"
    PARENT_WITHOUT = "parent_without"
    YOUTH_12 = "youth_12_15"
    YOUTH_16 = "youth_16"

    @property
    def young(self) -> bool:
        """Whether the reader is the youth."""
        return self in YOUTH

    @property
    def role(self) -> Role:
        """In which capacity the reader acts."""
        return Role.YOUTH if self.young else Role.PARENT


PARENTS = frozenset({Reader.PARENT_WITH, Reader.PARENT_WITHOUT})
YOUTH = frozenset({Reader.YOUTH_12, Reader.YOUTH_16})
EVERYBODY = PARENTS | YOUTH
STANDS = YOUTH | {Reader.PARENT_WITH}
"""Whom the requests of a supervision are for: a parent with authority, a minor of 12 or older."""

DUTCH: Mapping[Reader, str] = {
    Reader.PARENT_WITH: "ouder met gezag",
    Reader.PARENT_WITHOUT: "ouder zonder gezag",
    Reader.YOUTH_12: "jongere van 12 tot en met 15 jaar",
    Reader.YOUTH_16: "jongere van 16 jaar of ouder",
}
"""What people read for each reader."""

_FORMAL: Mapping[str, str] = {
    "u": "u",
    "U": "U",
    "uw": "uw",
    "Uw": "Uw",
    "jou": "u",
    "kind": "uw kind",
    "Kind": "Uw kind",
    "kunt_u": "kunt u",
    "Bent_u": "Bent u",
    "Wilt_u": "Wilt u",
    "krijgt_u": "krijgt u",
    "hoort_u": "hoort u",
    "hoeft_u": "hoeft u",
    "kind_voor": "uw kind",
    "Snapt_u": "Snapt u",
    "Komt_u": "Komt u",
    "vindt_u": "vindt u",
}
_FAMILIAR: Mapping[str, str] = {
    "u": "je",
    "U": "Je",
    "uw": "je",
    "Uw": "Je",
    "jou": "jou",
    "kind": "je",
    "Kind": "Je",
    "kunt_u": "kun je",
    "Bent_u": "Ben je",
    "Wilt_u": "Wil je",
    "krijgt_u": "krijg je",
    "hoort_u": "hoor je",
    "hoeft_u": "hoef je",
    "kind_voor": "jou",
    "Snapt_u": "Snap je",
    "Komt_u": "Kom je",
    "vindt_u": "vind je",
}


def spoken(text: str, reader: Reader) -> str:
    """A text as it is said to a reader: ``{u}`` becomes "u" for a parent and "je" for a youth.

    Raises:
        KeyError: the text holds a word between braces that no reader has.
    """
    if "{" not in text:
        return text
    return text.format_map(_FAMILIAR if reader.young else _FORMAL)
