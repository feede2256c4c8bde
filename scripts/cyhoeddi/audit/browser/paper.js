// What paper shows of what the screen shows: asked on the screen first, then on paper.
(question) => {
    const main = document.querySelector("main, [role=main]") ?? document.body;
    const FURNITURE = "nav, form, button, input, select, textarea, summary, [role=navigation], [role=search], header, footer, aside";
    const isFurniture = (element) => {
        const around = element.closest(FURNITURE);
        return Boolean(around) && (main === document.body || main.contains(around)) && !around.matches("article header, article footer, section header, section footer");
    };
    if (question === "screen") {
        audit.screen = audit.texts(main).filter(({ element }) => !isFurniture(element)).map(({ element }) => element);
        audit.links = [...main.querySelectorAll("a[href]")].filter((link) => audit.isSeen(link) && !isFurniture(link));
        return audit.screen.length;
    }
    const found = [], tell = (element, fault) => found.push({ ...audit.describe(element), fault });
    const known = new Map();
    const gone = new Set(audit.screen.filter((element) => !audit.isSeen(element, known)));
    const isLink = (element) => element.closest("a[href]");
    // Links that lead on within the site are of no use on paper; words are.
    const lost = [...gone].filter((element) => !isLink(element) && !gone.has(element.parentElement));
    for (const element of lost.slice(0, 10)) tell(element, "gone");
    for (const details of main.querySelectorAll("details:not([open])")) {
        if (isFurniture(details) || !audit.isShown(details)) continue;
        const words = [...details.children].filter((child) => child.localName !== "summary").flatMap((child) =>
            [...[child], ...child.querySelectorAll("*")].filter((part) => !part.closest("a, summary")));
        const text = words.flatMap((part) => [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
        if (text.length && !text.some((node) => audit.isShown(node.parentElement))) tell(details, "closed");
    }
    const width = document.documentElement.clientWidth;
    const texts = audit.texts(main);
    const cut = new Set();
    for (const text of texts) {
        if (isFurniture(text.element)) continue;
        // Nobody scrolls paper: what a scroller hides is lost as if it were cut.
        const around = audit.windows(text.element).find((one) => {
            const box = one.getBoundingClientRect();
            return text.lines.some((line) => line.right > box.right + 2 || line.bottom > box.bottom + line.height / 2);
        });
        if (around) cut.add(around);
        else if (text.lines.some((line) => line.right > width + 1)) cut.add(text.element);
    }
    for (const element of cut) tell(element, "cut");
    for (const element of document.querySelectorAll("body *")) {
        if (getComputedStyle(element).position !== "fixed" || !audit.isSeen(element)) continue;
        const box = element.getBoundingClientRect();
        if (box.width > 1 && box.height > 1 && element.innerText?.trim()) tell(element, "fixed");
    }
    return found;
}
