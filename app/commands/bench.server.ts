import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configureDatabase, ownerConnection } from "#db/connections/addresses.server";
import { startEmbedded } from "#db/embedded/start-embedded.server";
import { migrateDatabase } from "#db/migrate.server";
import { loadDemo } from "#db/seed/load-demo.server";
import { environment } from "~/http/environment.server";
import { measurePage, type PageFigures } from "./bench/measure-page.server";
import { measuredServer } from "./bench/measured-server.server";
import { benchPages } from "./bench/pages.server";
import { benchReport } from "./bench/report";

const seed = 2021;
const reviewersPerProposals = 600 / 5000;

function sizeOf(words: string[]): { proposals: number; reviewers: number } | null {
  const at = words.indexOf("--size");
  const proposals = at < 0 ? Number.NaN : Number(words[at + 1]);
  return Number.isInteger(proposals) ? { proposals, reviewers: Math.round(proposals * reviewersPerProposals) } : null;
}

/**
 * npm run bench: the built server on a scratch database, measured page by page beside the least each page can cost.
 * `-- --size 5000` makes a fund of that many proposals.
 */
export async function run(words: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "fund-bench-"));
  process.env.DATA_DIR = folder;
  environment({ demo: true });
  const cluster = await startEmbedded({ folder: join(folder, "database"), notice: console.error });
  try {
    await cluster.ensureDatabase("bench");
    const address = cluster.address("bench");
    configureDatabase(address);
    await migrateDatabase();
    const owner = ownerConnection();
    const size = sizeOf(words);
    const began = performance.now();
    await loadDemo(owner, { now: new Date(), seed, ...(size ? { size } : {}) });
    // A fund of this size did not come in a minute: without this the database tidies up while pages are measured.
    await owner`vacuum analyze`;
    console.log(`Loaded in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    const server = await measuredServer(address, folder);
    const figures: PageFigures[] = [];
    for (const page of await benchPages(server.port, owner)) {
      console.log(`Measuring ${page.name} …`);
      figures.push(await measurePage(server, page));
    }
    const { residentBytes } = await server.ask({ ask: "cost" }, "cost");
    await server.stop();
    await owner.end();
    const data = size
      ? `${size.proposals} proposals, ${size.reviewers} reviewers`
      : "the demo (128 proposals, 24 reviewers)";
    console.log(`\n${benchReport(figures, residentBytes, data)}`);
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
