"""The facts of some plain words as values: numbers, percentages, money, dates, times, telephones, e-mails.

`figures(words, language)` gives them in the order of the text; `figures_of(passage, language)` those of a
passage, where phrases marked as the other language are read in theirs.
"""

from cyhoeddi.figures.calendar import language_of_name
from cyhoeddi.figures.dates import may_name_in, may_name_weekday, names_in_dates
from cyhoeddi.figures.figure import Certainty, Figure, Key, Kind
from cyhoeddi.figures.reading import figures, figures_of

__all__ = [
    "Certainty",
    "Figure",
    "Key",
    "Kind",
    "figures",
    "figures_of",
    "language_of_name",
    "may_name_in",
    "may_name_weekday",
    "names_in_dates",
]
