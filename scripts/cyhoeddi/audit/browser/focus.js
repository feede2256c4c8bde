// How controls look before they take the focus, and what is wrong with how they show it.
() => {
    const isForced = () => matchMedia("(forced-colors: active)").matches;
    const look = (element) => {
        const style = getComputedStyle(element);
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, color, textDecorationLine } = style;
        const borders = ["Top", "Right", "Bottom", "Left"].map((side) => ({
            width: style[`border${side}Style`] === "none" ? 0 : parseFloat(style[`border${side}Width`]), colour: style[`border${side}Color`],
        }));
        return { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, color, textDecorationLine, borders };
    };
    const before = new Map();
    const over = (colour, ground) => audit.over(audit.rgba(colour), ground);
    // Whether a contrast of 3:1 tells of the focus, by what the style sheet says; what it does not settle, pixels do.
    const tells = (element) => {
        const was = before.get(element), is = look(element);
        if (!was) return false;
        const isOutlined = is.outlineStyle !== "none" && parseFloat(is.outlineWidth) >= 1 &&
            (was.outlineStyle === "none" || parseFloat(was.outlineWidth) < 1 || was.outlineColor !== is.outlineColor);
        const isUnderlined = is.textDecorationLine !== was.textDecorationLine && is.textDecorationLine !== "none";
        const isBordered = is.borders.some((border, side) => border.width > was.borders[side].width + 0.9);
        if (isForced() && getComputedStyle(element).forcedColorAdjust !== "none") return isOutlined || isUnderlined || isBordered;
        if (isUnderlined || (isOutlined && is.outlineStyle === "auto")) return true;
        const around = audit.ground(element.parentElement ?? element), inside = audit.ground(element);
        if (!around || !inside) return false;
        const old = over(was.backgroundColor, around);
        const differs = (colour, ground) => audit.contrast(over(colour, ground), ground) >= 3;
        const isRecoloured = is.borders.some(({ width, colour }, side) => width >= 1 && colour !== was.borders[side].colour && differs(colour, around));
        return (isOutlined && (differs(is.outlineColor, around) || differs(is.outlineColor, inside))) ||
            (isBordered && is.borders.some(({ colour }) => differs(colour, around))) || isRecoloured ||
            (is.backgroundColor !== was.backgroundColor && audit.contrast(inside, old) >= 3);
    };
    // Fields drawn by their label: what shows the focus is the label.
    const visible = (element) => {
        if (audit.isSeen(element)) return element;
        return [...(element.labels ?? [])].find((label) => audit.isSeen(label)) ?? null;
    };
    const paints = (style) => style.backgroundImage !== "none" || audit.rgba(style.backgroundColor)[3] > 0.5;
    const pseudo = (element) => ["::before", "::after"].map((part) => getComputedStyle(element, part))
        .filter((style) => style.content !== "none" && /absolute|fixed|sticky/.test(style.position));
    // Whether what lies on top of it hides it: a link may be stretched over a card and cover nothing.
    const hides = (top, element) => {
        for (let at = top; at && !at.contains(element) && !element.contains(at); at = at.parentElement)
            if (at.matches("img, svg, video, canvas, iframe") || paints(getComputedStyle(at)) || pseudo(at).some(paints)) return true;
        return top !== element && top.contains(element) && pseudo(top).some(paints);
    };
    // Nothing of it is to be seen because the page itself covers it.
    const isObscured = (element) => [...element.getClientRects()].filter((box) => box.width && box.height).every((box) => {
        const inset = (from, to, part) => from + (to - from) * part;
        const points = [0.04, 0.5, 0.96].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [inset(box.left, box.right, x), inset(box.top, box.bottom, y)]))
            .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
        return points.length > 0 && points.every(([x, y]) => {
            const top = document.elementFromPoint(x, y);
            return top && hides(top, element) && ![...(element.labels ?? [])].some((label) => label.contains(top));
        });
    });
    const isOnScreen = (box) => box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    const doubtful = [];
    audit.focus = {
        remember(elements) { for (const element of elements) before.set(element, look(element)); },
        // What is wrong with the element that has the focus: words that keyboard.py knows.
        faults(element) {
            const shown = visible(element), box = shown?.getBoundingClientRect();
            if (!shown || box.width < 1 || box.height < 1) return ["unseen"];
            if (element.closest("[aria-hidden=true]")) return ["unsaid"];
            if (!isOnScreen(box)) return ["off-screen"];
            const faults = isObscured(shown) ? ["obscured"] : [];
            if (!(shown === element && tells(element)) && !doubtful.includes(element)) doubtful.push(element);
            return faults;
        },
        // Gives the focus to each control in turn, for `doubtful` to be known; a key has been pressed before.
        round() {
            const controls = audit.controls();
            audit.focus.remember(controls);
            for (const control of controls) {
                control.focus();
                if (document.activeElement === control) audit.focus.faults(control);
            }
            document.activeElement?.blur();
        },
        // Those of which the style sheet does not say that their focus shows: focus.py looks at their pixels.
        doubtful: () => doubtful.map((element) => {
            const style = getComputedStyle(element);
            const alike = [element.localName, element.className, element.parentElement?.localName, element.parentElement?.className,
                style.color, style.backgroundColor].join(" ");
            return { ...audit.describe(element), alike };
        }),
        // Gives it the focus and tells what part of the screen to look at.
        take(at) {
            doubtful[at].focus();
            const box = visible(doubtful[at])?.getBoundingClientRect();
            if (!box) return null;
            const [left, top] = [Math.max(0, box.left - 8), Math.max(0, box.top - 8)];
            const [right, bottom] = [Math.min(innerWidth, box.right + 8), Math.min(innerHeight, box.bottom + 8)];
            return right - left >= 1 && bottom - top >= 1 ? { x: left, y: top, width: right - left, height: bottom - top } : null;
        },
        leave(at) { doubtful[at].blur(); },
    };
}
