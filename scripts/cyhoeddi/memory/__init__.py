"""The pairs of texts that people have accepted: what agrees, what is new, which side has fallen behind.

Told from the words alone: neither dates nor the history of the files play a part.
"""

from __future__ import annotations

from cyhoeddi.memory.accepting import accept_texts, chosen
from cyhoeddi.memory.change import Change, show_change
from cyhoeddi.memory.compare import Standing, State, compare
from cyhoeddi.memory.held import Held, hold, hold_page
from cyhoeddi.memory.record import FILE, Memory, Pair, Record, part_of, read_memory, write_memory

__all__ = [
    "FILE",
    "Change",
    "Held",
    "Memory",
    "Pair",
    "Record",
    "Standing",
    "State",
    "accept_texts",
    "chosen",
    "compare",
    "hold",
    "hold_page",
    "part_of",
    "read_memory",
    "show_change",
    "write_memory",
]
