// Frames an element, opened and in focus if need be, and tells what part of the page to take.
([selector, isFocused, around, least, most]) => {
    let element;
    try { element = document.querySelector(selector); } catch { return null; } // not every tool names elements by CSS
    if (!element) return null;
    for (let at = element.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
    if (isFocused) element.focus({ focusVisible: true });
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return null;
    const page = document.documentElement;
    const width = Math.max(page.scrollWidth, page.clientWidth), height = Math.max(page.scrollHeight, page.clientHeight);
    // The frame lies over the page and moves nothing on it.
    const frame = document.createElement("div");
    const place = { left: box.left + scrollX - 4, top: box.top + scrollY - 4, width: box.width + 8, height: box.height + 8 };
    for (const [name, value] of Object.entries({
        position: "absolute", left: `${place.left}px`, top: `${place.top}px`, width: `${place.width}px`, height: `${place.height}px`,
        border: "3px solid #d0021b", "border-radius": "4px", "box-sizing": "border-box", "box-shadow": "0 0 0 2px #fff",
        "z-index": "2147483647", "pointer-events": "none", background: "none", "forced-color-adjust": "none",
    })) frame.style.setProperty(name, value, "important");
    document.documentElement.append(frame);
    audit.unmark = () => { frame.remove(); element.blur(); };
    // No wider or higher than a picture may be, no smaller than one can be read, and within the page.
    const span = (from, size, whole, low, high) => {
        const wanted = Math.min(Math.max(size + 2 * around, low), high, whole);
        const middle = from + Math.min(size, wanted - 2 * around) / 2;
        const start = Math.min(Math.max(0, middle - wanted / 2), whole - wanted);
        return [start, wanted];
    };
    const [x, wide] = span(place.left, place.width, width, least[0], most[0]);
    const [y, high] = span(place.top, place.height, height, least[1], most[1]);
    return { x, y, width: wide, height: high };
}
