import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Place } from "./place.server";
import type { RunningServer } from "./running-server.server";

/** Waits until its standard input ends, then stops the server if it is still the one it was told of. */
const script = `
  cat >/dev/null
  [ "$(head -n 1 "$2" 2>/dev/null)" = "$1" ] || exit 0
  kill -INT "$1"
  while kill -0 "$1" 2>/dev/null; do sleep 0.05; done
  rm -rf "$3" "$4"`;

/**
 * A cluster for tests dies with the process that started it, however that ends: a small shell holds the other end of
 * a pipe, and the system closes ours when we are gone.
 */
export function dieWithParent(place: Place, server: RunningServer) {
  const pidFile = join(place.cluster, "postmaster.pid");
  const watch = spawn("/bin/sh", ["-c", script, "sh", String(server.pid), pidFile, place.folder, place.home], {
    detached: true,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  watch.unref();
  (watch.stdin as unknown as { unref(): void }).unref();
}
