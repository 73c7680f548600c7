"""Writes docs/vignettes.md from the vignettes, so that staff can read them and agreement can be measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.content.guide_file import load_guides
from bot.content.knowledge import Knowledge
from bot.content.profile_file import load_profiles
from bot.content.source import load_sources
from bot.content.texts import load_texts
from bot.content.yaml_file import read_yaml

ROOT = Path(__file__).parents[2]
HEAD = """# Vignetter

24 oppdiktede fortellinger med forventet utfall. De kjøres som test for hver utgave av veilederne, og kan gis til
ansatte for å måle hvor enige folk er: les fortellingen, gå gjennom veilederen, og sammenlign. Ingen her finnes.

Siden lages fra `tests/guide/vignettes.yaml`. Ikke rediger den.
"""


def vignette_page(data: dict[str, Any], knowledge: Knowledge) -> str:
    """Return the page."""
    versions = ", ".join(f"{name} {version}" for name, version in data["checked_with"].items())
    parts = [HEAD, f"Kontrollert mot: {versions}.\n"]
    parts += [_vignette(number, one, knowledge) for number, one in enumerate(data["vignettes"], 1)]
    return "\n".join(parts)


def _vignette(number: int, one: dict[str, Any], knowledge: Knowledge) -> str:
    guide = knowledge.guides[one.get("guide", "bekymring")]
    role = (
        knowledge.texts(f"names.role_{one['role']}") if f"names.role_{one['role']}" in knowledge.texts else one["role"]
    )
    age = f"{one['age']['months']} måneder" if "months" in one["age"] else f"{one['age']['years']} år"
    also = [guide.outcomes[name].title for name in one["also_right"]]
    lines = [
        f"## {number}. {one['id'].replace('_', ' ').capitalize()}",
        f"*{knowledge.profiles[one['municipality']].name} · {role} · {age}*\n",
        f"{one['text']}\n",
        f"**Forventet:** {guide.outcomes[one['expected_outcome']].title}\n",
        f"**Hvorfor:** {one['why']}\n",
        *([f"**Også riktig:** {'; '.join(also)}\n"] if also else []),
    ]
    return "\n".join(lines)


def main() -> None:
    """Write the page."""
    guides, kept = load_guides(ROOT / "knowledge")
    profiles, sources = load_profiles(ROOT / "knowledge"), load_sources(ROOT / "knowledge")
    knowledge = Knowledge({}, sources, guides, profiles, load_texts(ROOT / "knowledge"), "", kept)
    data = read_yaml(ROOT / "tests" / "guide" / "vignettes.yaml", "vignettes.yaml").data
    (ROOT / "docs" / "vignettes.md").write_text(vignette_page(data, knowledge), "utf-8")


if __name__ == "__main__":
    main()
