"""The files in use are kept small and read as they were."""

from __future__ import annotations

from bot.content.versions import PackedFiles, changed, version_of


def test_packed_files_read_as_they_were_and_can_be_changed() -> None:
    files = {"articles/a.md": b"# A\n" * 500, "texts/nb/common.yaml": "på".encode()}
    packed = PackedFiles(files)
    assert dict(packed) == files
    assert len(packed) == 2
    assert version_of(packed) == version_of(files)
    assert changed(packed, {"articles/a.md": None}) == {"texts/nb/common.yaml": "på".encode()}
