"""Commands about who must consent: capacity per decision, grounds to go on without somebody, contact."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import AwareDatetime

from states.commands.base import Base, Name, Text
from states.consents.consent import Purpose


class JudgeCapacity(Base):
    """Whether the child can judge one decision (wilsbekwaamheid): never "in general"."""

    do: Literal["judge_capacity"] = "judge_capacity"
    help: Name | None = None
    purpose: Purpose = Purpose.HELP
    able: bool
    judged_by: Text = ""
    valid_from: date | AwareDatetime | None = None


class DepartFromConsent(Base):
    """A ground to go on with one help without somebody's consent, or what stands in its way (5.1)."""

    do: Literal["depart_from_consent"] = "depart_from_consent"
    kind: Literal[
        "urgent",
        "set_aside",
        "youth_alone",
        "resistance",
        "despite_resistance",
        "written_refusal",
        "despite_refusal",
    ]
    help: Name | None = None
    person: Name | None = None
    harm: Text = ""
    refused_on: date | None = None


class ReportContact(Base):
    """Somebody whose consent was presumed was spoken to and said neither yes nor no (L13)."""

    do: Literal["report_contact"] = "report_contact"
    person: Name
