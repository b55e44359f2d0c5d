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

  /** What a person reads: without the texts that travel along for the script. */
  const shown = async (visitor: Visitor, page: string) => (await visitor.get(page)).html.split("<script")[0] ?? "";
  const rows = () => database.owner`select 1 from access.kept_texts`;
  const standing = async (id: string) =>
    Object.fromEntries(
      (await database.owner`select question, text from answers where proposal_id = ${id}`).map(({ question, text }) => [
        question,
        text,
      ]),
    );
  /** The names under which the page shows kept texts, as a button there sends them. */
  const namesOn = async (visitor: Visitor, page: string) =>
    [...(await visitor.get(page)).html.matchAll(/name="kept" value="(\w+)"/g)].map(([, name]) => ["kept", name ?? ""]);
  async function press(visitor: Visitor, page: string, act: "bring_back" | "discard") {
    const body = new URLSearchParams([...(await namesOn(visitor, page)), ["act", act]]);
    return visitor.send(page, { method: "POST", headers: { Origin: desk.product.url }, body });
  }

  it("keeps what was typed, asks to sign in, shows it on its page, and saves it when its author asks for it", async () => {
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
    const back = await shown(visitor, page);
    expect(back).toContain("What you typed was kept, and is not saved yet");
    expect(back).toContain(work.summary);

    const brought = await press(visitor, page, "bring_back");
    expect([brought.status, brought.to]).toEqual([303, `${page}?returned`]);
    expect(await standing(id)).toMatchObject(work);
    expect(visitor.jar.has("fund_kept")).toBe(false);
    expect(await rows()).toHaveLength(0);
    const after = await shown(visitor, `${page}?returned`);
    expect(after).toContain("What you typed is back, and saved");
    expect(after).toContain(work.summary);
    expect(await shown(visitor, page)).not.toContain("Your session had ended");
  });

  it("writes nothing while its page is looked at, however often, and nothing where nobody pressed a button", async () => {
    const visitor = await desk.applicant("one who looks");
    const id = await desk.start(visitor);
    const page = paths.proposalSection(id, "proposal");
    await sendsSignedOut(visitor, id, work);
    await desk.signIn(visitor, visitor.email, page);
    const [before, jar] = [await rows(), visitor.jar.get("fund_kept")];
    for (const address of [page, `${page}?returned`, `${page}?act=bring_back`, `${page}.data`]) {
      await visitor.get(address);
      await visitor.get(address, { "Sec-Purpose": "prefetch" });
    }
    expect(await standing(id)).toEqual({});
    expect([await rows(), visitor.jar.get("fund_kept")]).toEqual([before, jar]);
    expect(await shown(visitor, `${page}?returned`), "an address alone saves nothing").not.toContain(
      "is back, and saved",
    );
  });

  it("is forgotten when its author does not want it back, and the answers stay as they are", async () => {
    const visitor = await desk.applicant("one who discards");
    const id = await desk.start(visitor);
    const page = paths.proposalSection(id, "proposal");
    const known = (await rows()).length;
    await sendsSignedOut(visitor, id, work);
    await desk.signIn(visitor, visitor.email, page);
    const discarded = await press(visitor, page, "discard");
    expect([discarded.status, discarded.to]).toEqual([303, page]);
    expect([await standing(id), (await rows()).length, visitor.jar.has("fund_kept")]).toEqual([{}, known, false]);
    expect(await shown(visitor, page)).not.toContain(work.summary);
  });

  it("replaces nothing that was saved in the meantime: both texts stay until its author decides", async () => {
    const visitor = await desk.applicant("one of two");
    const id = await desk.start(visitor);
    const page = paths.proposalSection(id, "proposal");
    await sendsSignedOut(visitor, id, { ...work, summary: "What she typed without a session" });
    await desk.signIn(visitor, visitor.email, page);
    await desk.answer(visitor, id, "proposal", { summary: "What was saved since" });
    expect(await shown(visitor, page)).toContain("This text does not replace it");

    const brought = await press(visitor, page, "bring_back");
    expect([brought.status, brought.to]).toEqual([303, page]);
    expect(await standing(id)).toEqual({ title: work.title, summary: "What was saved since" });
    const both = await shown(visitor, page);
    expect(both).toContain("What she typed without a session");
    expect(both).toContain("What was saved since");
    expect(both, "nothing is left that could be brought back").not.toContain("Bring it back");
    expect(both).toContain("Discard it");
    const versions = await shown(visitor, paths.earlierVersions(id, "summary"));
    expect(versions, "and the history has it for good").toContain("What she typed without a session");
  });

  it("needs nobody's word where a script saved the same text meanwhile, also after it is changed once more", async () => {
    const visitor = await desk.applicant("one with a journal");
    const id = await desk.start(visitor);
    const page = paths.proposalSection(id, "proposal");
    await sendsSignedOut(visitor, id, work);
    await desk.signIn(visitor, visitor.email, page);
    const save = async (question: string, text: string, baseVersion = 0) =>
      (await desk.autosave(visitor, id, { question, text, baseVersion, saveId: crypto.randomUUID() })).status;
    expect(await save("title", work.title)).toBe(200);
    expect(await shown(visitor, page), "the rest still waits").toContain("not saved yet");
    expect(await save("summary", work.summary)).toBe(200);
    expect(visitor.jar.has("fund_kept")).toBe(false);
    expect(await save("summary", "Something else", 1)).toBe(200);
    expect(await shown(visitor, page)).not.toContain("Your session had ended");
  });

  it("brings back what two tabs held, and of two texts for one answer saves the newer and shows the older", async () => {
    const visitor = await desk.applicant("two tabs");
    const id = await desk.start(visitor);
    const page = paths.proposalSection(id, "proposal");
    await desk.answer(visitor, id, "proposal", { title: "The title before" });
    const form = await desk.formOf(visitor, id, "proposal", ["title", "summary"]);
    visitor.jar.delete("fund_session");
    for (const texts of [
      { title: "An older title", summary: "" },
      { title: "The title before", summary: "Only in the second tab" },
      { title: "A newer title", summary: "" },
    ])
      await visitor.post(page, { ...form, ...texts });
    await desk.signIn(visitor, visitor.email, page);
    expect(await press(visitor, page, "bring_back")).toMatchObject({ status: 303, to: page });
    const back = await shown(visitor, page);
    const texts = await database.owner`select question, text from answers where proposal_id = ${id} order by question`;
    expect(texts).toMatchObject([
      { question: "summary", text: "Only in the second tab" },
      { question: "title", text: "A newer title" },
    ]);
    expect(back).toContain("An older title");
    expect(back, "what a tab did not change is no text of hers that waits").not.toContain("The title before");
    await press(visitor, page, "discard");
    expect(visitor.jar.has("fund_kept")).toBe(false);
    expect(await shown(visitor, page)).not.toContain("An older title");
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
    const known = await rows();
    const kept = (await namesOn(visitor, paths.proposalSection(id, "proposal")))[0] ?? [];
    for (const act of ["bring_back", "discard"])
      await other.post(paths.proposalSection(id, "proposal"), { kept: kept[1] ?? "", act });
    expect([await standing(id), await rows()]).toEqual([{}, known]);
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
      const closed = await shown(visitor, page);
      expect(closed).toContain("can no longer be saved");
      expect(closed).toContain("Typed at the last minute");
      expect(closed).not.toContain("Bring it back");
      expect((await press(visitor, page, "bring_back")).status).toBe(409);
      expect(await shown(visitor, page), "refused, and kept all the same").toContain("Typed at the last minute");
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
