// Targets under 24 by 24 pixels that none of the exceptions of WCAG 2.5.8 covers.
(least) => {
    const targets = audit.controls().filter((element) => !element.matches("iframe") && audit.isSeen(element)).map((element) => ({ element, box: element.getBoundingClientRect() }));
    const isSmall = ({ box }) => box.width < least - 0.5 || box.height < least - 0.5;
    // A link among other words of its block: the line decides its height.
    const isInText = ({ element }) => {
        if (getComputedStyle(element).display !== "inline") return false;
        let block = element.parentElement;
        while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
        const walker = document.createTreeWalker(block ?? document.body, NodeFilter.SHOW_TEXT);
        let words = "";
        while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("a, button")) words += walker.currentNode.data;
        return /\p{L}{2}/u.test(words);
    };
    // Boxes to tick that the browser draws, in the browser's own size.
    const isTheBrowsers = ({ element, box }) => element.matches("input[type=checkbox], input[type=radio]") &&
        getComputedStyle(element).appearance !== "none" && Math.abs(box.width - 13) < 1 && Math.abs(box.height - 13) < 1;
    // What a label around a field adds to the target.
    const isLabelled = ({ element }) => [...(element.labels ?? [])].some((label) => {
        const box = label.getBoundingClientRect();
        return label.contains(element) && box.width >= least && box.height >= least;
    });
    const centre = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const apart = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    // A circle of 24 pixels on its centre meets no other target, nor the circle of another small one.
    const hasRoom = (target) => targets.every((other) => {
        if (other === target || other.element.contains(target.element) || target.element.contains(other.element)) return true;
        if (apart(centre(target), other.box) < least / 2 - 0.5) return false;
        const [x, y] = centre(target), [left, top] = centre(other);
        return !isSmall(other) || isInText(other) || Math.hypot(x - left, y - top) >= least - 0.5;
    });
    return targets.filter(({ box }) => box.width > 0 && box.height > 0)
        .filter((target) => isSmall(target) && !isTheBrowsers(target) && !isLabelled(target) && !isInText(target) && !hasRoom(target))
        .map(({ element, box }) => ({ ...audit.describe(element), width: Math.round(box.width), height: Math.round(box.height) }));
}
