"""Faults that those meet who use the keyboard, and those whose fingers are not that steady."""

from __future__ import annotations

import re

from tests.audit.faults.fault import Fault, Sheet

BUTTON = '<p><button type="button" class="own">{}</button></p>'
SKIP = r'<a class="(?:skip-link|jump)"[^>]*>.*?</a>'


def _add_button(sheet: Sheet, script: str) -> None:
    sheet.add(BUTTON.format(sheet.say("Print this page", "Argraffu’r dudalen hon")))
    sheet.style(".own { padding: 10px; border: 1px solid #1f1f1f; color: #1f1f1f; background: #ffffff; }")
    sheet.script(f'"use strict";\nconst own = document.querySelector(".own");\n{script}')


def _add_link(sheet: Sheet, style: str) -> None:
    sheet.add(
        f'<p><a class="own" href="/{sheet.language}/">{sheet.say("First page", "Tudalen gyntaf")}</a></p>'
    )
    sheet.style(style)


def _trap_of_two(sheet: Sheet) -> None:
    """From the second button the focus goes back to the first, for ever."""
    _add_button(
        sheet,
        """
const last = own.parentElement.appendChild(own.cloneNode(true));
last.textContent += " 2";
last.addEventListener("blur", () => setTimeout(() => own.focus(), 0));
""",
    )


def _hidden_from_machines(sheet: Sheet) -> None:
    words = sheet.say("First page", "Tudalen gyntaf")
    sheet.add(f'<div aria-hidden="true"><a href="/{sheet.language}/">{words}</a></div>')


def _bar_in_front(sheet: Sheet) -> None:
    sheet.add(f'<p class="own">{sheet.say("This site is new.", "Mae’r wefan hon yn newydd.")}</p>')
    sheet.style(
        ".own { position: fixed; z-index: 9; inset: auto 0 0 0; height: 65vh; margin: 0; padding: 20px; "
        "color: #ffffff; background: #1f1f1f; }"
    )


def _tabindex(sheet: Sheet) -> None:
    """The last link of the page comes first."""
    start, _, end = sheet.html.rpartition("<a ")
    sheet.html = f'{start}<a tabindex="3" {end}'


def _disclosure(sheet: Sheet, button: str) -> None:
    """A question whose answer comes by a click of the mouse alone."""
    question = sheet.say("What does it cost?", "Beth yw’r gost?")
    answer = sheet.say("It is free of charge.", "Mae’n rhad ac am ddim.")
    sheet.add(f'<div><{button} class="own">{question}</div><p class="answer" hidden>{answer}</p></div>')
    sheet.style(".own { display: inline-block; padding: 10px; border: 1px solid #1f1f1f; cursor: pointer; }")
    sheet.script(
        '"use strict";\n'
        'document.querySelector(".own").addEventListener("click", (event) => {\n'
        '  const answer = document.querySelector(".answer");\n'
        "  answer.hidden = !answer.hidden;\n"
        '  if (event.target.hasAttribute("aria-expanded")) {\n'
        '    event.target.setAttribute("aria-expanded", String(!answer.hidden));\n'
        "  }\n"
        "});\n"
    )


def _deaf_summary(sheet: Sheet) -> None:
    sheet.script(
        '"use strict";\n'
        'for (const one of document.querySelectorAll("summary")) {\n'
        '  for (const kind of ["keydown", "keyup"]) {\n'
        "    one.addEventListener(kind, (event) => {\n"
        '      if (event.key !== "Tab") {\n'
        "        event.preventDefault();\n"
        "      }\n"
        "    });\n"
        "  }\n"
        "}\n"
    )


def _tiny_targets(sheet: Sheet) -> None:
    links = "".join(f'<a class="own" href="/{sheet.language}/?page={one}">{one}</a>' for one in "123")
    sheet.add(f"<p>{links}</p>")
    sheet.style(
        ".own { display: inline-block; width: 15px; height: 15px; margin: 0; padding: 0; line-height: 1; "
        "color: #0b3a5e; background: #ffffff; font-size: 12px; }"
    )


def _skip_to_nothing(sheet: Sheet) -> None:
    sheet.sub(SKIP, lambda found: re.sub('href="#[^"]*"', 'href="#nowhere"', found[0]))


UNSEEN = "outline: none !important; box-shadow: none !important; background: #ffffff !important"

KEYS = (
    Fault(
        "keyboard-trap",
        ("keyboard-trap",),
        lambda s: _add_button(
            s, 'own.onkeydown = (event) => event.key === "Tab" && event.preventDefault();\n'
        ),
    ),
    Fault("keyboard-trap-of-two", ("keyboard-trap",), _trap_of_two),
    Fault(
        "invisible-focus",
        ("focus-visible",),
        lambda s: _add_link(
            s, f".own, .own:focus, .own:focus-visible {{ color: #0360a6 !important; {UNSEEN}; }}"
        ),
    ),
    Fault(
        "invisible-focus-everywhere",
        ("focus-visible",),
        lambda s: s.style(
            "*, *:focus, *:focus-visible { color: #000000 !important; transition: none !important; "
            f"{UNSEEN}; }}"
        ),
    ),
    Fault(
        "focusable-off-the-screen",
        ("focus-hidden", "focus-visible"),
        lambda s: _add_link(s, ".own { position: absolute; left: -9999px; }"),
    ),
    Fault(
        "focusable-without-colour",
        ("focus-hidden", "focus-visible"),
        lambda s: _add_link(s, ".own { opacity: 0; }"),
    ),
    Fault(
        "focusable-cut-away",
        ("focus-hidden", "focus-visible"),
        lambda s: _add_link(
            s, ".own { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; }"
        ),
    ),
    Fault(
        "focusable-hidden-from-machines",
        ("focus-hidden", "axe:aria-hidden-focus", "equal-access:aria_hidden_nontabbable"),
        _hidden_from_machines,
    ),
    Fault("focus-behind-a-bar", ("focus-obscured",), _bar_in_front),
    Fault("order-by-tabindex", ("keyboard-order", "axe:tabindex"), _tabindex),
    Fault(
        "header-drawn-below",
        ("keyboard-order",),
        lambda s: s.style("body { display: flex; flex-direction: column; } header { order: 2; }"),
        "body > header a",
    ),
    Fault(
        "main-drawn-upside-down",
        ("keyboard-order",),
        lambda s: _add_link(s, "main { display: flex; flex-direction: column-reverse; }"),
        "main a",
    ),
    Fault("skip-link-to-nothing", ("skip-link",), _skip_to_nothing),
    Fault("skip-link-missing", ("skip-link", "axe:bypass"), lambda s: s.sub(SKIP, ""), "header a"),
    Fault("clickable-text", ("disclosures",), lambda s: _disclosure(s, "div")),
    Fault(
        "button-that-hears-no-key",
        ("disclosures",),
        lambda s: _disclosure(s, 'div role="button" tabindex="0" aria-expanded="false"'),
    ),
    Fault("summary-that-hears-no-key", ("disclosures",), _deaf_summary, "summary"),
    Fault("tiny-targets", ("target-size", "axe:target-size"), _tiny_targets),
)
