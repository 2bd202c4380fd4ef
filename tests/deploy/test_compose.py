"""What deploy/compose.yaml promises; read from the file, since no test here starts a container."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from embedded import cluster, temporal

DEPLOY = Path(__file__).parents[2] / "deploy"
TEXT = (DEPLOY / "compose.yaml").read_text()
COMPOSE: dict[str, Any] = YAML(typ="safe").load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {"migrations", "worker"}

VARIABLE = re.compile(r"\$\{([^}]*)\}")
SECRETS = {
    "POSTGRES_PASSWORD": {"postgresql"},
    "SCHEIDSLIJN_OWNER_PASSWORD": {"postgresql", "migrations"},
    "SCHEIDSLIJN_APP_PASSWORD": {"postgresql", "worker"},
    "TEMPORAL_DATABASE_PASSWORD": {"postgresql", "temporal-schema", "temporal"},
    "SCHEIDSLIJN_DIGEST_KEY": {"worker"},
}


def is_server(name: str) -> bool:
    """Tell a server, which is started again when it stops, from a job, which ends."""
    return "restart" in SERVICES[name]


@pytest.mark.parametrize("expression", sorted(set(VARIABLE.findall(TEXT))))
def test_nothing_starts_while_a_value_is_missing(expression: str) -> None:
    """A variable has no default, and an empty one is refused."""
    assert re.fullmatch(r"[A-Z_]+:\?is empty, see \.env\.example", expression)


def test_the_example_names_every_value_and_gives_none() -> None:
    """Whoever copies the example has to fill in all of it."""
    lines = (DEPLOY / ".env.example").read_text().splitlines()
    given = dict(line.split("=") for line in lines if line and not line.startswith("#"))
    assert set(given) == {found.split(":")[0] for found in VARIABLE.findall(TEXT)}
    assert set(given.values()) == {""}


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_goes_only_to_whom_it_concerns(secret: str) -> None:
    """The worker never holds the owner's password, nor Temporal ours."""
    assert {name for name, service in SERVICES.items() if f"${{{secret}:" in str(service)} == SECRETS[secret]


@pytest.mark.parametrize("name", SERVICES)
def test_no_secret_is_written_down(name: str) -> None:
    """What looks like a password comes from outside."""
    for key, value in SERVICES[name].get("environment", {}).items():
        if re.search("PASSWORD|PWD|KEY|URL", key):
            assert VARIABLE.search(value), key


@pytest.mark.parametrize("name", SERVICES)
def test_every_image_is_pinned(name: str) -> None:
    """Others' images have a full version, ours the name of the build; a digest may follow."""
    image = SERVICES[name]["image"]
    if name in OURS:
        assert image.endswith(":${SCHEIDSLIJN_BUILD_ID:?is empty, see .env.example}")
    else:
        assert re.fullmatch(r"[a-z/-]+:\d+\.\d+(\.\d+)?(-[a-z]+)?(@sha256:[0-9a-f]{64})?", image)


def test_the_server_and_its_tools_have_one_version() -> None:
    """The schema is that of the server."""
    versions = {service["image"].split(":")[1] for service in SERVICES.values() if "temporalio/" in service["image"]}
    versions.discard(SERVICES["temporal-ui"]["image"].split(":")[1])
    assert len(versions) == 1


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_has_as_few_rights_as_it_can(name: str) -> None:
    """No root, no capabilities, nothing to write to but its volume and memory, and a limit to all it takes."""
    service = SERVICES[name]
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", service["user"])
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}
    assert not {"privileged", "cap_add", "network_mode", "pid"} & set(service)
    assert all(mount.startswith("data:") or mount.endswith(":ro") for mount in service.get("volumes", []))


@pytest.mark.parametrize("name", SERVICES)
def test_everyone_waits_until_what_they_need_is_ready(name: str) -> None:
    """For a server: until it is healthy. For a job: until it is done."""
    for needed, how in SERVICES[name].get("depends_on", {}).items():
        ready = "service_healthy" if is_server(needed) else "service_completed_successfully"
        assert how == {"condition": ready}
    if is_server(name) and name != "worker":  # whose check is in its image
        assert {"test", "interval", "timeout", "start_period", "retries"} == set(SERVICES[name]["healthcheck"])


def test_ports_are_open_to_this_machine_only() -> None:
    """And only those of Temporal's pages."""
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert set(ports) == {"temporal-ui"}
    assert all(port.startswith("127.0.0.1:") for port in ports["temporal-ui"])


def test_only_the_pages_have_a_way_out() -> None:
    """What handles cases cannot reach the internet; what can, cannot reach the database."""
    outside = {name for name, network in COMPOSE["networks"].items() if not network.get("internal")}
    assert {name for name, service in SERVICES.items() if outside & set(service["networks"])} == {"temporal-ui"}
    assert "data" not in SERVICES["temporal-ui"]["networks"]


def test_the_pages_are_for_looking_only() -> None:
    """What is done to a case goes through the product, under a name."""
    assert SERVICES["temporal-ui"]["environment"]["TEMPORAL_DISABLE_WRITE_ACTIONS"] == "true"


def test_closed_runs_are_kept_as_long_as_in_the_embedded_server() -> None:
    """One retention, wherever a case runs."""
    days = re.fullmatch(r"(\d+)d", SERVICES["temporal-namespace"]["environment"]["RETENTION"])
    assert days is not None
    assert timedelta(days=int(days[1])) == temporal.TEN_YEARS


def test_everyone_means_the_same_namespace() -> None:
    """The job makes the one that the worker and the pages use."""
    keys = ("TEMPORAL_NAMESPACE", "TEMPORAL_DEFAULT_NAMESPACE", "SCHEIDSLIJN_TEMPORAL_NAMESPACE")
    environments = [service.get("environment", {}) for service in SERVICES.values()]
    named = [environment[key] for environment in environments for key in keys if key in environment]
    assert named == ["scheidslijn"] * 3


def test_the_roles_are_those_of_the_embedded_server() -> None:
    """Migrations grant rights by name, so the names are the same everywhere; passwords come from outside."""
    sql = (DEPLOY / "postgresql" / "roles.sql").read_text()
    made = re.findall(r"^CREATE ROLE (\w+) LOGIN PASSWORD :'\w+';$", sql, re.MULTILINE)
    assert made == [cluster.OWNER, cluster.APP, "temporal"]
    assert sql.count("CREATE ROLE") == len(made)
    assert f"CREATE DATABASE {cluster.DATABASE} OWNER {cluster.OWNER};" in sql
    asked = re.findall(r"^\\getenv \w+ (\w+)$", sql, re.MULTILINE)
    assert set(asked) <= set(SERVICES["postgresql"]["environment"])


def test_the_database_never_trusts() -> None:
    """A password on every way in, the socket included."""
    assert "--auth=scram-sha-256" in SERVICES["postgresql"]["environment"]["POSTGRES_INITDB_ARGS"]
    assert "trust" not in str(SERVICES["postgresql"])
