"""What the rules say they find, they find: every example in the docstrings of the rules that give points."""

import inspect
import re
from types import FunctionType, ModuleType

from bot.anonymise import Anonymiser
from bot.anonymise.evidence import after, before, brief, chat, chat_spoken, people, slots, subject, title
from tests.each import each

RULES = (after, before, brief, chat, chat_spoken, people, slots, subject, title)
_QUOTED = re.compile(r'"([^"]{2,60})"')
_OPENS_WITH_EXAMPLES = re.compile(r'\s*(?:Trøndersk: )?(?:(?:, |, and not )?"[^"]+")+')


def _examples(module: ModuleType) -> list[str]:
    """Return the quoted examples of the module and of its functions that return points."""
    told = [module.__doc__ or ""]
    for rule in vars(module).values():
        if isinstance(rule, FunctionType) and rule.__module__ == module.__name__:
            gives_points = inspect.signature(rule).return_annotation in (int, "int")
            opening = _OPENS_WITH_EXAMPLES.match(inspect.getdoc(rule) or "")
            told += [opening.group()] if gives_points and opening else []
    return [example for text in told for example in _QUOTED.findall(text)]


EXAMPLES = sorted({(module.__name__.rpartition(".")[2], example) for module in RULES for example in _examples(module)})


@each(("module", "example"), EXAMPLES)
def test_every_example_of_a_rule_is_found(anonymiser: Anonymiser, module: str, example: str) -> None:
    assert any(f.cls == "direct" for f in anonymiser.find(example)), f"{module} promises «{example}»"
