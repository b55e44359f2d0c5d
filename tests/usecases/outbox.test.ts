import { describe, expect, it } from "vitest";
import { appUrl, dueSoon, letterRow, order, outboxAtWork, round, sender, somebody } from "#tests/setup/outbox";
import { mostAttempts } from "~/notifications/letter.rules";
import { mailServerAt } from "~/notifications/mail-server.server";
import { settleLetter } from "~/notifications/settle-letter.server";
import { messageIdOf } from "~/notifications/write-letters.server";

const { database, mail, clock } = await outboxAtWork();
const proposal = "5b0f2c1e-7f1e-4d0a-9a57-3f4d7a4f6f10";

const deliveriesTo = (address: string) => mail.received.filter((letter) => letter.recipient === address);

describe("a letter", () => {
  it("leaves once, with name and token that are kept nowhere", async () => {
    const reader = await somebody(database.owner, { name: "Nguyễn Thị 'Mai'", email: "mai@people.example" });
    const key = await order(reader, "verify_address", { token: "s3cret-token" }, clock.now());
    expect(JSON.stringify(await letterRow(database.owner, key))).not.toContain("s3cret-token");
    for (let rounds = 0; rounds < 3; rounds += 1) await round(mail.url, clock);

    const [letter, ...more] = deliveriesTo("mai@people.example");
    expect(more).toEqual([]);
    expect(letter!.messageId).toBe(messageIdOf(key, appUrl));
    expect(letter!.text).toContain("Nguyễn Thị 'Mai'");
    expect(letter!.text).toContain(`${appUrl}/verify?token=s3cret-token`);
    expect(letter!.html).toContain("token=s3cret-token");
    expect(letter!.subject).not.toContain("s3cret-token");
    expect(letter!.headers.get("auto-submitted")).toBe("auto-generated");
    expect(letter!.headers.has("x-mailer")).toBe(false);
    expect(letter!.date).toEqual(clock.now());

    const row = await letterRow(database.owner, key);
    expect(row).toMatchObject({ state: "sent", attempts: 1, data: {}, last_error: null });
    expect(row.html + row.body_text).not.toMatch(/s3cret-token|Nguy|mai@/);
  });

  it("ordered twice for the same event is one letter", async () => {
    const reader = await somebody(database.owner, { email: "twice@people.example" });
    const key = await order(reader, "reminder", dueSoon, clock.now());
    const event = Number(key.split(":")[0]);
    await database.owner`select notifications.enqueue(${event}, ${reader}, 'reminder', '{}', null)`;
    await round(mail.url, clock);
    expect(deliveriesTo("twice@people.example")).toHaveLength(1);
  });

  it("speaks its reader's language", async () => {
    const reader = await somebody(database.owner, { email: "arabic@people.example", locale: "ar" });
    await order(reader, "withdrawal_confirmed", { proposal, instant: clock.now().toISOString() }, clock.now());
    await round(mail.url, clock);
    const [letter] = deliveriesTo("arabic@people.example");
    expect(letter!.subject).toBe("سُحب مقترحك");
    expect(letter!.html).toContain('dir="rtl"');
    expect(letter!.headers.get("content-language")).toBe("ar");
  });

  it("does not leave before its time, but is written at once", async () => {
    const reader = await somebody(database.owner, { email: "later@people.example" });
    const sendAfter = new Date(clock.now().getTime() + 60 * 60_000);
    const key = await order(reader, "decision_decline", { proposal }, clock.now(), { sendAfter });
    await round(mail.url, clock);
    clock.pass(59);
    await round(mail.url, clock);
    expect(deliveriesTo("later@people.example")).toEqual([]);
    expect(await letterRow(database.owner, key)).toMatchObject({
      state: "queued",
      attempts: 0,
      html: expect.any(String),
    });
    clock.pass(1);
    await round(mail.url, clock);
    expect(deliveriesTo("later@people.example")).toHaveLength(1);
  });

  it("stays in the outbox without a mail server, written and never sent later", async () => {
    const reader = await somebody(database.owner, { email: "kept@people.example" });
    const key = await order(reader, "reset_password", { token: "kept-token" }, clock.now());
    await round(null, clock);
    expect(await letterRow(database.owner, key)).toMatchObject({ state: "kept", subject: "Choose a new password" });
    await round(mail.url, clock);
    expect(deliveriesTo("kept@people.example")).toEqual([]);
  });

  it("that was kept leaves when an officer sends it, once there is a mail server", async () => {
    const reader = await somebody(database.owner, { email: "after-all@people.example" });
    const officer = await somebody(database.owner, { hats: ["programme_officer"] });
    const key = await order(reader, "reset_password", { token: "kept-token" }, clock.now());
    await round(null, clock);
    const actor = { person: officer, hats: ["programme_officer" as const], hat: "programme_officer" as const };
    await settleLetter(actor, key, "send_again", clock.now());
    await round(mail.url, clock);
    expect(deliveriesTo("after-all@people.example")).toHaveLength(1);
    expect((await letterRow(database.owner, key)).state).toBe("sent");
  });

  it("rolls back with the act that ordered it", async () => {
    const reader = await somebody(database.owner);
    const before = await database.owner`select count(*) from notifications.letters`;
    const work = database.owner.begin(async (tx) => {
      const [event] = await tx`select audit.record(now(), null, 'system', 'x', 'person', 'x', '{}') as id`;
      await tx`select notifications.enqueue(${event!.id}, ${reader}, 'reminder', '{}', null)`;
      throw new Error("the act failed");
    });
    await expect(work).rejects.toThrow("the act failed");
    expect(await database.owner`select count(*) from notifications.letters`).toEqual(before);
  });
});

