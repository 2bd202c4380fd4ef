"""Reading a scenario file: all of it is right, or none of it is played."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from casetool.scenario.asking import COMMANDS, Asking, CommandError, fields_of
from casetool.scenario.cast import Cast
from casetool.scenario.errors import Problem, ScenarioError
from casetool.scenario.expectation import CHILD_KEYS, EXPECTATION_KEYS
from casetool.scenario.model import Scenario, Step
from casetool.scenario.moments import local
from casetool.scenario.people import Child, Worker
from casetool.scenario.wording import expected, path, unknown

NOTICE_CODES = ("O", "J", "C", "C'", "GI", "Rd", "PZ", "L", "VP")
"""Who can be told, as the domain tables call them; a person's key does too."""


def load(file: Path) -> Scenario:
    """The scenario in a file.

    Raises:
        ScenarioError: the file cannot be read, or is not a scenario; every problem is named.
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not a text in UTF-8"
        raise ScenarioError(str(file), [Problem("", "", f"cannot be read: {reason}")]) from error
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(str(file), [Problem("", "", f"not valid TOML: {error}")]) from error
    return parse(raw, str(file))


def parse(raw: dict[str, object], file: str) -> Scenario:
    """The scenario in what a file holds; ``file`` is its name in errors.

    Raises:
        ScenarioError: it is not a scenario; every problem is named.
    """
    try:
        scenario = Scenario.model_validate(raw)
    except ValidationError as error:
        raise ScenarioError(file, _shape(raw, error)) from error
    problems = [*_people(scenario), *_steps(scenario)]
    if problems:
        raise ScenarioError(file, problems)
    return scenario


def _shape(raw: dict[str, object], error: ValidationError) -> Iterator[Problem]:
    for found in error.errors():
        tag = ("role",) if found["type"].startswith("union_tag") else ()
        where, rest = _where(raw, (*found["loc"], *tag))
        yield Problem(where, path(rest), expected(Scenario, found))


def _at(raw: object, *loc: int | str) -> object:
    for name in loc:
        try:
            raw = raw[name]  # type: ignore[index] # the place is one that pydantic found
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def _where(raw: dict[str, object], loc: tuple[int | str, ...]) -> tuple[str, tuple[int | str, ...]]:
    """The part of the file that a place is in, by name, and the rest of the place."""
    match loc:
        case ("people", str(key), *rest):
            return f"people.{key}", tuple(rest[1:] if rest[:1] != ["role"] else rest)
        case ("authority", int(n), *rest):
            return f"authority {n + 1}", tuple(rest)
        case ("step", int(n), *rest):
            return _named(f"step {n + 1}", _at(raw, "step", n, "id")), tuple(rest)
        case ("variant", int(v), "step", int(n), *rest):
            place = _named(f"variant {v + 1}", _at(raw, "variant", v, "name"))
            id_ = _at(raw, "variant", v, "step", n, "id")
            return f"{place}, {_named(f'step {n + 1}', id_)}", tuple(rest)
        case ("variant", int(v), *rest):
            return _named(f"variant {v + 1}", _at(raw, "variant", v, "name")), tuple(rest)
    return "", loc


def _named(place: str, name: object) -> str:
    return f'{place} ("{name}")' if isinstance(name, str) else place


def _people(scenario: Scenario) -> Iterator[Problem]:
    for key, person in scenario.people.items():
        if key in EXPECTATION_KEYS:
            yield Problem(f"people.{key}", "", "this name is taken: it is a key of an expectation")
        if isinstance(person, Worker) and person.under and person.under not in scenario.people:
            yield Problem(f"people.{key}", "under", unknown(person.under, scenario.people, "person"))
        if isinstance(person, Child) and person.mother and person.mother not in scenario.people:
            yield Problem(f"people.{key}", "mother", unknown(person.mother, scenario.people, "person"))
    for number, row in enumerate(scenario.authority, start=1):
        where = f"authority {number}"
        for holder in row.holder:
            if holder not in scenario.people:
                yield Problem(where, "holder", unknown(holder, scenario.people, "person"))
        for child in row.child:
            if child not in scenario.children:
                yield Problem(where, "child", unknown(child, scenario.children, "child"))


def _steps(scenario: Scenario) -> Iterator[Problem]:
    ids = [step.id for step in scenario.step if step.id]
    for twice in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        yield Problem("", "step.id", f'expected each id once, got "{twice}" more than once')
    yield from _course(scenario, "", (), scenario.step)
    names = [variant.name for variant in scenario.variant]
    for number, variant in enumerate(scenario.variant, start=1):
        where = _named(f"variant {number}", variant.name)
        if names.count(variant.name) > 1:
            yield Problem(where, "name", "expected a name that no other variant has")
        wanted = variant.after or variant.instead_of or ""
        if wanted in ids:
            yield from _course(scenario, f"{where}, ", scenario.shared(variant), variant.step)
        else:
            field = "after" if variant.after else "instead_of"
            yield Problem(where, field, unknown(wanted, ids, "step id"))


def _course(scenario: Scenario, prefix: str, before: tuple[Step, ...], steps: tuple[Step, ...]) -> Iterator[Problem]:
    latest = before[-1].at if before else None
    for number, step in enumerate(steps, start=1):
        where = prefix + _named(f"step {number}", step.id)
        if latest is not None and step.at < latest:
            text = f"expected a moment not before {local(latest)}, got {local(step.at)}"
            yield Problem(where, "at", f"{text}: steps do not go back in time")
        latest = max(latest, step.at) if latest else step.at
        yield from (Problem(where, field, text) for field, text in _step(scenario, step))


def _step(scenario: Scenario, step: Step) -> Iterator[tuple[str, str]]:
    strange = [child for child in step.child if child not in scenario.children]
    yield from (("child", unknown(child, scenario.children, "child")) for child in strange)
    yield from _expectation(scenario, step)
    if step.do is None:
        for name in (*step.fields, *(n for n in ("by", "said") if getattr(step, n))):
            text = unknown(name, Step.model_fields.keys() - {"fields"})
            yield name, text if name in step.fields else 'expected only with "do"'
        return
    if step.do not in COMMANDS:
        yield "do", unknown(step.do, COMMANDS, "command")
        return
    if step.by not in scenario.people:
        yield (
            "by",
            "missing; expected who does this" if step.by is None else unknown(step.by, scenario.people, "person"),
        )
    if not step.child:
        yield "child", "missing; expected the child it is about, or a list of children"
    misplaced = [n for n in step.fields if n in EXPECTATION_KEYS and n not in fields_of(step.do)]
    if step.by in scenario.people and step.child and not strange:
        try:
            Asking(step, Cast(scenario)).commands("1")
        except CommandError as error:
            for name, text in error.problems:
                hint = 'this is an expectation: it stands under "expect"'
                lawful = text.startswith("unknown field; ")
                yield name, hint if name in misplaced and lawful else text


def _expectation(scenario: Scenario, step: Step) -> Iterator[tuple[str, str]]:
    expect = step.expect
    if step.do is None and expect.refused:
        yield "expect.refused", "expected only in a step with a command"
    if step.do != "act" and expect.answer:
        yield "expect.answer", 'expected only in a step with do = "act"'
    of_child = expect.model_fields_set & CHILD_KEYS
    if of_child and not step.child:
        first = min(of_child)
        yield f"expect.{first}", f"expected under a child (expect.CHILD.{first}): no child is named"
    for key, child in expect.children.items():
        if key not in scenario.children:
            known = (*scenario.children, *EXPECTATION_KEYS)
            yield f"expect.{key}", unknown(key, known, "child or expectation")
        yield from _notices(scenario, f"expect.{key}.notices", child.notices)
    yield from _notices(scenario, "expect.notices", expect.notices)


def _notices(scenario: Scenario, field: str, codes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for code in codes:
        name = code.removeprefix("!")
        if name not in NOTICE_CODES and name not in scenario.people:
            people = [k for k, p in scenario.people.items() if not isinstance(p, Worker)]
            yield field, unknown(name, (*NOTICE_CODES, *people), "notice code or person")
