"""From a step to the commands it gives: one for each child, and for each person it names.

The fields of a step are the fields of its command in ``states.commands``; people are named by key,
times are local, and who acts and where a child comes from is filled in from the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, get_args

from pydantic import AwareDatetime, BaseModel, ValidationError

from casetool.scenario.cast import Cast
from casetool.scenario.model import Step
from casetool.scenario.moments import aware, day_or_moment, shown, written
from casetool.scenario.people import Holding
from casetool.scenario.wording import expected, path, unknown
from states.commands import Base, Command, OrderRecord

COMMANDS: dict[str, type[Base]] = {
    str(model.model_fields["do"].default): model for model in get_args(get_args(Command)[0])
}
"""Every command by the name that stands after ``do``."""

FILLED_IN = frozenset({"id", "child", "by", "at", "do", "opening", "names"})
"""Fields of a command that no step writes as a field: the player fills them in."""
OPENS = frozenset({"report", "raad_starts", "court_order", "import_measure"})
"""Commands that bring a child into the case."""
_NAMED = frozenset({"second", "second_reader", "keeps_sight", "approved_by", "given_by"})
_NAMED_LISTS = frozenset({"recipients", "agreed_by", "took_part", "sheet_to", "offered_to"})


def fields_of(do: str) -> frozenset[str]:
    """The names of the fields that a step with this command may have."""
    return frozenset(COMMANDS[do].model_fields) - FILLED_IN


@dataclass
class CommandError(Exception):
    """The fields of a step do not make a command; ``problems`` are (field, what was expected)."""

    problems: list[tuple[str, str]] = field(default_factory=list)


def _json(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def _times(model: type[BaseModel]) -> dict[str, bool]:
    """The fields of a model that are moments, and whether they may be a day."""
    found = {}
    for name, info in model.model_fields.items():
        parts = get_args(info.annotation)
        if AwareDatetime in parts:
            found[name] = date in parts
    return found


def _time(value: object, *, may_be_day: bool) -> date | datetime:
    if may_be_day:
        return day_or_moment(value)
    given = written(value)
    if isinstance(given, datetime):
        return aware(given)
    message = f'expected a local date and time ("2026-10-02 21:40"), got {shown(value)}'
    raise ValueError(message)


class Asking:
    """Turns the fields of one step into fields of a command, and notes what is wrong with them."""

    def __init__(self, step: Step, cast: Cast) -> None:
        """Look at one step of one play."""
        self.step = step
        self.cast = cast
        self.model = COMMANDS[str(step.do)]
        self.problems: list[tuple[str, str]] = []

    def _key(self, place: str, value: object, among: tuple[str, ...], what: str = "person") -> str:
        if isinstance(value, str) and value in among:
            return self.cast.id_of(value)
        known = isinstance(value, str)
        text = unknown(str(value), among, what) if known else f"expected a {what}, got {shown(value)}"
        self.problems.append((place, text))
        return ""

    def _order(self, place: str, value: object) -> object:
        if not isinstance(value, dict):
            return value
        row = {**value}
        for name in ("child", "sibling"):
            if name in row:
                children = self.cast.scenario.children
                row[name] = self._key(f"{place}.{name}", row[name], children, "child")
        if isinstance(row.get("replaces"), list):
            row["replaces"] = [self._known(one) for one in row["replaces"]]
        for name, may_be_day in _times(OrderRecord).items():
            if name in row:
                row[name] = self._moment(f"{place}.{name}", row[name], may_be_day=may_be_day)
        return row

    def _moment(self, place: str, value: object, *, may_be_day: bool) -> object:
        try:
            return _time(value, may_be_day=may_be_day)
        except ValueError as error:
            self.problems.append((place, str(error)))
            return None

    def _authority(self, rows: object) -> tuple[Holding, ...]:
        holdings = []
        for number, row in enumerate(rows if isinstance(rows, list) else [rows]):
            try:
                holding = Holding.model_validate(row)
            except ValidationError as error:
                self.problems += [
                    (path(("authority", number, *e["loc"])), expected(Holding, e)) for e in error.errors()
                ]
                continue
            self._key(f"authority[{number + 1}].holder", holding.holder, self._people)
            holdings.append(holding)
        return tuple(h for h in holdings if h.holder in self._people)

    @property
    def _people(self) -> tuple[str, ...]:
        return tuple(self.cast.scenario.people)

    def _known(self, value: object) -> object:
        """A text, or the id of the person whose key it is."""
        return self.cast.id_of(value) if isinstance(value, str) and value in self._people else value

    def _field(self, name: str, value: object) -> Iterator[tuple[str, object]]:
        if name == "worker":
            self._key(name, value, self._people)
            known = isinstance(value, str) and value in self._people
            yield name, self.cast.actor(str(value)).model_dump(mode="json") if known else None
        elif name == "order":
            yield name, self._order(name, value)
        elif name == "orders" and isinstance(value, list):
            yield name, [self._order(f"orders[{n}]", row) for n, row in enumerate(value, start=1)]
        elif name == "authority":
            holdings = self._authority(value)
            yield name, [a.model_dump(mode="json") for a in self.cast.authority(holdings)]
            yield "names", self.cast.names(holdings)
        elif name in _NAMED_LISTS and isinstance(value, list):
            yield name, [self._known(one) for one in value]
        elif name in _NAMED:
            yield name, self._known(value)
        elif name in (times := _times(self.model)):
            yield name, self._moment(name, value, may_be_day=times[name])
        else:
            yield name, value

    def _persons(self) -> list[str | None]:
        if "person" not in self.step.fields:
            return [None]
        given = self.step.fields["person"]
        many = given if isinstance(given, list) else [given]
        return [self._key("person", one, self._people) for one in many]

    def commands(self, number: str, opens: Callable[[str], bool] = lambda _child: False) -> list[Base]:
        """The commands of the step, in order; ``opens`` says which child is not in the case yet.

        Raises:
            CommandError: the fields of the step do not make a command.
        """
        known = fields_of(str(self.step.do))
        strange = [name for name in self.step.fields if name not in known]
        self.problems += [(name, unknown(name, known)) for name in strange]
        shared: dict[str, object] = {}
        for name, value in self.step.fields.items():
            if name in known and name != "person":
                shared.update(self._field(name, value))
        persons = self._persons() if "person" in known else [None]
        if self.problems:
            raise CommandError(self.problems)
        return [
            self._command(f"{number}.{n}", child, person, shared, opens)
            for n, (child, person) in enumerate(((c, p) for c in self.step.child for p in persons), start=1)
        ]

    def _command(
        self,
        id_: str,
        child: str,
        person: str | None,
        shared: dict[str, object],
        opens: Callable[[str], bool],
    ) -> Base:
        payload: dict[str, Any] = {
            **shared,
            "id": id_,
            "child": self.cast.id_of(child),
            "by": self.cast.actor(str(self.step.by)).model_dump(mode="json"),
            "at": self.step.said,
        }
        if person is not None:
            payload["person"] = person
        if self.step.do in OPENS and opens(child):
            payload["opening"] = self.cast.opening(child).model_dump(mode="json")
        try:
            return self.model.model_validate_json(json.dumps(payload, default=_json), strict=True)
        except ValidationError as error:
            problems = [(path(e["loc"]), expected(self.model, e)) for e in error.errors()]
            raise CommandError(problems) from error
