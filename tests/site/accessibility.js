// Runs axe-core, given the tags of its rules, on the whole page with every disclosure open.
async (tags) => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const found = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    const lines = (results, word) => results.flatMap((result) => result.nodes.map((node) =>
        `${word}${result.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`));
    return {
        passed: found.passes.length,
        findings: [...lines(found.violations, ""), ...lines(found.incomplete, "to be decided by a person: ")],
    };
}
