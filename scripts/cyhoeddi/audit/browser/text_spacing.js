// What is cut off or lies over other words once the text is spaced out, and was not before.
(spacing) => {
    const look = () => ({ cut: new Set(audit.texts().map(audit.cutter).filter(Boolean)), over: audit.overlaps() });
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
