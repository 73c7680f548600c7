"""What a unit of work leaves behind in memory."""

from __future__ import annotations

import gc
import weakref
from typing import Any

from tests.store.people import ANSATT, AT, PERSONAL


async def test_a_unit_that_is_left_is_gone_without_a_look_for_garbage(sql_store: Any) -> None:
    gc.disable()
    try:
        async with sql_store.unit_of_work() as uow:
            assert await uow.inbox.take_in("once", ANSATT, PERSONAL, AT) is not None
            await uow.commit()
        left = weakref.ref(uow)
        del uow
        assert left() is None
    finally:
        gc.enable()
