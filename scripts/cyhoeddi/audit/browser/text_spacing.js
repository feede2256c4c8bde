// What is cut off or lies over other words once the text is spaced out, and was not before.
(spacing) => {
    const overlaps = (one, other) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return across > 3 && down > Math.min(one.height, other.height) * 0.35;
    };
    const look = () => {
        const texts = audit.texts(), cut = new Set(), over = new Map();
        for (const text of texts) {
            const around = audit.cutter(text);
            if (around) cut.add(around);
        }
        const lines = texts.flatMap(({ element, lines }) => lines.map((line) => ({ element, line }))).sort((a, b) => a.line.top - b.line.top);
        lines.forEach(({ element, line }, at) => {
            for (let next = at + 1; next < lines.length && lines[next].line.top < line.bottom; next += 1) {
                const other = lines[next];
                if (other.element !== element && !other.element.contains(element) && !element.contains(other.element) && overlaps(line, other.line))
                    (over.get(other.element) ?? over.set(other.element, new Set()).get(other.element)).add(element);
            }
        });
        return { cut, over };
    };
    const before = look();
    const undo = audit.wear(spacing);
    const after = look();
    const found = [...after.cut].filter((element) => !before.cut.has(element)).map((element) => ({ ...audit.describe(element), fault: "cut" }));
    for (const [element, others] of after.over) {
        const fresh = [...others].find((other) => !before.over.get(element)?.has(other));
        if (fresh) found.push({ ...audit.describe(element), fault: "over", other: audit.describe(fresh).name });
    }
    undo();
    return found;
}
