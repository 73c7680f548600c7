"""The base of every model of a knowledge file: frozen, no unknown fields, spaces trimmed. Knows none of them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

_GIVEN: set[str] = set()


class Strict(BaseModel):
    """Refuses fields it does not know, so that a misspelt field is an error and never a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True)

    def model_post_init(self, _context: Any, /) -> None:
        """Forget which of the fields the file filled in: nobody asks, and nine thousand sets of names are 2 MiB."""
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN)


Text = Annotated[str, Field(min_length=1)]
"""A text a person reads; never empty."""
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
"""An id: the same in file, log, test and drawing."""
Row = Annotated[str, Field(pattern=r"^[MVW]\d{2,3}$")]
"""A row of the list of systems in the source documents (M33, V107, W02)."""
