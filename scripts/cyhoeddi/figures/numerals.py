"""The number words of both languages as data: the forms of Welsh with their genders and mutations."""

from __future__ import annotations


def _table(words: dict[int, str]) -> dict[str, int]:
    return {form: value for value, forms in words.items() for form in forms.split()}


def _all(words: str, *values: str) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(words.split(), values)


ENGLISH_SMALL = _table(
    {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
    | {10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen"}
    | {16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen"}
)
ENGLISH_TENS = _table(
    {20: "twenty", 30: "thirty", 40: "forty fourty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty"}
    | {90: "ninety"}
)
ENGLISH_SCALES = _table({10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"})

WELSH_UNITS = _table(
    {
        1: "un",
        2: "dau dwy ddau ddwy",
        3: "tri dri thri tair dair thair",
        4: "pedwar bedwar phedwar mhedwar pedair bedair phedair mhedair",
        5: "pump bump phump mhump pum bum phum mhum",
        6: "chwech chwe",
        7: "saith",
        8: "wyth",
        9: "naw",
        10: "deg ddeg deng ddeng",
        12: "deuddeg ddeuddeg deuddeng ddeuddeng",
        15: "pymtheg bymtheg phymtheg pymtheng bymtheng phymtheng",
        18: "deunaw ddeunaw",
    }
)
WELSH_SCORES = _table({20: "ugain", 40: "deugain ddeugain", 60: "trigain drigain thrigain"})
WELSH_UPON = _table({10: "ddeg", 15: "bymtheg", 20: "hugain"})
"""What "ar" adds to: "un ar ddeg", "dau ar bymtheg", "tri ar hugain"."""
WELSH_HUNDREDS = frozenset(_table({100: "cant gant chant nghant"}))
WELSH_SHORT_HUNDREDS = frozenset(_table({100: "can gan chan"}))
"""Also everyday words: hundreds only after a number or before one."""
WELSH_SCALES = _table(
    {10**3: "mil fil", 10**6: "miliwn filiwn", 10**9: "biliwn", 10**12: "triliwn driliwn thriliwn"}
)

ORDINALS = {
    "en": _table(
        {4: "fourth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth", 11: "eleventh"}
        | {12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth", 20: "twentieth"}
    ),
    "cy": _table(
        {4: "pedwerydd bedwerydd phedwerydd pedwaredd bedwaredd phedwaredd", 6: "chweched"}
        | {7: "seithfed", 8: "wythfed", 9: "nawfed", 10: "degfed ddegfed", 12: "deuddegfed ddeuddegfed"}
        | {15: "pymthegfed bymthegfed", 18: "deunawfed ddeunawfed", 20: "ugeinfed hugeinfed"}
    ),
}
"""From the fourth on: a list of them is compared with figures such as 4th and 4ydd."""

SEVERAL = {
    "en": {
        "third": ("3", "1/3"),
        "thirds": ("3", "1/3"),
        "fifth": ("5", "0.2"),
        "fifths": ("5", "0.2"),
        "quarter": ("0.25",),
        "quarters": ("0.25",),
        "half": ("0.5",),
    },
    "cy": {
        **_all("trydydd drydydd thrydydd trydedd drydedd thrydedd", "3", "1/3"),
        **_all("traean draean thraean", "1/3", "3"),
        **_all("pumed bumed phumed", "5", "0.2"),
        **_all("chwarter chwarteri", "0.25"),
        "hanner": ("0.5",),
    },
}
"""Words with a value or two, the first being the likelier."""

SILENT = {
    "en": {
        **_all("one once single first", "1"),
        **_all("both pair couple twice double second secondly", "2"),
        **_all("zero nil no none nought", "0"),
        **_all("thrice triple", "3"),
        **_all("fortnight fortnightly", "2", "14"),
        "quarterly": ("3", "0.25"),
        "decade": ("10",),
        "century": ("100",),
        "dozen": ("12",),
    },
    "cy": {
        **_all("un unwaith cyntaf gyntaf chyntaf nghyntaf", "1"),
        **_all("ail dwywaith ddwywaith dwbl ddwbl pâr bâr cwpl gwpl ddeufis deufis", "2"),
        **_all("deuddydd ddeuddydd dwyawr ddwyawr deupen", "2"),
        **_all("teirgwaith deirgwaith tridiau dridiau teirawr deirawr", "3"),
        **_all("pythefnos bythefnos phythefnos", "2", "14"),
        **_all("sero dim ddim", "0"),
        **_all("degawd ddegawd", "10"),
        **_all("canrif ganrif", "100"),
        **_all("dwsin ddwsin", "12"),
    },
}
"""Words that are mostly no figures, but may be what a figure of the other language became."""
