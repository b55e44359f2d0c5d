import { startEmbedded } from "#db/embedded/start-embedded.server";
import { asSuperuser } from "#db/embedded/superuser.server";

const [folder, kind] = process.argv.slice(2);
const cluster = await startEmbedded({ folder: folder!, forTests: kind === "tests", notice: () => {} });
const [row] = await asSuperuser(
  cluster.superuser,
  (sql) => sql`select split_part(pg_read_file('postmaster.pid'), e'\n', 1)::int as server`,
);
process.once("message", async () => {
  await cluster.stop();
  process.exit(0);
});
process.send?.({ port: cluster.port, attached: cluster.attached, server: row?.server });
