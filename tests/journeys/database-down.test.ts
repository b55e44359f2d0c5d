import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, expect, it } from "vitest";
import { testBrowser } from "#tests/setup/browser";
import { testDatabase } from "#tests/setup/database";
import { startProduct } from "#tests/setup/product";
import { prepareSmallCall } from "./steps/small-call";
import { Walker } from "./steps/walker";

const database = await testDatabase();
const visit = await testBrowser();

/** A line to the database that can be cut and mended. */
class Line {
  private server: Server | null = null;
  private readonly ends = new Set<Socket>();
  port = 0;

  async mend() {
    const { host, port } = database.address;
    this.server = createServer((here) => {
      const there = connect(port, host);
      for (const [end, other] of [[here, there] as const, [there, here] as const]) {
        this.ends.add(end);
        end.on("error", () => other.destroy());
        end.on("close", () => this.ends.delete(end));
      }
      here.pipe(there).pipe(here);
    });
    this.server.listen(this.port, "127.0.0.1");
    await once(this.server, "listening");
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut() {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const end of this.ends) end.destroy();
    await closed;
  }
}

const line = new Line();
await line.mend();
afterAll(() => line.cut());

it("answers calmly while the database is away, says so to who asks, and is back by itself", async () => {
  await prepareSmallCall(database.owner, new Date());
  const address = { ...database.address, host: "127.0.0.1", port: line.port };
  const product = await startProduct({ database: { ...database, address } });
  const walker = new Walker(await visit({ baseURL: product.url }));
  await walker.open("/");
  await line.cut();
  const answer = await walker.open("/", 503);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
  await walker.expectHeading("We will be back in a moment");
  const form = new URLSearchParams({ reason: "Two paragraphs of reasons" });
  const posted = await fetch(`${product.url}/apply/x/withdrawal`, {
    method: "POST",
    body: form,
    headers: { Origin: product.url, Cookie: "fund_session=whoever" },
  });
  expect(posted.status).toBe(503);
  expect(await posted.text()).toContain("Two paragraphs of reasons");
  const ready = await fetch(`${product.url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.text()).toContain("down");
  expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  await line.mend();
  await expect.poll(async () => (await fetch(`${product.url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
  await walker.follow("Try again");
  await walker.expectText("Open calls");
});
