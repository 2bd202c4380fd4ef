"""Commands about the sheet of rights: what a reader needs, and who explained it how (R-14, R-47)."""

from __future__ import annotations

from typing import Literal

from states.commands.base import Base, Name, Text
from states.rights.explained import DUTCH_LANGUAGE


class KnowReader(Base):
    """What one person needs to understand a sheet; ``lvb`` is why, and stays in the sealed part."""

    do: Literal["know_reader"] = "know_reader"
    person: Name
    language: Text = DUTCH_LANGUAGE
    needs_interpreter: bool = False
    easy: bool = False
    lvb: bool = False


class ExplainRights(Base):
    """Somebody explained the sheet of rights to one person, in a language and with help."""

    do: Literal["explain_rights"] = "explain_rights"
    person: Name
    explained_by: Text = ""
    language: Text = DUTCH_LANGUAGE
    interpreter: Text = ""
    no_interpreter_because: Text = ""
    easy: bool = False
    aids: tuple[Text, ...] = ()


class GiveSheet(Base):
    """One reader got the sheet of rights of where the child stands; or did not, and why not."""

    do: Literal["give_sheet"] = "give_sheet"
    person: Name
    how: Text = ""
    given_by: Name | None = None
    interpreter: Text = ""
    no_interpreter_because: Text = ""
    not_given_because: Text = ""
