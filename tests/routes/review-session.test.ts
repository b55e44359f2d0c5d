import { beforeAll, expect, it } from "vitest";
import { cookieOf } from "#tests/blindness/visiting";
import { refOf } from "#tests/cast";
import { allAt, fundFactory, type MadeCall } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { type Product, startProduct } from "#tests/setup/product";
import { visitorOf } from "#tests/setup/visitor";
import { paths } from "~/ui/paths";
import { hiddenIn } from "./desk-of-applicants";

const database = await testDatabase();
const { owner } = database;
const make = fundFactory(owner);
const reviewer = refOf("reviewer");
let call: MadeCall;
let product: Product;
beforeAll(async () => {
  await make.cast();
  call = await make.call("sheets");
  await make.member(call, reviewer);
  await make.member(call, refOf("secondReviewer"));
  product = await startProduct({ database, now: at.scoring });
});

async function signedIn(person: string) {
  const visitor = visitorOf(product);
  const enter = async () => visitor.jar.set("fund_session", (await cookieOf(owner, person)).split("=")[1] ?? "");
  await enter();
  return { ...visitor, enter, leave: () => visitor.jar.delete("fund_session") };
}

const typed = { "score-inclusion": "4", "because-inclusion": "", to_applicant: "Say more about consent." };

/** A reviewer with a packet who sent her sheet when her session had ended, and is back. */
async function sentSignedOut(name: string) {
  const assignment = await make.assignment(await make.proposal(call, name), reviewer);
  const visitor = await signedIn(reviewer);
  const page = paths.packet(assignment.code);
  const form = hiddenIn((await visitor.get(page)).html, "form");
  visitor.leave();
  const sent = await visitor.post(page, { ...typed, form });
  expect([sent.status, sent.to, visitor.jar.has("fund_kept")]).toEqual([303, paths.signIn(page), true]);
  await visitor.enter();
  const shown = async () => (await visitor.get(page)).html.split("<script")[0] ?? "";
  /** The name under which the page shows the newest kept sheet. */
  const keptName = async () => /name="kept" value="(\w+)"/.exec((await visitor.get(page)).html)?.[1] ?? "";
  const sheet = async () => {
    const scores = await owner`select criterion, value from scores where assignment_id = ${assignment.id}`;
    const [review] = await owner`select to_applicant from reviews where assignment_id = ${assignment.id}`;
    return { scores: [...scores], toApplicant: review?.to_applicant ?? null };
  };
  return { assignment, visitor, page, form, shown, keptName, sheet };
}
const empty = { scores: [], toApplicant: null };
const rows = async () => (await owner`select 1 from access.kept_texts`).length;

it("a sheet sent after the session ended is kept, shown without being saved, and saved when its author asks", async () => {
  const { visitor, page, shown, keptName, sheet } = await sentSignedOut("brought back");
  const seen = await shown();
  expect(seen).toContain("What you sent was kept, and is not saved yet");
  expect(seen).toContain("Say more about consent.");
  expect(await sheet(), "looking writes nothing").toEqual(empty);

  const brought = await visitor.post(page, { kept: await keptName(), act: "bring_back" });
  expect([brought.status, brought.to, visitor.jar.has("fund_kept")]).toEqual([303, `${page}#sheet`, false]);
  expect(await sheet()).toEqual({ scores: [{ criterion: "inclusion", value: 4 }], toApplicant: typed.to_applicant });
  expect(await shown()).not.toContain("Your session had ended");
});

it("its author may discard it, and nobody else sees it or decides", async () => {
  const { visitor, page, shown, keptName, sheet } = await sentSignedOut("discarded");
  const other = await signedIn(refOf("secondReviewer"));
  other.jar.set("fund_kept", visitor.jar.get("fund_kept") ?? "");
  const [known, kept] = [await rows(), await keptName()];
  await other.post(page, { kept, act: "bring_back" });
  await other.post(page, { kept, act: "discard" });
  expect(await rows()).toBe(known);
  await visitor.post(page, { kept, act: "discard" });
  expect([await rows(), await sheet()]).toEqual([known - 1, empty]);
  expect(await shown()).not.toContain("Your session had ended");
});

it("of two tabs each is shown, and each button is about the one that was read", async () => {
  const { visitor, page, form, shown, keptName, sheet } = await sentSignedOut("two tabs");
  visitor.leave();
  await visitor.post(page, { to_applicant: "From the other tab.", form });
  await visitor.enter();
  const both = await shown();
  expect(both.indexOf("From the other tab.")).toBeLessThan(both.indexOf("Say more about consent."));
  await visitor.post(page, { kept: await keptName(), act: "discard" });
  expect(await shown()).not.toContain("From the other tab.");
  await visitor.post(page, { kept: await keptName(), act: "bring_back" });
  expect((await sheet()).toApplicant).toBe(typed.to_applicant);
});

it("what was typed again and saved meanwhile needs nobody's word, also after it is changed once more", async () => {
  const { assignment, visitor, form, shown, sheet } = await sentSignedOut("typed again");
  const scores = paths.packetScores(assignment.code);
  const byScript = { Accept: "application/json" };
  await visitor.post(scores, { to_applicant: "Something else.", form }, byScript);
  expect(await shown(), "the sheet does not stand yet").toContain("not saved yet");
  await visitor.post(scores, { ...typed, form }, byScript);
  expect(visitor.jar.has("fund_kept")).toBe(false);
  await visitor.post(scores, { ...typed, to_applicant: "Later.", form }, byScript);
  expect((await sheet()).toApplicant).toBe("Later.");
  expect(await shown()).not.toContain("Your session had ended");
});

it("a kept sheet that would be refused says why on its page, and stays", async () => {
  const { visitor, page, form, shown, keptName } = await sentSignedOut("without a reason");
  visitor.leave();
  await visitor.post(page, { ...typed, "score-inclusion": "unable", form });
  await visitor.enter();
  const kept = await keptName();
  const brought = await visitor.post(page, { kept, act: "bring_back" });
  expect(brought.status).toBe(422);
  expect(brought.html).toContain("error-summary");
  expect(await keptName()).toBe(kept);
  expect(await shown()).toContain("not saved yet");
});

it("where the review was locked meanwhile it is refused, kept, and there to be copied", async () => {
  const { assignment, visitor, page, shown, keptName } = await sentSignedOut("locked");
  await make.lockedReview(assignment, allAt(5));
  expect((await visitor.post(page, { kept: await keptName(), act: "bring_back" })).status).toBe(409);
  const seen = await shown();
  expect(seen).toContain("your review is locked by now");
  expect(seen).toContain("Say more about consent.");
  expect(seen).not.toContain("Bring it back");
});

it("what a script sends is not kept: it has its text on its page still", async () => {
  const { assignment, visitor, form } = await sentSignedOut("by script");
  const known = await rows();
  visitor.leave();
  const sent = await visitor.post(
    paths.packetScores(assignment.code),
    { ...typed, form },
    { Accept: "application/json" },
  );
  expect([sent.status, await rows()]).toEqual([303, known]);
});
