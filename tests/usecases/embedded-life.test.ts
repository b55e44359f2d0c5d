import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { birthOf, isPostgres } from "#db/embedded/process-birth.server";
import { startEmbedded } from "#db/embedded/start-embedded.server";
import { asSuperuser } from "#db/embedded/superuser.server";
import { EmbeddedProcess } from "#tests/setup/embedded-process";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fund-embedded-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = () => startEmbedded({ folder, notice: () => {} });

describe("the embedded server's life", () => {
  it("two processes that start together share one server; it ends with the last of them", async () => {
    const processes = [new EmbeddedProcess(folder), new EmbeddedProcess(folder)];
    const started = await Promise.all(processes.map((each) => each.started()));
    expect(started.map((each) => each.attached).sort()).toEqual([false, true]);
    const server = started[0]!.server;
    expect(started[1]!.server).toBe(server);

    const [holder, attached] = started[0]!.attached ? processes.toReversed() : processes;
    await holder!.stop();
    expect(isPostgres(server), "the holder handed the server on").toBe(true);
    await attached!.stop();
    expect(birthOf(server)).toBeNull();
  });

  it("a process that only attached leaves the server running", async () => {
    const holder = await start();
    const other = new EmbeddedProcess(folder);
    const { attached, server } = await other.started();
    expect(attached).toBe(true);
    await other.stop();
    expect(isPostgres(server)).toBe(true);
    await holder.stop();
    expect(birthOf(server)).toBeNull();
  });

  it("a server left behind by a killed process is taken over, with its data", async () => {
    const killed = new EmbeddedProcess(folder);
    const { server, port } = await killed.started();
    const orphan = { host: "127.0.0.1", port, username: "postgres" };
    await killed.kill();
    expect(isPostgres(server)).toBe(true);

    const cluster = await start();
    expect(cluster).toMatchObject({ attached: false, port });
    await asSuperuser(cluster.superuser, (sql) => sql`create table kept as select 1 as one`);
    await cluster.stop();
    expect(birthOf(server)).toBeNull();
    await expect(asSuperuser({ ...orphan, password: "wrong" }, (sql) => sql`select 1`)).rejects.toThrow();

    const again = await start();
    expect(await asSuperuser(again.superuser, (sql) => sql`select one from kept`)).toEqual([{ one: 1 }]);
    await again.stop();
  });

  it("a server for tests dies with the process that started it", async () => {
    const parent = new EmbeddedProcess(folder, true);
    const { server } = await parent.started();
    expect(isPostgres(server)).toBe(true);
    await parent.kill();
    await expect.poll(() => birthOf(server), { timeout: 10_000 }).toBeNull();
  });
});
