import { side } from "./side.server";

/** What anyone may read: published calls and announced grantees. */
export const visiting = side("public");
