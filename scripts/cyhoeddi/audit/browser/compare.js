// How much of two pictures of one place differs: pixels, and pixels with a contrast of 3:1 between before and after.
async ([one, other]) => {
    const read = async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), brush = canvas.getContext("2d");
        brush.drawImage(bitmap, 0, 0);
        return brush.getImageData(0, 0, bitmap.width, bitmap.height);
    };
    const part = (value) => value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const luminance = (data, at) => 0.2126 * part(data[at]) + 0.7152 * part(data[at + 1]) + 0.0722 * part(data[at + 2]);
    const [before, after] = [(await read(one)).data, (await read(other)).data];
    let changed = 0, strong = 0;
    for (let at = 0; at < before.length; at += 4) {
        if (Math.abs(before[at] - after[at]) + Math.abs(before[at + 1] - after[at + 1]) + Math.abs(before[at + 2] - after[at + 2]) < 12) continue;
        changed += 1;
        const [low, high] = [luminance(before, at), luminance(after, at)].sort((a, b) => a - b);
        if ((high + 0.05) / (low + 0.05) >= 3) strong += 1;
    }
    return { changed, strong };
}
