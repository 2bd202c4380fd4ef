"""``scheidslijn law check``: the proof that nothing lies in between, and what it says of changed rules."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Annotated

import typer

from casetool import proved, proving
from casetool.shelf import find
from states.proof.report import Verdict


def check(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    mutants: Annotated[bool, typer.Option("--mutants", help="Also change every rule, and see who notices.")] = False,
    write: Annotated[bool, typer.Option("--write", help="When it holds, say so in casetool/proved.json.")] = False,
    atlas: Annotated[Path | None, typer.Option(help="Write every enumerated situation and move to this file.")] = None,
    edition: Annotated[str | None, typer.Option(help="An edition by id or name; without it, today's.")] = None,
) -> None:
    """Prove an edition: every situation that the law can reach, and what holds in it."""
    begun = time.monotonic()
    law = find(edition)
    verdict, reached = proving.verdict(law, with_mutants=mutants)
    if atlas is not None:
        atlas.write_text(json.dumps(reached.as_lists()), encoding="utf-8")
    if as_json:
        typer.echo(json.dumps(verdict.as_dict(), ensure_ascii=False, indent=2))
    else:
        _tell(verdict, time.monotonic() - begun)
    if not verdict.holds:
        raise typer.Exit(1)
    if write:
        proved.write((law,))
    elif found := proved.stale((law,)):
        typer.echo("\n".join(("casetool/proved.json: law check --write", *found)), err=True)
        raise typer.Exit(1)


def _tell(verdict: Verdict, seconds: float) -> None:
    typer.echo(f"Edition {verdict.edition}: {verdict.situations} situations in {verdict.steps} steps, {seconds:.0f} s.")
    typer.echo(
        f"{verdict.checks} checks of {verdict.invariants} invariants, and of consent, terms, siblings, lateness."
    )
    for problem in verdict.problems:
        typer.echo(f"\n{problem}", err=True)
    if verdict.mutants:
        typer.echo(
            f"{verdict.mutants} changed rules: {verdict.caught_by_invariants} break an invariant, "
            f"{verdict.caught_by_conformance} others differ from the papers, {len(verdict.survivors)} change nothing."
        )
        for name, why in verdict.survivors.items():
            typer.echo(f"  {name}: {why or 'not explained'}")
    typer.echo("Everything holds." if verdict.holds else f"{len(verdict.problems)} things do not hold.")
