"""Signed notes, checkpoints and cosignatures as C2SP writes them: its own examples, and what must be refused."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import checkpoint as heads
from records import signednote
from records.checkpoint import Checkpoint
from records.signednote import Note, NoteError, Signer

FOO = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
FOO_NOTE = (
    "This is an example message.\n\n— example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
"""The example of C2SP signed-note."""
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETER_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n\n— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
"""The example of Go's note package."""
SOFA = (
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa "
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "— witness.example.com/w1 "
    "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
)
"""The example of C2SP tlog-cosignature; it gives no keys."""
LOG = Signer("log.example/1", signednote.SIGNS, bytes(range(32)))
WITNESS = Signer("witness.example/1", signednote.COSIGNS, bytes(range(1, 33)))
HEAD = Checkpoint("log.example/1", 7, bytes(32))


@pytest.mark.parametrize(("key", "note"), [(FOO, FOO_NOTE), (PETER, PETER_NOTE)], ids=["c2sp", "go"])
def test_published_notes_verify_with_their_keys(key: str, note: str) -> None:
    """And are written again as they were read; a changed text no longer holds."""
    parsed = signednote.parse_note(note)
    verifier = signednote.parse_key(key)
    assert str(verifier) == key
    assert str(parsed) == note
    assert signednote.verified(parsed, [verifier]) == {verifier.name: 0}
    with pytest.raises(NoteError, match="does not hold"):
        signednote.verified(Note(f"{parsed.text}more\n", parsed.signatures), [verifier])


def test_the_published_checkpoint_is_read() -> None:
    """Origin, size, root, and the time in its cosignature."""
    note = signednote.parse_note(SOFA)
    found = heads.parse_checkpoint(note.text)
    assert (found.origin, found.size, found.text) == ("example.com/behind-the-sofa", 20852163, note.text)
    assert int.from_bytes(note.signatures[1].made[:8]) == 1679315147
    assert signednote.verified(note, [LOG.verifier]) == {}


def test_a_cosignature_says_when_and_holds_for_its_time_only() -> None:
    """The signed message is the one of tlog-cosignature."""
    made = WITNESS.sign(HEAD.text, 1_700_000_000)
    assert WITNESS.verifier.verify(HEAD.text, made) == 1_700_000_000
    later = signednote.Signature(made.name, made.key_id, (1_700_000_001).to_bytes(8) + made.made[8:])
    with pytest.raises(NoteError, match="does not hold"):
        WITNESS.verifier.verify(HEAD.text, later)
    other = signednote.Signer(WITNESS.name, signednote.SIGNS, WITNESS.secret)
    assert other.verifier.key_id != WITNESS.verifier.key_id


def test_only_the_log_itself_can_open_its_checkpoint() -> None:
    """Another key, another log and a bad signature are each named."""
    note = heads.signed(HEAD, LOG)
    assert heads.opened(str(note), LOG.name, [LOG.verifier]) == HEAD
    with pytest.raises(NoteError, match="another log"):
        heads.opened(str(note), "log.example/2", [LOG.verifier])
    with pytest.raises(NoteError, match="no key that is known"):
        heads.opened(str(note), LOG.name, [WITNESS.verifier])
    forged = Note(note.text.replace("\n7\n", "\n8\n"), note.signatures)
    with pytest.raises(NoteError, match="does not hold"):
        heads.opened(str(forged), LOG.name, [LOG.verifier])


SIGNED = str(heads.signed(HEAD, LOG))
BAD_NOTES = {
    "empty": "",
    "no signatures": "text\n\n",
    "no newline at the end": SIGNED[:-1],
    "a control character": SIGNED.replace("log", "lo\t", 1),
    "another dash": SIGNED.replace("— ", "- "),
    "a name with a plus": SIGNED.replace("— log", "— l+g"),
    "no base64": SIGNED[:-5] + "!!!!\n",
    "a short signature": f"text\n\n— a {base64.b64encode(b'1234').decode()}\n",
    "too long": "x" * 200_000 + SIGNED,
}


@pytest.mark.parametrize("bad", BAD_NOTES.values(), ids=BAD_NOTES)
def test_what_is_no_note_is_refused(bad: str) -> None:
    """With a reason, never with a crash."""
    with pytest.raises(NoteError):
        signednote.parse_note(bad)


@pytest.mark.parametrize(
    "bad",
    ["", "a\n1\n", "a\n01\n" + "A" * 43 + "=\n", "a\n-1\n" + "A" * 43 + "=\n", "a\n1\nAAAA\n", "a\n1\n\n"],
)
def test_what_is_no_checkpoint_is_refused(bad: str) -> None:
    """Sizes have no leading zeroes, roots have 32 bytes, no line is empty."""
    with pytest.raises(NoteError):
        heads.parse_checkpoint(bad)


@pytest.mark.parametrize("bad", ["", "a", FOO.replace("530d", "530e"), FOO.replace("+Ae", "+Be"), f"x {FOO}"])
def test_what_is_no_key_is_refused(bad: str) -> None:
    """A key whose id is not its own least of all."""
    with pytest.raises(NoteError):
        signednote.parse_key(bad)


@given(st.binary(max_size=300))
def test_rubbish_never_crashes_a_reader(rubbish: bytes) -> None:
    """It is refused, or it is a note that nobody known signed."""
    for written in (rubbish, SIGNED.encode()[: len(rubbish)] + rubbish):
        with pytest.raises(NoteError):
            heads.opened(written, LOG.name, [WITNESS.verifier])
