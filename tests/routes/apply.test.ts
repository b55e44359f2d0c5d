import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { type Product, startProduct } from "#tests/setup/product";
import { visitorOf } from "#tests/setup/visitor";
import { hashPassword } from "~/access/passwords.server";
import { paths } from "~/ui/paths";

const database = await testDatabase();
const make = fundFactory(database.owner);
const password = "a password for tests only";
const day = 86_400_000;
const during = new Date(at.closes.getTime() - day);

let product: Product;
beforeAll(async () => {
  await make.call("call-of-tests");
  product = await startProduct({ database, now: during });
});

type Visitor = ReturnType<typeof visitorOf>;

async function signIn(visitor: Visitor, email: string, to = "") {
  return visitor.post(paths.signIn(), { email, password, to });
}

async function applicant(name: string): Promise<Visitor & { email: string }> {
  const email = `${name.replaceAll(" ", "-")}@freemail.example`;
  const ref = await make.person(name, { email });
  await database.owner`update identity.persons set password_hash = ${await hashPassword(password)} where ref = ${ref}`;
  const visitor = visitorOf(product);
  expect((await signIn(visitor, email)).to).toBe(paths.apply());
  return { ...visitor, email };
}

/** Starts a proposal as a browser would: a form is posted, the answer leads to the page of the new proposal. */
async function start(visitor: Visitor): Promise<string> {
  const started = await visitor.post(paths.startProposal("call-of-tests"), {});
  expect(started.status).toBe(303);
  return started.to?.split("/")[2] ?? "";
}

const hiddenIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`)
    .exec(html)
    ?.slice(1)
    .find(Boolean);

/** The form of a section as it stands, with the versions and seals a browser would send back. */
async function formOf(visitor: Visitor, proposal: string, section: string, questions: string[]) {
  const { html } = await visitor.get(paths.proposalSection(proposal, section));
  const hidden = ["form", ...questions.map((question) => `version:${question}`)];
  return Object.fromEntries(hidden.map((name) => [name, hiddenIn(html, name) ?? ""]));
}

async function answer(visitor: Visitor, proposal: string, section: string, texts: Record<string, string>) {
  const form = await formOf(visitor, proposal, section, Object.keys(texts));
  return visitor.post(paths.proposalSection(proposal, section), { ...form, ...texts });
}

const autosave = (visitor: Visitor, proposal: string, save: object) =>
  visitor.send(paths.proposalAnswers(proposal), {
    method: "POST",
    headers: { Origin: product.url, "Content-Type": "application/json" },
    body: JSON.stringify(save),
  });

const work = { title: "Signals that help hotlines", summary: "What helps, and what does not." };
const team = { principal_investigator: "Nobody Real", host_institution: "Institute of Nowhere" };

describe("the way of a proposal without any script", () => {
  it("goes from start to receipt, again after a change, and ends with a withdrawal", async () => {
    const visitor = await applicant("the whole way");
    const id = await start(visitor);
    expect((await visitor.get(paths.submission(id))).html).toContain("Before you can submit");
    expect((await answer(visitor, id, "proposal", work)).to).toBe(paths.proposal(id));
    expect((await answer(visitor, id, "team", team)).to).toBe(paths.proposal(id));
    const preview = await visitor.get(paths.proposalPreview(id));
    expect(preview.html).toContain(work.summary);
    expect(preview.html).not.toContain(team.host_institution);
    const review = await visitor.get(paths.submission(id));
    const grace = hiddenIn(review.html, "grace") ?? "";
    expect((await visitor.post(paths.submission(id), { grace })).to).toBe(paths.receipt(id));
    const receipt = await visitor.get(paths.receipt(id));
    expect(receipt.html).toContain("Your proposal was received");
    expect(receipt.html).toContain(during.toISOString().slice(0, 13));
    await answer(visitor, id, "proposal", { title: "A better title" });
    expect((await visitor.get(paths.proposal(id))).html).toContain("You changed answers after you submitted");
    await visitor.post(paths.submission(id), { grace });
    const empty = await visitor.post(paths.withdrawal(id), { reason: " " });
    expect(empty.status).toBe(422);
    expect((await visitor.post(paths.withdrawal(id), { reason: "A partner left" })).to).toBe(paths.proposal(id));
    expect((await visitor.get(paths.proposal(id))).html).toContain("Withdrawn");
  });

  it("answers each page for its owner, and for a stranger exactly like one that does not exist", async () => {
    const visitor = await applicant("an owner");
    const id = await start(visitor);
    const stranger = await applicant("a stranger");
    const nobodys = randomUUID();
    const pages = (of: string) => [
      paths.proposal(of),
      paths.proposalSection(of, "proposal"),
      paths.proposalPreview(of),
      paths.submission(of),
      paths.withdrawal(of),
      paths.receipt(of),
      paths.decisionLetter(of),
    ];
    const plain = (html: string, of: string) => html.replaceAll(of, "…").replace(/nonce="[^"]*"/g, "");
    for (const [index, page] of pages(id).entries()) {
      const [hers, theirs, none] = [
        await visitor.get(page),
        await stranger.get(page),
        await stranger.get(pages(nobodys)[index] ?? ""),
      ];
      expect([page, hers.status]).toEqual([page, index < 5 ? 200 : 404]);
      expect([page, theirs.status, plain(theirs.html, id)]).toEqual([page, 404, plain(none.html, nobodys)]);
    }
    const save = { question: "title", baseVersion: 0, text: "Taken over", saveId: randomUUID() };
    expect((await autosave(stranger, id, save)).status).toBe(404);
    expect((await answer(stranger, id, "proposal", work)).status).toBe(404);
    expect((await stranger.post(paths.submission(id), {})).status).toBe(404);
    expect(await database.owner`select 1 from answers where proposal_id = ${id}`).toHaveLength(0);
  });

  it("only the section brings scripts, and no zod comes with them", async () => {
    const visitor = await applicant("a reader of sources");
    const id = await start(visitor);
    const scripted = async (page: string) => (await visitor.get(page)).html.includes('type="module"');
    for (const page of [paths.apply(), paths.proposal(id), paths.submission(id), paths.proposalPreview(id)])
      expect([page, await scripted(page)]).toEqual([page, false]);
    const { html } = await visitor.get(paths.proposalSection(id, "proposal"));
    const files = [...html.matchAll(/\/assets\/([\w.-]+\.js)/g)].map(([, name]) => name);
    expect(files.length).toBeGreaterThan(2);
    const folder = join(process.cwd(), "build/client/assets");
    const sources = await Promise.all(
      (await readdir(folder))
        .filter((name) => files.includes(name))
        .map((name) => readFile(join(folder, name), "utf8")),
    );
    expect(sources.join("")).toContain("fund-journal:");
    expect(sources.join("")).not.toContain("ZodError");
  });
});

describe("bad input", () => {
  it("after the close is 409 with the time in three zones, and counts as late", async () => {
    const visitor = await applicant("a late one");
    const id = await start(visitor);
    await answer(visitor, id, "proposal", work);
    await answer(visitor, id, "team", team);
    visitor.jar.set("zone", encodeURIComponent("Asia/Kathmandu"));
    await product.setClock(new Date(at.closes.getTime() + 1000));
    try {
      const late = await visitor.post(paths.submission(id), {});
      expect(late.status).toBe(409);
      expect(late.html).toContain("The call is closed");
      const zones = late.html.slice(late.html.indexOf('class="deadline'));
      for (const zone of ["Nepal Time", "WET", "UTC"]) expect(zones).toContain(zone);
    } finally {
      await product.setClock(during);
    }
  });

  it("two texts for one answer are 409 with both, the typed one in its field, and the next save takes it", async () => {
    const visitor = await applicant("two browsers");
    const id = await start(visitor);
    const form = await formOf(visitor, id, "proposal", ["title", "summary"]);
    await answer(visitor, id, "proposal", { ...work, title: "Saved in the other browser" });
    const page = paths.proposalSection(id, "proposal");
    const refused = await visitor.post(page, { ...form, ...work, title: "Typed in this browser" });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain("Saved in the other browser");
    expect(refused.html).toMatch(/<input[^>]*value="Typed in this browser"/);
    const again = { ...form, "version:title": hiddenIn(refused.html, "version:title") ?? "", ...work };
    expect((await visitor.post(page, { ...again, title: "Typed in this browser" })).status).toBe(303);
    const [row] = await database.owner`select title from proposals where id = ${id}`;
    expect(row?.title).toBe("Typed in this browser");
  });
});

describe("autosave", () => {
  it("answers in at most 300 bytes, once for each save, and 409 with both texts", async () => {
    const visitor = await applicant("somebody typing");
    const id = await start(visitor);
    const save = { question: "summary", baseVersion: 0, text: "Typed ".repeat(500), saveId: randomUUID() };
    const [first, second] = [await autosave(visitor, id, save), await autosave(visitor, id, save)];
    for (const saved of [first, second]) {
      expect(saved.status).toBe(200);
      expect(JSON.parse(saved.html)).toMatchObject({ version: 1 });
      expect(Buffer.byteLength(saved.html)).toBeLessThanOrEqual(300);
    }
    const conflict = await autosave(visitor, id, { ...save, text: "Something else", saveId: randomUUID() });
    expect(conflict.status).toBe(409);
    expect(JSON.parse(conflict.html)).toEqual({ theirs: save.text, version: 1, yours: "Something else" });
  });

  it("refuses what it cannot read, and leads who is signed out to sign in", async () => {
    const visitor = await applicant("somebody odd");
    const id = await start(visitor);
    for (const odd of [{}, { question: "title" }, { question: "title", baseVersion: -1, text: "", saveId: "x" }])
      expect((await autosave(visitor, id, odd)).status).toBe(422);
    const long = { question: "title", baseVersion: 0, text: "x".repeat(60_000), saveId: randomUUID() };
    expect((await autosave(visitor, id, long)).status).toBe(200);
    const refused = await autosave(visitor, id, { ...long, text: "x".repeat(60_001), saveId: randomUUID() });
    expect([refused.status, JSON.parse(refused.html).refusal.reason]).toEqual([422, "save_is_malformed"]);
    await product.setClock(at.closes);
    const late = await autosave(visitor, id, { ...long, baseVersion: 1, text: "Too late", saveId: randomUUID() });
    await product.setClock(during);
    expect([late.status, JSON.parse(late.html).refusal.reason]).toEqual([409, "call_is_closed"]);
    const save = { question: "title", baseVersion: 0, text: "x", saveId: randomUUID() };
    const signedOut = await autosave(visitorOf(product), id, save);
    expect([signedOut.status, signedOut.to?.startsWith(paths.signIn())]).toEqual([303, true]);
  });
});

describe("a session that ended", () => {
  /** Typed into a form that was issued in time, sent when nobody is signed in any more. */
  async function sendsSignedOut(visitor: Visitor, id: string, texts: Record<string, string>) {
    const form = await formOf(visitor, id, "proposal", Object.keys(texts));
    visitor.jar.delete("fund_session");
    return visitor.post(paths.proposalSection(id, "proposal"), { ...form, ...texts });
  }

  it("keeps what was typed, asks to sign in, and brings it back to its page, saved", async () => {
    const visitor = await applicant("a slow writer");
    const id = await start(visitor);
    const page = paths.proposalSection(id, "proposal");
    const sent = await sendsSignedOut(visitor, id, work);
    expect([sent.status, sent.to]).toEqual([303, paths.signIn(page)]);
    expect(visitor.jar.has("fund_kept")).toBe(true);
    const [row] = await database.owner`select sealed from access.kept_texts`;
    const stored = Buffer.from(row?.sealed ?? "", "base64").toString("latin1");
    expect(stored.length).toBeGreaterThan(work.summary.length);
    for (const word of ["hotlines", "summary"]) expect(stored).not.toContain(word);
    expect((await signIn(visitor, visitor.email, page)).to).toBe(page);
    const back = await visitor.get(page);
    expect(back.html).toContain("What you typed was kept and is saved now");
    expect(back.html).toContain(work.summary);
    expect(visitor.jar.has("fund_kept")).toBe(false);
    expect(await database.owner`select 1 from access.kept_texts`).toHaveLength(0);
    expect((await visitor.get(page)).html).toContain(work.summary);
  });

  it("gives it to no other account, not even one on the same proposal", async () => {
    const visitor = await applicant("an absent one");
    const id = await start(visitor);
    await sendsSignedOut(visitor, id, { ...work, summary: "Only for her" });
    const other = await applicant("the next at this device");
    await database.owner`insert into proposal_members (proposal_id, person, role)
      select ${id}, ref, 'editor' from identity.persons where email = ${other.email}`;
    other.jar.set("fund_kept", visitor.jar.get("fund_kept") ?? "");
    const seen = await other.get(paths.proposalSection(id, "proposal"));
    expect(seen.status).toBe(200);
    expect(seen.html).not.toContain("Only for her");
  });

  it("gives it back for a day, and shows it where it can no longer be saved", async () => {
    const visitor = await applicant("a day later");
    const id = await start(visitor);
    const page = paths.proposalSection(id, "proposal");
    await sendsSignedOut(visitor, id, { ...work, summary: "Typed at the last minute" });
    const session = await signIn(visitor, visitor.email, page);
    expect(session.status).toBe(303);
    try {
      await product.setClock(new Date(at.closes.getTime() + 1));
      const closed = await visitor.get(page);
      expect(closed.html).toContain("can no longer be saved");
      expect(closed.html).toContain("Typed at the last minute");
      await product.setClock(new Date(during.getTime() + day + 60_000));
      expect((await visitor.get(page)).html).not.toContain("Typed at the last minute");
    } finally {
      await product.setClock(during);
    }
  });

  it("keeps nothing that did not come with a form of ours, and nothing beyond a megabyte", async () => {
    const visitor = await applicant("a forger");
    const id = await start(visitor);
    const form = await formOf(visitor, id, "proposal", ["summary"]);
    const [account = ""] = (form.form ?? "").split(".");
    const nobody = visitorOf(product);
    const page = paths.proposalSection(id, "proposal");
    for (const forged of [
      {},
      { form: "x" },
      { form: `${account}.${"A".repeat(24)}` },
      { ...form, summary: "x".repeat(1_000_001) },
    ]) {
      const sent = await nobody.post(page, { ...forged, "version:summary": "0" });
      expect([sent.status, nobody.jar.has("fund_kept")]).toEqual([303, false]);
    }
  });

  it("ends by signing out with the browser told to forget what it kept", async () => {
    const visitor = await applicant("one who leaves");
    const left = await visitor.post(paths.signOut(), {});
    expect(left.headers.get("clear-site-data")).toBe('"storage"');
  });
});
