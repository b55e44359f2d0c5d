import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { visitorOf } from "#tests/setup/visitor";
import { paths } from "~/ui/paths";
import { during, hiddenIn, openDesk, team, work } from "./desk-of-applicants";

const database = await testDatabase();
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(database);
});

describe("the way of a proposal without any script", () => {
  it("leads to the one button also where nobody can look at it as reviewers will", async () => {
    const visitor = await desk.applicant("just before the close");
    const id = await desk.start(visitor);
    await desk.answer(visitor, id, "proposal", work);
    await desk.answer(visitor, id, "team", team);
    const words = "We could not look at your proposal as reviewers will just now";
    expect((await visitor.get(paths.submission(id))).html).not.toContain(words);
    await database.owner`revoke execute on function identity.my_team(uuid) from fund_applying`;
    try {
      expect((await visitor.get(paths.proposalPreview(id))).status, "the preview is broken").toBe(500);
      const review = await visitor.get(paths.submission(id));
      expect([review.status, review.html.includes(words)]).toEqual([200, true]);
      const grace = hiddenIn(review.html, "grace");
      expect((await visitor.post(paths.submission(id), { grace })).to).toBe(paths.receipt(id));
    } finally {
      await database.owner`grant execute on function identity.my_team(uuid) to fund_applying`;
    }
  });

  it("goes from start to receipt, again after a change, and ends with a withdrawal", async () => {
    const visitor = await desk.applicant("the whole way");
    const id = await desk.start(visitor);
    expect((await visitor.get(paths.submission(id))).html).toContain("Before you can submit");
    expect((await desk.answer(visitor, id, "proposal", work)).to).toBe(paths.proposal(id));
    expect((await desk.answer(visitor, id, "team", team)).to).toBe(paths.proposal(id));
    const preview = await visitor.get(paths.proposalPreview(id));
    expect(preview.html).toContain(work.summary);
    expect(preview.html).not.toContain(team.host_institution);
    await desk.answer(visitor, id, "proposal", { summary: `As ${team.principal_investigator} has shown` });
    const telling = (await visitor.get(paths.submission(id))).html;
    expect(telling).toContain("1 place may tell who you are");
    expect(telling).toContain("Look at it as reviewers will");
    await desk.answer(visitor, id, "proposal", work);
    const review = await visitor.get(paths.submission(id));
    expect(review.html).not.toContain("may tell who you are");
    const grace = hiddenIn(review.html, "grace");
    expect((await visitor.post(paths.submission(id), { grace })).to).toBe(paths.receipt(id));
    const receipt = await visitor.get(paths.receipt(id));
    expect(receipt.html).toContain("Your proposal was received");
    expect(receipt.html).toContain(during.toISOString().slice(0, 13));
    const [, reference = ""] = /submitted\/([^"]+)"/.exec(receipt.html) ?? [];
    await desk.answer(visitor, id, "proposal", { title: "A better title" });
    const handedIn = (await visitor.get(paths.submitted(id, reference))).html;
    for (const words of [work.title, work.summary, team.principal_investigator, team.host_institution])
      expect(handedIn).toContain(words);
    expect(handedIn).not.toContain("A better title");
    expect(handedIn).not.toContain("You submitted a newer version since");
    expect((await visitor.get(paths.proposal(id))).html).toContain("You changed answers after you submitted");
    await visitor.post(paths.submission(id), { grace });
    expect((await visitor.get(paths.submitted(id, reference))).html).toContain("You submitted a newer version since");
    expect((await (await desk.applicant("another")).get(paths.submitted(id, reference))).status).toBe(404);
    const elsewhere = paths.submitted(await desk.start(visitor), reference);
    expect((await visitor.get(elsewhere)).status, "a receipt of another proposal").toBe(404);
    const empty = await visitor.post(paths.withdrawal(id), { reason: " " });
    expect(empty.status).toBe(422);
    expect((await visitor.post(paths.withdrawal(id), { reason: "A partner left" })).to).toBe(paths.proposal(id));
    const withdrawn = (await visitor.get(paths.proposal(id))).html;
    expect(withdrawn).toContain("Withdrawn");
    expect(withdrawn).not.toMatch(/Closes|of what is needed|Submit/);
    const again = (await visitor.get(paths.withdrawal(id))).html;
    expect(again).toContain("This proposal cannot be withdrawn now");
    expect(again).not.toContain("<textarea");
  });

  it("discards a draft only after asking, keeps it readable, and takes it off the list", async () => {
    const visitor = await desk.applicant("who changes her mind");
    const id = await desk.start(visitor);
    await desk.answer(visitor, id, "proposal", work);
    expect((await visitor.get(paths.proposal(id))).html).toContain(`href="${paths.discard(id)}"`);
    expect((await visitor.get(paths.discard(id))).html).toContain("Keep the draft");
    expect((await visitor.get(paths.proposal(id))).html, "looking discards nothing").toContain("Draft");
    expect((await visitor.post(paths.discard(id), {})).to).toBe(paths.apply());
    expect((await visitor.get(paths.apply())).html).toContain("1 discarded draft");
    expect((await visitor.get(paths.proposalSection(id, "proposal"))).html).toContain(work.summary);
    expect((await visitor.post(paths.discard(id), {})).status).toBe(409);
    expect((await visitor.get(paths.proposal(id))).html).toContain("Take the draft up again");
    expect((await visitor.get(paths.discard(id))).html).toContain("Take the draft up again");
    expect((await visitor.post(paths.discard(id), { act: "take_up" })).to).toBe(paths.proposal(id));
    const back = (await visitor.get(paths.proposal(id))).html;
    expect(back).toContain("Draft");
    expect(back).not.toContain("Take the draft up again");
    expect((await visitor.get(paths.apply())).html).not.toContain("discarded draft");
    expect((await visitor.post(paths.discard(id), { act: "take_up" })).status).toBe(409);
  });

  it("leads from an answer to what it was before, and back, without any script", async () => {
    const visitor = await desk.applicant("somebody who changes her mind");
    const id = await desk.start(visitor);
    await desk.answer(visitor, id, "proposal", { title: "First <title>" });
    await desk.product.setClock(new Date(during.getTime() + 10 * 60_000));
    try {
      await desk.answer(visitor, id, "proposal", { title: "Second title" });
      const section = await visitor.get(paths.proposalSection(id, "proposal"));
      expect(section.html).toContain(`href="${paths.earlierVersions(id, "title")}"`);
      const page = await visitor.get(paths.earlierVersions(id, "title"));
      expect(page.html).toContain("First &lt;title&gt;");
      const form = { version: hiddenIn(page.html, "version"), baseVersion: hiddenIn(page.html, "baseVersion") };
      const back = await visitor.post(paths.earlierVersions(id, "title"), form);
      expect([back.status, back.to]).toEqual([303, `${paths.proposalSection(id, "proposal")}#title`]);
      expect((await visitor.get(paths.proposalSection(id, "proposal"))).html).toContain('value="First &lt;title&gt;"');
      expect((await visitor.post(paths.earlierVersions(id, "title"), form)).status, "a second click").toBe(303);
      await desk.answer(visitor, id, "proposal", { title: "Third title" });
      const again = await visitor.post(paths.earlierVersions(id, "title"), form);
      expect(again.status).toBe(409);
      expect(again.html).toContain("Answers were changed elsewhere meanwhile");
    } finally {
      await desk.product.setClock(during);
    }
  });

  it("answers each page for its owner, and for a stranger exactly like one that does not exist", async () => {
    const visitor = await desk.applicant("an owner");
    const id = await desk.start(visitor);
    const stranger = await desk.applicant("a stranger");
    const nobodys = randomUUID();
    const pages = (of: string) => [
      paths.proposal(of),
      paths.proposalSection(of, "proposal"),
      paths.proposalPreview(of),
      paths.earlierVersions(of, "title"),
      paths.submission(of),
      paths.withdrawal(of),
      paths.discard(of),
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
      expect([page, hers.status]).toEqual([page, index < 7 ? 200 : 404]);
      expect([page, theirs.status, plain(theirs.html, id)]).toEqual([page, 404, plain(none.html, nobodys)]);
    }
    const save = { question: "title", baseVersion: 0, text: "Taken over", saveId: randomUUID() };
    expect((await desk.autosave(stranger, id, save)).status).toBe(404);
    expect((await desk.answer(stranger, id, "proposal", work)).status).toBe(404);
    expect((await stranger.post(paths.submission(id), {})).status).toBe(404);
    expect(await database.owner`select 1 from answers where proposal_id = ${id}`).toHaveLength(0);
  });

  it("only the section brings scripts, and no zod comes with them", async () => {
    const visitor = await desk.applicant("a reader of sources");
    const id = await desk.start(visitor);
    const scripted = async (page: string) => (await visitor.get(page)).html.includes('type="module"');
    for (const page of [paths.apply(), paths.proposal(id), paths.submission(id), paths.proposalPreview(id)])
      expect([page, await scripted(page)]).toEqual([page, false]);
    const { html } = await visitor.get(paths.proposalSection(id, "proposal"));
    const files = [...html.matchAll(/\/assets\/[\w.-]+\.js/g)].map(([path]) => path);
    expect(files).toHaveLength(1);
    const script = (await visitor.get(files[0] ?? "")).html;
    expect(script).toContain("fund-journal:");
    expect(script).not.toContain("ZodError");
  });
});

describe("bad input", () => {
  it("after the close is 409 with the time in three zones, and counts as late", async () => {
    const visitor = await desk.applicant("a late one");
    const id = await desk.start(visitor);
    await desk.answer(visitor, id, "proposal", work);
    await desk.answer(visitor, id, "team", team);
    visitor.jar.set("zone", encodeURIComponent("Asia/Kathmandu"));
    await desk.product.setClock(new Date(at.closes.getTime() + 1000));
    try {
      const late = await visitor.post(paths.submission(id), {});
      expect(late.status).toBe(409);
      expect(late.html).toContain("The call is closed");
      const zones = late.html.slice(late.html.indexOf('class="deadline'));
      for (const zone of ["Nepal Time", "WET", "UTC"]) expect(zones).toContain(zone);
    } finally {
      await desk.product.setClock(during);
    }
  });

  it("written in a section and posted after the close comes back to be copied, and nothing else does", async () => {
    const visitor = await desk.applicant("a slow writer");
    const id = await desk.start(visitor);
    const summary = "An hour of writing.\n\nA second paragraph <b>of it</b>.";
    const form = await desk.formOf(visitor, id, "proposal", ["title", "summary"]);
    await desk.product.setClock(new Date(at.closes.getTime() + 1000));
    try {
      const late = await visitor.post(paths.proposalSection(id, "proposal"), { ...form, title: "", summary });
      expect(late.status).toBe(409);
      expect(late.html).toContain("What you wrote");
      expect(late.html).toContain("An hour of writing.");
      expect(late.html).toContain("A second paragraph &lt;b&gt;of it&lt;/b&gt;.");
      expect(late.html).not.toContain(form.form);
    } finally {
      await desk.product.setClock(during);
    }
  });

  it("two texts for one answer are 409 with both, the typed one in its field, and the next save takes it", async () => {
    const visitor = await desk.applicant("two browsers");
    const id = await desk.start(visitor);
    const form = await desk.formOf(visitor, id, "proposal", ["title", "summary"]);
    await desk.answer(visitor, id, "proposal", { ...work, title: "Saved in the other browser" });
    const page = paths.proposalSection(id, "proposal");
    const refused = await visitor.post(page, { ...form, ...work, title: "Typed in this browser" });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain("Saved in the other browser");
    expect(refused.html).toMatch(/<input[^>]*value="Typed in this browser"/);
    const again = { ...form, "version:title": hiddenIn(refused.html, "version:title"), ...work };
    expect((await visitor.post(page, { ...again, title: "Typed in this browser" })).status).toBe(303);
    const [row] = await database.owner`select title from proposals where id = ${id}`;
    expect(row?.title).toBe("Typed in this browser");
  });
});

describe("autosave", () => {
  it("answers in at most 300 bytes, once for each save, and 409 with both texts", async () => {
    const visitor = await desk.applicant("somebody typing");
    const id = await desk.start(visitor);
    const save = { question: "summary", baseVersion: 0, text: "Typed ".repeat(500), saveId: randomUUID() };
    const [first, second] = [await desk.autosave(visitor, id, save), await desk.autosave(visitor, id, save)];
    for (const saved of [first, second]) {
      expect(saved.status).toBe(200);
      expect(JSON.parse(saved.html)).toMatchObject({ version: 1 });
      expect(Buffer.byteLength(saved.html)).toBeLessThanOrEqual(300);
    }
    const conflict = await desk.autosave(visitor, id, { ...save, text: "Something else", saveId: randomUUID() });
    expect(conflict.status).toBe(409);
    expect(JSON.parse(conflict.html)).toEqual({ theirs: save.text, version: 1, yours: "Something else" });
  });

  it("refuses what it cannot read, and leads who is signed out to sign in", async () => {
    const visitor = await desk.applicant("somebody odd");
    const id = await desk.start(visitor);
    for (const odd of [{}, { question: "title" }, { question: "title", baseVersion: -1, text: "", saveId: "x" }])
      expect((await desk.autosave(visitor, id, odd)).status).toBe(422);
    const long = { question: "title", baseVersion: 0, text: "x".repeat(60_000), saveId: randomUUID() };
    expect((await desk.autosave(visitor, id, long)).status).toBe(200);
    const refused = await desk.autosave(visitor, id, { ...long, text: "x".repeat(60_001), saveId: randomUUID() });
    expect([refused.status, JSON.parse(refused.html).refusal.reason]).toEqual([422, "text_is_too_long"]);
    await desk.product.setClock(at.closes);
    const late = await desk.autosave(visitor, id, { ...long, baseVersion: 1, text: "Too late", saveId: randomUUID() });
    await desk.product.setClock(during);
    expect([late.status, JSON.parse(late.html).refusal.reason]).toEqual([409, "call_is_closed"]);
    const save = { question: "title", baseVersion: 0, text: "x", saveId: randomUUID() };
    const signedOut = await desk.autosave(visitorOf(desk.product), id, save);
    expect([signedOut.status, signedOut.to?.startsWith(paths.signIn())]).toEqual([303, true]);
  });
});
