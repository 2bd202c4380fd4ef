"""Scenario files: a case on paper that can be played, and says where it came out differently.

``load`` reads a file and tells every error in it; ``play`` plays one course of it on a stage.
"""

from casetool.scenario.errors import Problem, ScenarioError
from casetool.scenario.model import Play, Scenario
from casetool.scenario.paper import Paper
from casetool.scenario.player import play
from casetool.scenario.reading import load, parse
from casetool.scenario.result import Difference, PlayResult, StepResult
from casetool.scenario.stage import Entry, Outcome, Stage

__all__ = [
    "Difference",
    "Entry",
    "Outcome",
    "Paper",
    "Play",
    "PlayResult",
    "Problem",
    "Scenario",
    "ScenarioError",
    "Stage",
    "StepResult",
    "load",
    "parse",
    "play",
]
