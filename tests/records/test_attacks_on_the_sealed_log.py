"""Whoever owns the database, and perhaps the key, against heads that stand outside it and against witnesses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sealkit import Log, witnessing
from temporalio.exceptions import ApplicationError

from records import access
from states import keeping

Copied = Callable[..., Log]


async def test_drop_the_tail(a_log: Log) -> None:
    """The newest entry goes, with its leaf and every stored trace of it."""
    family = a_log.family(notes=5)
    await a_log.keep()
    family.send(family.fact())
    await a_log.keep()
    a_log.bypass(
        f"DELETE FROM scheidslijn.entry WHERE case_id = '{family.case}' AND seq = 7",
        "DELETE FROM scheidslijn.sealed_leaf WHERE leaf_index = 6",
        "DELETE FROM scheidslijn.checkpoint WHERE size = 7",
    )
    report = a_log.verify(a_log.outside.folder)
    assert report.words == ["00000000000000000007.checkpoint: signed over 7 leaves, the last 1 are gone"]
    assert (report.proved_size, "up to leaf 6" in report.window) == (6, True)


async def test_drop_a_tail_that_no_head_covers_yet_is_in_the_window(a_log: Log) -> None:
    """It cannot be seen, and the report says since when that is so."""
    family = a_log.family(notes=5)
    await a_log.keep()
    family.send(family.fact())
    a_log.bypass(f"DELETE FROM scheidslijn.entry WHERE case_id = '{family.case}' AND seq = 7")
    report = a_log.verify(a_log.outside.folder)
    assert (report.faults, report.unsealed) == (0, 0)
    assert report.proved_until is not None
    assert f"{report.proved_until.isoformat(timespec='seconds')}, nothing is missing" in report.window


async def test_drop_a_whole_case(a_log: Log) -> None:
    """With its head and its commands; its leaves say that it was there."""
    kept, gone = a_log.family(notes=3), a_log.family(notes=2)
    await a_log.keep()
    a_log.bypass(
        *(
            f"DELETE FROM scheidslijn.{table} WHERE case_id = '{gone.case}'"
            for table in ("entry", "command", "case_head")
        )
    )
    report = a_log.verify(a_log.outside.folder)
    assert report.faults == 3
    assert all(f"of case {gone.case}): sealed, and gone" in word for word in report.words)
    assert kept.case not in str(report.words)


async def test_drop_a_whole_case_and_its_leaves(a_log: Log) -> None:
    """And close the hole: then the heads do not agree, the stored ones not and those outside not."""
    first, gone, last = a_log.family(notes=1), a_log.family(notes=1), a_log.family(notes=1)
    await a_log.keep()
    a_log.bypass(
        f"DELETE FROM scheidslijn.entry WHERE case_id = '{gone.case}'",
        f"DELETE FROM scheidslijn.sealed_leaf WHERE case_id = '{gone.case}'",
        f"UPDATE scheidslijn.sealed_leaf SET leaf_index = leaf_index - 2 WHERE case_id = '{last.case}'",
    )
    last.send(*(last.fact() for _ in range(4)))
    with pytest.raises(ApplicationError, match="not those that were signed") as caught:
        await a_log.keeper().seal()
    assert (caught.value.type, caught.value.non_retryable) == (keeping.BROKEN_LOG, True)
    report = a_log.verify(a_log.outside.folder)
    assert first.case not in str(report.words)
    assert {word.partition(":")[0] for word in report.words} == {
        "stored checkpoint 6",
        "00000000000000000006.checkpoint",
    }


@pytest.mark.parametrize("part", ["body", "hash", "leaf"])
async def test_change_a_byte(a_log: Log, part: str) -> None:
    """In what was hashed, in the hash, or in the leaf: the leaf that does not fit is named."""
    family = a_log.family(notes=3)
    await a_log.keep()
    where = f"case_id = '{family.case}' AND seq = 3"
    change = f"SET {part} = set_byte({part}, 5, get_byte({part}, 5) # 1) WHERE {where}"
    constraint = "ALTER TABLE scheidslijn.entry DROP CONSTRAINT ck_entry_hash"
    a_log.bypass(constraint, f"UPDATE scheidslijn.{'sealed_leaf' if part == 'leaf' else 'entry'} {change}")
    report = a_log.verify()
    assert f"leaf 2 (entry 3 of case {family.case}): is not what was" in report.words[0]


async def test_swap_two_cases(a_log: Log) -> None:
    """Two leaves change places: every head above them says so."""
    a_log.family(notes=3)
    a_log.family(notes=3)
    await a_log.keep()
    a_log.bypass(
        "UPDATE scheidslijn.sealed_leaf SET leaf_index = -1 WHERE leaf_index = 1",
        "UPDATE scheidslijn.sealed_leaf SET leaf_index = 1 WHERE leaf_index = 5",
        "UPDATE scheidslijn.sealed_leaf SET leaf_index = 5 WHERE leaf_index = -1",
    )
    assert "signed over other leaves than the 8 that are stored" in str(a_log.verify().words)


async def test_replay_an_old_database_backup(a_log: Log, copied: Copied, tmp_path: Path) -> None:
    """Nothing is signed on it: not while it is shorter than what stands outside, nor when it has grown past it."""
    a_log.family(notes=3)
    await a_log.keep()
    old = copied(a_log)
    newer = copied(a_log)
    newer.family(notes=2)
    with witnessing(tmp_path / "witness") as witness:
        await newer.keep([witness])
        assert newer.newest().size == 7
        with pytest.raises(ApplicationError, match="7 leaves stands outside, and the database has 4"):
            await old.keeper().seal()
        assert "the last 3 are gone" in str(old.verify(old.outside.folder).words)

        assert old.family(notes=6).seq == 7
        with pytest.raises(ApplicationError, match="not those that were signed outside"):
            await old.keeper(batch=100).seal()

        # Whoever also empties the folder outside still meets the witness.
        keeper = old.keeper([witness], folder=tmp_path / "emptied")
        assert await keeper.seal() == 11
        with pytest.raises(ApplicationError, match="has seen another log"):
            await keeper.ask_witnesses()
    assert "signed over other leaves" in str(old.verify(old.outside.folder).words)


async def test_a_backup_that_stays_shorter_meets_the_witness_too(a_log: Log, copied: Copied, tmp_path: Path) -> None:
    """The witness names the size that it has seen."""
    a_log.family(notes=1)
    await a_log.keep()
    old = copied(a_log)
    newer = copied(a_log)
    newer.family(notes=5)
    with witnessing(tmp_path / "witness") as witness:
        await newer.keep([witness])
        with pytest.raises(ApplicationError, match="has seen 8 leaves, and this log has 2"):
            await old.keeper([witness], folder=tmp_path / "emptied").ask_witnesses()


async def test_fork_the_log_between_two_auditors(a_log: Log, copied: Copied, tmp_path: Path) -> None:
    """Each is shown a log of its own, signed with the same key; one checkpoint of the other gives it away."""
    a_log.family(notes=2)
    await a_log.keep()
    one, two = copied(a_log), copied(a_log)
    two.outside.folder = tmp_path / "two"
    for shown in (one, two):
        shown.family(notes=2)
        await shown.keep()
    assert one.newest().size == two.newest().size == 6
    assert one.verify(one.outside.folder).faults == 0
    (held,) = (note for note in two.outside.notes() if int(note.stem) == 6)
    report = one.verify(held)
    assert report.words == [f"{held.name}: signed over other leaves than the 6 that are stored"]


async def test_a_witness_refuses_the_second_of_two_forks(a_log: Log, copied: Copied, tmp_path: Path) -> None:
    """And keeps what it refused: two signatures of one key over two logs are the proof."""
    a_log.family(notes=2)
    with witnessing(tmp_path / "witness") as witness:
        await a_log.keep([witness])
        one, two = copied(a_log), copied(a_log)
        two.outside.folder = tmp_path / "two"
        one.family(notes=2)
        two.family(notes=2)
        await one.keep([witness])
        keeper = two.keeper([witness])
        assert await keeper.seal() == 6
        with pytest.raises(ApplicationError, match="has seen another log of which 6 leaves differ"):
            await keeper.ask_witnesses()
        assert len(list((tmp_path / "witness" / "refused").iterdir())) == 1
        report = one.verify(one.outside.folder, witnesses=[witness])
        assert report.attested.keys() == {witness.key.name}
        assert report.attested[witness.key.name].size == 6


async def test_rewrite_history_and_sign_it_again_with_a_stolen_key(copied: Copied, tmp_path: Path) -> None:
    """The rewritten database is whole in itself; what stands outside and what a witness saw give it away."""
    real, rewritten = copied(), copied()
    real.family(notes=4)
    with witnessing(tmp_path / "witness") as witness:
        await real.keep([witness])
        rewritten.family(notes=4)
        thief = rewritten.keeper([witness])
        assert await thief.seal() == 5
        assert rewritten.verify().faults == 0
        assert "replaced unseen" in rewritten.verify().window
        with pytest.raises(ApplicationError, match="has seen another log"):
            await thief.ask_witnesses()
        assert "signed over other leaves" in str(rewritten.verify(real.outside.folder).words)
        seen = next((tmp_path / "witness").glob("*.checkpoint"))
        assert "signed over other leaves" in str(rewritten.verify(seen, witnesses=[witness]).words)


async def test_put_another_checkpoint_in_the_place_of_one(a_log: Log, tmp_path: Path) -> None:
    """Of another key, in the database: nothing more is signed. Of another log, given to an auditor: named."""
    a_log.family(notes=2)
    await a_log.keep()
    a_log.bypass("UPDATE scheidslijn.checkpoint SET note = replace(note, '— log', '— lag')")
    with pytest.raises(ApplicationError, match="a stored checkpoint is not ours"):
        await a_log.keeper().seal()
    assert "no key that is known signed" in str(a_log.verify().words)
    foreign = tmp_path / "foreign.checkpoint"
    foreign.write_text("x\n", encoding="ascii")
    assert a_log.verify(foreign, tmp_path / "absent").faults == 3


async def test_change_a_reading_of_the_read_log(a_log: Log) -> None:
    """Who looked is sealed as well as what happened."""
    family = a_log.family()
    with a_log.engine.connect() as connection:
        access.record(connection, access.Look(family.case, "case", access.Reader("a", "gi"), access.Purpose.WORK))
    await a_log.keep()
    a_log.bypass("DELETE FROM scheidslijn.access")
    assert a_log.verify().words == [f"leaf 1 (access 1 of case {family.case}): sealed, and gone"]
