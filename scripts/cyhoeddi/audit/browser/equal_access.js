// Runs IBM Equal Access with all rules of its two policies; what a machine cannot tell is not returned.
async (policies) => {
    const checker = new ace.Checker();
    const report = await checker.check(document, policies);
    const numbers = {};
    for (const { id, checkpoints } of checker.getGuidelines()) {
        if (id === "WCAG_2_2") for (const { num, rules } of checkpoints) for (const rule of rules ?? []) numbers[rule.id] ??= num;
    }
    // A table that scrolls within a narrow page has to take the focus, or nobody without a mouse reads its right
    // half: axe-core and Equal Access itself ask for that. On paper nothing scrolls, and nobody presses Tab.
    const isPaper = matchMedia("print").matches;
    const isScroller = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.querySelector("table, pre, svg, img, math");
    const isNamed = (element) => element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby");
    // A skip link stands before every landmark so that it comes first; axe-core's rule of this kind lets it.
    const isSkipLink = (element) => element.matches("a[href^='#']") && element === audit.controls()[0];
    const isDecided = ({ ruleId, node }) => {
        if (ruleId === "element_tabbable_role_valid") return isNamed(node) && (isPaper || isScroller(node));
        return ruleId === "aria_content_in_landmark" && node.nodeType === Node.ELEMENT_NODE && isSkipLink(node);
    };
    return {
        ran: report.results.length,
        failed: report.results.filter((result) => result.value[1] === "FAIL" && !isDecided(result)).map((result) => ({
            ...audit.describe(result.node.nodeType === Node.ELEMENT_NODE ? result.node : result.node.parentElement ?? document.documentElement),
            rule: result.ruleId, policy: result.value[0], message: result.message, criterion: numbers[result.ruleId] ?? "",
        })),
    };
}
