import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { managedCallFactory } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { type Product, startProduct } from "#tests/setup/product";
import { visitorOf } from "#tests/setup/visitor";
import { hashPassword } from "~/access/passwords.server";
import routes from "~/routes";
import { paths } from "~/ui/paths";

const { owner, ...database } = await testDatabase();
const password = "a password for tests only";
const email = "nobody@freemail.example";

let product: Product;
let member: ReturnType<typeof visitorOf>;
const visitor = () => visitorOf(product);

beforeAll(async () => {
  const make = managedCallFactory(owner);
  await make.person({ email, passwordHash: await hashPassword(password), hats: ["programme_officer", "auditor"] });
  product = await startProduct({ database: { owner, ...database } });
  member = visitor();
  await member.post(paths.signIn(), { email, password });
});

/** Every address of the product, with something in the place of each part. */
const filled = (part: string) =>
  routes.map(({ path = "" }) => `/${path.replace(/:\w+|\*/g, encodeURIComponent(part))}`);

describe("headers", () => {
  it("stand on pages, refusals, data and files alike, with a nonce that is never the same", async () => {
    const nonces = new Set<string>();
    const css = /href="(\/assets\/[^"]+\.css)"/.exec((await visitor().get("/")).html)?.[1] ?? "";
    for (const address of [
      "/",
      "/no-such-page",
      paths.openData(),
      "/sign-in.data",
      "/healthz",
      "/readyz",
      css,
      "/favicon.svg",
    ]) {
      const { headers } = await visitor().get(address);
      const policy = headers.get("content-security-policy") ?? "";
      for (const rule of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy, address).toContain(rule);
      }
      expect(policy, address).not.toMatch(/unsafe|\*|https?:/);
      nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
      expect(headers.get("x-content-type-options"), address).toBe("nosniff");
      expect(headers.get("referrer-policy"), address).toBe("strict-origin-when-cross-origin");
      expect(headers.get("x-powered-by"), address).toBeNull();
    }
    expect(nonces.size).toBe(8);
  });

  it("keep pages out of shared caches", async () => {
    for (const [person, address] of [
      [member, paths.apply()],
      [member, "/apply.data"],
      [visitor(), "/"],
    ] as const) {
      const { headers, status } = await person.get(address);
      expect(status).toBeLessThan(300);
      expect(headers.get("cache-control"), address).toContain("private, no-store");
      expect(headers.get("vary"), address).toMatch(/Cookie/);
    }
  });
});

describe("a write from elsewhere", () => {
  it("is refused on every address, before anybody asks who it is, and one from here is not", async () => {
    const foreign: Record<string, string>[] = [
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
    ];
    for (const address of [...filled("x"), "/api/uploadthing", "/ut/x"]) {
      for (const headers of foreign) {
        for (const target of [address, `${address}.data`]) {
          const { status } = await member.send(target, {
            method: "POST",
            headers,
            body: new URLSearchParams({ a: "b" }),
          });
          expect({ target, headers, status }).toEqual({ target, headers, status: 403 });
        }
      }
    }
    const ours = await visitor().post(paths.language(), { locale: "en" }, { "Sec-Fetch-Site": "same-origin" });
    expect(ours.status).toBe(303);
  });
});

