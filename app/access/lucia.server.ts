import { createHash } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { onConnectionsClosed, poolOf } from "#db/connections/addresses.server";
import { preparedDatabase } from "#db/connections/prepared-database.server";
import { people, sessions } from "#db/schema/access";
import type { Hat } from "~/access/hats";
import { environment } from "~/http/environment.server";
import type { PersonRef } from "~/values/person-ref";
import { sessionDays } from "./session-length";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    DatabaseUserAttributes: { hats: string[]; locale: string };
    UserId: string;
  }
}

/** What a signed-in request knows of its person: a reference and hats, never a name. */
export type Session = {
  id: string;
  person: PersonRef;
  hats: Hat[];
  /** Milliseconds until it ends, by the clock that ends it. */
  left: number;
};

const hashed = (id: string) => createHash("sha256").update(id).digest("hex");

/** A stolen copy of the sessions table opens nothing: only the hash of a session's id is stored. */
function hashingIds(adapter: Adapter): Adapter {
  return {
    async getSessionAndUser(id) {
      const [session, user] = await adapter.getSessionAndUser(hashed(id));
      return [session && { ...session, id }, user];
    },
    getUserSessions: (user) => adapter.getUserSessions(user),
    setSession: (session: DatabaseSession) => adapter.setSession({ ...session, id: hashed(session.id) }),
    updateSessionExpiration: (id, expiresAt) => adapter.updateSessionExpiration(hashed(id), expiresAt),
    deleteSession: (id) => adapter.deleteSession(hashed(id)),
    deleteUserSessions: (user) => adapter.deleteUserSessions(user),
    deleteExpiredSessions: () => adapter.deleteExpiredSessions(),
  };
}

function makeLucia() {
  const pool = poolOf("sessions");
  const database = preparedDatabase(pool, pool.options);
  const adapter = new DrizzlePostgreSQLAdapter(database as never, sessions as never, people as never);
  return new Lucia(hashingIds(adapter), {
    sessionExpiresIn: new TimeSpan(sessionDays, "d"),
    sessionCookie: {
      name: "fund_session",
      attributes: { secure: environment().appUrl.startsWith("https:"), sameSite: "lax", path: "/" },
    },
    getUserAttributes: (attributes) => ({ hats: attributes.hats, locale: attributes.locale }),
  });
}

let lucia: ReturnType<typeof makeLucia> | null = null;
onConnectionsClosed(() => {
  lucia = null;
});

function sessionsOfTheFund() {
  lucia ??= makeLucia();
  return lucia;
}

/** Who makes this request, if anyone; a session that was lengthened answers with a fresh cookie. */
export async function sessionOf(cookies: string | null): Promise<{ session: Session | null; cookie: string | null }> {
  const id = sessionsOfTheFund().readSessionCookie(cookies ?? "");
  if (!id) return { session: null, cookie: null };
  const { session, user } = await sessionsOfTheFund().validateSession(id);
  if (!session || !user) return { session: null, cookie: null };
  return {
    session: {
      id,
      person: user.id as PersonRef,
      hats: user.hats as Hat[],
      left: session.expiresAt.getTime() - Date.now(),
    },
    cookie: session.fresh ? sessionsOfTheFund().createSessionCookie(session.id).serialize() : null,
  };
}

/** Begins a session and returns the cookie that carries it. */
export async function beginSession(person: PersonRef): Promise<string> {
  const session = await sessionsOfTheFund().createSession(person, {});
  return sessionsOfTheFund().createSessionCookie(session.id).serialize();
}

/** Ends one session and returns the cookie that clears it. */
export async function endSession(id: string): Promise<string> {
  await sessionsOfTheFund().invalidateSession(id);
  return sessionsOfTheFund().createBlankSessionCookie().serialize();
}

/** Ends every session of a person, on every device. */
export async function endEverySession(person: PersonRef): Promise<void> {
  await sessionsOfTheFund().invalidateUserSessions(person);
}
