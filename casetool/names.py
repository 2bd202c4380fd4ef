"""Who is who in one case: the names that its own log holds, in the part that is sealed."""

from __future__ import annotations

from collections.abc import Iterable

from casetool.telling import Entry


class CaseNames:
    """Names of children and of those with authority, by id."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Read them from the entries of a case."""
        self._names: dict[str, str] = {}
        for entry in entries:
            data = entry["detail"]["data"]
            if entry["event"] == "child_registered":
                self._names[entry["child"]] = data["name"]
            self._names |= data.get("names", {})

    def name_of(self, id_: str) -> str:
        """The name of a person, or the id of somebody whose name the log does not hold."""
        return self._names.get(id_, id_)
