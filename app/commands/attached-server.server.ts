import { configureDatabase, type DatabaseAddress } from "#db/connections/addresses.server";
import { environment } from "~/http/environment.server";
import { startServing } from "~/http/serve.server";
import { clockSetByParent } from "./attached-clock.server";
import type { Question, Reply } from "./bench/messages";
import { partsOfPage } from "./bench/page-parts.server";
import { processCost } from "./bench/process-cost.server";
import { watchPools } from "./bench/watch-queries.server";

const reply = (message: Reply) => process.send?.(message);

/**
 * The built server as it is, in a process of its own, on a database that the parent prepared (ATTACHED_DATABASE). The
 * parent may set its clock, and ask what it costs; it ends with its parent.
 */
export async function run(): Promise<void> {
  environment();
  configureDatabase(JSON.parse(process.env.ATTACHED_DATABASE ?? "") as DatabaseAddress);
  watchPools();
  const { port } = await startServing(clockSetByParent());
  process.on("message", async (question: Question) => {
    if (question.ask === "clock") return;
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
