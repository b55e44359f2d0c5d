import { side } from "./side.server";

/** Accounts, sessions and attempts; no proposal, no review. */
export const sessions = side("sessions");
