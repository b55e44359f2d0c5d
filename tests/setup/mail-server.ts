import { once } from "node:events";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

type ReceivedMail = ParsedMail & { recipient: string; at: number };

type Answers = {
  /** Called for each recipient; a returned number refuses it with that code. */
  recipient?(address: string): number | undefined | Promise<number | undefined>;
  /** Called when a letter has arrived whole, before it is accepted; a returned number refuses it. */
  letter?(mail: ReceivedMail): number | undefined | "hang up" | Promise<number | undefined | "hang up">;
};

export type TestMailServer = {
  url: string;
  /** Everything that was accepted, in order, duplicates included. */
  received: ReceivedMail[];
  answers: Answers;
  connections: number;
  stop(): Promise<void>;
};

/** A sender that is killed in the middle of a letter has delivered none, and nobody is left to answer. */
function nothingIfBrokenOff(problem: { code?: string }): null {
  if (problem.code === "ECONNECTION") return null;
  throw problem;
}

const refusal = (code: number) => Object.assign(new Error("not here"), { responseCode: code });

/** A real SMTP server that counts what it accepts: delivery is what happened at this end. */
export async function startMailServer(answers: Answers = {}, secure = false): Promise<TestMailServer> {
  const state: TestMailServer = { url: "", received: [], answers, connections: 0, stop: async () => {} };
  const server = new SMTPServer({
    // With the certificate that comes with the package, which nobody vouches for.
    secure,
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    closeTimeout: 100,
    onConnect(_session, done) {
      state.connections += 1;
      done();
    },
    async onRcptTo({ address }, _session, done) {
      const code = await state.answers.recipient?.(address);
      done(code ? refusal(code) : undefined);
    },
    async onData(stream, session, done) {
      const parsed = await simpleParser(stream).catch(nothingIfBrokenOff);
      if (!parsed) return;
      const recipient = session.envelope.rcptTo[0]?.address ?? "";
      const mail: ReceivedMail = Object.assign(parsed, { recipient, at: Date.now() });
      const answer = await state.answers.letter?.(mail);
      if (answer === "hang up") {
        state.received.push(mail);
        (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections.forEach(
          (connection) => {
            connection._socket.destroy();
          },
        );
        return;
      }
      if (answer) return done(refusal(answer));
      state.received.push(mail);
      done();
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as { port: number };
  state.url = `${secure ? "smtps" : "smtp"}://127.0.0.1:${port}`;
  state.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return state;
}
