"""``law rights``, ``law texts`` and ``law explain``: rights in a state, how plain texts are, what a rule is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Annotated

import typer

from casetool.rights.explain import Audience, explained
from casetool.rights.page import PageForm, printed
from casetool.rights.reading import LONGEST, MINIMUM
from casetool.rights.texts import Measured, measured
from casetool.sheets import Sheet, markdown, stamped
from casetool.shelf import find
from casetool.texts import edition_line
from states.editions.book import LawBook, under
from states.position import CODES, State
from states.rights.reader import Reader
from states.rights.sheet import sheet_of_state

Which = Annotated[str | None, typer.Option("--edition", help="An edition by id or name; without it, today's.")]
Easy = Annotated[bool, typer.Option("--easy", help="Shorter and simpler, for who finds reading hard.")]
Page = Annotated[PageForm, typer.Option("--format", help="Markdown, HTML or JSON.")]


def state_named(name: str) -> State:
    """A state by its code (V1, M2) or name.

    Raises:
        typer.BadParameter: there is none.
    """
    found = {CODES[state].casefold(): state for state in State if state is not State.NONE}
    found |= {state.value.casefold(): state for state in found.values()}
    if name.casefold() not in found:
        raise typer.BadParameter(
            f"no state {name}; there are: {', '.join(CODES[s] for s in State if s is not State.NONE)}"
        )
    return found[name.casefold()]


def rights(  # noqa: PLR0913 - one option for each thing that a sheet depends on
    state: Annotated[str, typer.Argument(help="A state by its code (V0 … C) or name.")],
    *,
    reader: Annotated[Reader, typer.Option("--reader", help="Who reads it.")],
    easy: Easy = False,
    secure: Annotated[bool, typer.Option("--secure", help="With an authorisation for secure youth help.")] = False,
    track: Annotated[list[str] | None, typer.Option("--track", help="A procedure that runs (P1 … P13).")] = None,
    form: Page = PageForm.MARKDOWN,
    edition: Which = None,
) -> None:
    """Print the rights and duties in a state, for one reader."""
    law = find(edition)
    unknown = [name for name in track or () if name.upper() not in law.tracks]
    if unknown:
        raise typer.BadParameter(f"no procedure {', '.join(unknown)}; there are: {', '.join(law.tracks)}")
    running = tuple(name.upper() for name in track or ())
    with under(LawBook((law,))):
        sheet = sheet_of_state(state_named(state), reader, datetime.now(UTC), easy=easy, secure=secure, running=running)
    typer.echo(printed(sheet, form), nl=False)


def texts(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    edition: Which = None,
) -> None:
    """Print every text for families with its score; ends with 1 when one does not pass."""
    law = find(edition)
    found = sorted(measured(law), key=lambda text: text.score.flesch_douma)
    failing = [text for text in found if not text.score.passes]
    if as_json:
        typer.echo(json.dumps(stamped(law) | {"texts": [_row(text) for text in found]}, ensure_ascii=False))
    else:
        table = Sheet("", _COLUMNS, tuple(_cells(text) for text in found))
        typer.echo(f"# Leesbaarheid van {len(found)} teksten\n\n{edition_line(law)}\n")
        typer.echo(f"Flesch-Douma {MINIMUM:.0f} of hoger; geen zin langer dan {LONGEST} woorden.\n")
        typer.echo(f"{markdown(table)}\n{len(found) - len(failing)} teksten halen het, {len(failing)} niet.")
    if failing:
        raise typer.Exit(1)


_COLUMNS = ("tekst", "Flesch-Douma", "langste zin", "woorden", "haalt het")


def _cells(text: Measured) -> tuple[str, ...]:
    score = text.score
    passes = "ja" if score.passes else "NEE"
    return text.name, f"{score.flesch_douma:.1f}", str(score.longest), str(score.words), passes


def _row(text: Measured) -> dict[str, object]:
    score = text.score
    return {
        "name": text.name,
        "text": text.text,
        "flesch_douma": round(score.flesch_douma, 1),
        "longest": score.longest,
        "words": score.words,
        "sentences": score.sentences,
        "syllables": score.syllables,
        "passes": score.passes,
    }


def explain(
    name: Annotated[str, typer.Argument(help="A move (TR-42), an act (21), a term (T11) or a word (ots).")],
    *,
    reader: Annotated[Audience, typer.Option("--reader", help="For whom.")] = Audience.FAMILY,
    edition: Which = None,
) -> None:
    """Explain a move, an act, a term or a word: what it is, when, who, and on which source."""
    law = find(edition)
    found = explained(name, law, reader)
    typer.echo(f"# {found.title}\n\n{edition_line(law)}\n")
    for heading, text in found.parts:
        typer.echo(f"**{heading}** {text}\n")
    typer.echo(f"Bron: {found.source}")
