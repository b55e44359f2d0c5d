import { side } from "./side.server";

/** Views of the schema reviewing, for the reviewer at work; no table at all. */
export const reviewing = side("reviewing");
