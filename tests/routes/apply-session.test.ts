import { beforeAll, describe, expect, it } from "vitest";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { visitorOf } from "#tests/setup/visitor";
import { paths } from "~/ui/paths";
import { day, during, openDesk, type Visitor, work } from "./desk-of-applicants";

const database = await testDatabase();
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(database);
});

describe("a session that ended", () => {
  /** Typed into a form that was issued in time, sent when nobody is signed in any more. */
  async function sendsSignedOut(visitor: Visitor, id: string, texts: Record<string, string>) {
    const form = await desk.formOf(visitor, id, "proposal", Object.keys(texts));
    visitor.jar.delete("fund_session");
    return visitor.post(paths.proposalSection(id, "proposal"), { ...form, ...texts });
  }

  it("keeps what was typed, asks to sign in, and brings it back to its page, saved", async () => {
    const visitor = await desk.applicant("a slow writer");
    const id = await desk.start(visitor);
    const page = paths.proposalSection(id, "proposal");
    const sent = await sendsSignedOut(visitor, id, work);
    expect([sent.status, sent.to]).toEqual([303, paths.signIn(page)]);
    expect(visitor.jar.has("fund_kept")).toBe(true);
    const [row] = await database.owner`select sealed from access.kept_texts`;
    const stored = Buffer.from(row?.sealed ?? "", "base64").toString("latin1");
    expect(stored.length).toBeGreaterThan(work.summary.length);
    for (const word of ["hotlines", "summary"]) expect(stored).not.toContain(word);
    expect((await desk.signIn(visitor, visitor.email, page)).to).toBe(page);
    const back = await visitor.get(page);
    expect(back.html).toContain("What you typed was kept and is saved now");
    expect(back.html).toContain(work.summary);
    expect(visitor.jar.has("fund_kept")).toBe(false);
    expect(await database.owner`select 1 from access.kept_texts`).toHaveLength(0);
    expect((await visitor.get(page)).html).toContain(work.summary);
  });

  it("brings back what two tabs held, and of two texts for one answer saves the newer and shows the older", async () => {
    const visitor = await desk.applicant("two tabs");
    const id = await desk.start(visitor);
    const page = paths.proposalSection(id, "proposal");
    const form = await desk.formOf(visitor, id, "proposal", ["title", "summary"]);
    visitor.jar.delete("fund_session");
    for (const texts of [
      { title: "An older title", summary: "" },
      { title: "", summary: "Only in the second tab" },
      { title: "A newer title", summary: "" },
    ])
      await visitor.post(page, { ...form, ...texts });
    await desk.signIn(visitor, visitor.email, page);
    const back = await visitor.get(page);
    const texts = await database.owner`select question, text from answers where proposal_id = ${id} order by question`;
    expect(texts).toMatchObject([
      { question: "summary", text: "Only in the second tab" },
      { question: "title", text: "A newer title" },
    ]);
    expect(back.html).toContain("An older title");
    expect(visitor.jar.has("fund_kept")).toBe(false);
  });

  it("gives it to no other account, not even one on the same proposal", async () => {
    const visitor = await desk.applicant("an absent one");
    const id = await desk.start(visitor);
    await sendsSignedOut(visitor, id, { ...work, summary: "Only for her" });
    const other = await desk.applicant("the next at this device");
    await database.owner`insert into proposal_members (proposal_id, person, role)
      select ${id}, ref, 'editor' from identity.persons where email = ${other.email}`;
    other.jar.set("fund_kept", visitor.jar.get("fund_kept") ?? "");
    const seen = await other.get(paths.proposalSection(id, "proposal"));
    expect(seen.status).toBe(200);
    expect(seen.html).not.toContain("Only for her");
  });

  it("gives it back for a day, and shows it where it can no longer be saved", async () => {
    const visitor = await desk.applicant("a day later");
    const id = await desk.start(visitor);
    const page = paths.proposalSection(id, "proposal");
    await sendsSignedOut(visitor, id, { ...work, summary: "Typed at the last minute" });
    const session = await desk.signIn(visitor, visitor.email, page);
    expect(session.status).toBe(303);
    try {
      await desk.product.setClock(new Date(at.closes.getTime() + 1));
      const closed = await visitor.get(page);
      expect(closed.html).toContain("can no longer be saved");
      expect(closed.html).toContain("Typed at the last minute");
      await desk.product.setClock(new Date(during.getTime() + day + 60_000));
      expect((await visitor.get(page)).html).not.toContain("Typed at the last minute");
    } finally {
      await desk.product.setClock(during);
    }
  });

  it("keeps nothing that did not come with a form of ours, and nothing beyond a megabyte", async () => {
    const visitor = await desk.applicant("a forger");
    const id = await desk.start(visitor);
    const form = await desk.formOf(visitor, id, "proposal", ["summary"]);
    const [account = ""] = (form.form ?? "").split(".");
    const nobody = visitorOf(desk.product);
    const page = paths.proposalSection(id, "proposal");
    const forgeries: Record<string, string>[] = [
      {},
      { form: "x" },
      { form: `${account}.${"A".repeat(24)}` },
      { ...form, summary: "x".repeat(1_000_001) },
    ];
    for (const forged of forgeries) {
      const sent = await nobody.post(page, { ...forged, "version:summary": "0" });
      expect([sent.status, nobody.jar.has("fund_kept")]).toEqual([303, false]);
    }
  });

  it("ends by signing out with the browser told to forget what it kept", async () => {
    const visitor = await desk.applicant("one who leaves");
    const left = await visitor.post(paths.signOut(), {});
    expect(left.headers.get("clear-site-data")).toBe('"storage"');
  });
});