describe("nonsense", () => {
  const parts = ["\0", "%", "../..", "🙂", "a".repeat(3000), "__proto__"];

  it("in an address is never our fault, whoever asks", async () => {
    const asked = (part: string) => filled(part).map((path) => `${path}?to=${encodeURIComponent(part)}&search=%00`);
    for (const [person, ...tried] of [
      [visitor(), "\0", "x"],
      [member, ...parts],
    ] as const) {
      for (const address of tried.flatMap(asked)) {
        const { status, html } = await person.get(address);
        const said = address.slice(0, 100);
        expect({ said, fault: status >= 500 }).toEqual({ said, fault: false });
        expect(html).not.toMatch(/node_modules|at \w+ \(|postgres|select \*/);
      }
    }
  });

  it("in a form is answered at the form or as something that is not there", async () => {
    for (const address of filled("x")) {
      for (const [type, body] of [
        ["application/x-www-form-urlencoded", "email=%00&password=%00&name=%00&token=%00&locale=%00&back=/%00&to=/%00"],
        ["application/x-www-form-urlencoded", "__proto__=1&constructor=2&email=a@b.example&email=c@d.example"],
        ["application/json", '{"email":{"$ne":null}}'],
        ["multipart/form-data; boundary=x", "no boundary here"],
        ["text/plain", "x"],
      ] as const) {
        const { status } = await member.send(address, {
          method: "POST",
          headers: { Origin: product.url, "Content-Type": type },
          body,
        });
        expect({ address, type, body, fault: status >= 500 }).toEqual({ address, type, body, fault: false });
      }
    }
  });

  it("in the address of an upload, a version or a page that cannot be is answered calmly, with every header", async () => {
    const upload = await visitor().send("/ut/aaaaaaaaaaaaaaaaaaaaaaaa?a=1&signature=%", { method: "PUT", body: "x" });
    expect(upload.status).toBeLessThan(500);
    expect(upload.headers.get("content-security-policy")).toContain("default-src 'self'");
    const officer = visitor();
    await officer.post(paths.signIn(), { email: "nobody@freemail.example", password });
    const version = await officer.send(paths.proposalAnswers("085106c8-7f4d-4b86-97f5-c8951a709288"), {
      method: "POST",
      headers: { Origin: product.url, "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ question: "title", text: "x", baseVersion: 3_000_000_000, saveId: randomUUID() }),
    });
    expect(version.status).toBe(422);
    const section = paths.proposalSection("085106c8-7f4d-4b86-97f5-c8951a709288", "proposal");
    expect((await officer.post(section, { title: "x", "version:title": "3000000000" })).status).toBe(404);
    expect((await officer.get(`${paths.letters()}?page=999999999999999999`)).status).toBeLessThan(500);
  });

  it("typed into the way in is taken without its zero bytes", async () => {
    const entered = await visitor().post(paths.signIn(), { email: `nob\0ody@freemail.example`, password });
    expect([entered.status, entered.to]).toEqual([303, paths.manage()]);
    const back = await visitor().post(paths.language(), { locale: "ar", back: "/صفحة" });
    expect([back.status, back.to]).toEqual([303, "/%D8%B5%D9%81%D8%AD%D8%A9"]);
  });

  it("of other methods is told what there is", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const { status, headers } = await visitor().send("/sign-in", { method, headers: { Origin: product.url } });
      expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    }
  });
});

describe("a form of a million fields", () => {
  const distinct = Array.from({ length: 300_000 }, (_, at) => at.toString(36)).join("&");

  it.each([
    ["of one name", "a&".repeat(1_000_000)],
    ["of many names", distinct],
  ])(
    "%s is answered like a small one",
    async (_, body) => {
      const headers = { Origin: product.url, "Content-Type": "application/x-www-form-urlencoded" };
      for (const address of [paths.signIn(), paths.signUp()]) {
        expect((await visitor().send(address, { method: "POST", headers, body })).status).toBe(422);
      }
    },
    20_000,
  );
});

describe("a body that is too long", () => {
  const megabytes = (count: number) => "e".repeat(count * 1024 * 1024);

  it("is refused before it is read, whatever it says it is", async () => {
    const form = new FormData();
    form.set("email", megabytes(3));
    for (const body of [new URLSearchParams({ email: megabytes(3) }), form]) {
      const { status } = await visitor().send("/sign-in", { method: "POST", headers: { Origin: product.url }, body });
      expect(status).toBe(413);
    }
    expect((await visitor().post("/sign-in", { email: "e".repeat(1024 * 1024) })).status).toBe(422);
  });

  it("is refused where it does not say how long it is", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request(`${product.url}/sign-in`, {
        method: "POST",
        headers: { Origin: product.url, "Content-Type": "application/x-www-form-urlencoded" },
      });
      asking.on("response", (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asking.on("error", reject);
      asking.write("email=");
      asking.end("a@b.example");
    });
    expect(status).toBe(411);
  });
});
