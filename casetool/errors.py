"""What a command line tells people when something goes wrong, and with which exit code it ends.

0 all went well · 1 something differs or is refused · 2 the command itself is wrong · 3 a server
cannot be reached · 4 the database is not in step · 5 rules that were not proved · 70 a fault of ours.
"""

from __future__ import annotations

import sys
import traceback

import typer
from rich.console import Console
from rich.markup import escape

from audit.folding import UnknownCaseError
from casetool.proved import UnprovedError
from casetool.rights.explain import UnknownRuleError
from casetool.scenario import ScenarioError
from casetool.service import ServiceError
from casetool.settings import SettingsError
from casetool.shelf import UnknownEditionError
from casetool.stack import WorkerFailedError
from casetool.temporal import TemporalUnreachableError
from embedded import EmbeddedError
from records.errors import OutOfStepError, RecordsError, UnreachableError
from states.rights.whose import NoSheetError

CODES: tuple[tuple[type[Exception], int], ...] = (
    (ScenarioError, 2),
    (SettingsError, 2),
    (UnknownEditionError, 2),
    (UnknownRuleError, 2),
    (NoSheetError, 1),
    (UnknownCaseError, 1),
    (ServiceError, 1),
    (UnreachableError, 3),
    (TemporalUnreachableError, 3),
    (WorkerFailedError, 3),
    (EmbeddedError, 3),
    (OutOfStepError, 4),
    (RecordsError, 4),
    (UnprovedError, 5),
)
INTERRUPTED, FAULT = 130, 70


def exit_code(app: typer.Typer) -> int:
    """Run the command line; errors that people can do something about come without a traceback."""
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place where anything can be caught
        for kind, number in CODES:
            if isinstance(error, kind):
                Console(stderr=True).print(f"[bold red]×[/] {escape(str(error))}", highlight=False)
                return number
        traceback.print_exc(file=sys.stderr)
        return FAULT
    return 0
