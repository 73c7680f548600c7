"""The base of every model of a knowledge file: frozen, no unknown fields, spaces trimmed. Knows none of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    """Refuses fields it does not know, so that a misspelt field is an error and never a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True)


Text = Annotated[str, Field(min_length=1)]
"""A text a person reads; never empty."""
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
"""An id: the same in file, log, test and drawing."""
Row = Annotated[str, Field(pattern=r"^[MVW]\d{2,3}$")]
"""A row of the list of systems in the source documents (M33, V107, W02)."""
