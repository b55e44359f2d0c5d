import { expect } from "vitest";
import { finished } from "#tests/factories/draft";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import type { TestDatabase } from "#tests/setup/database";
import { startProduct } from "#tests/setup/product";
import { visitorOf } from "#tests/setup/visitor";
import { hashPassword } from "~/access/passwords.server";
import { paths } from "~/ui/paths";

export const password = "a password for tests only";
const slug = "call-of-tests";
export const day = 86_400_000;
/** A day before the close. */
export const during = new Date(at.closes.getTime() - day);

const { title, summary, principal_investigator, host_institution } = finished;
export const work = { title, summary };
export const team = { principal_investigator, host_institution };

export type Visitor = ReturnType<typeof visitorOf>;

/** The value of a hidden control. */
export const hiddenIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? "";

/** The served product with one open call, and what applicants without script do there. */
export async function openDesk(database: TestDatabase) {
  const make = fundFactory(database.owner);
  await make.call(slug);
  const product = await startProduct({ database, now: during });

  const signIn = (visitor: Visitor, email: string, to = "") => visitor.post(paths.signIn(), { email, password, to });

  async function applicant(name: string): Promise<Visitor & { email: string }> {
    const email = `${name.replaceAll(" ", "-")}@freemail.example`;
    const ref = await make.person(name, { email });
    await database.owner`update identity.persons set password_hash = ${await hashPassword(password)} where ref = ${ref}`;
    const visitor = visitorOf(product);
    expect((await signIn(visitor, email)).to).toBe(paths.apply());
    return { ...visitor, email };
  }

  /** Starts a proposal as a browser would: a form is posted, the answer leads to the page of the new proposal. */
  async function start(visitor: Visitor): Promise<string> {
    const started = await visitor.post(paths.startProposal(slug), {});
    expect(started.status).toBe(303);
    return started.to?.split("/")[2] ?? "";
  }

  /** What a browser would send back with the texts of a section: versions, and whose form it is. */
  async function formOf(visitor: Visitor, proposal: string, section: string, questions: string[]) {
    const { html } = await visitor.get(paths.proposalSection(proposal, section));
    const hidden = ["form", ...questions.map((question) => `version:${question}`)];
    return Object.fromEntries(hidden.map((name) => [name, hiddenIn(html, name)]));
  }

  async function answer(visitor: Visitor, proposal: string, section: string, texts: Record<string, string>) {
    const form = await formOf(visitor, proposal, section, Object.keys(texts));
    return visitor.post(paths.proposalSection(proposal, section), { ...form, ...texts });
  }

  /** What a script sends while somebody types. */
  const autosave = (visitor: Visitor, proposal: string, save: object) =>
    visitor.send(paths.proposalAnswers(proposal), {
      method: "POST",
      headers: { Origin: product.url, "Content-Type": "application/json" },
      body: JSON.stringify(save),
    });

  return { product, signIn, applicant, start, formOf, answer, autosave };
}
