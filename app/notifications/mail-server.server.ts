import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { type MailProblem, type Outcome, outcomeOf } from "./letter.rules";

export type OutgoingLetter = {
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  locale: string;
  at: Date;
};

export type MailServer = {
  /** Hands one letter over, and tells what became of it; it never throws for what a mail server may do. */
  deliver(letter: OutgoingLetter): Promise<Outcome>;
  /** False for a while after the server could not be reached. */
  worthTrying(now: Date): boolean;
  close(): void;
};

const restAfterFailure = 15_000;
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

function connectionOptions(address: string) {
  const url = new URL(address);
  const secure = url.protocol === "smtps:";
  return {
    ...patience,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    /** smtp://…?requireTLS=true refuses to send without encryption. */
    requireTLS: url.searchParams.get("requireTLS") === "true",
    credentials: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : undefined,
  };
}

async function connect(address: string): Promise<SMTPConnection> {
  const { credentials, ...options } = connectionOptions(address);
  const connection = new SMTPConnection(options);
  await new Promise<void>((resolve, reject) => {
    connection.once("error", reject);
    connection.connect((problem) => (problem ? reject(problem) : resolve()));
  });
  connection.on("error", () => {});
  if (credentials) {
    await new Promise<void>((resolve, reject) => {
      connection.login({ credentials }, (problem) => (problem ? reject(problem) : resolve()));
    }).catch((problem) => {
      connection.close();
      throw problem;
    });
  }
  return connection;
}

async function composed(
  letter: OutgoingLetter,
  from: string,
): Promise<{ envelope: { from: string; to: string[] }; bytes: Buffer }> {
  const mail = new MailComposer({
    from,
    to: letter.to,
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    messageId: letter.messageId,
    date: letter.at,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": letter.locale },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from: sender } = mail.getEnvelope();
  return { envelope: { from: sender || "", to: [letter.to.address] }, bytes: await mail.build() };
}

/** The bytes of a letter as a stream that knows when the last of them was taken. */
function watched(bytes: Buffer, progress: { handedOver: boolean }): Readable {
  return new Readable({
    read() {
      this.push(bytes);
      this.push(null);
      progress.handedOver = true;
    },
  });
}

/** A mail server behind one connection, which is opened when needed and used for letter after letter. */
export function mailServerAt(address: string, from: string): MailServer {
  let open: SMTPConnection | null = null;
  let restUntil = 0;
  const close = () => {
    open?.close();
    open = null;
  };
  return {
    async deliver(letter) {
      const progress = { connected: false, handedOver: false };
      try {
        const { envelope, bytes } = await composed(letter, from);
        open ??= await connect(address);
        const connection = open;
        progress.connected = true;
        await new Promise<void>((resolve, reject) => {
          connection.send(envelope, watched(bytes, progress), (problem) => (problem ? reject(problem) : resolve()));
        });
        return { kind: "accepted" };
      } catch (problem) {
        close();
        const outcome = outcomeOf(problem as MailProblem, progress);
        if (outcome.kind === "unreachable") restUntil = letter.at.getTime() + restAfterFailure;
        return outcome;
      }
    },
    worthTrying: (now) => now.getTime() >= restUntil,
    close() {
      open?.quit();
      open = null;
    },
  };
}
