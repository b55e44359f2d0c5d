// Runs a command of the product from its build, and builds first where sources are newer than the build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const sources = ["app", "db", "emails", "public", "package-lock.json", "vite.config.ts", "aliases.ts", "tsconfig.json"];
const stampFile = join(root, "build", "stamp");

/** A mark that changes whenever a source file does. */
function stampOfSources() {
  const hash = createHash("sha256");
  const walk = (path) => {
    const facts = statSync(path);
    if (!facts.isDirectory()) return hash.update(`${path} ${facts.size} ${facts.mtimeMs}\n`);
    for (const name of readdirSync(path).sort()) walk(join(path, name));
  };
  for (const source of sources) if (existsSync(join(root, source))) walk(join(root, source));
  return hash.digest("hex");
}

/** Static files are compressed once, as small as it goes, beside the originals. */
function compressStaticFiles() {
  for (const entry of readdirSync(join(root, "build", "client"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|txt|json|webmanifest)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const plain = readFileSync(file);
    if (plain.length < 400) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  }
}

function buildIfStale() {
  const stamp = stampOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  console.log("Building the product …");
  const vite = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const built = spawnSync(process.execPath, [vite, "vite:build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0) {
    console.error(built.stdout, built.stderr);
    process.exit(built.status ?? 1);
  }
  compressStaticFiles();
  writeFileSync(stampFile, stamp);
}

// What the operator said is kept apart from what libraries should run: they always run their production code.
process.env.OPERATED_AS ??= process.env.NODE_ENV === "production" ? "production" : "local";
process.env.NODE_ENV = "production";
buildIfStale();
if (process.argv[2] !== "build") {
  const { runCommand } = await import(pathToFileURL(join(root, "build", "server", "commands.js")).href);
  await runCommand(process.argv[2], process.argv.slice(3));
}
