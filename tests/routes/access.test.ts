import { beforeAll, describe, expect, it } from "vitest";
import { demoPassword, demoSignIns } from "#db/seed/cast";
import { fundFactory } from "#tests/factories/fund";
import { testDatabase } from "#tests/setup/database";
import { setTestEnvironment } from "#tests/setup/environment";
import { type Product, startProduct } from "#tests/setup/product";
import { type Seen, visitorOf } from "#tests/setup/visitor";
import { environment } from "~/http/environment.server";
import { tokenBlank } from "~/notifications/blanks";
import { openToken } from "~/notifications/letter-tokens.server";
import { renderLetter } from "~/notifications/render-letter.server";
import type { TemplateId } from "~/notifications/templates";
import { loader as signInPage } from "~/routes/public/sign-in";
import { paths } from "~/ui/paths";

const { owner, ...database } = await testDatabase();
const password = "a long enough password";
const now = new Date("2026-03-02T10:00:00Z");

let product: Product;
const visitor = () => visitorOf(product);
beforeAll(async () => {
  await fundFactory(owner).call("open");
  product = await startProduct({ database: { owner, ...database }, now });
});

/** Without what differs in any two answers: the nonce of the page. */
const bare = ({ status, to, html, headers }: Seen) => ({
  status,
  to,
  html: html.replace(/nonce="[^"]*"/g, ""),
  headers: [...headers].filter(([name]) => !/^(date|content-security-policy)$/.test(name)),
});

async function tokenFor(email: string) {
  const [row] = await owner`select data ->> 'token' as token from notifications.letters
    join identity.persons on persons.ref = letters.recipient where email = ${email} order by event_id desc limit 1`;
  return openToken(row?.token);
}

async function letterTo(email: string) {
  const [row] = await owner<{ template: TemplateId; to: string | null; data: unknown }[]>`
    select template, data ->> 'to' as to, data from notifications.letters
    join identity.persons on persons.ref = letters.recipient where email = ${email} order by event_id desc limit 1`;
  if (!row) throw new Error(`No letter was ordered for ${email}.`);
  return row;
}

/** The address in the letter to somebody as it is written out, its token still blank. */
async function linkOf(email: string) {
  const { template, data } = await letterTo(email);
  const facts = { call: null, proposal: null, comments: [], words: "" };
  const { text } = await renderLetter({ template, locale: "en", data, facts, appUrl: product.url });
  return text.split(/\s+/).find((word) => word.includes(tokenBlank)) ?? "";
}

async function member(email: string) {
  const person = visitor();
  await person.post(paths.signUp(), { name: "Amina", email, password });
  await person.post(paths.verify(), { token: await tokenFor(email) });
  return person;
}

