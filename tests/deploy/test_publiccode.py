"""What others find about us in publiccode.yml is what we are."""

from __future__ import annotations

import tomllib
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]


def test_version_and_licence_are_those_of_the_project() -> None:
    """A release changes both files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    public = YAML(typ="safe").load((ROOT / "publiccode.yml").read_text())
    assert public["softwareVersion"] == project["version"]
    assert public["legal"]["license"] == project["license"]
    assert (ROOT / "LICENSE").read_text().startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
