import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";

const folder = fileURLToPath(new URL("../../node_modules/.cache/test-fonts", import.meta.url));

/** Unwraps a WOFF file (W3C Recommendation "WOFF File Format 1.0") into the plain font that the system can list. */
export function plainFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(12 + 16 * count);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const power = 2 ** Math.floor(Math.log2(count));
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * 16, 10);
  const tables: Buffer[] = [];
  let position = header.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
    const stored = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(stored) : stored;
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    table.copy(padded);
    woff.copy(header, 12 + 16 * index, entry, entry + 4);
    header.writeUInt32BE(woff.readUInt32BE(entry + 16), 12 + 16 * index + 4);
    header.writeUInt32BE(position, 12 + 16 * index + 8);
    header.writeUInt32BE(length, 12 + 16 * index + 12);
    tables.push(padded);
    position += padded.length;
  }
  return Buffer.concat([header, ...tables]);
}

async function unwrapArabic() {
  const description = createRequire(import.meta.url).resolve("@fontsource/noto-sans-arabic/package.json");
  const files = join(dirname(description), "files");
  const wanted = (await readdir(files)).filter((file) => /-arabic-(400|600|700)-normal\.woff$/.test(file));
  for (const file of wanted) {
    await writeFile(join(folder, file.replace(".woff", ".ttf")), plainFont(await readFile(join(files, file))));
  }
}

/**
 * A configuration that adds the Arabic letters to the fonts the browser has, because bare machines and the packaged
 * browser know Latin only. Returns its file.
 */
export async function fontConfiguration(fonts: string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, fonts.length > 0 ? "packaged.conf" : "installed.conf");
  const folders = [...fonts, folder].map((each) => `<dir>${each}</dir>`).join("");
  const installed = fonts.length > 0 ? "" : '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  const content = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${installed}${folders}<cachedir>${folder}/cache</cachedir></fontconfig>`;
  // Written again when the checkout has moved: the file names folders.
  if ((await readFile(file, "utf8").catch(() => "")) === content) return file;
  await unwrapArabic();
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content);
  await rename(draft, file);
  return file;
}
