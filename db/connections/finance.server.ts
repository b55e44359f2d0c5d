import { side } from "./side.server";

/** Awards only. */
export const finance = side("finance");
