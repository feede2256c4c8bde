"""What a list shows of a publication. It stands in many lists, and is written out once for all of them."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any


class Card(dict[str, Any]):
    """The values of a card by name, as decisions/001 lists them."""

    @cached_property
    def json(self) -> str:
        """The card as JSON on one line."""
        return json.dumps(self, ensure_ascii=False)
