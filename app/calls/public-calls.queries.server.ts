import { desc, eq, getTableColumns, type Placeholder, sql } from "drizzle-orm";
import { builtOnce } from "#db/connections/built-once.server";
import type { Tx } from "#db/connections/side.server";
import { visiting } from "#db/connections/visiting.server";
import { calls } from "#db/schema/calls";
import { Refusal } from "~/values/refusal";
import { phaseOf } from "./call";
import { textsFor } from "./call-texts";

/** Title and summary in the reader's language or else in English, cut out by the database: a call's texts are long. */
function wordsIn(locale: Placeholder) {
  const language = sql`case when ${calls.texts} ? ${locale}::text then ${locale}::text else 'en' end`;
  return sql<{ language: string; title: string; summary: string }>`jsonb_build_object('language', ${language},
    'title', ${calls.texts} -> ${language} -> 'title', 'summary', ${calls.texts} -> ${language} -> 'summary')`;
}

const published = builtOnce((database) =>
  database
    .select({
      slug: calls.slug,
      kind: calls.kind,
      currency: calls.currency,
      ceilingMinor: calls.ceilingMinor,
      budgetMinor: calls.budgetMinor,
      opensAt: calls.opensAt,
      closesAt: calls.closesAt,
      zone: calls.zone,
      words: wordsIn(sql.placeholder("locale")),
    })
    .from(calls)
    .orderBy(desc(calls.closesAt), calls.slug),
);

/** All its words in the one language that `textsFor` would choose of them. */
function textsIn(locale: Placeholder) {
  return sql<(typeof calls.$inferSelect)["texts"]>`case
    when ${calls.texts} ? ${locale}::text then jsonb_build_object(${locale}::text, ${calls.texts} -> ${locale}::text)
    when ${calls.texts} ? 'en' then jsonb_build_object('en', ${calls.texts} -> 'en') else ${calls.texts} end`;
}

const publishedAs = builtOnce((database) =>
  database
    .select({ ...getTableColumns(calls), texts: textsIn(sql.placeholder("locale")) })
    .from(calls)
    .where(eq(calls.slug, sql.placeholder("slug"))),
);

/** Published calls as anyone may read them, the one that closes last first. */
export const publicCalls = (locale: string, now: Date) => visiting.glance(null, (tx) => callsIn(tx, locale, now));

/** The same within a visit that asks for more. */
export async function callsIn(tx: Tx, locale: string, now: Date) {
  const rows = await published(tx, { locale });
  return rows.map(({ words, ...call }) => ({ ...call, ...words, phase: phaseOf(call, now) }));
}

/** One published call with its words, its questions and its rubric. */
export function publicCall(slug: string, locale: string, now: Date) {
  return visiting.glance(null, async (tx) => {
    const [call] = await publishedAs(tx, { slug, locale });
    if (!call) throw new Refusal("not_found", "not_found");
    const { texts, language } = textsFor(call.texts, locale);
    const {
      slug: address,
      currency,
      floorMinor,
      ceilingMinor,
      budgetMinor,
      opensAt,
      closesAt,
      scoringClosesAt,
      zone,
    } = call;
    return {
      slug: address,
      currency,
      floorMinor,
      ceilingMinor,
      budgetMinor,
      opensAt,
      closesAt,
      scoringClosesAt,
      zone,
      language,
      phase: phaseOf(call, now),
      title: texts.title,
      summary: texts.summary,
      eligibility: texts.eligibility,
      languages: call.languages,
      themes: call.themes.map((id) => ({
        id,
        title: texts.themes[id]?.title ?? id,
        about: texts.themes[id]?.about ?? "",
      })),
      scale: call.rubric.scale,
      criteria: call.rubric.criteria.map(({ id, weight, threshold }) => ({
        id,
        weight,
        threshold: threshold ?? null,
        title: texts.criteria[id]?.title ?? id,
        about: texts.criteria[id]?.about ?? "",
        steps: Object.entries(texts.criteria[id]?.steps ?? {}).map(([step, words]) => ({ step: Number(step), words })),
      })),
      sections: call.form.sections.map((section) => ({
        id: section.id,
        part: section.part,
        title: texts.form.sections[section.id]?.title ?? section.id,
        questions: section.questions.map((question) => ({
          id: question.id,
          label: texts.form.questions[question.id]?.label ?? question.id,
        })),
      })),
    };
  });
}

export type PublicCall = Awaited<ReturnType<typeof publicCall>>;
export type CallInList = Awaited<ReturnType<typeof publicCalls>>[number];
