import { eq, sql } from "drizzle-orm";
import { builtOnce } from "#db/connections/built-once.server";
import type { Tx } from "#db/connections/side.server";
import { answers } from "#db/schema/proposals";
import type { Answers } from "~/forms/form";
import { myIdentityAnswers } from "~/identities/my-answers.server";
import type { AnswerNow } from "./proposal";

const blindAnswers = builtOnce((database) =>
  database
    .select({ question: answers.question, text: answers.text, version: answers.version, at: answers.updatedAt })
    .from(answers)
    .where(eq(answers.proposalId, sql.placeholder("proposal"))),
);

/** Every answer of one's own proposal as it stands, blind and identity part, with versions. */
export async function answersNow(tx: Tx, proposal: string): Promise<Map<string, AnswerNow>> {
  const [blind, identity] = await Promise.all([blindAnswers(tx, { proposal }), myIdentityAnswers(tx, proposal)]);
  return new Map([...blind.map(({ question, ...answer }) => [question, answer] as const), ...identity]);
}

/** Only the texts. */
export const textsOf = (now: Map<string, AnswerNow>): Answers =>
  Object.fromEntries([...now].map(([question, { text }]) => [question, text]));
