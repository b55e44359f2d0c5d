const pieceSize = 1 << 20;
const bytesOfCharacter = 3;
let piece = Buffer.alloc(0);
let used = 0;

/**
 * The parts of a page as they are sent, one behind the other, in UTF-8. Pages are written into large pieces of memory,
 * each place of which is used once: memory of its own for each page costs several times what writing it does. Given as
 * parts, a page need not become one text first.
 */
export function bytesOf(parts: readonly string[]): Buffer {
  const room = bytesOfCharacter * parts.reduce((sum, { length }) => sum + length, 0);
  if (room > piece.length - used) {
    piece = Buffer.allocUnsafeSlow(Math.max(pieceSize, room));
    used = 0;
  }
  const start = used;
  for (const part of parts) used += piece.write(part, used);
  return piece.subarray(start, used);
}