describe("trouble", () => {
  it("with one address spoils only its own letter", async () => {
    mail.answers.recipient = (address) => (address === "nobody@people.example" ? 550 : undefined);
    const bad = await order(
      await somebody(database.owner, { email: "nobody@people.example" }),
      "reminder",
      dueSoon,
      clock.now(),
    );
    const good = await order(
      await somebody(database.owner, { email: "somebody@people.example" }),
      "reminder",
      dueSoon,
      clock.now(),
    );
    await round(mail.url, clock);
    clock.pass(60 * 24);
    await round(mail.url, clock);
    expect(await letterRow(database.owner, bad)).toMatchObject({
      state: "failed",
      attempts: 1,
      last_error: expect.stringContaining("550"),
    });
    expect((await letterRow(database.owner, good)).state).toBe("sent");
    expect(deliveriesTo("somebody@people.example")).toHaveLength(1);
    const [noted] =
      await database.owner`select act from audit.events where subject_kind = 'letter' and subject_id = ${bad}`;
    expect(noted!.act).toBe("letter failed");
  });

  it("in writing spoils only its own letter", async () => {
    const bad = await order(await somebody(database.owner), "reminder", dueSoon, clock.now());
    await database.owner`update notifications.letters set data = '{"open": "many"}' where key = ${bad}`;
    const good = await order(await somebody(database.owner), "reminder", dueSoon, clock.now());
    await round(mail.url, clock);
    expect(await letterRow(database.owner, bad)).toMatchObject({
      state: "failed",
      last_error: expect.stringContaining("dueAt"),
    });
    expect((await letterRow(database.owner, good)).state).toBe("sent");
  });

  it("that passes is waited for, longer each time, and then given up", async () => {
    const tries: number[] = [];
    mail.answers.recipient = () => {
      tries.push(clock.now().getTime());
      return 451;
    };
    const key = await order(await somebody(database.owner), "reminder", dueSoon, clock.now());
    await round(mail.url, clock);
    await round(mail.url, clock);
    expect(tries).toHaveLength(1);
    for (let minute = 0; minute < 2600; minute += 1) {
      const row = await letterRow(database.owner, key);
      if (row.state !== "queued") break;
      const wait = Math.max(1, (row.next_attempt_at.getTime() - clock.now().getTime()) / 60_000);
      clock.pass(wait - 0.5);
      await round(mail.url, clock);
      clock.pass(0.5);
      await round(mail.url, clock);
    }
    const waits = tries.slice(1).map((at, index) => (at - tries[index]!) / 60_000);
    expect(waits).toEqual([1, 5, 15, 60, 240, 720, 1440]);
    expect(await letterRow(database.owner, key)).toMatchObject({
      state: "failed",
      attempts: 8,
      last_error: expect.stringContaining("given up"),
    });
    expect(mail.received).toEqual([]);
  });

  it("that passes in time lets the letter arrive once", async () => {
    let refusals = 1;
    mail.answers.letter = () => (refusals-- > 0 ? 452 : undefined);
    const key = await order(
      await somebody(database.owner, { email: "patient@people.example" }),
      "reminder",
      dueSoon,
      clock.now(),
    );
    await round(mail.url, clock);
    expect((await letterRow(database.owner, key)).state).toBe("queued");
    clock.pass(1);
    await round(mail.url, clock);
    expect(deliveriesTo("patient@people.example")).toHaveLength(1);
    expect(await letterRow(database.owner, key)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("with the whole mail server blames no letter and rests before the next try", async () => {
    const key = await order(await somebody(database.owner), "reminder", dueSoon, clock.now());
    const closed = mailServerAt("smtp://127.0.0.1:1", sender);
    await round(null, clock, { mail: closed });
    expect(await letterRow(database.owner, key)).toMatchObject({
      state: "queued",
      attempts: 0,
      last_error: expect.stringContaining("CONN"),
    });
    expect(closed.worthTrying(clock.now())).toBe(false);
    clock.pass(1);
    expect(closed.worthTrying(clock.now())).toBe(true);
    await round(mail.url, clock);
    expect((await letterRow(database.owner, key)).state).toBe("sent");
  });
});

describe("a letter of which nobody knows whether it arrived", () => {
  it("is sent again with the same Message-ID when it is a reminder, and waits for a person when it is a decision", async () => {
    mail.answers.letter = () => "hang up";
    const reader = await somebody(database.owner, { email: "unsure@people.example" });
    const reminder = await order(reader, "reminder", dueSoon, clock.now());
    const decision = await order(reader, "decision_decline", { proposal }, clock.now());
    await round(mail.url, clock);
    expect((await letterRow(database.owner, reminder)).state).toBe("uncertain");
    expect((await letterRow(database.owner, decision)).state).toBe("uncertain");

    mail.answers = {};
    clock.pass(1);
    await round(mail.url, clock);
    clock.pass(60 * 24);
    await round(mail.url, clock);
    const counted = new Map<string, number>();
    for (const { messageId } of deliveriesTo("unsure@people.example"))
      counted.set(messageId!, (counted.get(messageId!) ?? 0) + 1);
    expect(Object.fromEntries(counted)).toEqual({
      [messageIdOf(reminder, appUrl)]: 2,
      [messageIdOf(decision, appUrl)]: 1,
    });
    expect((await letterRow(database.owner, reminder)).state).toBe("sent");
    expect((await letterRow(database.owner, decision)).state).toBe("uncertain");
  });
});

describe("a reminder whose line breaks each time", () => {
  it("leaves a bounded number of times, and then waits for a person", async () => {
    mail.answers.letter = () => "hang up";
    const reader = await somebody(database.owner, { email: "never-sure@people.example" });
    const reminder = await order(reader, "reminder", dueSoon, clock.now());
    for (let day = 0; day < 20; day += 1) {
      await round(mail.url, clock);
      clock.pass(60 * 24);
    }
    expect(deliveriesTo("never-sure@people.example")).toHaveLength(mostAttempts);
    expect(await letterRow(database.owner, reminder)).toMatchObject({ state: "uncertain", attempts: mostAttempts });
  });
});

describe("many letters", () => {
  it("leave once each when two workers send at once", async () => {
    const addresses = Array.from({ length: 40 }, (_, index) => `reader-${index}@many.example`);
    for (const email of addresses)
      await order(await somebody(database.owner, { email }), "reminder", dueSoon, clock.now());
    const connections = mail.connections;
    const counts = await Promise.all([round(mail.url, clock), round(mail.url, clock)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(40);
    expect(mail.received.map((letter) => letter.recipient).sort()).toEqual(addresses.sort());
    expect(counts.filter((count) => count > 0)).toHaveLength(2);
    // Each worker used one connection for all of its letters.
    expect(mail.connections - connections).toBe(2);
  });
});
