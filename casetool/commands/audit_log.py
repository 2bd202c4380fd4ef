"""``scheidslijn audit verify-log``: the sealed log alone, and what an auditor brings along to verify it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from audit import sealed_log
from casetool.reaching import database
from casetool.settings import SettingsError
from records import signednote, stamps

Keys = Annotated[list[str] | None, typer.Option(help="A public key (vkey) of the log; several after a change of keys.")]
Witnesses = Annotated[list[str] | None, typer.Option(help="The public key (vkey) of a witness.")]
Roots = Annotated[Path | None, typer.Option(help="Roots (PEM) by which timestamps are trusted.")]


def verify_log(
    key: Annotated[list[str], typer.Option(help="A public key (vkey) of the log; several after a change of keys.")],
    held: Annotated[
        list[Path] | None, typer.Option(help="A checkpoint that stands outside the database, or a folder of them.")
    ] = None,
    witness: Witnesses = None,
    tsa_roots: Roots = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Check every leaf of the sealed log and every checkpoint of it; ends with 1 when something does not hold."""
    trust = trust_of(key, witness or [], tsa_roots)
    with database().connect() as connection:
        report = sealed_log.verify(connection, trust, held or [])
    if as_json:
        typer.echo(json.dumps(asdict(report) | {"window": report.window}, default=str))
    else:
        sealed(report)
        typer.echo(f"{report.faults} faults" if report.faults else "no faults; case chains: audit verify --all")
    if report.faults:
        raise typer.Exit(1)


def trust_of(keys: list[str], witnesses: list[str], tsa_roots: Path | None) -> sealed_log.Trust:
    """The keys of the log and of its witnesses, and the roots of timestamps.

    Raises:
        SettingsError: one of them is no key, or cannot be read.
    """
    try:
        ours = tuple(map(signednote.parse_key, keys))
        trusted = stamps.roots(tsa_roots.read_bytes()) if tsa_roots else ()
        return sealed_log.Trust(ours[0].name, ours, tuple(map(signednote.parse_key, witnesses)), trusted)
    except (signednote.NoteError, stamps.StampError, OSError) as error:
        raise SettingsError(f"--key, --witness or --tsa-roots: {error}") from None


def sealed(report: sealed_log.Report) -> None:
    """Say what was found of the sealed log."""
    typer.echo(f"{report.leaves} leaves, {report.checkpoints} stored checkpoints, {report.outside} from outside")
    typer.echo(f"not sealed yet: {report.unsealed}")
    for name, said in sorted(report.attested.items()):
        typer.echo(f"{name}: {said.size} leaves at {said.moment.isoformat(timespec='seconds')}")
    typer.echo(report.window)
    for word in report.words:
        typer.echo(f"FAULT {word}")
