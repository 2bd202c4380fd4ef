"""What deploy/Dockerfile promises; read from the file, since no test here builds an image."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from casetool.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
INSTRUCTIONS = [
    line
    for line in re.sub(r"\\\n\s*", "", (ROOT / "deploy" / "Dockerfile").read_text()).splitlines()
    if line and not line.startswith("#")
]
ALLOWED = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if not line.startswith("#")]


def stage(name: str) -> list[str]:
    """Give the instructions of a stage and of the stages that it builds on, the oldest first."""
    found: list[str] = []
    inside = False
    for line in INSTRUCTIONS:
        if line.startswith("FROM "):
            _, base, _, this = line.split()
            inside = this == name
            if inside and not re.search("[:@]", base):
                found += stage(base)
        if inside:
            found.append(line)
    return found


def test_the_base_is_pinned_to_a_full_version() -> None:
    """A digest may follow; `latest` or `3.12` may not."""
    bases = [line.split()[1] for line in INSTRUCTIONS if line.startswith("FROM ") and ":" in line]
    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-[a-z]+(@sha256:[0-9a-f]{64})?", bases[0])


@pytest.mark.parametrize("image", ["tools", "worker"])
def test_an_image_runs_as_a_user_without_rights(image: str) -> None:
    """By number, so that a cluster can see that it is not root."""
    assert [line for line in stage(image) if line.startswith("USER ")] == ["USER 10001:10001"]


@pytest.mark.parametrize("image", ["tools", "worker"])
def test_an_image_has_the_name_of_its_build(image: str) -> None:
    """Cases are pinned to a build, so it is in the image and nobody can give another by mistake."""
    lines = "\n".join(stage(image))
    assert 'RUN test -n "$BUILD_ID"' in lines
    assert "SCHEIDSLIJN_BUILD_ID=$BUILD_ID" in lines


def test_packages_come_from_the_lock_by_their_hash() -> None:
    """And our own code without looking anywhere else."""
    installs = [line for line in INSTRUCTIONS if "pip install" in line]
    assert len(installs) == 2
    assert "--require-hashes --requirement deploy/requirements.lock" in installs[0]
    assert "--no-deps --no-index --no-build-isolation ." in installs[1]


def test_only_the_worker_is_asked_for_its_health() -> None:
    """At the address where it gives its metrics; a tool ends by itself."""
    lines = "\n".join(stage("worker"))
    address = re.search(r"SCHEIDSLIJN_METRICS_ADDRESS=0\.0\.0\.0:(\d+)", lines)
    assert address is not None
    assert f"http://127.0.0.1:{address[1]}/metrics" in lines
    assert "HEALTHCHECK NONE" in stage("tools")


def test_nothing_goes_into_an_image_that_is_not_named() -> None:
    """Everything is left out first; then come our packages, and no keys, data or tests."""
    assert ALLOWED[0] == "*"
    named = {line.removeprefix("!") for line in ALLOWED if line.startswith("!")}
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert named == {
        *packages["packages"],
        *("LICENSE", "README.md", "pyproject.toml", "worker.py", "deploy/requirements.lock"),
    }


@pytest.mark.parametrize("field", Settings.model_fields)
def test_every_setting_is_explained(field: str) -> None:
    """Whoever runs this finds each setting of the worker in the README."""
    assert f"`{PREFIX}{field.upper()}`" in (ROOT / "deploy" / "README.md").read_text()


@pytest.mark.parametrize("field", [name for name, field in Settings.model_fields.items() if field.is_required()])
def test_every_setting_without_a_default_is_given(field: str) -> None:
    """The worker starts as it is deployed."""
    assert f"{PREFIX}{field.upper()}:" in (ROOT / "deploy" / "compose.yaml").read_text()
