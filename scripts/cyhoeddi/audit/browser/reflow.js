// What is too wide or cut off on the page as it stands.
() => {
    const found = [], width = document.documentElement.clientWidth;
    const tell = (element, fault) => found.push({ ...audit.describe(element), fault });
    const root = document.scrollingElement;
    const wide = Math.max(root.scrollWidth, document.body.scrollWidth);
    const isRead = "table, pre, svg, img, math, canvas, video, iframe, object, textarea";
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    // A table or drawing may have a scroller of its own, which a keyboard must reach.
    const scroller = (element) => audit.windows(element).find(scrolls);
    for (const element of document.querySelectorAll("body *")) {
        if (!scrolls(element) || element.scrollWidth <= element.clientWidth + 1 || !audit.isSeen(element)) continue;
        if (element.matches("input, select, textarea")) continue;
        if (!element.matches(isRead) && !element.querySelector(isRead)) tell(element, "text-scrolls");
        else if (element.tabIndex < 0 && !element.querySelector(audit.CONTROLS)) tell(element, "unreachable");
    }
    const beyond = (box) => box.right > width + 1;
    if (root.scrollWidth > width + 1) {
        const out = [...document.querySelectorAll("body *")].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 1 && box.height > 1 && beyond(box) && audit.isSeen(element) && !audit.windows(element.parentElement).length;
        });
        // The outermost that stands out is what makes the page wide, and not what is in it.
        const first = out.filter((element) => !out.includes(element.parentElement));
        for (const element of first.length ? first.slice(0, 5) : [document.body]) found.push({ ...audit.describe(element), fault: "wide", by: wide });
    }
    const cut = new Set();
    for (const text of audit.texts()) {
        const around = audit.cutter(text);
        if (around) cut.add(around);
        else if (root.scrollWidth <= width + 1 && text.lines.some(beyond) && !scroller(text.element)) cut.add(text.element);
    }
    for (const element of cut) tell(element, "cut");
    for (const [element, [other]] of audit.overlaps()) found.push({ ...audit.describe(element), fault: "over", other: audit.describe(other).name });
    for (const { element } of audit.texts()) {
        const style = getComputedStyle(element);
        if (style.textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth + 1 && !cut.has(element)) tell(element, "ellipsis");
    }
    return found;
}
