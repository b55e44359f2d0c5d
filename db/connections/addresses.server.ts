import postgres from "postgres";
import { loginOf, poolSizes, type Side } from "./sides";

/** Where the database is: our own cluster with a login per side, or one URL whose login assumes each side's role. */
export type DatabaseAddress =
  | {
      kind: "embedded";
      host: string;
      port: number;
      database: string;
      passwords: Record<Side, string>;
      ownerPassword: string;
    }
  | { kind: "url"; url: string };

let address: DatabaseAddress | null = null;
const pools = new Map<Side, postgres.Sql>();
const whenClosed: (() => void)[] = [];

/** Says where the database is. Every process calls it once, before the first use. */
export function configureDatabase(where: DatabaseAddress) {
  address = where;
}

/** True when sides share one login and only assume a role: a session could go back by itself. */
export function sidesShareOneLogin() {
  return address?.kind === "url";
}

function known(): DatabaseAddress {
  if (!address) throw new Error("The database is not configured yet: configureDatabase comes first.");
  return address;
}

function connect(side: Side): postgres.Sql {
  const where = known();
  const common = {
    max: poolSizes[side],
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: `fund ${side}` },
  };
  if (where.kind === "url") {
    return postgres(where.url, { ...common, connection: { ...common.connection, role: loginOf(side) } as never });
  }
  return postgres({
    ...common,
    host: where.host,
    port: where.port,
    database: where.database,
    username: loginOf(side),
    password: where.passwords[side],
  });
}

/** The pool of one side, opened on first use. */
export function poolOf(side: Side): postgres.Sql {
  let pool = pools.get(side);
  if (!pool) {
    pool = connect(side);
    pools.set(side, pool);
  }
  return pool;
}

/** A client of its own with the owner's login, for migrations, seeds and invariants; the caller ends it. */
export function ownerConnection(options: { max?: number } = {}): postgres.Sql {
  const where = known();
  const common = { max: options.max ?? 1, onnotice: () => {}, connection: { application_name: "fund owner" } };
  if (where.kind === "url") return postgres(where.url, common);
  const { host, port, database, ownerPassword } = where;
  return postgres({ ...common, host, port, database, username: "fund_owner", password: ownerPassword });
}

/** Called when the pools are closed, so that what was built on them is forgotten too. */
export function onConnectionsClosed(forget: () => void) {
  whenClosed.push(forget);
}

/** Ends every pool; a later use opens new ones. */
export async function closeConnections() {
  const open = [...pools.values()];
  pools.clear();
  for (const forget of whenClosed) forget();
  await Promise.all(open.map((pool) => pool.end({ timeout: 5 })));
}
