// Runs a command of the product from its build, and builds first where sources are newer than the build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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

const lock = join(root, "node_modules", ".cache", "fund-build.lock");

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Two commands that start together do not build over each other; a lock left by a killed one is taken over. */
function holdBuild() {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: "wx" });
    } catch {
      const holder = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
      if (holder && !isAlive(holder)) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

const isFresh = (stamp) => existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;

function buildIfStale() {
  if (isFresh(stampOfSources())) return;
  holdBuild();
  const stamp = stampOfSources();
  if (isFresh(stamp)) return rmSync(lock, { force: true });
  console.log("Building the product …");
  const vite = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const built = spawnSync(process.execPath, [vite, "vite:build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0) {
    rmSync(lock, { force: true });
    console.error(built.stdout, built.stderr);
    process.exit(built.status ?? 1);
  }
  compressStaticFiles();
  writeFileSync(stampFile, stamp);
  rmSync(lock, { force: true });
}

// What the operator said is kept apart from what libraries should run: they always run their production code.
process.env.OPERATED_AS ??= process.env.NODE_ENV === "production" ? "production" : "local";
process.env.NODE_ENV = "production";
buildIfStale();
if (process.argv[2] !== "build") {
  const { runCommand } = await import(pathToFileURL(join(root, "build", "server", "commands.js")).href);
  await runCommand(process.argv[2], process.argv.slice(3));
}
