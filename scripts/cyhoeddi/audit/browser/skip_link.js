// Whether the page needs a skip link, and what has the focus and where that leads; asked before and after each key.
(question) => {
    const main = document.querySelector("main, [role=main]");
    const element = document.activeElement;
    const isBefore = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    const target = () => {
        const id = decodeURIComponent(element.hash.slice(1));
        return document.getElementById(id) ?? document.getElementsByName(id)[0] ?? null;
    };
    const leadsWithin = element.localName === "a" && element.hash.length > 1 && element.href.split("#")[0] === location.href.split("#")[0];
    if (question === "needed") {
        const before = main ? audit.controls().filter((control) => isBefore(control, main) && !control.getAttribute("href")?.startsWith("#")) : [];
        return { needed: before.length > 1, main: main && audit.describe(main) };
    }
    if (question === "first") {
        const to = leadsWithin ? target() : null;
        audit.skipped = to;
        return {
            is_link: leadsWithin, is_seen: audit.isSeen(element), exists: Boolean(to), about: audit.describe(element),
            // A target around all of the page, or above its furniture, skips nothing.
            is_main: Boolean(to) && (main.contains(to) || (to.contains(main) && !audit.controls().some((control) => to.contains(control) && isBefore(control, main)))
                || (isBefore(to, main) && !audit.controls().some((control) => isBefore(to, control) && isBefore(control, main) && !to.contains(control)))),
        };
    }
    // After Enter and Tab: the focus has gone on from the target, not back to what stands before it.
    return !element || element === document.body || !audit.skipped || !isBefore(element, audit.skipped) || audit.skipped.contains(element);
}
