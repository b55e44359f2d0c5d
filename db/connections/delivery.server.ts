import { side } from "./side.server";

/** The outbox and the addresses of its letters. */
export const delivery = side("delivery");
