const startOfScan = 0xda;
const endOfImage = 0xd9;
const comment = 0xfe;
const adobe = [0x41, 0x64, 0x6f, 0x62, 0x65];
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/**
 * A JPEG without what is not picture: EXIF, XMP, thumbnails, profiles, comments, and anything after its end. Adobe's
 * fourteen bytes stay, because they say how colours are meant. Null where it is not a JPEG to be read with certainty.
 */
export function pictureOnly(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let at = 2;
  for (;;) {
    while (jpeg[at] === 0xff && jpeg[at + 1] === 0xff) at += 1;
    const marker = jpeg[at + 1];
    if (jpeg[at] !== 0xff || marker === undefined || marker === 0) return null;
    if (marker === endOfImage) {
      kept.push(jpeg.subarray(at, at + 2));
      return whole(kept);
    }
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > jpeg.length) return null;
    const segment = jpeg.subarray(at, end);
    if (marker === 0xee && adobe.every((byte, index) => segment[4 + index] === byte) && length >= 14) {
      kept.push(Uint8Array.from([0xff, 0xee, 0, 14]), segment.subarray(4, 16));
    } else if (!(marker >= 0xe0 && marker <= 0xef) && marker !== comment) kept.push(segment);
    at = end;
    if (marker !== startOfScan) continue;
    const data = at;
    while (at < jpeg.length && !(jpeg[at] === 0xff && jpeg[at + 1] !== 0 && !isRestart(jpeg[at + 1] ?? 0))) at += 1;
    kept.push(jpeg.subarray(data, at));
  }
}

function whole(parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
