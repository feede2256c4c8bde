// Runs every rule of axe-core that has one of the tags, those that are off by default included, but for one.
async ({ tags, without }) => {
    const rules = Object.fromEntries(axe.getRules(tags).map(({ ruleId }) => [ruleId, { enabled: ruleId !== without }]));
    const found = await axe.run(document, {
        runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations", "incomplete"], elementRef: true,
    });
    const isForced = matchMedia("(forced-colors: active)").matches;
    // In forced colours the browser paints words in colours that read well, whatever the style sheet says (and
    // getComputedStyle still says what it says), unless the author opted out: only there is contrast the site's.
    const isPainted = (id, node) => id === "color-contrast" && isForced && getComputedStyle(node.element).forcedColorAdjust !== "none";
    // A sign that is no letter, such as an arrow, has no text contrast to measure; what lies outside a scrolled
    // table is measured in the width where the table fits.
    // What one view hides another shows: each page is met in two widths, on paper, closed and opened.
    const isMeasured = (id, node) => id === "hidden-content" || node.any.some((check) => ["nonBmp", "elmPartiallyObscured"].includes(check.data?.messageKey));
    const list = (results, isDecided) => results.flatMap(({ id, tags, help, nodes }) => nodes
        .filter((node) => !isPainted(id, node) && !isDecided(id, node))
        .map((node) => ({
            ...audit.describe(node.element), rule: id, tags, help,
            messages: [...node.any, ...node.all, ...node.none].map((check) => check.message),
        })));
    // What fails at rest need not be told again of each state.
    audit.pale ??= new Set();
    if (!matchMedia("(forced-colors: active)").matches) for (const { id, nodes } of found.violations) if (id === "color-contrast") for (const { element } of nodes) audit.pale.add(element);
    return { ran: found.passes.length, wrong: list(found.violations, () => false), open: list(found.incomplete, isMeasured) };
}
