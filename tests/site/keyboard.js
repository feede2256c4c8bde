// What a walk with the Tab key needs to know of a page. It runs in the page, once, before the walk.
(() => {
    const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
    const LOOKS = ["outline", "backgroundColor", "color", "boxShadow", "borderColor", "textDecoration"];

    const name = (element) =>
        `${element.tagName.toLowerCase()} "${(element.innerText || element.value || element.getAttribute("aria-label") || "").trim().slice(0, 40)}"`;
    const look = (element) => LOOKS.map((property) => getComputedStyle(element)[property]).join(" | ");
    const takesFocus = (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true });

    const controls = [...document.querySelectorAll(CONTROLS)].filter(takesFocus);
    const before = new Map(controls.map((element) => [element, look(element)]));

    // A link among other words of its block is exempt from the size of targets (WCAG 2.5.8, "inline").
    const isInText = (element) => {
        if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
        const block = element.closest("p, li, td, th, dd, dt, caption, figcaption, blockquote, div");
        const others = [...block.childNodes].filter((node) => !node.contains(element)).map((node) => node.textContent).join("");
        return /\p{L}{2}/u.test(others);
    };

    const isCovered = (element, box) => {
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return !(top && (element.contains(top) || top.contains(element)));
    };

    window.walk = {
        expected: controls.map(name),
        toEnd() { controls.at(-1).focus(); },
        // The number of the control in focus, or -1 if none of the page is; what is wrong with how it shows.
        step() {
            const element = document.activeElement;
            if (!element || element === document.body || element === document.documentElement) return { index: -1, findings: [] };
            const box = element.getClientRects()[0] ?? new DOMRect();
            const whole = element.getBoundingClientRect();
            const findings = [];
            if (!before.has(element)) findings.push("takes focus though it is hidden or no control");
            if (before.get(element) === look(element)) findings.push("looks the same in focus");
            if (box.width < 1 || box.height < 1) findings.push("has no size in focus");
            if (box.top < -1 || box.left < -1 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1) findings.push("is not on the screen in focus");
            else if (isCovered(element, box)) findings.push("is covered in focus");
            if ((whole.width < 24 || whole.height < 24) && !isInText(element)) findings.push(`is a target of ${Math.round(whole.width)} by ${Math.round(whole.height)} pixels`);
            return { index: controls.indexOf(element), name: name(element), findings,
                     left: whole.left + scrollX, right: whole.right + scrollX, top: whole.top + scrollY, bottom: whole.bottom + scrollY };
        },
    };
})();
