import { clockSetByParent } from "./attached-clock.server";
import { work } from "./worker.server";

/** The built worker as it is, beside an attached server: the parent sets the clock of both. */
export const run = () => work(clockSetByParent());
