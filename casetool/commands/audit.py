"""``scheidslijn audit``: what an auditor asks of a case, of many, and of the log."""

from __future__ import annotations

import typer

from casetool.commands import audit_case, audit_log, audit_many, audit_replay, audit_verify

app = typer.Typer(no_args_is_help=True)
app.command("verify")(audit_verify.verify)
app.command("verify-log")(audit_log.verify_log)
app.command("drift")(audit_verify.drift_)
app.command("replay")(audit_replay.replay_)
app.command("timeline")(audit_case.timeline_)
app.command("at")(audit_case.at)
app.command("who-knew")(audit_case.who_knew_)
app.command("readers")(audit_case.readers)
app.command("refusals")(audit_many.refusals_)
app.command("gaps")(audit_many.gaps_)
app.command("cohort")(audit_many.cohort)
app.command("compare")(audit_many.compare)
