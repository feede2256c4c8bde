// How much has come to a place, by a picture from before and one from after: pixels that differ from what was there, and
// those of them with a contrast of 3:1 to it. What has only gone does not count: where the ground itself is to be seen
// now, a line of a neighbour may have been covered, which tells of nothing.
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
    const differs = (data, at, other, there) => [0, 1, 2].reduce((sum, part) => sum + Math.abs(data[at + part] - other[there + part]), 0) >= 12;
    // The ground has the colour of most pixels: one of them.
    const counts = new Map();
    let ground = 0, most = 0;
    for (let at = 0; at < before.length; at += 4) {
        const colour = before[at] << 16 | before[at + 1] << 8 | before[at + 2], count = (counts.get(colour) ?? 0) + 1;
        counts.set(colour, count);
        if (count > most) [ground, most] = [at, count];
    }
    let changed = 0, strong = 0;
    for (let at = 0; at < before.length; at += 4) {
        if (!differs(before, at, after, at) || !differs(after, at, before, ground)) continue;
        changed += 1;
        const [low, high] = [luminance(before, at), luminance(after, at)].sort((a, b) => a - b);
        if ((high + 0.05) / (low + 0.05) >= 3) strong += 1;
    }
    return { changed, strong };
}
