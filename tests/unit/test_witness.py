"""A witness as C2SP tlog-witness says: what it cosigns, what it refuses and with which status."""

from __future__ import annotations

import base64
import http.client
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from audit.witness import Witness
from audit.witness_server import server
from records import checkpoint as heads
from records import signednote, tree
from records.checkpoint import Checkpoint
from records.signednote import Signer

LOG = Signer("log.example/1", signednote.SIGNS, bytes(range(32)))
OTHER = Signer("log.example/2", signednote.SIGNS, bytes(range(2, 34)))
OWN = Signer("witness.example/1", signednote.COSIGNS, bytes(range(1, 33)))
NOW = 1_800_000_000


def leaves(size: int, fork: str = "") -> list[bytes]:
    """Leaf hashes; a fork differs from its third leaf on."""
    return [tree.leaf_hash(f"{number}{fork if number > 1 else ''}".encode()) for number in range(size)]


def note(size: int, fork: str = "", signer: Signer = LOG) -> str:
    """A signed checkpoint of that log."""
    return str(heads.signed(Checkpoint(signer.name, size, tree.root_of(leaves(size, fork))), signer))


def request(old: int, size: int, fork: str = "", signer: Signer = LOG) -> bytes:
    """A request with the proof of that log."""
    all_ = leaves(size, fork)
    proof = tree.consistency_proof(
        min(old, size), size, lambda level, number: tree.root_of(all_[number << level : (number + 1) << level])
    )
    steps = "".join(f"{base64.b64encode(step).decode()}\n" for step in proof)
    return f"old {old}\n{steps}\n{note(size, fork, signer)}".encode()


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    """One that has seen nothing."""
    return Witness(OWN, [LOG.verifier], tmp_path, lambda: NOW)


def test_a_log_that_only_grows_is_cosigned(witness: Witness) -> None:
    """Each time with the time; the same size again is fine."""
    for old, size in ((0, 3), (3, 3), (3, 10), (10, 11)):
        answer = witness.add_checkpoint(request(old, size))
        assert answer.status == 200
        (signature,) = signednote.parse_signatures(answer.body)
        assert OWN.verifier.verify(signednote.parse_note(note(size)).text, signature) == NOW


def test_it_says_what_size_it_has_seen(witness: Witness) -> None:
    """To whoever names another one: 409, with the content type of the protocol."""
    witness.add_checkpoint(request(0, 5))
    for old in (0, 4):
        answer = witness.add_checkpoint(request(old, 7))
        assert (answer.status, answer.body, answer.kind) == (409, "5\n", "text/x.tlog.size")
    assert witness.add_checkpoint(request(3, 4)).status == 409


def test_a_fork_is_refused_and_kept(witness: Witness, tmp_path: Path) -> None:
    """With the proof of the fork, of the same size, or without a proof; what was seen stays."""
    witness.add_checkpoint(request(0, 5))
    proofless = f"old 5\n\n{note(7)}".encode()
    for forked in (request(5, 9, "x"), request(5, 5, "x"), proofless):
        assert witness.add_checkpoint(forked).status == 422
    kept = [signednote.parse_note(file.read_bytes()) for file in (tmp_path / "refused").iterdir()]
    assert {heads.parse_checkpoint(found.text).size for found in kept} == {5, 7, 9}
    assert all(signednote.verified(found, [LOG.verifier]) for found in kept)
    assert witness.add_checkpoint(request(5, 6)).status == 200


def test_other_logs_and_other_keys_are_refused(witness: Witness) -> None:
    """404 for a log that it does not witness, 403 without its signature, or with a bad one."""
    assert witness.add_checkpoint(request(0, 3, signer=OTHER)).status == 404
    stranger = Signer(LOG.name, signednote.SIGNS, OTHER.secret)
    assert witness.add_checkpoint(request(0, 3, signer=stranger)).status == 403
    assert witness.add_checkpoint(request(0, 3).replace(b"\n3\n", b"\n4\n")).status == 403


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"\xff\xfe",
        b"old\n\n",
        b"old 01\n\n" + note(3).encode(),
        b"old -1\n\n" + note(3).encode(),
        b"old 0\n!\n\n" + note(3).encode(),
        b"old 0\n" + b"AAAA\n" * 64 + b"\n" + note(3).encode(),
        b"old 9\n\n" + note(3).encode(),
        b"old 0\n\nnothing signed\n",
    ],
)
def test_what_is_no_request_is_a_bad_request(witness: Witness, bad: bytes) -> None:
    """400, whatever it is."""
    assert witness.add_checkpoint(bad).status == 400


def test_a_proof_of_the_empty_log_and_an_empty_log_with_leaves_are_refused(witness: Witness) -> None:
    """422 both."""
    step = base64.b64encode(bytes(32))
    assert witness.add_checkpoint(b"old 0\n" + step + b"\n\n" + note(3).encode()).status == 422
    empty = str(heads.signed(Checkpoint(LOG.name, 0, bytes(32)), LOG))
    assert witness.add_checkpoint(f"old 0\n\n{empty}".encode()).status == 422


def test_it_remembers_over_a_restart_and_trusts_only_what_it_signed(witness: Witness, tmp_path: Path) -> None:
    """A file that somebody put in its folder counts for nothing."""
    witness.add_checkpoint(request(0, 5))
    again = Witness(OWN, [LOG.verifier], tmp_path, lambda: NOW)
    assert again.add_checkpoint(request(0, 7)).body == "5\n"
    name = sha256(LOG.name.encode()).hexdigest()
    shown = signednote.parse_note(again.newest(name).body)
    assert signednote.verified(shown, [LOG.verifier, OWN.verifier]) == {
        LOG.name: 0,
        OWN.name: NOW,
    }
    assert again.newest("0" * 64).status == again.newest("../x").status == 404
    (tmp_path / f"{name}.checkpoint").write_text(note(2), encoding="utf-8")
    with pytest.raises(signednote.NoteError, match="not signed by this witness"):
        again.add_checkpoint(request(2, 7))


def test_of_many_at_once_the_size_never_goes_back(tmp_path: Path) -> None:
    """Requests race; what was cosigned last is the largest."""
    witness = Witness(OWN, [LOG.verifier], tmp_path, lambda: NOW)

    def ask(size: int) -> int:
        old = 0
        while (answer := witness.add_checkpoint(request(old, size))).status == 409:
            old = int(answer.body)
            if old > size:
                return 409
        return answer.status

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, [*range(1, 40), 40]))
    assert found[-1] == 200
    assert set(found) <= {200, 409}
    assert witness.newest(sha256(LOG.name.encode()).hexdigest()).body.split("\n")[1] == "40"


@pytest.fixture
def port(witness: Witness) -> Iterator[int]:
    """The witness over HTTP."""
    with server(witness) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield running.server_port
        running.shutdown()


def test_over_http_it_answers_on_one_connection_and_on_this_machine(port: int) -> None:
    """And closes it after a request that it did not read."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    name = sha256(LOG.name.encode()).hexdigest()
    for method, path, body, status in (
        ("GET", f"/{name}/checkpoint", None, 404),
        ("POST", "/add-checkpoint", request(0, 3), 200),
        ("GET", f"/{name}/checkpoint", None, 200),
        ("POST", "/add-checkpoint", request(0, 3), 409),
        ("POST", "/add-checkpoint", b"x" * 200_000, 413),
        ("POST", "/other", b"x", 404),
        ("GET", "/other", None, 404),
    ):
        connection.request(method, path, body)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == status
    connection.close()
