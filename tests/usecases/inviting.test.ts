import { beforeAll, describe, expect, it } from "vitest";
import { sessions } from "#db/connections/sessions.server";
import { previews } from "#emails/letters";
import { afterClose, asOfficer, managedCallFactory } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { consumeLink } from "~/access/one-time-links.server";
import { advisoryGroupOf } from "~/assignments/coverage.queries.server";
import { inviteReviewer } from "~/assignments/invite-reviewer.server";
import { openToken } from "~/notifications/letter-tokens.server";
import { renderLetter } from "~/notifications/render-letter.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = managedCallFactory(owner);
const rosa = { name: "Rosa Lindqvist", email: "rosa@advisory.example", locale: "ar" };

let call: { id: string; slug: string };
let officer: PersonRef;
beforeAll(async () => {
  call = await make.call();
  officer = await make.officer({ email: "olivia@fund.example" });
});
const invite = (invited: typeof rosa, slug = call.slug) =>
  inviteReviewer(asOfficer(officer), slug, invited, afterClose);

describe("an invitation to the advisory group", () => {
  it("makes an account without a password, a seat, and one letter in the reader's language", async () => {
    const person = await invite(rosa);
    const [account] = await owner`select hats, locale from access.people where id = ${person}`;
    expect(account).toEqual({ hats: ["reviewer"], locale: "ar" });
    const [identity] = await owner`select name, email, password_hash from identity.persons where ref = ${person}`;
    expect(identity).toEqual({ name: rosa.name, email: rosa.email, password_hash: null });
    const { members } = await advisoryGroupOf(officer, call.slug, afterClose);
    expect(members).toMatchObject([{ ref: person, name: rosa.name, agreedAt: null, load: 0 }]);
    const letters = await owner`select template, locale from notifications.letters where recipient = ${person}`;
    expect(letters).toEqual([{ template: "invitation_reviewer", locale: "ar" }]);
  });

  it("carries a link whose secret is stored nowhere, and which works once within 14 days", async () => {
    const person = await invite({ ...rosa, email: "bibi@advisory.example" });
    const [letter] = await owner`select data from notifications.letters where recipient = ${person}`;
    const secret = openToken(letter?.data.token);
    const everything = await owner`select hash, purpose from access.one_time_links where person = ${person}`;
    expect(everything).toMatchObject([{ purpose: "invitation" }]);
    expect(JSON.stringify([letter, everything])).not.toContain(secret);
    const use = (days: number) =>
      sessions.transaction(null, (tx) =>
        consumeLink(tx, secret, ["invitation"], new Date(afterClose.getTime() + days * 86_400_000)),
      );
    await expect(use(15)).rejects.toMatchObject({ reason: "link_does_not_work" });
    expect(await use(13)).toBe(person);
    await expect(use(13)).rejects.toMatchObject({ reason: "link_does_not_work" });
  });

  it("gives a seat to who has an account already, under the name she chose herself", async () => {
    const known = await make.person({ name: "Minh-Anh Vo", email: "minh@advisory.example" });
    expect(await invite({ name: "M. Vo", email: "MINH@advisory.example", locale: "en" })).toBe(known);
    expect(await owner`select name from identity.persons where ref = ${known}`).toEqual([{ name: "Minh-Anh Vo" }]);
    expect(await owner`select hats from access.people where id = ${known}`).toEqual([{ hats: ["reviewer"] }]);
  });

  it("asks who has a password to sign in with it, and offers no link to choose another", async () => {
    const to = `/review/agreement/${call.id}`;
    const known = await make.person({ email: "known@advisory.example", passwordHash: "a hash" });
    await invite({ ...rosa, email: "known@advisory.example" });
    const letterTo = async (person: PersonRef) => {
      const [letter] = await owner`select data from notifications.letters where recipient = ${person}`;
      const links = await owner`select from access.one_time_links where person = ${person}`;
      return { data: letter?.data, links: links.length };
    };
    const { data, links } = await letterTo(known);
    expect([data, links]).toEqual([{ to }, 0]);
    const { facts } = previews.invitation_reviewer;
    const appUrl = "https://fund.example";
    const { html } = await renderLetter({ template: "invitation_reviewer", locale: "en", data, facts, appUrl });
    expect(html).toContain(`href="${appUrl}/sign-in?to=${encodeURIComponent(to)}"`);
    expect(html).not.toMatch(/password|works once/);

    const unproved = await make.person({ email: "unproved@advisory.example", passwordHash: "a hash" });
    await owner`update identity.persons set email_verified_at = null where ref = ${unproved}`;
    await invite({ ...rosa, email: "unproved@advisory.example" });
    expect(await letterTo(unproved)).toMatchObject({ data: { token: expect.any(String), to }, links: 1 });
  });

  it("sent again makes a second letter and no second seat", async () => {
    const person = await invite({ ...rosa, email: "twice@advisory.example" });
    expect(await invite({ ...rosa, email: "twice@advisory.example" })).toBe(person);
    expect(await owner`select from advisory_memberships where person = ${person}`).toHaveLength(1);
    expect(await owner`select from notifications.letters where recipient = ${person}`).toHaveLength(2);
  });

  it("leads to the agreement of its call, and is refused for who has agreed already", async () => {
    const person = await invite({ ...rosa, email: "agreed@advisory.example" });
    const letters = () => owner`select data ->> 'to' as to from notifications.letters where recipient = ${person}`;
    expect(await letters()).toEqual([{ to: `/review/agreement/${call.id}` }]);
    await owner`update advisory_memberships set agreed_at = ${afterClose} where person = ${person}`;
    await expect(invite({ ...rosa, email: "agreed@advisory.example" })).rejects.toMatchObject({
      reason: "agreed_already",
      details: { fields: { email: "agreed_already" } },
    });
    expect(await letters()).toHaveLength(1);
  });

  it.each(["programme_officer", "finance_officer", "auditor"])("is refused to a %s, who may see names", async (hat) => {
    const email = `${hat}@fund.example`;
    const other = await make.person({ email });
    await owner`update access.people set hats = ${[hat]} where id = ${other}`;
    await expect(invite({ ...rosa, email })).rejects.toMatchObject({
      reason: "wears_another_hat",
      details: { fields: { email: "wears_another_hat" } },
    });
    expect(await owner`select from advisory_memberships where person = ${other}`).toEqual([]);
    const both = owner`update access.people set hats = hats || 'reviewer'::text where id = ${other}`;
    await expect(both, "the database itself refuses").rejects.toThrow("a reviewer wears no hat that sees names");
  });

  it("makes one account, however often an address is invited at the same moment", async () => {
    const at = { ...rosa, email: "at-once@advisory.example" };
    const invited = await Promise.all(Array.from({ length: 5 }, () => invite(at)));
    expect(new Set(invited).size).toBe(1);
    expect(await owner`select from identity.persons where email = ${at.email}`).toHaveLength(1);
  });

  it("is refused to oneself, to an unknown call, and by who is no officer", async () => {
    await expect(invite({ ...rosa, email: "olivia@fund.example" })).rejects.toMatchObject({ reason: "not_oneself" });
    await expect(invite(rosa, "no-such-call")).rejects.toMatchObject({ kind: "not_found" });
    const stranger = await make.person();
    await expect(inviteReviewer(asOfficer(stranger), call.slug, rosa, afterClose)).rejects.toMatchObject({
      kind: "not_found",
    });
    expect(await owner`select hats from access.people where id = ${officer}`).toEqual([
      { hats: ["programme_officer"] },
    ]);
  });
});
