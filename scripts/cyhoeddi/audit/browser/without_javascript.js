// What a reader is given: the words, links and pictures that are seen, and controls that only a script could serve.
() => {
    const known = new Map(), flat = (text) => text.replace(/\s+/g, " ").trim();
    const main = document.querySelector("main, [role=main]") ?? document.body;
    const blocks = (root) => {
        const found = new Map();
        for (const { element } of audit.texts(root)) {
            let block = element;
            while (block !== root && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
            found.set(block, null);
        }
        return [...found.keys()];
    };
    const tell = (element, value) => ({ ...audit.describe(element), value });
    const own = (block) => flat([...block.childNodes].map((node) => node.nodeType === Node.TEXT_NODE ? node.data
        : node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display.startsWith("inline") && audit.isShown(node) ? node.innerText ?? "" : " ").join(""));
    const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => audit.isSeen(element, known));
    const isDead = (element) => {
        if (element.closest("noscript")) return false;
        if (element.matches("a")) return !element.hasAttribute("href") && element.matches("[onclick], [role], [tabindex]");
        if (element.matches("summary")) return false;
        if (element.matches("button, input[type=button]") && (element.hasAttribute("popovertarget") || element.hasAttribute("commandfor"))) return false;
        if (element.matches("input[type=button], button[type=button]")) return true;
        if (element.matches("button, input[type=submit], input[type=image]")) return !element.form;
        return element.matches("[role=button], [onclick]") && !element.matches("input, select, textarea") && !element.querySelector("a[href], button, summary");
    };
    return {
        // A control that a script serves, and its name, are the script's to add; without it they would be dead.
        words: blocks(main).filter((block) => !block.closest("label, legend, select, button")).map((block) => tell(block, own(block))).filter(({ value }) => value),
        links: seen("a[href]").map((link) => tell(link, link.href)),
        pictures: seen("main img, main picture, main video").map((picture) => tell(picture, picture.currentSrc || picture.src || "")),
        dead: seen("a, button, input[type=button], input[type=submit], input[type=image], [role=button], [onclick]")
            .filter((element) => !element.matches(":disabled") && isDead(element)).map((element) => tell(element, "")),
    };
}
