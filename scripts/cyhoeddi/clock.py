"""The moment for which a site is built, which decides what is public.

Authors and `--now` speak London time; comparisons are made in UTC, where the hour that repeats in October and
the one that is left out in March do no harm.
"""

from __future__ import annotations

from datetime import UTC, datetime

from cyhoeddi.model import LONDON


def read_clock(now: str | None = None) -> datetime:
    """Give, in UTC, the moment that *now* names, such as 2023-11-14T09:30 in London, or this moment.

    Raises ValueError if it names none.
    """
    if now is None:
        return datetime.now(UTC)
    moment = datetime.fromisoformat(now)
    return (moment.replace(tzinfo=LONDON) if moment.tzinfo is None else moment).astimezone(UTC)
