"""An event spoilt: with one thing left out that the papers star, or done by somebody who may not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from states.people import Role
from states.proof import cast
from states.proof.event import Event, Say


def spoilt(event: Event) -> Iterator[Event]:
    """Each way in which an event can be spoilt; the system is nobody who says something."""
    *before, last = event.says
    for need in event.needs:
        yield _as(event, (*before, last.without(need)), f"without {need}")
    for how, fields in event.wrong:
        yield _as(event, (*before, last.with_(fields)), how)
    if event.may:
        for role in Role:
            if role not in event.may and role is not Role.SYSTEM:
                yield _as(event, (*before, last.from_(cast.actor(role))), f"by {role}")


def _as(event: Event, says: tuple[Say, ...], how: str) -> Event:
    return replace(
        event, name=f"{event.name}, {how}", says=says, spoilt=how, needs=(), wrong=(), may=frozenset(), able=None
    )