describe("the way in", () => {
  it("goes from sign-up by letter to the page of one's own proposals", async () => {
    const person = visitor();
    const joined = await person.post(paths.signUp(), { name: "Amina", email: "amina@university.example", password });
    expect([joined.status, joined.to]).toEqual([303, "/sign-up?sent"]);
    const token = await tokenFor("amina@university.example");
    const looked = await person.get(paths.verify(token));
    expect(looked.html).toContain(`value="${token}"`);
    expect([...person.jar.keys()]).toEqual([]);
    const entered = await person.post(paths.verify(token), { token });
    expect([entered.status, entered.to]).toEqual([303, paths.apply()]);
    expect(entered.headers.getSetCookie()[0]).toMatch(
      /^fund_session=\w+; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/,
    );
    expect((await person.get(paths.apply())).status).toBe(200);
    expect((await person.get(paths.call("open"))).status).toBe(200);
  });

  it("remembers through the letter where one was going, also where the address was known", async () => {
    const call = paths.call("open");
    const email = "fatima@university.example";
    const asked = await visitor().get(paths.signIn(call));
    expect(asked.html).toContain(`href="${paths.signUp(call)}"`);
    for (const [template, page] of [
      ["verify_address", paths.verify],
      ["reset_password", paths.resetPassword],
    ] as const) {
      const person = visitor();
      expect((await person.get(paths.signUp(call))).html).toContain(`name="to" value="${call}"`);
      const mistyped = await person.post(paths.signUp(call), { name: "", email, password, to: call });
      expect(mistyped.html).toContain(`name="to" value="${call}"`);
      await person.post(paths.signUp(call), { name: "Fatima", email, password, to: call });
      expect((await letterTo(email)).template).toBe(template);
      const token = await tokenFor(email);
      const { pathname, search } = new URL((await linkOf(email)).replace(tokenBlank, token));
      expect(pathname).toBe(page());
      expect((await person.get(pathname + search)).html).toContain(`name="to" value="${call}"`);
      const entered = await person.post(pathname + search, { token, password, to: call });
      expect([entered.status, entered.to]).toEqual([303, call]);
      expect((await person.get(call)).html).toContain("Sign out");
    }
  });

  it("puts no other site into a letter, and follows none that was written into its link", async () => {
    const sites = ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example"];
    for (const [index, elsewhere] of sites.entries()) {
      const email = `guided${index}@university.example`;
      const person = visitor();
      await person.post(paths.signUp(), { name: "Guided", email, password, to: elsewhere });
      expect((await letterTo(email)).to, elsewhere).toBeNull();
      const token = await tokenFor(email);
      const page = `${paths.verify(token)}&to=${encodeURIComponent(elsewhere)}`;
      expect((await person.get(page)).html).toContain('name="to" value=""');
      expect((await person.get(paths.signUp(elsewhere))).html).toContain('name="to" value=""');
      expect((await person.post(page, { token, to: elsewhere })).to, elsewhere).toBe(paths.apply());
      await person.post(paths.forgottenPassword(), { email });
      const next = await tokenFor(email);
      const reset = `${paths.resetPassword(next)}&to=${encodeURIComponent(elsewhere)}`;
      expect((await person.get(reset)).html).toContain('name="to" value=""');
      expect((await person.post(reset, { token: next, password, to: elsewhere })).to, elsewhere).toBe(paths.home());
    }
  });

  it("remembers where one was going through a forgotten password, too, and takes no other site into its letter", async () => {
    const call = paths.call("open");
    const email = "gul@university.example";
    await member(email);
    const person = visitor();
    expect((await person.get(paths.signIn(call))).html).toContain(`href="${paths.forgottenPassword(call)}"`);
    const failed = await person.post(paths.signIn(), { email, password: "not this one", to: call });
    expect(failed.html).toContain(`href="${paths.forgottenPassword(call)}"`);
    expect((await person.get(paths.forgottenPassword(call))).html).toContain(`name="to" value="${call}"`);
    const mistyped = await person.post(paths.forgottenPassword(), { email: "", to: call });
    expect(mistyped.html).toContain(`name="to" value="${call}"`);
    await person.post(paths.forgottenPassword(), { email, to: call });
    const token = await tokenFor(email);
    const { pathname, search } = new URL((await linkOf(email)).replace(tokenBlank, token));
    expect((await person.get(pathname + search)).html).toContain(`name="to" value="${call}"`);
    const entered = await person.post(pathname + search, { token, password, to: call });
    expect([entered.status, entered.to]).toEqual([303, call]);
    const spent = await person.post(pathname + search, { token, password, to: call });
    expect(spent.html).toContain(`id="token" href="${paths.forgottenPassword(call)}"`);
    await person.post(paths.forgottenPassword(), { email, to: "//evil.example" });
    expect((await letterTo(email)).to).toBeNull();
  });

  it("says which link does not work, and where there is another", async () => {
    for (const page of [paths.verify("spent"), paths.resetPassword("spent")]) {
      const refused = await visitor().post(page, { token: "spent", password });
      expect(refused.status).toBe(422);
      expect(refused.html).toContain("This link was used already or is too old");
      expect(refused.html).toMatch(/id="token" href="\/forgotten-password"/);
    }
  });

  it("goes by a forgotten password, too, and ends the visits of before", async () => {
    const before = await member("bo@university.example");
    const person = visitor();
    const asked = await person.post(paths.forgottenPassword(), { email: "bo@university.example" });
    expect(asked.to).toBe("/forgotten-password?sent");
    const token = await tokenFor("bo@university.example");
    const weak = await person.post(paths.resetPassword(token), { token, password: "short" });
    expect(weak.status).toBe(422);
    expect(weak.html).toContain("Use at least 10 characters");
    expect(weak.html).not.toContain('value="short"');
    const done = await person.post(paths.resetPassword(token), { token, password: "another good password" });
    expect(done.status).toBe(303);
    expect((await person.get(paths.apply())).status).toBe(200);
    expect((await before.get(paths.apply())).to).toBe(paths.signIn(paths.apply()));
  });

  it("leads back to where one was going, and never to another site", async () => {
    await member("cleo@university.example");
    const stopped = await visitor().get("/apply?x=1");
    expect([stopped.status, stopped.to]).toEqual([303, paths.signIn("/apply?x=1")]);
    const page = await visitor().get(paths.signIn("/apply?x=1"));
    expect(page.html).toContain('name="to" value="/apply?x=1"');
    const to = async (wanted: string) =>
      (await visitor().post(paths.signIn(), { email: "cleo@university.example", password, to: wanted })).to;
    expect(await to("/calls/open")).toBe("/calls/open");
    for (const elsewhere of ["", "https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example"]) {
      expect(await to(elsewhere), elsewhere).toBe(paths.apply());
    }
  });

  it("keeps what was typed, but no password, and leads from the summary to the field", async () => {
    const typed = { name: "", email: "not an address", password: "my secret" };
    for (const page of [paths.signUp(), paths.signIn()]) {
      const refused = await visitor().post(page, typed);
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('value="not an address"');
      expect(refused.html).toMatch(/role="alert"[\s\S]*href="#email"/);
      expect(refused.html).toMatch(/id="email"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="email"/);
      expect(refused.html).not.toContain("my secret");
    }
    const arabic = await visitor().post(paths.signUp(), typed, { "Accept-Language": "ar" });
    expect(arabic.html).toContain("أدخل اسمك");
  });

  it("opens no desk of the fund to an applicant", async () => {
    const person = await member("dora@university.example");
    for (const desk of [paths.review(), paths.manage(), paths.letters()])
      expect((await person.get(desk)).status).toBe(404);
  });
});

