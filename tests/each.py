"""One test of many values: twenty thousand tests of a sentence cost more to list and to tell of than to run."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest


def each(names: str | tuple[str, ...], values: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try the test with each of the values, as `pytest.mark.parametrize` does, in one test that names every value that
    fails and what was wrong. Not for tests that change what a fixture gives, and not for coroutines."""
    listed = list(values)
    assert listed, "no value is tried"
    filled = (names,) if isinstance(names, str) else names

    def with_all(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def tried(**given: Any) -> None:
            failed: dict[str, BaseException] = {}
            for value in listed:
                try:
                    test(**given, **dict(zip(filled, (value,) if isinstance(names, str) else value, strict=True)))
                except (Exception, pytest.fail.Exception, pytest.skip.Exception) as error:
                    error.add_note(f"with {names} = {value!r}")
                    failed[repr(value)] = error
            if failed:  # all are named here, for of many only some are shown with what was wrong
                which = "\n".join(failed)
                raise BaseExceptionGroup(f"{len(failed)} of {len(listed)} {names}:\n{which}\n", [*failed.values()])

        assert not inspect.iscoroutinefunction(test)
        own = inspect.signature(test)
        left = [one for name, one in own.parameters.items() if name not in filled]
        tried.__signature__ = own.replace(parameters=left)  # type: ignore[attr-defined]
        return tried

    return with_all
