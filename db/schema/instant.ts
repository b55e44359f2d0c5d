import { timestamp } from "drizzle-orm/pg-core";

/** A point in time, kept by the database with its zone and read as a Date (UTC). */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });
