import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { loginOf, sides } from "#db/connections/sides";
import type { TestDatabase } from "#tests/setup/database";
import { dueSoon, letterRow, order, outboxAtWork, round, somebody } from "#tests/setup/outbox";
import { refusalOf } from "#tests/setup/refused";
import type { Actor } from "~/access/actor";
import { disclose } from "~/identities/disclose.server";
import { maskTokens } from "~/notifications/blanks";
import { letterAsSent, lettersInOutbox } from "~/notifications/letters.queries.server";
import { settleLetter } from "~/notifications/settle-letter.server";
import type { PersonRef } from "~/values/person-ref";

const { database, mail, clock } = await outboxAtWork();
let applicant: PersonRef;
let reviewer: PersonRef;
let officer: Actor;
let call: string;
let proposal: string;
let assignment: string;

/** One call, one proposal with an investigator, one review with a comment for her. */
async function oneReviewedProposal({ owner }: TestDatabase) {
  [call, proposal, assignment] = [randomUUID(), randomUUID(), randomUUID()];
  const packet = randomUUID();
  const texts = { en: { title: "Safer platforms" }, ar: { title: "منصات أكثر أمانًا" } };
  await owner`insert into calls (id, slug, kind, state, currency, floor_minor, ceiling_minor, budget_minor, opens_at, closes_at,
      scoring_closes_at, zone, languages, themes, form, rubric, texts, created_at)
    values (${call}, ${call}, 'open', 'closed', 'USD', 0, 1, 1, now() - interval '9 days', now(), now(), 'Africa/Nairobi',
      '{en}', '{}', '{}', '{}', ${owner.json(texts)}, now())`;
  await owner`insert into proposals (id, call_id, state, title, months, created_at)
    values (${proposal}, ${call}, 'in_review', 'What deters first contact?', 18, now())`;
  await owner`insert into proposal_members values (${proposal}, ${applicant}, 'principal_investigator')`;
  await owner`insert into packets (id, call_id, proposal_id, code, content, documents, hash, frozen_at, frozen_by)
    values (${packet}, ${call}, ${proposal}, ${packet}, '{}', '[]', '', now(), ${reviewer})`;
  await owner`insert into assignments (id, call_id, packet_id, proposal_id, reviewer, pseudonym, salt, state, due_at, assigned_at, assigned_by)
    values (${assignment}, ${call}, ${packet}, ${proposal}, ${reviewer}, 'Reviewer A', '', 'locked', now(), now(), ${reviewer})`;
  await owner`insert into reviews (assignment_id, to_advisory_group, to_applicant, locked_at)
    values (${assignment}, 'Between us.', 'A clear design.', now())`;
}

beforeAll(async () => {
  applicant = await somebody(database.owner, { name: "Amina Planted", email: "amina@planted.example" });
  reviewer = await somebody(database.owner, { name: "Rita Sealed", email: "rita@sealed.example", hats: ["reviewer"] });
  const person = await somebody(database.owner, { hats: ["programme_officer"] });
  officer = { person, hats: ["programme_officer"], hat: "programme_officer" };
});
beforeEach(() => oneReviewedProposal(database));

const release = () => database.owner`insert into releases (call_id, prepared_by, prepared_at, released_by, released_at)
  values (${call}, ${randomUUID()}, now(), ${randomUUID()}, now())`;
const sent = () => mail.received.map((letter) => `${letter.subject}\n${letter.text}\n${letter.html}`).join("\n");

describe("what a letter knows", () => {
  it("an applicant's: her proposal, and after the release the comments meant for her", async () => {
    await release();
    const data = { proposal, amount: { minor: 12_000_000, currency: "USD" } };
    await order(applicant, "decision_award", data, clock.now(), { subject: { kind: "proposal", id: proposal } });
    await round(mail.url, clock);
    expect(mail.received).toHaveLength(1);
    const { text, subject } = mail.received[0]!;
    expect(subject).toContain("Safer platforms");
    for (const part of [
      "Dear Amina Planted",
      "What deters first contact?",
      "120,000",
      "18 months",
      "Reviewer A",
      "A clear design.",
    ]) {
      expect(text).toContain(part);
    }
    expect(sent()).not.toMatch(/Between us|Rita|sealed\.example/);
  });

  it("before the release: no comment, whatever was ordered", async () => {
    await order(applicant, "decision_decline", { proposal }, clock.now());
    await round(mail.url, clock);
    expect(sent()).toContain("What deters first contact?");
    expect(sent()).not.toContain("A clear design");
  });

  it("somebody else's: nothing of a proposal that is not theirs", async () => {
    await release();
    const stranger = await somebody(database.owner);
    await order(stranger, "decision_decline", { proposal }, clock.now(), {
      subject: { kind: "proposal", id: proposal },
    });
    await round(mail.url, clock);
    expect(mail.received).toHaveLength(1);
    expect(sent()).not.toMatch(/What deters|A clear design|Safer platforms/);
  });

  it("of what was not eligible: the words for its applicants, after the release, and never the officers' reason", async () => {
    await database.owner`insert into eligibility_decisions (proposal_id, outcome, reason, to_applicant, decided_by, decided_at)
      values (${proposal}, 'ineligible', 'Kept by the fund.', 'Another theme.', ${officer.person}, now())`;
    const stranger = await somebody(database.owner);
    const subject = { kind: "proposal", id: proposal };
    const told = async (recipient: PersonRef, template: "decision_ineligible" | "decision_decline") => {
      mail.received.length = 0;
      await order(recipient, template, { proposal }, clock.now(), { subject });
      await round(mail.url, clock);
      expect(mail.received).toHaveLength(1);
      expect(sent()).not.toContain("Kept by the fund");
      return sent();
    };
    expect(await told(applicant, "decision_ineligible")).not.toContain("Another theme.");
    await release();
    expect(await told(applicant, "decision_ineligible")).toContain("Another theme.");
    expect(await told(applicant, "decision_decline")).not.toContain("Another theme.");
    expect(await told(stranger, "decision_ineligible")).not.toContain("Another theme.");
  });

  it("a reviewer's: the call, and nothing of who applies or what for", async () => {
    await database.owner`update assignments set state = 'assigned' where id = ${assignment}`;
    await order(reviewer, "assignment", { dueAt: dueSoon.dueAt }, clock.now(), {
      subject: { kind: "assignment", id: assignment },
    });
    await order(reviewer, "reminder", dueSoon, clock.now(), { subject: { kind: "call", id: call } });
    await round(mail.url, clock);
    expect(mail.received).toHaveLength(2);
    for (const { text } of mail.received) {
      expect(text).toContain("Safer platforms");
      expect(text).toContain("15:00");
    }
    expect(sent()).not.toMatch(/What deters|Amina|planted/);
    const headers = mail.received.flatMap((letter) => letter.headerLines.map(({ line }) => line)).join("\n");
    expect(headers).not.toMatch(/Amina|planted|Reply-To/i);
    expect(headers).not.toContain(proposal);
  });
});

describe("the outbox", () => {
  it("takes orders from every side, and tells addresses to the delivering side alone, of letters under way alone", async () => {
    const key = await order(applicant, "reminder", dueSoon, clock.now());
    for (const side of sides) {
      const login = postgres(database.urls[side], { max: 1, onnotice: () => {} });
      const codeOf = (work: Promise<unknown>) =>
        work.then(
          () => "allowed",
          (problem) => problem.code as string,
        );
      try {
        const name = loginOf(side);
        expect([name, await codeOf(login`select * from identity.persons`)]).toEqual([name, "42501"]);
        expect([name, await codeOf(login`select data from notifications.letters`)]).toEqual([
          name,
          side === "delivery" ? "allowed" : "42501",
        ]);
        expect([name, await codeOf(login`delete from notifications.letters`)]).toEqual([name, "42501"]);
        const address = login`select * from identity.address_for(${key})`;
        if (side === "delivery") expect(await address).toEqual([]);
        else expect([name, await codeOf(address)]).toEqual([name, "42501"]);
      } finally {
        await login.end();
      }
    }
    await database.owner`update notifications.letters set state = 'sending' where key = ${key}`;
    const [told] = await database.owner`select * from identity.address_for(${key})`;
    expect(told).toMatchObject({ email: "amina@planted.example" });
  });

  it("keeps a letter as it was sent", async () => {
    const key = await order(applicant, "reminder", dueSoon, clock.now());
    await round(mail.url, clock);
    await expect(database.owner`update notifications.letters set html = '' where key = ${key}`).rejects.toThrow(
      "letter_was_sent",
    );
    await expect(database.owner`delete from notifications.letters where key = ${key}`).rejects.toThrow(
      "letter_was_sent",
    );
  });
});

describe("officers", () => {
  const look = (actor: Actor, key: string) => managing.transaction(actor.person, (tx) => letterAsSent(tx, key));

  it("read letters as sent, tokens masked, names by disclosure", async () => {
    const key = await order(applicant, "verify_address", { token: "very-secret" }, clock.now());
    await round(null, clock);
    const letter = await look(officer, key);
    expect(letter).toMatchObject({ state: "kept", template: "verify_address", recipient: applicant });
    expect(JSON.stringify(letter)).not.toMatch(/very-secret|sealed:|Amina/);
    const names = await managing.transaction(officer.person, (tx) => disclose(tx, [applicant], "letters", clock.now()));
    const shown = maskTokens(letter!.html!, names.get(applicant)?.name);
    expect(shown).toContain("Dear Amina Planted");
    expect(shown).toContain("token=••••••");
    const { letters, total } = await managing.transaction(officer.person, (tx) =>
      lettersInOutbox(tx, { state: "kept", page: 1, size: 10 }),
    );
    expect([letters.map((row) => row.key), total]).toEqual([[key], 1]);
  });

  it("who are conflicted see no letter to or about that proposal, and settle none", async () => {
    const toTeam = await order(applicant, "reset_password", { token: "x" }, clock.now());
    const aboutIt = await order(reviewer, "assignment", { dueAt: dueSoon.dueAt }, clock.now(), {
      subject: { kind: "assignment", id: assignment },
    });
    const other = await order(await somebody(database.owner), "reminder", dueSoon, clock.now());
    await round(null, clock);
    for (const key of [toTeam, aboutIt, other]) expect(await look(officer, key)).toBeDefined();
    await database.owner`insert into conflicts (proposal_id, person, kind, state, found_at)
      values (${proposal}, ${officer.person}, 'declared', 'confirmed', now())`;
    expect(await look(officer, toTeam)).toBeUndefined();
    expect(await look(officer, aboutIt)).toBeUndefined();
    expect(await look(officer, other)).toBeDefined();
    await database.owner`update notifications.letters set state = 'uncertain' where key = ${toTeam}`;
    for (const how of ["send_again", "arrived"] as const)
      expect(await refusalOf(settleLetter(officer, toTeam, how, clock.now()))).toMatchObject({ kind: "not_found" });
    await database.owner`delete from conflicts`;
    await settleLetter(officer, toTeam, "send_again", clock.now());
  });

  it("settle what is uncertain: it leaves again with the same Message-ID, or is known to have arrived", async () => {
    mail.answers.letter = () => "hang up";
    const [again, arrived] = [
      await order(applicant, "decision_decline", { proposal }, clock.now()),
      await order(applicant, "decision_reserve", { proposal }, clock.now()),
    ];
    await round(mail.url, clock);
    mail.answers = {};
    const stranger: Actor = { person: applicant, hats: ["programme_officer"], hat: "programme_officer" };
    await expect(settleLetter(stranger, again, "send_again", clock.now())).rejects.toThrow();
    await settleLetter(officer, again, "send_again", clock.now());
    await settleLetter(officer, arrived, "arrived", clock.now());
    await expect(settleLetter(officer, arrived, "send_again", clock.now())).rejects.toThrow();
    await round(mail.url, clock);
    expect((await letterRow(database.owner, again)).state).toBe("sent");
    expect((await letterRow(database.owner, arrived)).state).toBe("sent");
    const ids = mail.received.map((letter) => letter.messageId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(2);
    const acts = await database.owner`select act from audit.events where subject_id = ${again} order by id`;
    expect(acts.map((row) => row.act)).toEqual(["letter uncertain", "letter settled"]);
  });
});
