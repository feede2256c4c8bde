"""The names of months and weekdays in both languages, with their mutations and short forms."""

from __future__ import annotations

from cyhoeddi.language import Language

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Ionawr",
            "February Chwefror",
            "March Mawrth Fawrth",
            "April Ebrill",
            "May Mai Fai",
            "June Mehefin Fehefin",
            "July Gorffennaf Orffennaf Ngorffennaf",
            "August Awst",
            "September Medi Fedi",
            "October Hydref",
            "November Tachwedd Dachwedd Nhachwedd Thachwedd",
            "December Rhagfyr Ragfyr",
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of each month by its name in full. Both languages are known on both sides: a date in the
wrong language is still the same date, and another rule tells that it is in the wrong language."""

SHORT_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "Jan Ion",
            "Feb Chwe",
            "Mar Maw",
            "Apr Ebr",
            "",
            "Jun Meh",
            "Jul Gor Gorff",
            "Aug",
            "Sep Sept",
            "Oct Hyd",
            "Nov Tach",
            "Dec Rhag",
        ),
        start=1,
    )
    for name in names.split()
}
"""Short forms, read only beside a day or a year."""

SMALL_MONTHS = {
    name.lower(): number for name, number in MONTHS.items() if len(name) > 5 and name != "March"
} | {
    "april": 4,
    "awst": 8,
}
"""Names in small letters, read only after a day; words such as "may" and "mawrth" are not among them."""

WORDS_TOO = frozenset({"May", "March", "Mai", "Fai", "Mawrth", "Medi", "Fedi", "Hydref", "Awst"})
"""Months that may be another word at the start of a sentence, or after "yr"."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "Monday Llun Lun",
            "Tuesday Mawrth Fawrth",
            "Wednesday Mercher Fercher",
            "Thursday Iau",
            "Friday Gwener Wener",
            "Saturday Sadwrn",
            "Sunday Sul",
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of each day of the week, Monday being 1."""

_ENGLISH = frozenset(
    {number: name for name, number in reversed(names.items())}[number]
    for names in (MONTHS, WEEKDAYS)
    for number in names.values()
)
"""The first name of each."""


def language_of_name(name: str) -> Language | None:
    """Give the language that has *name* for a month or a weekday, in capitals or not; None if none has."""
    written = name.capitalize()
    if written not in MONTHS and written not in WEEKDAYS:
        return None
    return Language.EN if written in _ENGLISH else Language.CY


SHORT_WEEKDAYS = {
    "Mon": 1,
    "Tue": 2,
    "Tues": 2,
    "Wed": 3,
    "Thu": 4,
    "Thur": 4,
    "Thurs": 4,
    "Fri": 5,
    "Sat": 6,
    "Sun": 7,
}