describe("the same answer, byte by byte, for a known and an unknown address", () => {
  it("to sign up, to ask for a password and to sign in with a wrong one", async () => {
    const [known, unknown] = ["known@university.example", "other@university.example"] as const;
    await member(known);
    const both = async (ask: (email: string) => Promise<Seen>) =>
      Promise.all([known, unknown].map(async (email) => JSON.stringify(bare(await ask(email))).replaceAll(email, "…")));
    const asked = [
      (email: string) => visitor().post(paths.signUp(), { name: "Someone", email, password }),
      (email: string) => visitor().post(paths.forgottenPassword(), { email }),
      (email: string) => visitor().post(paths.signIn(), { email, password: "not the password" }),
    ];
    for (const ask of asked.reverse()) {
      const [one, other] = await both(ask);
      expect(one).toBe(other);
    }
    for (const email of [known, unknown]) {
      let last: Seen | null = null;
      for (let turn = 0; turn < 9; turn += 1) {
        last = await visitor().post(paths.signIn(), { email, password: "not the password" });
      }
      expect(last?.status).toBe(429);
    }
  });
});

describe("too many attempts", () => {
  it("answer 429 with the time from which to try again, on the page and for machines", async () => {
    const person = visitor();
    await product.setClock(now);
    const attempt = () => person.post(paths.signIn(), { email: "guessed@university.example", password: "a guess" });
    for (let turn = 0; turn < 8; turn += 1) expect((await attempt()).status).toBe(422);
    const refused = await attempt();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(15 * 60);
    expect(refused.html).toMatch(/You can try again from <time[^>]*>2 March 2026 at 10:15, UTC<\/time>/);
    await product.setClock(new Date(now.getTime() + 16 * 60_000));
    expect((await attempt()).status).toBe(422);
  });
});

describe("signing out", () => {
  it("ends this visit, and where one likes every other", async () => {
    const phone = await member("eve@university.example");
    const laptop = visitor();
    await laptop.post(paths.signIn(), { email: "eve@university.example", password });
    const stolen = visitor();
    for (const [name, value] of phone.jar) stolen.jar.set(name, value);
    const page = await laptop.get(paths.signOut());
    expect(page.html).toContain("Sign out everywhere");
    const out = await laptop.post(paths.signOut(), { everywhere: "yes" });
    expect([out.status, out.to]).toEqual([303, paths.home()]);
    expect([...laptop.jar.keys()]).toEqual([]);
    expect((await stolen.get(paths.apply())).status).toBe(303);
    expect((await visitor().get(paths.signOut())).to).toBe(paths.home());
    expect((await visitor().post(paths.signOut(), {})).status).toBe(303);
  });
});

describe("demo sign-ins", () => {
  const asked = {
    request: new Request("http://localhost/sign-in"),
    params: {},
    context: { session: async () => null },
  };

  it("stand on the page in demo mode, and only then", async () => {
    expect((await visitor().get(paths.signIn())).html).not.toContain(demoPassword);
    expect(await signInPage(asked as never)).toEqual({ to: "", shared: false, kept: false, demo: null });
    setTestEnvironment(environment().dataDir, { demo: true });
    expect(await signInPage(asked as never)).toEqual({
      to: "",
      shared: false,
      kept: false,
      demo: { password: demoPassword, people: demoSignIns },
    });
    setTestEnvironment(environment().dataDir);
  });
});
