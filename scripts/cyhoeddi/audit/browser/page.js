// What every probe asks of a page. It runs in a world of its own, which the page's own scripts neither see nor touch.
globalThis.audit = (() => {
    const CONTROLS = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, " +
        "audio[controls], video[controls], iframe, [tabindex], [contenteditable]:not([contenteditable=false])";
    const WORDLESS = "script, style, noscript, template, title, option, svg title, svg desc";

    const isOnly = (selector, element) => {
        const found = document.querySelectorAll(selector);
        return found.length === 1 && found[0] === element;
    };
    const step = (element) => {
        const tag = element.localName + [...element.classList].slice(0, 2).map((name) => "." + CSS.escape(name)).join("");
        const alike = [...(element.parentElement?.children ?? [])].filter((other) => other.localName === element.localName);
        return alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(element) + 1})` : tag;
    };
    // The shortest path that names the element alone, from an id if there is one above it.
    const selector = (element) => {
        let path = "";
        for (let at = element; at; at = at.parentElement) {
            const here = at.id ? "#" + CSS.escape(at.id) : step(at);
            path = path ? `${here} > ${path}` : here;
            if (isOnly(path, element)) return path;
        }
        return path;
    };
    const shorten = (text, length) => {
        const flat = text.replace(/\s+/g, " ").trim();
        return flat.length > length ? flat.slice(0, length - 1) + "…" : flat;
    };
    const describe = (element) => {
        const box = element.getBoundingClientRect();
        const words = element.getAttribute("aria-label") || element.innerText || element.value || element.getAttribute("alt") || "";
        return {
            selector: selector(element),
            snippet: shorten(element.outerHTML, 300),
            name: `${element.localName} "${shorten(String(words), 40)}"`,
            box: [box.left + scrollX, box.top + scrollY, box.width, box.height],
        };
    };

    const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
    // Cut down to nothing, as what is there for screen readers alone, or wholly transparent.
    const isVeiled = (style, element) => {
        const clip = style.position === "absolute" && style.clip !== "auto" && style.clip.match(/-?[\d.]+/g)?.map(Number);
        return style.opacity === "0" || /inset\((50|100)%/.test(style.clipPath) ||
            (clip && (clip[1] - clip[3] <= 1 || clip[2] - clip[0] <= 1)) ||
            (/hidden|clip/.test(style.overflowX) && style.display !== "inline" && (element.clientWidth <= 1 || element.clientHeight <= 1));
    };
    // Of what lies around an element only veils count: it may itself stand outside their boxes.
    const isUnderVeil = (element, known) => {
        if (!element || element === document.documentElement) return false;
        if (!known.has(element)) known.set(element, isVeiled(getComputedStyle(element), element) || isUnderVeil(element.parentElement, known));
        return known.get(element);
    };
    const isSeen = (element, known = new Map()) => {
        const box = element.getBoundingClientRect();
        const isOutside = box.width > 0 && (box.right + scrollX <= 0 || box.bottom + scrollY <= 0);
        return isShown(element) && !isOutside && !isUnderVeil(element, known);
    };
    // The next press of Tab goes on from the start of the page, or from its end.
    const goTo = (edge) => {
        const mark = document.createElement("span");
        mark.tabIndex = -1;
        edge === "start" ? document.body.prepend(mark) : document.body.append(mark);
        mark.focus();
        mark.remove();
    };
    // When what has been changed is to be seen on the screen as well; a page that paints nothing is not waited for.
    const painted = () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(null))); setTimeout(done, 500, null); });
    const later = (ask) => new Promise((answer) => { setTimeout(() => answer(ask()), 50); });
    const takesFocus = (element) => element.tabIndex >= 0 && !element.matches(":disabled") && !element.closest("[inert]") && isShown(element);
    const controls = () => [...document.querySelectorAll(CONTROLS)].filter(takesFocus);

    // Every run of words that is seen, with the lines that it fills.
    const texts = (root = document.body) => {
        const found = [], known = new Map(), range = document.createRange();
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const node = walker.currentNode, element = node.parentElement;
            if (!node.data.trim() || element.closest(WORDLESS) || !isSeen(element, known)) continue;
            range.selectNodeContents(node);
            const lines = [...range.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
            if (lines.length) found.push({ element, words: node.data.trim(), lines });
        }
        return found;
    };

    // Whether it keeps its place on the screen while the page is scrolled.
    const isFloating = (element) => {
        for (let at = element; at; at = at.parentElement) if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
        return false;
    };
    // Words that lie over other words: each element of such words, with those before it whose words it meets. What floats is
    // scrolled past, and in drawings and formulas lines stand as close as their makers put them.
    const overlaps = () => {
        const meets = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 3 &&
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) * 0.35;
        const lines = texts().filter(({ element }) => !element.closest("svg, math, ruby"))
            .flatMap(({ element, lines }) => lines.map((line) => ({ element, line }))).sort((one, other) => one.line.top - other.line.top);
        const found = new Map();
        lines.forEach(({ element, line }, at) => {
            for (let next = at + 1; next < lines.length && lines[next].line.top < line.bottom; next += 1) {
                const other = lines[next];
                if (other.element.contains(element) || element.contains(other.element) || !meets(line, other.line)) continue;
                if (isFloating(element) || isFloating(other.element)) continue;
                const isLater = element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING;
                const [under, above] = isLater ? [element, other.element] : [other.element, element];
                found.set(above, (found.get(above) ?? new Set()).add(under));
            }
        });
        return found;
    };

    // What scrolls or cuts what stands in it, outermost last.
    const windows = (element) => {
        const found = [];
        for (let at = element; at && at !== document.body; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (style.display !== "inline" && (style.overflowX !== "visible" || style.overflowY !== "visible")) found.push(at);
            if (style.position === "fixed") break;
        }
        return found;
    };
    // The nearest element that cuts words off for good, or nothing.
    const cutter = ({ element, lines }) => windows(element).find((around) => {
        const style = getComputedStyle(around), box = around.getBoundingClientRect();
        const cuts = (value) => value === "hidden" || value === "clip";
        return lines.some((line) =>
            (cuts(style.overflowX) && (line.right > box.right + 2 || line.left < box.left - 2)) ||
            // The box of a line may be lower than its letters' own, of which a quarter is room.
            (cuts(style.overflowY) && (line.bottom > box.bottom + line.height / 4 || line.top < box.top - line.height / 4)));
    });

    const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const mixed = new Map();
    const rgba = (colour) => {
        const plain = colour.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
        if (plain) return [+plain[1], +plain[2], +plain[3], plain[4] === undefined ? 1 : +plain[4]];
        if (!mixed.has(colour)) {
            brush.clearRect(0, 0, 1, 1);
            brush.fillStyle = colour;
            brush.fillRect(0, 0, 1, 1);
            const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
            mixed.set(colour, [red, green, blue, alpha / 255]);
        }
        return mixed.get(colour);
    };
    const over = (top, under) => [0, 1, 2].map((at) => top[at] * top[3] + under[at] * (1 - top[3])).concat(1);
    const luminance = (colour) => {
        const [red, green, blue] = colour.map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    // The colour behind an element's words; nothing where a picture lies there.
    const ground = (element) => {
        const layers = [];
        for (let at = element; at; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (style.backgroundImage !== "none") return null;
            layers.unshift(rgba(style.backgroundColor));
            if (layers[0][3] === 1) break;
        }
        return layers.reduce((under, layer) => over(layer, under), [255, 255, 255, 1]);
    };

    const wear = (css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        return () => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet); };
    };
    // Changes come at once, so that they can be measured; movements have come to their end.
    const still = () => wear(`*, *::before, *::after { transition: none !important; animation-delay: 0s !important;
        animation-duration: 1ms !important; animation-iteration-count: 1 !important; scroll-behavior: auto !important;
        caret-color: transparent !important }`);
    const asTheyCame = [...document.querySelectorAll("details")].map((details) => [details, details.open]);
    const open = (all) => asTheyCame.forEach(([details, was]) => { details.open = all || was; });

    return { CONTROLS, selector, describe, isShown, isSeen, takesFocus, controls, goTo, painted, later, texts, isFloating, overlaps, windows, cutter, rgba, over, contrast, ground, wear, still, open };
})();
