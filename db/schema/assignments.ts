import { check, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { assignmentLife } from "~/assignments/assignment.states";
import { people } from "./access";
import { calls } from "./calls";
import { packets } from "./eligibility";
import { instant } from "./instant";
import { proposals } from "./proposals";
import { stateIsKnown } from "./state-is-known";

/** Who sits in the advisory group of a call, and since when they agreed to its rules. */
export const advisoryMemberships = pgTable(
  "advisory_memberships",
  {
    callId: uuid()
      .notNull()
      .references(() => calls.id),
    person: uuid()
      .notNull()
      .references(() => people.id),
    invitedAt: instant().notNull(),
    invitedBy: uuid().notNull(),
    agreedAt: instant(),
    agreement: text(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.person] }), index().on(table.person)],
);

/** One reviewer, one packet, one due date. */
export const assignments = pgTable(
  "assignments",
  {
    id: uuid().primaryKey(),
    callId: uuid()
      .notNull()
      .references(() => calls.id),
    packetId: uuid()
      .notNull()
      .references(() => packets.id),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id),
    reviewer: uuid()
      .notNull()
      .references(() => people.id),
    pseudonym: text().notNull(),
    salt: text().notNull(),
    state: text().notNull(),
    dueAt: instant().notNull(),
    assignedAt: instant().notNull(),
    assignedBy: uuid().notNull(),
    recusedAt: instant(),
    recusedBecause: text(),
  },
  (table) => [
    unique("a reviewer reviews a packet once").on(table.packetId, table.reviewer),
    unique("a pseudonym is used once for a packet").on(table.packetId, table.pseudonym),
    index().on(table.reviewer),
    index().on(table.callId),
    index().on(table.proposalId),
    check("an assignment has a state", stateIsKnown("state", assignmentLife)),
  ],
);
