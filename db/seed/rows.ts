import type { people } from "#db/schema/access";
import type { advisoryMemberships, assignments } from "#db/schema/assignments";
import type { events } from "#db/schema/audit";
import type { announcedGrantees, awards } from "#db/schema/awards";
import type { calls } from "#db/schema/calls";
import type { conflicts } from "#db/schema/conflicts";
import type { announcements, decisions, releases } from "#db/schema/decisions";
import type { documents } from "#db/schema/documents";
import type { eligibilityDecisions, packets } from "#db/schema/eligibility";
import type {
  affiliations,
  documentNames,
  hosts,
  identityAnswers,
  identityVersions,
  institutions,
  persons,
} from "#db/schema/identity";
import type { recommendations } from "#db/schema/meetings";
import type { letters } from "#db/schema/notifications";
import type { answers, proposalMembers, proposals, proposalVersions, receipts } from "#db/schema/proposals";
import type { reviews, scoreHistory, scores } from "#db/schema/reviews";

type Inserted<T extends { $inferInsert: unknown }> = T["$inferInsert"][];

/** Everything the demo puts into the database, by table. Hashes, receipts, files and passwords are added while loading. */
export type Rows = {
  people: Inserted<typeof people>;
  institutions: Inserted<typeof institutions>;
  persons: Inserted<typeof persons>;
  affiliations: Inserted<typeof affiliations>;
  calls: Inserted<typeof calls>;
  advisoryMemberships: Inserted<typeof advisoryMemberships>;
  proposals: Inserted<typeof proposals>;
  proposalMembers: Inserted<typeof proposalMembers>;
  answers: Inserted<typeof answers>;
  identityAnswers: Inserted<typeof identityAnswers>;
  hosts: Inserted<typeof hosts>;
  documents: Inserted<typeof documents>;
  documentNames: Inserted<typeof documentNames>;
  proposalVersions: Inserted<typeof proposalVersions>;
  receipts: Inserted<typeof receipts>;
  identityVersions: Inserted<typeof identityVersions>;
  eligibilityDecisions: Inserted<typeof eligibilityDecisions>;
  packets: Inserted<typeof packets>;
  conflicts: Inserted<typeof conflicts>;
  assignments: Inserted<typeof assignments>;
  reviews: Inserted<typeof reviews>;
  scores: Inserted<typeof scores>;
  scoreHistory: Inserted<typeof scoreHistory>;
  recommendations: Inserted<typeof recommendations>;
  decisions: Inserted<typeof decisions>;
  releases: Inserted<typeof releases>;
  announcements: Inserted<typeof announcements>;
  awards: Inserted<typeof awards>;
  announcedGrantees: Inserted<typeof announcedGrantees>;
  events: (typeof events.$inferInsert & { id: number })[];
  letters: Inserted<typeof letters>;
  /** Documents whose properties name their author. */
  authorsInFiles: string[];
};

export const emptyRows = (): Rows => ({
  people: [],
  institutions: [],
  persons: [],
  affiliations: [],
  calls: [],
  advisoryMemberships: [],
  proposals: [],
  proposalMembers: [],
  answers: [],
  identityAnswers: [],
  hosts: [],
  documents: [],
  documentNames: [],
  proposalVersions: [],
  receipts: [],
  identityVersions: [],
  eligibilityDecisions: [],
  packets: [],
  conflicts: [],
  assignments: [],
  reviews: [],
  scores: [],
  scoreHistory: [],
  recommendations: [],
  decisions: [],
  releases: [],
  announcements: [],
  awards: [],
  announcedGrantees: [],
  events: [],
  letters: [],
  authorsInFiles: [],
});
