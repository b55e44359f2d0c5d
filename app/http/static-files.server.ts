import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const kinds: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

type StaticFile = { kind: string; cache: string; plain: Buffer; gzip?: Buffer; brotli?: Buffer };

const ifThere = (file: string) => readFile(file).catch(() => undefined);

/** Reads every file of the client build into memory, with what the build compressed, so that serving one costs next to nothing. */
export async function staticFiles(folder: string): Promise<(path: string, accepts: string) => Response | null> {
  const files = new Map<string, StaticFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((found) => found.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const path = `/${file.slice(folder.length + 1)}`;
    const kind = kinds[extname(file)];
    if (!kind) continue;
    const plain = await readFile(file);
    files.set(path, {
      kind,
      cache: path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      plain,
      gzip: await ifThere(`${file}.gz`),
      brotli: await ifThere(`${file}.br`),
    });
  }
  return (path, accepts) => {
    const file = files.get(path);
    if (!file) return null;
    const headers = new Headers({ "Content-Type": file.kind, "Cache-Control": file.cache, Vary: "Accept-Encoding" });
    let body = file.plain;
    if (file.brotli && accepts.includes("br")) {
      body = file.brotli;
      headers.set("Content-Encoding", "br");
    } else if (file.gzip && accepts.includes("gzip")) {
      body = file.gzip;
      headers.set("Content-Encoding", "gzip");
    }
    headers.set("Content-Length", String(body.length));
    return new Response(body as unknown as BodyInit, { headers });
  };
}
