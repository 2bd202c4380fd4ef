"""RFC 3161 timestamps, from an authority that the tests run themselves (openssl ts)."""

from __future__ import annotations

import shutil
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from sealkit import KEY, Log
from typing_extensions import override

from audit import sealed_log
from records import stamps

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here to play the authority")
CONFIG = """
[tsa]
default_tsa = t
[t]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
"""


def _certificates(folder: Path) -> None:
    """A root, and an authority that it vouches for."""
    issuer_key, issuer = None, None
    for name, is_root in (("root", True), ("tsa", False)):
        key = rsa.generate_private_key(65537, 2048)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{name}.example")])
        now = datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer or subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=30))
            .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        )
        if not is_root:
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            builder = builder.add_extension(usage, critical=True)
        certificate = builder.sign(issuer_key or key, hashes.SHA256())
        (folder / f"{name}.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        (folder / f"{name}.key").write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        issuer_key, issuer = issuer_key or key, issuer or subject


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[stamps.Authority]:
    """An authority that answers over HTTP."""
    folder = tmp_path_factory.mktemp("tsa")
    _certificates(folder)
    (folder / "serial").write_text("01\n", encoding="ascii")
    (folder / "tsa.cnf").write_text(CONFIG.format(folder=folder), encoding="ascii")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            (folder / "query").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            command: list[str | Path] = [
                "openssl",
                "ts",
                "-reply",
                "-config",
                folder / "tsa.cnf",
                "-queryfile",
                folder / "query",
            ]
            subprocess.run([*command, "-out", folder / "reply"], check=True, capture_output=True)
            body = (folder / "reply").read_bytes()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        url = f"http://127.0.0.1:{running.server_port}"
        yield stamps.Authority(url, stamps.roots((folder / "root.pem").read_bytes()))
        running.shutdown()


async def test_a_head_is_timestamped_once_and_holds_years_later(a_log: Log, authority: stamps.Authority) -> None:
    """The token stands in the database and outside it, and an auditor who trusts the root reads the time."""
    a_log.family(notes=2)
    await a_log.keep()
    keeper = a_log.keeper(authority=authority)
    assert await keeper.stamp() == await keeper.stamp() == []
    trust = sealed_log.Trust(KEY.origin, KEY.verifiers, (), authority.roots)
    with a_log.engine.connect() as connection:
        report = sealed_log.verify(connection, trust, [a_log.outside.folder])
    assert report.faults == 0
    assert {said.size for name, said in report.attested.items() if name.startswith("timestamp of")} == {3}
    assert len(list(a_log.outside.folder.glob("*.tsr"))) == 1


def test_a_timestamp_of_another_text_or_another_authority_does_not_hold(
    authority: stamps.Authority, tmp_path: Path
) -> None:
    """Nor one that answers another question, nor rubbish."""
    asked = stamps.request("text\n")
    with urllib.request.urlopen(urllib.request.Request(authority.url, asked.as_bytes())) as answer:  # noqa: S310
        response = answer.read()
    moment = stamps.stamped("text\n", response, authority.roots, asked)
    assert abs(moment - datetime.now(UTC)) < timedelta(minutes=1)
    _certificates(tmp_path)
    strangers = stamps.roots((tmp_path / "root.pem").read_bytes())
    for text, token, roots, question in (
        ("other\n", response, authority.roots, asked),
        ("text\n", response, strangers, asked),
        ("text\n", response, authority.roots, stamps.request("text\n")),
        ("text\n", response[:-9], authority.roots, asked),
        ("text\n", b"", authority.roots, asked),
    ):
        with pytest.raises(stamps.StampError):
            stamps.stamped(text, token, roots, question)
    with pytest.raises(stamps.StampError):
        stamps.roots(b"no certificate")


async def test_an_authority_that_does_not_answer_stops_nothing(a_log: Log, authority: stamps.Authority) -> None:
    """The round says so, and the next one asks again."""
    a_log.family()
    await a_log.keep()
    away = stamps.Authority("http://127.0.0.1:9", authority.roots)
    assert "no timestamp from" in str(await a_log.keeper(authority=away).stamp())
    assert await a_log.keeper(authority=authority).stamp() == []
