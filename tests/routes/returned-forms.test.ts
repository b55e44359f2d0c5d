import { beforeAll, describe, expect, it } from "vitest";
import { cookieOf } from "#tests/blindness/visiting";
import { type CastName, refOf } from "#tests/cast";
import { fundFactory, type MadeCall } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { type Product, startProduct } from "#tests/setup/product";
import { visitorOf } from "#tests/setup/visitor";
import { paths } from "~/ui/paths";
import { hiddenIn } from "./desk-of-applicants";

const database = await testDatabase();
const { owner } = database;
const make = fundFactory(owner);
let call: MadeCall;
let product: Product;
beforeAll(async () => {
  await make.cast();
  call = await make.call("returned");
  await make.member(call, refOf("reviewer"));
  product = await startProduct({ database, now: at.scoring });
});

async function signedIn(person: string) {
  const visitor = visitorOf(product);
  const enter = async () => visitor.jar.set("fund_session", (await cookieOf(owner, person)).split("=")[1] ?? "");
  await enter();
  return { ...visitor, enter, leave: () => visitor.jar.delete("fund_session") };
}

type Typed = Record<string, string>;

/** Somebody who sent this when her session had ended, and is back. */
async function sentSignedOut(person: string, page: string, typed: Typed) {
  const visitor = await signedIn(person);
  const form = hiddenIn((await visitor.get(page)).html, "form");
  visitor.leave();
  const sent = await visitor.post(page, { ...typed, form });
  expect([sent.status, sent.to, visitor.jar.has("fund_kept")]).toEqual([303, paths.signIn(page), true]);
  expect((await visitor.get(paths.signIn(page))).html).toContain("Sign in with the same account");
  await visitor.enter();
  /** The form as its page fills it in, as a browser would send it. */
  const again = async () => {
    const { html } = await visitor.get(page);
    return { ...typed, form: hiddenIn(html, "form"), returned: hiddenIn(html, "returned") };
  };
  return { visitor, again };
}

const news = "Your session had ended. What you sent was kept";
const because = "Out of the scope of this call: it asks for a bridge";
const rows = async () => (await owner`select 1 from access.kept_texts`).length;
const stateOf = async (id: string) => (await owner`select state from proposals where id = ${id}`)[0]?.state;
const chosen = (html: string, value: string) =>
  new RegExp(`<input[^>]*value="${value}"[^>]*checked|<input[^>]*checked[^>]*value="${value}"`).test(html);

/** A proposal that waits for the desk check. */
const unchecked = (name: string) => make.proposal(call, name, { state: "submitted", packet: false });

describe("a form sent after the session ended", () => {
  const forms: [string, CastName, (name: string) => Promise<{ page: string; typed: Typed; choice: string }>][] = [
    [
      "the desk check of an officer",
      "officer",
      async (name) => {
        const { id } = await unchecked(name);
        return { page: paths.eligibility(id), typed: { outcome: "ineligible", reason: because }, choice: "ineligible" };
      },
    ],
    [
      "the recommendation",
      "officer",
      async (name) => {
        const proposal = await make.proposal(call, name, { state: "in_review" });
        await make.lockedReview(await make.assignment(proposal, refOf("reviewer")), { inclusion: 5 });
        const { id } = proposal;
        return { page: paths.recommendation(id), typed: { outcome: "decline", reason: because }, choice: "decline" };
      },
    ],
    [
      "a recusal",
      "reviewer",
      async (name) => {
        const { code } = await make.assignment(await make.proposal(call, name), refOf("reviewer"));
        return { page: paths.packetRecusal(code), typed: { reason: "personal" }, choice: "personal" };
      },
    ],
  ];

  it.each(forms)("comes back into its form, and is forgotten when it is sent: %s", async (name, who, made) => {
    const { page, typed, choice } = await made(name);
    const { visitor, again } = await sentSignedOut(refOf(who), page, typed);
    const known = await rows();
    const { html } = await visitor.get(page);
    expect(html).toContain(news);
    expect(chosen(html, choice), choice).toBe(true);
    if (typed.reason === because) expect(html).toMatch(new RegExp(`<textarea[^>]*>${because}`));
    await visitor.get(page);
    expect(await rows(), "looking writes nothing").toBe(known);

    const refused = await visitor.post(page, { ...(await again()), reason: "", outcome: "" });
    expect(refused.status).toBe(422);
    expect([await rows(), refused.html.includes(news)], "what is refused is kept").toEqual([known, false]);
    expect(
      (await visitor.post(page, { ...(await again()), returned: hiddenIn(refused.html, "returned") })).status,
    ).toBe(303);
    expect([await rows(), visitor.jar.has("fund_kept")]).toEqual([known - 1, false]);
    expect((await visitor.get(page)).html).not.toContain(news);
  });

  it("shows its words also where somebody else was faster and the form is gone, and lets its author discard them", async () => {
    const { id } = await unchecked("faster");
    const page = paths.eligibility(id);
    const { visitor } = await sentSignedOut(refOf("officer"), page, { outcome: "ineligible", reason: because });
    await owner`update proposals set state = 'in_review' where id = ${id}`;
    const { html } = await visitor.get(page);
    expect(html).not.toContain("<textarea");
    expect(html).toContain(because);
    const discarded = await visitor.post(paths.discardReturned(), { to: page, returned: hiddenIn(html, "returned") });
    expect([discarded.status, discarded.to, visitor.jar.has("fund_kept")]).toEqual([303, page, false]);
    expect((await visitor.get(page)).html).not.toContain(because);
  });

  it("comes back to nobody else at the same device, and nobody else discards it", async () => {
    const { id } = await unchecked("hers alone");
    const page = paths.eligibility(id);
    const { visitor, again } = await sentSignedOut(refOf("officer"), page, { outcome: "ineligible", reason: because });
    const { returned } = await again();
    const other = await signedIn(refOf("secondOfficer"));
    other.jar.set("fund_kept", visitor.jar.get("fund_kept") ?? "");
    const known = await rows();
    const { html } = await other.get(page);
    expect([html.includes(news), html.includes(because)]).toEqual([false, false]);
    await other.post(paths.discardReturned(), { to: page, returned });
    await other.post(page, { outcome: "eligible", reason: "", returned });
    expect(await rows()).toBe(known);
  });

  it("of an applicant speaks to her in Arabic, too", async () => {
    const lead = await make.person("one who withdraws");
    const { id } = await make.proposal(call, "withdrawn", { lead, state: "submitted" });
    const page = paths.withdrawal(id);
    const { visitor, again } = await sentSignedOut(lead, page, { reason: "انسحب شريكنا" });
    const { html } = await visitor.get(page, { "Accept-Language": "ar" });
    expect(html).toContain("كانت جلستك قد انتهت. احتفظنا بما أرسلته");
    expect(html).toMatch(/<textarea[^>]*>انسحب شريكنا/);
    expect(await stateOf(id)).toBe("submitted");
    expect((await visitor.post(page, await again())).to).toBe(paths.proposal(id));
    expect(await stateOf(id)).toBe("withdrawn");
  });
});
