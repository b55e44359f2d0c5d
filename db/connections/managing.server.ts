import { side } from "./side.server";

/** Calls and proposals for programme officers, without those they are conflicted with. */
export const managing = side("managing");
