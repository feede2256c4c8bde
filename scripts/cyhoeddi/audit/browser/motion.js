// What moves though the reader asked for less motion.
() => {
    const LEAST = 0.011; // seconds: what style sheets write to mean none
    const found = [];
    const seconds = (list) => Math.max(...list.split(",").map((one) => parseFloat(one) * (/\dms$/.test(one.trim()) ? 0.001 : 1)));
    const running = new Set();
    for (const animation of document.getAnimations()) {
        const timing = animation.effect?.getComputedTiming();
        const target = animation.effect?.target;
        if (!target || animation.playState !== "running" || !(timing.activeDuration > LEAST * 1000) || animation instanceof CSSTransition) continue;
        if (!running.has(target)) found.push({ ...audit.describe(target), fault: "runs" });
        running.add(target);
    }
    for (const element of document.querySelectorAll("*")) {
        const style = getComputedStyle(element);
        if (style.scrollBehavior === "smooth") found.push({ ...audit.describe(element), fault: "glides" });
        const parts = [style, ...["::before", "::after"].map((part) => getComputedStyle(element, part)).filter(({ content }) => content !== "none")];
        if (parts.some((part) => part.transitionProperty !== "none" && seconds(part.transitionDuration) + Math.max(0, seconds(part.transitionDelay)) > LEAST))
            found.push({ ...audit.describe(element), fault: "changes" });
        else if (!running.has(element) && parts.some((part) => part.animationName !== "none" && seconds(part.animationDuration) > LEAST))
            found.push({ ...audit.describe(element), fault: "runs" });
        if (element.matches("video, audio") && !element.paused) found.push({ ...audit.describe(element), fault: "plays" });
        if (element.matches("marquee, blink")) found.push({ ...audit.describe(element), fault: "runs" });
    }
    return found;
}
