// Controls without words, each known by what is drawn on it: made ready to be pictured with the drawing and without.
(largest) => {
    const DRAWN = "a[href], button, summary, input[type=image], [role=button], [role=link], [role=tab], [role=menuitem]";
    const size = (element) => element.getBoundingClientRect();
    const found = audit.controls().filter((element) => element.matches(DRAWN) && !element.innerText?.trim() && audit.isSeen(element)).filter((element) => {
        // A photograph keeps its own ground.
        const { width, height } = size(element);
        return width >= 1 && height >= 1 && (width <= largest || height <= largest || !element.querySelector("img, picture, video, canvas"));
    });
    // What shows through a mask, or is a picture itself, goes with all of the control; else its frame stays.
    const away = (element, path) => element.matches("input[type=image]") || getComputedStyle(element).maskImage !== "none"
        ? `${path} { visibility: hidden !important }`
        : `${path} { background-image: none !important; list-style: none !important }
            :is(${path}) *, ${path}::before, ${path}::after, :is(${path}) *::before, :is(${path}) *::after { visibility: hidden !important }`;
    let undo = () => {};
    audit.drawings = {
        about: (at) => audit.describe(found[at]),
        // Shows it, and tells what part of the screen to look at.
        show(at) {
            found[at].scrollIntoView({ block: "center", inline: "center" });
            const box = size(found[at]);
            const [left, top, right, bottom] = [Math.max(0, box.left), Math.max(0, box.top), Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
            return right - left >= 1 && bottom - top >= 1 ? { x: left, y: top, width: right - left, height: bottom - top } : null;
        },
        hide(at) { undo = audit.wear(away(found[at], audit.selector(found[at]))); },
        restore() { undo(); },
    };
    return found.map((element) => [element.localName, element.className, element.innerHTML, element.parentElement?.className].join(" "));
}
