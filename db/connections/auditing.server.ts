import { side } from "./side.server";

/** Everything to read, nothing to change; names only by disclosure. */
export const auditing = side("auditing");
