import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export type BrowserProgram = { executable: string; environment: Record<string, string>; fonts: string[] };

const caches = fileURLToPath(new URL("../../node_modules/.cache/", import.meta.url));

function onPath(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {}
  }
  return null;
}

/** The unpacking sets variables of its process and looks at fixed names in its temporary folder: it gets its own. */
async function unpackInto(folder: string) {
  const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" },
  });
}

async function packagedVersion() {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const description = await readFile(join(dirname(entry), "../../package.json"), "utf8");
  return (JSON.parse(description) as { version: string }).version;
}

/** The packaged browser, unpacked once per version into a folder of our own. */
async function packaged(): Promise<BrowserProgram> {
  const folder = join(caches, `chromium-${await packagedVersion()}`);
  const executable = join(folder, "chromium");
  if (!existsSync(executable)) {
    await mkdir(caches, { recursive: true });
    const draft = await mkdtemp(join(caches, "chromium-draft-"));
    await unpackInto(draft);
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return { executable, environment: { LD_LIBRARY_PATH: join(folder, "al2023/lib") }, fonts: [join(folder, "fonts")] };
}

/** A browser without any step by hand: the one named, the one installed, or the one in the registry's package. */
export async function findBrowser(): Promise<BrowserProgram> {
  const executable = process.env.CHROME_PATH || onPath("chromium");
  return executable ? { executable, environment: {}, fonts: [] } : packaged();
}
