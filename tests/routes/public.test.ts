import { beforeAll, describe, expect, it } from "vitest";
import { openCallTexts } from "#db/seed/call/demo-calls";
import { demoRubric } from "#db/seed/call/rubric";
import { callRow } from "#db/seed/call-row";
import { actorOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { idOf } from "#tests/factories/ids";
import { testDatabase } from "#tests/setup/database";
import { givingProblems } from "#tests/setup/giving-standard";
import { type Product, startProduct } from "#tests/setup/product";
import { visitorOf } from "#tests/setup/visitor";
import { announceGrantees } from "~/decisions/announce-grantees.server";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { disclosureReasons } from "~/identities/disclosure-reasons";
import { paths } from "~/ui/paths";

const { owner, ...database } = await testDatabase();
const make = fundFactory(owner);
const officer = actorOf("officer", "programme_officer");
const second = actorOf("secondOfficer", "programme_officer");
const afterwards = new Date(at.announcement.getTime() + 60_000);

let product: Product;
const visitor = () => visitorOf(product);

/** An open call with the words, questions and rubric of the demo, in English and Arabic. */
async function openCall() {
  const row = callRow({
    id: idOf("call open"),
    slug: "open-call",
    kind: "open",
    state: "published",
    budgetMinor: 100_000_000,
    opensAt: at.announcement,
    closesAt: new Date("2021-09-30T20:00:00Z"),
    scoringClosesAt: new Date("2021-11-01T20:00:00Z"),
    languages: ["en", "ar"],
    texts: openCallTexts,
  });
  await owner`insert into calls ${owner({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    state: row.state,
    currency: row.currency,
    floor_minor: row.floorMinor,
    ceiling_minor: row.ceilingMinor,
    budget_minor: row.budgetMinor,
    opens_at: row.opensAt,
    closes_at: row.closesAt,
    grace_minutes: row.graceMinutes,
    scoring_closes_at: row.scoringClosesAt,
    zone: row.zone,
    languages: row.languages,
    themes: row.themes,
    form: owner.json(row.form as never) as never,
    rubric: owner.json(row.rubric as never) as never,
    texts: owner.json(row.texts as never) as never,
    created_at: row.createdAt,
  })}`;
}

beforeAll(async () => {
  await make.cast();
  await openCall();
  await make.call("in-preparation");
  await owner`update calls set state = 'preparing' where slug = 'in-preparation'`;
  const { call } = await decidedCall(make, "announced", {
    first: { outcome: "award", amountMinor: 12_000_000 },
    waits: { outcome: "reserve" },
    lost: { outcome: "decline" },
  });
  await prepareRelease(officer, call.id, at.release);
  await releaseDecisions(second, call.id, at.release, at.release);
  await announceGrantees(officer, call.id, at.announcement);
  const sealed = await decidedCall(make, "sealed", { secret: { outcome: "award", amountMinor: 9_000_000 } });
  await prepareRelease(officer, sealed.call.id, at.release);
  await releaseDecisions(second, sealed.call.id, at.release, at.release);
  product = await startProduct({ database: { owner, ...database }, now: afterwards });
});

const everyPage = [
  paths.home(),
  paths.calls(),
  paths.call("open-call"),
  paths.call("announced"),
  paths.grantees(),
  paths.accessibility(),
  paths.privacy(),
  paths.signIn(),
  paths.signUp(),
  `${paths.signUp()}?sent`,
  paths.verify("some-token"),
  paths.forgottenPassword(),
  paths.resetPassword("some-token"),
];

describe("every public page", () => {
  it.each(["en", "ar"])(
    "reads in %s, with a title, one heading, no script but one line, and nothing from elsewhere",
    async (locale) => {
      const reader = visitor();
      for (const page of everyPage) {
        const { status, html } = await reader.get(page, { "Accept-Language": locale });
        expect({ page, status }).toEqual({ page, status: 200 });
        expect(html, page).toContain(`<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"`);
        expect(html.match(/<title>([^<]+)<\/title>/)?.[1], page).toMatch(/\S+ – \S+/);
        expect(html.match(/<h1/g), page).toHaveLength(1);
        expect(html.match(/<script/g), page).toHaveLength(1);
        expect(html, page).not.toMatch(/(src|href|action)="(https?:)?\/\//);
        expect(html, `${page}: a key without a text`).not.toMatch(/>(public|common|errors)\.[a-z_.]+</);
      }
    },
  );
});

describe("the home page and the list of calls", () => {
  it("lead to the open call, with its deadline as a sentence in three zones", async () => {
    const reader = visitor();
    reader.jar.set("zone", "Asia%2FKolkata");
    for (const page of [paths.home(), paths.calls()]) {
      const { html } = await reader.get(page);
      expect(html).toContain(`href="${paths.call("open-call")}"`);
      const [first, call, universal] = [
        "Friday, 1 October 2021 at 01:30, India Time",
        "16:00, New York Time",
        "20:00, UTC",
      ].map((words) => html.indexOf(words));
      expect(first, page).toBeGreaterThan(0);
      expect(call, page).toBeGreaterThan(first ?? 0);
      expect(universal, page).toBeGreaterThan(call ?? 0);
      expect(html).not.toContain("in-preparation");
    }
  });

  it("keep closed calls on the list, and off the home page", async () => {
    const closed = `href="${paths.call("announced")}"`;
    expect((await visitor().get(paths.calls())).html).toContain(closed);
    expect((await visitor().get(paths.home())).html).not.toContain(closed);
  });
});

describe("the page of a call", () => {
  it("says themes, amounts, eligibility, criteria with weights and words, questions and dates", async () => {
    const { html } = await visitor().get(paths.call("open-call"));
    const words = openCallTexts.en;
    const plain = (text: string) => text.replaceAll("&", "&amp;").replaceAll("'", "&#x27;").replaceAll('"', "&quot;");
    for (const { title, about } of Object.values(words?.themes ?? {})) expect(html).toContain(plain(title || about));
    for (const line of words?.eligibility ?? []) expect(html).toContain(plain(line));
    for (const { id, weight } of demoRubric.criteria) {
      expect(html).toContain(plain(words?.criteria[id]?.title ?? "nothing"));
      expect(html).toContain(`${weight} %`);
      for (const step of Object.values(words?.criteria[id]?.steps ?? {})) expect(html).toContain(plain(step));
    }
    for (const { label } of Object.values(words?.form.questions ?? {})) expect(html).toContain(plain(label));
    expect(html.replaceAll("\u00a0", " ")).toContain("USD 20,000 to USD 250,000");
    expect(html).toContain("English · Arabic");
    expect(html).toContain("At least 4 needed");
  });

  it("speaks the reader's language where the call does, and marks the language where it does not", async () => {
    const arabic = { "Accept-Language": "ar" };
    expect((await visitor().get(paths.call("open-call"), arabic)).html).toContain(openCallTexts.ar?.title);
    const { html } = await visitor().get(paths.call("announced"), arabic);
    expect(html).toMatch(/<h1><span lang="en">Call of tests/);
  });

  it("leads to sign in and back, and after the close nowhere", async () => {
    const open = await visitor().get(paths.call("open-call"));
    expect(open.html).toContain(`href="${paths.signIn(paths.call("open-call"))}"`);
    const closed = await visitor().get(paths.call("announced"));
    expect(closed.html).not.toContain("/sign-in?to=");
    expect(closed.html).toContain("Closed Sunday, 11 April 2021");
  });

  it("is not there for a call in preparation, exactly as for one that never was", async () => {
    const [hidden, none] = await Promise.all(
      ["in-preparation", "no-such-call"].map((slug) => visitor().get(paths.call(slug))),
    );
    const bare = (seen = hidden, slug = "") => seen?.html.replaceAll(slug, "…").replace(/nonce="[^"]*"/g, "") ?? "";
    expect([hidden?.status, none?.status]).toEqual([404, 404]);
    expect(bare(hidden, "in-preparation")).toBe(bare(none, "no-such-call"));
  });
});

/** Asks as if nobody had been announced yet. */
async function beforeTheAnnouncement<Seen>(ask: () => Promise<Seen>): Promise<Seen> {
  const [row] = await owner`delete from announcements returning *`;
  try {
    return await ask();
  } finally {
    await owner`insert into announcements ${owner(row as never)}`;
  }
}

describe("grantees and open data", () => {
  it("stand on the first page once they are announced: who, for what, how much, and the way to all of them", async () => {
    const { html } = await visitor().get(paths.home());
    expect(html).toContain("Latest grantees");
    expect(html).toContain("Title of first");
    expect(html).toContain("Host of announced first");
    expect(html.replaceAll("\u00a0", " ")).toContain("USD 120,000");
    for (const hidden of ["waits", "lost", "secret", "Lead of"]) expect(html).not.toContain(hidden);
    expect((await visitor().get(paths.home(), { "Accept-Language": "ar" })).html).toContain("أحدث الحاصلين على المنح");
  });

  it("are nowhere before the announcement, and open data say calmly that there are none yet", async () => {
    const { home, list, data } = await beforeTheAnnouncement(async () => ({
      home: (await visitor().get(paths.home())).html,
      list: (await visitor().get(paths.grantees())).html,
      data: await visitor().get(paths.openData(), { Origin: "https://elsewhere.example" }),
    }));
    for (const page of [home, list, data.html]) expect(page).not.toContain("Title of first");
    expect(home).not.toContain("Latest grantees");
    expect(list).toContain("No awards have been announced yet");
    expect(list).not.toContain("The same as open data");
    expect(data.status).toBe(404);
    expect(data.html).toMatch(/^No award has been announced yet\./);
    expect(data.headers.get("content-type")).toContain("text/plain");
    expect(data.headers.get("cache-control")).toBe("no-store");
  });

  it("show what was announced and nothing that is only released, reserved or declined", async () => {
    const { html } = await visitor().get(paths.grantees());
    expect(html).toContain("Title of first");
    expect(html).toContain("Host of announced first");
    expect(html).toContain("Kenya");
    expect(html.replaceAll("\u00a0", " ")).toContain("USD 120,000");
    const data = (await visitor().get(paths.openData())).html;
    for (const page of [html, data]) {
      expect(page).toContain("Title of first");
      for (const hidden of ["waits", "lost", "secret", "Lead of"]) expect(page).not.toContain(hidden);
    }
  });

  it("are found by what they are called, and a search that finds nothing says so and keeps its word", async () => {
    const search = (text: string) => visitor().get(`${paths.grantees()}?search=${encodeURIComponent(text)}`);
    expect((await search("tItLe OF fir")).html).toContain("Host of announced first");
    for (const text of ["secret", "Lead of", "100%", "_____________________________", '"><script>', "\0"]) {
      const { status, html } = await search(text);
      expect({ text, status }).toEqual({ text, status: 200 });
      if (text === "\0") continue;
      expect(html, text).not.toContain("Host of announced first");
      expect(html, text).toContain("Nothing matches this search");
      expect(html).not.toContain("<script>");
    }
    expect((await search("secret")).html).toContain('value="secret"');
  });

  it("are a package of the 360Giving standard that anyone may read from anywhere", async () => {
    const { headers, html } = await visitor().get(paths.openData(), { Origin: "https://elsewhere.example" });
    expect(headers.get("content-type")).toContain("application/json");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    const published = JSON.parse(html);
    expect(published.grants).toHaveLength(1);
    expect(published.grants[0]).toMatchObject({ amountAwarded: 120_000, amountAppliedFor: 150_000, currency: "USD" });
    expect(await givingProblems(published)).toEqual([]);
  });
});

describe("the language", () => {
  it("is remembered, and comes back to where it was chosen", async () => {
    const reader = visitor();
    const { status, to, headers } = await reader.post(paths.language(), { locale: "ar", back: "/calls?x=1" });
    expect([status, to]).toEqual([303, "/calls?x=1"]);
    expect(headers.getSetCookie()[0]).toMatch(/^locale=ar; Path=\/; Max-Age=\d+; SameSite=Lax$/);
    expect((await reader.get(paths.home(), { "Accept-Language": "en" })).html).toContain('lang="ar"');
  });

  it("stays as it is where nobody offers it", async () => {
    const { to, headers } = await visitor().post(paths.language(), { locale: "tlh", back: "/calls" });
    expect([to, headers.getSetCookie()]).toEqual(["/calls", []]);
  });
});

it("the privacy notice lists every reason for which a name may be looked at, and the database knows no other", async () => {
  const { html } = await visitor().get(paths.privacy());
  const [row] = await owner`select pg_get_constraintdef(oid) as rule from pg_constraint
    where conrelid = 'identity.disclosures'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%because%'`;
  const known = [...String(row?.rule).matchAll(/'([a-z_]+)'/g)].map(([, reason]) => reason);
  expect(known.sort()).toEqual([...disclosureReasons].sort());
  const section = html.slice(html.indexOf("Why a name is looked at"));
  expect(section.match(/<li>to /g)).toHaveLength(disclosureReasons.length);
});
