// A walk with the Tab key: what can be reached, and at each step what has the focus and how that shows.
() => {
    const controls = audit.controls();
    const numbers = new Map();
    const number = (element) => numbers.get(element) ?? (numbers.set(element, numbers.size), numbers.size - 1);
    // Players, fields of several parts and frames hold the focus for more than one press.
    const presses = controls.map((element) => element.matches("audio, video, input[type^=date], input[type=time], input[type=month], input[type=week]")
        ? 8 : element.matches("iframe") ? 40 : 1);
    audit.walk = {
        count: controls.length,
        patience: 2 * presses.reduce((sum, one) => sum + one, 0) + 4,
        step() {
            const element = document.activeElement;
            if (!element || element === document.body || element === document.documentElement) return null;
            const box = element.getBoundingClientRect();
            const faults = audit.focus.faults(element);
            return {
                index: controls.indexOf(element), number: number(element), floats: audit.isFloating(element), faults,
                is_right_to_left: getComputedStyle(element.parentElement ?? element).direction === "rtl",
                left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
                ...(faults.length ? { about: audit.describe(element) } : {}),
            };
        },
        about: (index) => audit.describe(controls[index]),
        // One button of a group of radio buttons takes the focus for all.
        group: (index) => controls[index].type === "radio" ? `${controls[index].form?.id ?? ""} ${controls[index].name}` : null,
    };
    audit.focus.remember(controls);
    return { count: audit.walk.count, patience: audit.walk.patience };
}
