"""Runs the proof on every processor: a level of situations, or a list of mutants, divided over processes.

The processes are forked, so that they know what was found so far; call it from a program that runs no
threads of its own.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from states.editions.book import LawBook, under
from states.editions.edition import EDITION, Edition
from states.proof.faithful import Atlas
from states.proof.report import Verdict, judged
from states.proof.watch import watched

A = TypeVar("A")
B = TypeVar("B")
_CHUNK = 12
_WORK: list[Callable[..., object]] = []


def _do(item: object) -> object:
    return _WORK[-1](item)


def _settle_in() -> None:
    """A process of the pool lives briefly and leaves hardly any cycles: it need not look for them."""
    gc.disable()


def spread(function: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
    """The results for all items, in their order."""
    if len(items) < _CHUNK:
        yield from map(function, items)
        return
    _WORK.append(function)
    gc.freeze()
    try:
        with multiprocessing.get_context("fork").Pool(os.cpu_count() or 1, initializer=_settle_in) as pool:
            yield from pool.imap(_do, items, chunksize=_CHUNK)
    finally:
        gc.unfreeze()
        _WORK.pop()


def verdict(edition: Edition = EDITION, *, with_mutants: bool = False) -> tuple[Verdict, Atlas]:
    """The proof of an edition, and everything that was enumerated."""
    with under(watched(edition) if with_mutants else LawBook((edition,))):
        return judged(edition, spread, with_mutants=with_mutants)
