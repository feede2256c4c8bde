// What is too wide or cut off on the page as it stands; a list of sentences.
() => {
    const found = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) found.push(`is ${wide} pixels wide`);
    const hides = ["hidden", "clip"];
    for (const element of document.querySelectorAll("body *")) {
        const style = getComputedStyle(element), box = element.getBoundingClientRect();
        // What is there for screen readers alone is cut down to a pixel on purpose.
        if (box.width <= 1 || box.height <= 1) continue;
        const name = element.tagName.toLowerCase() + (element.className ? "." + element.className : "");
        if (hides.includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
            found.push(`${name} is cut off at its side`);
        if (hides.includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
            found.push(`${name} is cut off below`);
        if (style.textOverflow === "ellipsis") found.push(`${name} ends in an ellipsis`);
    }
    return found;
}
