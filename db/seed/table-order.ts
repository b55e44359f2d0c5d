import type { PgTable } from "drizzle-orm/pg-core";
import { people } from "#db/schema/access";
import { advisoryMemberships, assignments } from "#db/schema/assignments";
import { events } from "#db/schema/audit";
import { announcedGrantees, awards } from "#db/schema/awards";
import { calls } from "#db/schema/calls";
import { conflicts } from "#db/schema/conflicts";
import { announcements, decisions, releases } from "#db/schema/decisions";
import { documents } from "#db/schema/documents";
import { eligibilityDecisions, packets } from "#db/schema/eligibility";
import {
  affiliations,
  documentNames,
  hosts,
  identityAnswers,
  identityVersions,
  institutions,
  persons,
} from "#db/schema/identity";
import { recommendations } from "#db/schema/meetings";
import { letters } from "#db/schema/notifications";
import { answers, proposalMembers, proposals, proposalVersions, receipts } from "#db/schema/proposals";
import { reviews, scoreHistory, scores } from "#db/schema/reviews";
import type { Rows } from "./rows";

/** The tables of the seed, each after those it refers to. */
export const tableOrder: [Exclude<keyof Rows, "authorsInFiles">, PgTable][] = [
  ["people", people],
  ["institutions", institutions],
  ["persons", persons],
  ["affiliations", affiliations],
  ["calls", calls],
  ["advisoryMemberships", advisoryMemberships],
  ["proposals", proposals],
  ["proposalMembers", proposalMembers],
  ["answers", answers],
  ["identityAnswers", identityAnswers],
  ["hosts", hosts],
  ["documents", documents],
  ["documentNames", documentNames],
  ["proposalVersions", proposalVersions],
  ["receipts", receipts],
  ["identityVersions", identityVersions],
  ["eligibilityDecisions", eligibilityDecisions],
  ["packets", packets],
  ["conflicts", conflicts],
  ["assignments", assignments],
  ["reviews", reviews],
  ["scores", scores],
  ["scoreHistory", scoreHistory],
  ["recommendations", recommendations],
  ["decisions", decisions],
  ["releases", releases],
  ["announcements", announcements],
  ["awards", awards],
  ["announcedGrantees", announcedGrantees],
  ["events", events],
  ["letters", letters],
];
