"""Faults that only those see who look: colours, sizes, other settings, paper, and what scripts do."""

from __future__ import annotations

from tests.audit.faults.fault import Fault, Sheet

SENTENCE = (
    "The library is open to everybody who lives, works or learns in the valley, and to their visitors.",
    "Mae’r llyfrgell ar agor i bawb sy’n byw, yn gweithio neu’n dysgu yn y cwm, ac i’w hymwelwyr.",
)
SHORT = (
    "Open to everybody who lives or works in the valley",
    "Ar agor i bawb sy’n byw neu’n gweithio yn y cwm",
)
TOO_PALE = "#787878"
"""4.42:1 on white."""
LINK = ("First page", "Tudalen gyntaf")
CONTRAST = ("axe:color-contrast", "equal-access:text_contrast_sufficient")


def _add(sheet: Sheet, style: str) -> None:
    sheet.add(f'<p class="own">{sheet.say(*SENTENCE)}</p>')
    sheet.style(style)


def _add_link(sheet: Sheet, state: str, colour: str) -> None:
    """A link that can be read, but for one state."""
    sheet.add(f'<p><a class="own" href="/{sheet.language}/">{sheet.say(*LINK)}</a></p>')
    sheet.style(
        ".own { color: #0360a6; background: #ffffff; }\n"
        f".own:{state} {{ color: {colour} !important; background: #ffffff !important; outline: 3px solid; }}"
    )


def _add_icon(sheet: Sheet, style: str) -> None:
    name = sheet.say("Print this page", "Argraffu’r dudalen hon")
    sheet.files["icon.svg"] = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7H1z"/></svg>'
    )
    sheet.add(f'<p><button type="button" class="own" aria-label="{name}"></button></p>')
    sheet.style(
        ".own { width: 44px; height: 44px; padding: 10px; border: 0; background: none; }\n"
        '.own::before { content: ""; display: block; width: 24px; height: 24px; }\n' + style
    )


def _link_in_text(sheet: Sheet) -> None:
    sheet.add(
        f'<p class="own">{sheet.say(*SENTENCE)} <a href="/{sheet.language}/">{sheet.say(*LINK)}</a> '
        f"{sheet.say(*SENTENCE)}</p>"
    )
    sheet.style(
        ".own { color: #1f1f1f; background: #ffffff; }\n"
        ".own a, .own a:visited { color: #0b3a5e; font-weight: normal; text-decoration: none; }"
    )


def _cut_off_when_narrow(sheet: Sheet) -> None:
    sheet.add(f'<p class="own">{sheet.say(*SHORT)}</p>')
    sheet.style(".own { white-space: nowrap; overflow: hidden; }")


def _fixed_height(sheet: Sheet) -> None:
    """Two lines of room for a text that needs more on a narrow screen: it runs into the next one."""
    _add(sheet, ".own { height: 2.7em; margin: 0; }")
    sheet.add(f"<p>{sheet.say(*SENTENCE)}</p>")


def _glow_as_focus(sheet: Sheet) -> None:
    """The focus shows by what forced colours take away."""
    sheet.add(f'<p><a class="own" href="/{sheet.language}/">{sheet.say(*LINK)}</a></p>')
    sheet.style(
        ".own:focus, .own:focus-visible { outline: none !important; box-shadow: 0 0 0 4px #000000; "
        "background: #ffd530; color: #000000; }"
    )


def _only_by_script(sheet: Sheet) -> None:
    sheet.script(
        '"use strict";\n'
        'const own = document.createElement("p");\n'
        f"own.textContent = `{sheet.say(*SENTENCE)}`;\n"
        'document.querySelector("main").append(own);\n'
    )


def _shown_by_script(sheet: Sheet) -> None:
    sheet.style("main { visibility: hidden; }\n.ready main { visibility: visible; }")
    sheet.script('"use strict";\ndocument.documentElement.className = "ready";\n')


LOOKS = (
    Fault("pale-text", CONTRAST, lambda s: _add(s, f".own {{ color: {TOO_PALE}; background: #ffffff; }}")),
    Fault(
        "pale-heading",
        CONTRAST,
        lambda s: s.style("h1 { color: #999999 !important; background: #ffffff !important; }"),
    ),
    Fault("pale-under-the-pointer", ("state-contrast",), lambda s: _add_link(s, "hover", TOO_PALE)),
    Fault("pale-in-focus", ("state-contrast",), lambda s: _add_link(s, "focus", TOO_PALE)),
    Fault("pale-when-pressed", ("state-contrast",), lambda s: _add_link(s, "active", TOO_PALE)),
    Fault(
        "link-known-by-colour-alone",
        ("axe:link-in-text-block", "equal-access:style_color_misuse"),
        _link_in_text,
    ),
    Fault("wider-than-the-screen", ("reflow",), lambda s: _add(s, ".own { min-width: 600px; }"), width=320),
    Fault(
        "line-that-never-breaks", ("reflow",), lambda s: _add(s, ".own { white-space: nowrap; }"), width=320
    ),
    Fault("cut-off-when-narrow", ("reflow",), _cut_off_when_narrow, width=320),
    Fault(
        "cut-off-when-spaced",
        ("text-spacing",),
        lambda s: _add(s, ".own { width: 14em; height: 6em; line-height: 1.1; overflow: hidden; }"),
    ),
    Fault("height-that-does-not-grow", ("text-spacing", "reflow"), _fixed_height, width=320),
    Fault("text-only-by-script", ("without-javascript",), _only_by_script, width=320),
    Fault("text-shown-only-by-script", ("without-javascript",), _shown_by_script, width=320),
    Fault(
        "moves-for-ever",
        ("motion",),
        lambda s: _add(
            s,
            "@keyframes sway { to { transform: translateX(30px); } }\n"
            ".own { animation: sway 1s infinite alternate; }",
        ),
    ),
    Fault(
        "slides-when-pointed-at",
        ("motion",),
        lambda s: s.style("main a { transition: transform 2s; } main a:hover { transform: scale(1.1); }"),
        "main a",
    ),
    Fault(
        "icon-lost-in-forced-colours",
        ("forced-colours",),
        lambda s: _add_icon(s, ".own::before { background: #000000; }"),
    ),
    Fault(
        "mask-lost-in-forced-colours",
        ("forced-colours",),
        lambda s: _add_icon(
            s, '.own::before { background-color: #000000; mask: url("icon.svg") center / 24px no-repeat; }'
        ),
    ),
    Fault(
        "focus-lost-in-forced-colours",
        ("forced-colours", "focus-visible"),
        _glow_as_focus,
    ),
    Fault("nothing-on-paper", ("print",), lambda s: s.style("@media print { main { display: none; } }")),
    Fault(
        "paragraphs-lost-on-paper",
        ("print",),
        lambda s: s.style("@media print { main p, main dd, main li { visibility: hidden; } }"),
        "main p",
    ),
    Fault(
        "script-that-fails",
        ("console",),
        lambda s: s.script('"use strict";\ndocument.querySelector(".no-such-thing").remove();\n'),
    ),
    Fault(
        "script-that-is-missing",
        ("console", "links"),
        lambda s: s.head('<script src="gone.js" defer></script>'),
    ),
    Fault(
        "picture-of-a-style-sheet-missing",
        ("console",),
        lambda s: s.style('h1 { background: url("gone.png") no-repeat; }'),
    ),
)
