"""What the proof of an edition found: the counts, every violation with its path, and who survived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from states.editions.edition import Edition
from states.proof import complete, lateness, siblings
from states.proof.catalogue import EVENTS
from states.proof.catalogue_sequel import SEQUELS
from states.proof.conformance import differences
from states.proof.consents import counter_examples, situations
from states.proof.courses import PARTS
from states.proof.faithful import Atlas
from states.proof.invariants import OF_SITUATIONS
from states.proof.invariants_steps import OF_STEPS
from states.proof.killing import Caught, kill
from states.proof.mutants import mutants
from states.proof.paper import table
from states.proof.running import Proof, prove
from states.proof.sequel import follow
from states.proof.terms import enumerate_terms
from states.proof.wayout import dead_end, known_ways

Spread = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
_SHOWN = 20
"""How many violations of one invariant are printed."""


@dataclass
class Verdict:
    """The outcome of a proof. ``problems``: each reason why it does not hold, to read."""

    edition: str
    situations: int = 0
    steps: int = 0
    checks: int = 0
    invariants: int = 0
    violations: int = 0
    mutants: int = 0
    caught_by_invariants: int = 0
    caught_by_conformance: int = 0
    caught: dict[str, int] = field(default_factory=dict)
    survivors: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def as_dict(self) -> dict[str, Any]:
        """The verdict as plain data."""
        return {**asdict(self), "holds": self.holds}


def judged(edition: Edition, spread: Spread, *, with_mutants: bool) -> tuple[Verdict, Atlas]:
    """Prove the edition that counts here; also returns what was enumerated."""
    proof = prove(EVENTS, spread)
    for followed in spread(lambda n: follow(PARTS[n], proof.known_now), range(len(PARTS))):
        followed.into(proof)
    numbers = {*OF_SITUATIONS, *OF_STEPS, 14, 18}
    verdict = Verdict(edition.id, len(proof.spots), proof.steps, invariants=len(numbers))
    verdict.checks = proof.counted.total()
    _violations(proof, verdict)
    for name, lines, count in _enumerations(proof, spread):
        verdict.checks += count
        verdict.violations += len(lines)
        verdict.problems += [f"{name}: {line}" for line in lines[:_SHOWN]]
    verdict.problems += [f"the catalogue: {line}" for line in complete.missing(edition, proof, (*EVENTS, *SEQUELS))]
    if with_mutants:
        _mutants(edition, proof, spread, verdict)
    return verdict, Atlas.of({*proof.known, *proof.beside}, proof.pairs, proof.told)


def _violations(proof: Proof, verdict: Verdict) -> None:
    shown: dict[tuple[int, str], int] = {}
    verdict.violations = len(proof.violations)
    for found in proof.violations:
        key = (found.number, found.text[:60])
        shown[key] = shown.get(key, 0) + 1
        if shown[key] == 1:
            verdict.problems.append("\n".join((*found.path, f"breaks invariant {found.number}: {found.text}")))


def _enumerations(proof: Proof, spread: Spread) -> Iterator[tuple[str, list[str], int]]:
    """The four checks beside the exploration, and the way out of every situation."""
    yield "A (consent)", list(counter_examples()), sum(1 for _ in situations())
    terms = enumerate_terms()
    yield "B (terms)", terms.violations, terms.checks
    others = siblings.others(EVENTS)
    pairs = list(siblings.chosen(proof, EVENTS))
    found = spread(lambda n: list(siblings.together(proof, *pairs[n], others[n % len(others)])), range(len(pairs)))
    yield "C (siblings)", [line for lines in found for line in lines], len(pairs)
    late = spread(lambda n: list(lateness.left_alone(proof.spots[n])), range(1, len(proof.spots)))
    yield "D (nobody looks)", [line for lines in late for line in lines], len(proof.spots)
    after = list(lateness.chosen(proof, EVENTS))
    said = spread(lambda n: list(lateness.said_late(proof.spots[after[n][0]], after[n][1])), range(len(after)))
    yield "D (said late)", [line for lines in said for line in lines], len(after)
    ways = known_ways(proof)
    left = [index for index in range(len(proof.spots)) if index not in ways]
    ends = spread(lambda n: dead_end(proof, left[n], ways, EVENTS), range(len(left)))
    yield "invariant 14", [line for line in ends if line], len(proof.spots)


def _mutants(edition: Edition, proof: Proof, spread: Spread, verdict: Verdict) -> None:
    made = list(mutants(edition))
    results: list[Caught] = list(spread(lambda n: kill(made[n], proof, EVENTS), range(len(made))))
    verdict.mutants = len(made)
    alive = [mutant for mutant, result in zip(made, results, strict=True) if not result.by]
    verdict.caught_by_invariants = len(made) - len(alive)
    for result in results:
        verdict.caught[result.by or "none"] = verdict.caught.get(result.by or "none", 0) + 1
    differ = list(spread(lambda n: bool(differences(alive[n].edition)), range(len(alive))))
    verdict.caught_by_conformance = sum(differ)
    arguments: Mapping[str, str] = {row["mutant"]: row["why"] for row in table("survivors")}
    left = [mutant.name for mutant, differs in zip(alive, differ, strict=True) if not differs]
    verdict.survivors = {name: arguments.get(name, "") for name in left}
    verdict.problems += [f"nobody notices: {name}" for name, why in verdict.survivors.items() if not why]
    verdict.problems += [f"explained, and it does not survive: {name}" for name in arguments if name not in left]
