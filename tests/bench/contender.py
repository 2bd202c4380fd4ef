"""A contender: a process that prepares cases and then moves them, one round at a time, when asked."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from tests.bench.load import Sample

_SPAWN = multiprocessing.get_context("spawn")
START_SECONDS = 120.0


@dataclass(frozen=True)
class Plan:
    """How much is asked of everybody: rounds of so many seconds, on so many cases, so many at once."""

    rounds: int = 3
    seconds: float = 7.0
    cases: int = 48
    at_once: int = 32


@dataclass(frozen=True)
class Ground:
    """Where everything runs, and what is asked there."""

    database_url: str
    owner_url: str
    temporal_address: str
    task_queue: str
    plan: Plan


@dataclass(frozen=True)
class Turns:
    """How a contender takes its turns: tidy up what the round before left, then play for some seconds."""

    tidy: Callable[[], None]
    play: Callable[[float], Sample]


Setup = Callable[[Ground, Callable[[Turns], None]], None]
"""Prepares the cases, hands over how turns are taken, and cleans up when that returns."""


class ContenderError(Exception):
    """For developers: a contender ended before its time; what it printed says why."""


class Contender:
    """A process of its own, asked over a pipe."""

    def __init__(self, name: str, setup: Setup, ground: Ground) -> None:
        """Start it; ``ready`` waits until its cases are prepared."""
        self.name = name
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_live, args=(theirs, setup, ground), name=name, daemon=True)
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid or 0

    def ready(self) -> None:
        """Wait until its cases are prepared."""
        self._receive(START_SECONDS)

    def tidy(self) -> None:
        """Let it tidy up, so that every round begins alike."""
        self._pipe.send(0.0)
        self._receive(START_SECONDS)

    def play(self, seconds: float) -> Sample:
        """Play one round."""
        self._pipe.send(seconds)
        return self._receive(seconds + START_SECONDS)

    def stop(self) -> None:
        """End it."""
        with suppress(OSError):
            self._pipe.send(None)
        self._process.join(10)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _receive(self, patience: float) -> Sample:
        if not self._pipe.poll(patience):
            raise ContenderError(f"{self.name}: no answer within {patience:.0f} s")
        try:
            sample: Sample = self._pipe.recv()
        except EOFError as error:
            raise ContenderError(f"{self.name}: it ended") from error
        return sample


def _live(pipe: Connection, setup: Setup, ground: Ground) -> None:
    def take_turns(turns: Turns) -> None:
        pipe.send(Sample())
        with suppress(EOFError):
            while (seconds := pipe.recv()) is not None:
                if seconds:
                    pipe.send(turns.play(seconds))
                else:
                    turns.tidy()
                    pipe.send(Sample())

    setup(ground, take_turns)
    # The SDK's threads can crash an interpreter that takes its time to end (Python 3.11).
    os._exit(0)
