// What is no control and yet changes the page when it is clicked. `audit.listening` is where scripts hear clicks.
async () => {
    const CONTROL = "a[href], area[href], button, input, select, textarea, summary, label, option, audio, video, iframe, " +
        "[role=button], [role=link], [role=checkbox], [role=switch], [role=radio]";
    // Of these the whole takes the focus, and arrow keys lead through its parts.
    const WHOLE = "[role=listbox], [role=menu], [role=menubar], [role=tablist], [role=tree], [role=grid], [role=treegrid], [role=radiogroup], [role=combobox]";
    const heard = new Set(audit.listening);
    const points = (element) => getComputedStyle(element).cursor === "pointer";
    // A card or a list that hears the clicks on the controls in it is not itself one.
    const holdsControls = (element) => [...element.querySelectorAll(audit.CONTROLS)].some(audit.takesFocus);
    const hasWords = (element) => Boolean(element.innerText?.trim() || element.querySelector("img, svg"));
    const asking = [...document.querySelectorAll("body *")].filter((element) => (heard.has(element) || (points(element) && !points(element.parentElement))) &&
        !element.closest(`${CONTROL}, ${WHOLE}`) && !audit.takesFocus(element) && !holdsControls(element) && hasWords(element) && audit.isSeen(element));
    const inmost = asking.filter((element) => !asking.some((other) => other !== element && element.contains(other)));

    const click = (element) => {
        const target = audit.texts(element)[0]?.element ?? element, box = target.getBoundingClientRect();
        const where = { bubbles: true, cancelable: true, composed: true, detail: 1, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
        for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
            target.dispatchEvent(new (kind.startsWith("pointer") ? PointerEvent : MouseEvent)(kind, where));
    };
    // What changes within a moment: nodes, and whether the page wants to lead on or stands elsewhere.
    const watch = async (act) => {
        const nodes = new Set(), before = [scrollX, scrollY, document.activeElement];
        let leads = false;
        const stay = (event) => { leads = true; if (event.cancelable) event.preventDefault(); };
        const observer = new MutationObserver((records) => records.forEach(({ target }) => nodes.add(target)));
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        navigation.addEventListener("navigate", stay);
        act();
        await audit.later(() => observer.disconnect());
        navigation.removeEventListener("navigate", stay);
        return { nodes, moves: leads || [scrollX, scrollY, document.activeElement].some((one, at) => one !== before[at]) };
    };
    if (!inmost.length) return [];
    const restless = (await watch(() => {})).nodes;
    // Of those that are alike one is clicked, and clicked again so that what has opened is closed.
    const answers = new Map(), found = [];
    for (const element of inmost) {
        const kind = [element.localName, element.className, element.parentElement.localName, element.parentElement.className].join(" ");
        if (!answers.has(kind)) {
            const { nodes, moves } = await watch(() => click(element));
            answers.set(kind, moves || [...nodes].some((node) => !restless.has(node)));
            if (answers.get(kind)) await watch(() => click(element));
        }
        if (answers.get(kind)) found.push(audit.describe(element));
    }
    return found;
}
