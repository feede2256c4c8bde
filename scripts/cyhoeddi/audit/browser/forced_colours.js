// What tells controls from words by its colour alone.
(question) => {
    const side = (style, name) => ({ width: style[`border${name}Style`] === "none" ? 0 : parseFloat(style[`border${name}Width`]), colour: audit.rgba(style[`border${name}Color`]) });
    const sides = (style) => ["Top", "Right", "Bottom", "Left"].map((name) => side(style, name));
    const isOutlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    if (question === "boxes") {
        // In light: controls that a box sets apart. A link has its own colour in forced colours as well.
        audit.boxes = audit.controls().filter((element) => {
            if (!element.matches("button, input:not([type=checkbox], [type=radio], [type=range], [type=color], [type=file], [type=image]), select, textarea, summary, [role=button], [role=tab]")) return false;
            if (element.matches("a[href]") || !audit.isSeen(element)) return false;
            const style = getComputedStyle(element), around = audit.ground(element.parentElement), inside = audit.ground(element);
            if (!around || !inside) return true;
            return audit.contrast(inside, around) > 1.1 || style.boxShadow !== "none" || sides(style).some(({ width, colour }) => width > 0 && colour[3] > 0);
        });
        return audit.boxes.length;
    }
    const found = [];
    for (const element of audit.boxes) {
        const style = getComputedStyle(element);
        if (!audit.isSeen(element) || style.forcedColorAdjust === "none") continue;
        // The reader's palette paints every border, even one that is transparent otherwise.
        const isFramed = isOutlined(style) || sides(style).some(({ width }) => width >= 1);
        const isMarked = style.textDecorationLine.includes("underline") || element.querySelector("svg, img") || (element.localName === "summary" && style.display === "list-item" && style.listStyleType !== "none") ||
            ["::before", "::after"].some((part) => !/^(none|normal|"")$/.test(getComputedStyle(element, part).content) || sides(getComputedStyle(element, part)).some(({ width }) => width >= 1 && getComputedStyle(element, part).content !== "none"));
        if (!isFramed && !isMarked) found.push(audit.describe(element));
    }
    return found;
}
