// Runs axe-core, given the tags of its rules, on the whole page with every disclosure open.
async (tags) => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const found = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    const lines = (results, word) => results.flatMap((result) => result.nodes.map((node) =>
        `${word}${result.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`));
    // A sign that is no letter, such as the arrow back from a footnote, has no text contrast to measure; what lies
    // outside a scrolled table is measured where the table fits.
    const measured = found.incomplete.map((result) => ({ ...result, nodes: result.nodes.filter((node) =>
        !node.any.some((check) => ["nonBmp", "elmPartiallyObscured"].includes(check.data?.messageKey))) }));
    return {
        passed: found.passes.length,
        findings: [...lines(found.violations, ""), ...lines(measured, "to be decided by a person: ")],
    };
}
