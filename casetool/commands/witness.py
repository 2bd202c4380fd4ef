"""``scheidslijn witness``: the small program by which another organisation witnesses a log (docs/evidence.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit import witness as witnessing
from audit.witness_server import server
from casetool import keyfiles
from casetool.settings import SettingsError
from records import signednote


def witness(
    name: Annotated[str, typer.Option(help="Our name as a witness, such as raad.example/witness.")],
    log: Annotated[list[str], typer.Option(help="The public key (vkey) of a log; may be given several times.")],
    directory: Annotated[Path, typer.Option(help="Keeps the key and what was seen. Back it up; never put it back.")],
    host: Annotated[str, typer.Option(help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8421,
) -> None:
    """Cosign the checkpoints of logs that only grow, and refuse those of a log that was changed."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    signer = signednote.Signer(name, signednote.COSIGNS, keyfiles.made(directory / "witness.key"))
    try:
        logs = [signednote.parse_key(vkey) for vkey in log]
        own = str(signer.verifier)
    except signednote.NoteError as error:
        raise SettingsError(f"--name or --log: {error}") from None
    with server(witnessing.Witness(signer, logs, directory / "seen"), host, port) as running:
        typer.echo(f"witness: http://{host}:{running.server_port} {own}")
        running.serve_forever()
