// The contrast of all words as they look in a state: the rules for it are made to hold, and then as they were again.
async ([state, hidden]) => {
    const rules = function* (list) {
        for (const rule of list) {
            if (rule.selectorText !== undefined) yield rule;
            if (rule.cssRules) yield* rules(rule.cssRules);
            if (rule.styleSheet) yield* sheetRules(rule.styleSheet);
        }
    };
    const sheetRules = function* (sheet) {
        let list;
        try { list = sheet.cssRules; } catch { return; } // another host's, which has not been loaded
        yield* rules(list);
    };
    // Any element and as specific as the pseudo-class that it stands for.
    const ANY = ":nth-child(n)";
    // What is not seen at rest, such as a skip link, lies over something else when it is: that is looked at apart.
    audit.unseen ??= audit.controls().filter((element) => !audit.isSeen(element)).map(audit.selector);
    if (hidden && !audit.unseen.length) return [];
    const unseen = audit.unseen.length ? audit.unseen.join(", ") : "#\\0";
    const control = hidden ? `:where(${unseen})` : `:where(${audit.CONTROLS}):where(:not(${unseen}))`;
    const holds = {
        hover: [["hover", ANY]],
        active: [["hover", ANY], ["active", ANY]],
        focus: [["focus-visible", control + ANY], ["focus-within", `:where(${control}, :has(${control}))${ANY}`], ["focus", control + ANY]],
        visited: [["visited", ":any-link"]],
    }[state];
    const changed = [];
    for (const rule of [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [...sheetRules(sheet)])) {
        const was = rule.selectorText;
        const text = holds.reduce((now, [name, instead]) => now.replace(new RegExp(`:${name}(?![\\w-])`, "g"), () => instead), was);
        if (text === was) continue;
        rule.selectorText = text;
        changed.push([rule, was]);
    }
    if (!changed.length) return [];
    const found = await axe.run(document, { runOnly: { type: "rule", values: ["color-contrast"] }, resultTypes: ["violations"], elementRef: true });
    const pale = found.violations.flatMap(({ nodes }) => nodes).filter(({ element }) => !audit.pale?.has(element)).map((node) => {
        const { fgColor, bgColor, contrastRatio, expectedContrastRatio } = node.any[0].data;
        return { ...audit.describe(node.element), fgColor, bgColor, contrastRatio, expectedContrastRatio };
    });
    for (const [rule, was] of changed) rule.selectorText = was;
    return pale;
}
