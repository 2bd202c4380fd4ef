"""Playing a scenario on a stage: give each command at its moment, and look at what is there.

A step that was not expected to be refused and is, is a difference; so is the other way around.
"""

from __future__ import annotations

from collections.abc import Callable

from casetool.scenario.asking import Asking
from casetool.scenario.cast import Cast
from casetool.scenario.checks import Seen, differences
from casetool.scenario.expectation import ChildExpectation
from casetool.scenario.model import Play, Step
from casetool.scenario.result import Difference, Line, PlayResult, Standing, StepResult
from casetool.scenario.stage import Entry, Outcome, Stage
from casetool.telling import told
from states.acts.may import Answer, Verdict, may
from states.acts.table import ACTS
from states.commands import Base, RegisterAct
from states.facts import Case, ChildFile
from states.people import SYSTEM
from states.position import State, framework_of

_REFUSING = (Answer.COURT, Answer.FORBIDDEN)
Progress = Callable[[StepResult], None]


async def play(
    course: Play,
    stage: Stage,
    *,
    file: str = "",
    prefix: str = "",
    progress: Progress = lambda _step: None,
) -> PlayResult:
    """Play one course to its end, whatever differs on the way.

    ``prefix`` goes before the id of every person and every command, so that a server can play the
    same file again; ``progress`` hears of each step as soon as it was played.
    """
    player = _Player(course, stage, prefix)
    await stage.start(course.begins)
    steps = []
    for number, step in enumerate(course.steps, start=1):
        played = await player.step(number, step)
        progress(played)
        steps.append(played)
    scenario = course.scenario
    return PlayResult(
        file=file,
        title=scenario.title,
        source=scenario.source,
        variant=course.variant,
        story=course.story,
        steps=tuple(steps),
    )


def _text(refusal_or_none: Outcome) -> str:
    refusal = refusal_or_none.refusal
    if refusal is None:
        return "niet geweigerd"
    return " ".join(f"[{r.rule}] {r.text} {r.remedy}" for r in refusal.reasons)


class _Player:
    """One play: what was seen of the log so far, and where each child was."""

    def __init__(self, course: Play, stage: Stage, prefix: str) -> None:
        self.cast = Cast(course.scenario, prefix)
        self.children = course.scenario.children
        self.stage = stage
        self.read = 0
        self.states: dict[str, str] = {}

    def _file(self, case: Case, key: str) -> ChildFile:
        id_ = self.cast.id_of(key)
        return case.children.get(id_) or ChildFile(id=id_)

    def _unknown(self, case: Case, key: str) -> bool:
        child = self._file(case, key)
        return child.state is State.NONE and not child.orders

    async def step(self, number: int, step: Step) -> StepResult:
        """Bring the clock to the step, give its commands, and compare."""
        before = await self.stage.case()
        await self.stage.advance(step.at)
        outcomes, found = await self._give(number, step)
        case = await self.stage.case()
        new = (await self.stage.entries())[self.read :]
        self.read += len(new)
        for key in self._looked_at(step):
            # Real servers take a moment: what was said at a step works a little later.
            at = max(step.at, case.recorded_at or step.at)
            seen = Seen(key, self._file(case, key), at, self._of(key, new), self.cast)
            for want in self._wanted(step, key):
                found += differences(seen, want)
        return StepResult(
            number=number,
            id=step.id,
            about=step.about,
            moment=step.at,
            by=step.by,
            do=step.do,
            children={
                key: self._standing(self._file(before, key), self._file(case, key)) for key in self._looked_at(step)
            },
            lines=tuple(self._line(entry) for entry in new),
            refused=tuple(_text(o) for o in outcomes if o.refusal),
            differences=tuple(found),
        )

    def _of(self, key: str, entries: list[Entry]) -> tuple[Entry, ...]:
        id_ = self.cast.id_of(key)
        return tuple(entry for entry in entries if entry["child"] == id_)

    def _looked_at(self, step: Step) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*step.child, *step.expect.children)))

    def _wanted(self, step: Step, key: str) -> list[ChildExpectation]:
        wanted = [step.expect.of_each] if key in step.child else []
        own = step.expect.children.get(key)
        return [*wanted, own] if own else wanted

    async def _give(self, number: int, step: Step) -> tuple[list[Outcome], list[Difference]]:
        if step.do is None:
            return [], []
        outcomes: list[Outcome] = []
        found: list[Difference] = []
        asking = f"{self.cast.prefix}step{number}"
        known = await self.stage.case()
        commands = Asking(step, self.cast).commands(asking, lambda k: self._unknown(known, k))
        for command in commands:
            verdict = await self._verdict(step, command)
            outcome = await self.stage.send(command)
            outcomes.append(outcome)
            found += self._answered(step, command, outcome, verdict)
        return outcomes, found

    async def _verdict(self, step: Step, command: Base) -> Verdict | None:
        """What the catalogue answers before the act is registered."""
        if not isinstance(command, RegisterAct) or command.act not in ACTS:
            return None
        case = await self.stage.case()
        return may(
            command.act,
            case.children.get(command.child) or ChildFile(id=command.child),
            command.at or step.at,
            command.by,
            command,
        )

    def _answered(self, step: Step, command: Base, outcome: Outcome, verdict: Verdict | None) -> list[Difference]:
        key = self.cast.key_of(command.child)
        expect = step.expect
        found = []

        def differs(what: str, wanted: str, got: str) -> None:
            found.append(Difference(child=key, what=what, expected=wanted, got=got))

        if expect.answer is not None:
            got = verdict.answer.value if verdict else "geen antwoord"
            if got != expect.answer.value:
                differs("antwoord", expect.answer.value, got)
        refusal = outcome.refusal
        for rule in expect.refused:
            if refusal is None or not refusal.matches(rule):
                differs("weigering", rule, _text(outcome))
        if refusal is None and not expect.refused and expect.answer in _REFUSING:
            differs("weigering", f"antwoord {expect.answer}", _text(outcome))
        if refusal is not None and not expect.refused and expect.answer not in _REFUSING:
            differs("weigering", "niet geweigerd", _text(outcome))
        return found

    @staticmethod
    def _standing(before: ChildFile, after: ChildFile) -> Standing:
        return Standing(
            before=before.state.value,
            after=after.state.value,
            framework=framework_of(after.state).value,
        )

    def _line(self, entry: Entry) -> Line:
        child = entry["child"]
        if child and entry["to"]:
            self.states[child] = entry["to"]
        state = self.states.get(child) if child else None
        return Line(
            moment=entry["effective_at"],
            child=self.cast.key_of(child) if child else None,
            state=state,
            framework=framework_of(State(state)).value if state else None,
            what=told(entry, self.cast),
            rules=tuple(entry["rules"]),
            flags=tuple(flag["rule"] for flag in entry["facts"].get("flags", ())),
            by_itself=entry["actor"]["role"] == SYSTEM.role.value,
            refused=entry["event"] == "refused",
            hash=entry.get("hash"),
        )
