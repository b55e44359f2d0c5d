import { configureDatabase, type DatabaseAddress } from "#db/connections/addresses.server";
import { environment } from "~/http/environment.server";
import { startServing } from "~/http/serve.server";
import type { Question, Reply } from "./bench/messages";
import { partsOfPage } from "./bench/page-parts.server";
import { processCost } from "./bench/process-cost.server";
import { watchPools } from "./bench/watch-queries.server";

const reply = (message: Reply) => process.send?.(message);

/** The built server as it is, in a process of its own, telling the bench what it costs. */
export async function run(): Promise<void> {
  environment();
  configureDatabase(JSON.parse(process.env.BENCH_DATABASE ?? "") as DatabaseAddress);
  watchPools();
  const { port } = await startServing();
  process.on("message", async (question: Question) => {
    if (question.ask === "cost") return reply({ answer: "cost", ...processCost() });
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}${question.path}`, { headers: { Cookie: question.cookie } });
      await answer.arrayBuffer();
    };
    return reply({ answer: "parts", ...(await partsOfPage(ask, question.times)) });
  });
  process.once("disconnect", () => process.exit(0));
  reply({ answer: "ready", port });
}
