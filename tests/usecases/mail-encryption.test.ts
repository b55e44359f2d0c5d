import { expect, it, onTestFinished } from "vitest";
import { startMailServer } from "#tests/setup/mail-server";
import { type MailServer, mailServerAt, type OutgoingLetter } from "~/notifications/mail-server.server";

const letter: OutgoingLetter = {
  messageId: "<sealed@fund.example>",
  to: { name: "Amina", address: "amina@university.example" },
  subject: "Decision",
  html: "<p>Yes</p>",
  text: "Yes",
  locale: "en",
  at: new Date("2026-06-01T12:00:00Z"),
};

async function sentTo(url: string) {
  const mail: MailServer = mailServerAt(url, "Fund <fund@fund.example>");
  onTestFinished(() => mail.close());
  return mail.deliver(letter);
}

it("hands nothing to a server whose certificate nobody vouches for; the letter is tried again later", async () => {
  const server = await startMailServer({}, true);
  onTestFinished(server.stop);
  expect(await sentTo(server.url)).toMatchObject({ kind: "unreachable" });
  expect(server.received).toEqual([]);
});

it("hands nothing over in the open where encryption is asked for", async () => {
  const server = await startMailServer();
  onTestFinished(server.stop);
  expect(await sentTo(`${server.url}?requireTLS=true`)).not.toMatchObject({ kind: "accepted" });
  expect(server.received).toEqual([]);
  expect(await sentTo(server.url)).toEqual({ kind: "accepted" });
});
