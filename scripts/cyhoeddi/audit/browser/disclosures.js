// What opens and closes on the page, for disclosures.py to try with the keyboard.
() => {
    const found = [...document.querySelectorAll("summary, button[aria-expanded], [role=button][aria-expanded]")].filter(audit.takesFocus);
    const details = (element) => element.localName === "summary" ? element.closest("details") : null;
    const controlled = (element) => (element.getAttribute("aria-controls") ?? "").split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    const content = (element) => details(element) ? [...details(element).children].filter((child) => child !== element) : controlled(element);
    let asked = null;
    // Links are seen to lead on, and not followed.
    const stay = (event) => { asked = event.destination.url; if (event.cancelable) event.preventDefault(); };
    const links = (element) => content(element).flatMap((part) => [...part.querySelectorAll("a[href]"), ...(part.matches("a[href]") ? [part] : [])])
        .filter((link) => /^https?:/.test(link.href) && audit.takesFocus(link) && !link.target && !link.download);
    const ends = (list) => list.length > 1 ? [list[0], list.at(-1)] : list;
    audit.disclosures = {
        count: found.length,
        focus(at) { if (audit.isShown(found[at])) found[at].focus(); return document.activeElement === found[at]; },
        isOpen: (at) => details(found[at]) ? details(found[at]).open : found[at].getAttribute("aria-expanded") === "true",
        // Whether what it opens is seen; nothing if it does not say what that is.
        shows: (at) => content(found[at]).length ? content(found[at]).some((part) => audit.isShown(part)) : null,
        about: (at) => audit.describe(found[at]),
        links: (at) => ends(links(found[at])).length,
        focusLink(at, which) { asked = null; navigation.addEventListener("navigate", stay); ends(links(found[at]))[which].focus(); },
        // Where Enter on it wanted to go, and where it should have.
        asked() {
            navigation.removeEventListener("navigate", stay);
            const link = document.activeElement;
            return { right: asked === link.href, about: audit.describe(link) };
        },
    };
    return found.length;
}
