import { side } from "./side.server";

/** An applicant's own proposals, and nothing else. */
export const applying = side("applying");
