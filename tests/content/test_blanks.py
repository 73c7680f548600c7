"""What may stand between { and } in a sentence: the name of what is filled in, and no way to make more of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.problem import KnowledgeError
from bot.content.texts import load_texts


@pytest.mark.parametrize(
    "blank",
    ["{who:>999999999}", "{who!r}", "{who.__class__}", "{who[0]}", "{0}", "{}", "{who", "{to ord}", "{who:{who}}"],
)
def test_only_a_name_stands_between_them(tmp_path: Path, blank: str) -> None:
    folder = tmp_path / "texts/nb"
    folder.mkdir(parents=True)
    (folder / "team.yaml").write_text(f'hello: "Hei {{who}}."\nodd: "Hei {blank}."\n', encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_texts(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.where) == ("texts/nb/team.yaml", "odd")
    assert "krøllparentes" in problem.message
