"""Everything that opens and closes does so by Enter and by Space, and the links in it lead on."""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

RULE = "disclosures"

KEYS = ("Enter", "Space")


def probe(window: Window) -> Iterator[Finding]:
    """Open and close every disclosure by each key and yield those that fail; all end as they were."""
    for at in range(window.run("disclosures")):
        # One inside another that is closed is tried in its turn, when it is open.
        if window.ask(f"audit.disclosures.focus({at})"):
            yield from _try(window, at)


def _try(window: Window, at: int) -> Iterator[Finding]:
    was_open = window.ask(f"audit.disclosures.isOpen({at})")
    for key in KEYS:
        for expected in (not was_open, was_open):
            window.page.keyboard.press(key)
            message = _wrong(window, at, key, expected)
            if message:
                element = window.ask(f"audit.disclosures.about({at})")
                hint = "Use <details> with a <summary>, or a <button> whose aria-expanded says what is shown."
                yield window.find(RULE, element, f"{element['name']} {message}", hint, "2.1.1")
                return
            if expected and key == "Enter":
                yield from _follow(window, at)
                window.ask(f"audit.disclosures.focus({at})")


def _wrong(window: Window, at: int, key: str, expected: bool) -> str | None:
    verb = "open" if expected else "close"
    if window.ask(f"audit.disclosures.isOpen({at})") != expected:
        return f"does not {verb} by {key}"
    shows = window.ask(f"audit.disclosures.shows({at})")
    if shows is not None and shows != expected:
        return f"says that it is {'open' if expected else 'closed'}, but what it shows does not follow"
    return None


def _follow(window: Window, at: int) -> Iterator[Finding]:
    """Yield the first and the last link inside if Enter does not go where they lead."""
    for which in range(window.ask(f"audit.disclosures.links({at})")):
        window.ask(f"audit.disclosures.focusLink({at}, {which})")
        window.page.keyboard.press("Enter")
        went = window.ask("audit.disclosures.asked()")
        if not went["right"]:
            yield window.find(
                RULE,
                went["about"],
                f"{went['about']['name']} does not lead on by Enter",
                "Let no script take the Enter key from links.",
                "2.1.1",
            )
