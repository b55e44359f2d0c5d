import { describe, expect, it } from "vitest";
import { demoForm } from "#db/seed/call/form";
import { cast } from "#db/seed/cast";
import { generateFund } from "#db/seed/fund";
import { places } from "#db/seed/places";
import { countWords } from "~/forms/counting";
import { missingIn } from "~/forms/form.rules";
import { foundTerms } from "~/identities/identity-scan";

const { rows, calls } = generateFund({ seed: 2021, now: new Date("2026-11-20T10:00:00Z") });
const identities = new Map(rows.identityVersions.map((row) => [row.versionId, row.answers]));
const versions = new Map(rows.proposalVersions.map((row) => [row.proposalId, row]));
const everyText = JSON.stringify(rows);

describe("what applicants wrote", () => {
  it("answers every question of the form within its limits", () => {
    for (const { id, proposalId, blind } of rows.proposalVersions) {
      const answers = { ...blind, ...identities.get(id) };
      expect({ proposalId, missing: missingIn(demoForm, answers, new Set()) }).toEqual({ proposalId, missing: [] });
    }
  });

  it("makes packets of 1,500 to 2,500 words", () => {
    const lengths = rows.packets.map(({ content }) =>
      Object.values(content.answers).reduce((sum, text) => sum + countWords(text), 0),
    );
    expect(Math.min(...lengths)).toBeGreaterThan(1500);
    expect(Math.max(...lengths)).toBeLessThan(2500);
  });

  it("reads differently from one proposal to the next: only the three repeated ones share a title", () => {
    const past = rows.proposals.filter(({ callId }) => callId === calls.past);
    expect(new Set(past.map(({ title }) => title)).size).toBe(125);
    const bodies = past.map(({ id }) => versions.get(id)?.blind.background);
    expect(new Set(bodies).size).toBe(125);
  });

  it("spends exactly what it asks for", () => {
    for (const { blind } of rows.proposalVersions) {
      const parts = ["people", "fieldwork", "equipment", "partners", "indirect"].map((part) =>
        Number(blind[`budget_${part}`]),
      );
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(blind.requested));
      for (const part of parts) expect(part).toBeGreaterThan(0);
    }
  });
});

describe("what reviewers read", () => {
  const institutions = rows.institutions.map(({ name }) => name);
  const names = new Map(rows.persons.map((person) => [person.ref, person]));

  it("names no applicant, institution or address, while the careless versions do", () => {
    let careless = 0;
    for (const packet of rows.packets) {
      const read = JSON.stringify(packet.content);
      const lead = names.get(rows.proposalMembers.find((row) => row.proposalId === packet.proposalId)?.person ?? "");
      const terms = [lead?.name ?? "", lead?.email ?? "", ...institutions.filter((name) => read.includes(name))];
      expect(foundTerms(packet.content.answers, terms)).toEqual([]);
      const host = rows.hosts.find((row) => row.proposalId === packet.proposalId);
      const written = JSON.stringify(versions.get(packet.proposalId)?.blind);
      if ([lead?.name, lead?.email, host?.name].some((term) => term && written.includes(term))) careless += 1;
    }
    expect(careless).toBeGreaterThanOrEqual(5);
  });

  it("names no country", () => {
    const countryNames = new Intl.DisplayNames("en", { type: "region" });
    const names = places.map(({ country }) => countryNames.of(country) ?? country);
    const anyOfThem = new RegExp(`\\b(${names.join("|")})\\b`);
    expect(`as in ${names[0]} today`).toMatch(anyOfThem);
    for (const { content } of rows.packets) expect(JSON.stringify(content)).not.toMatch(anyOfThem);
  });
});

describe("who there is", () => {
  it("has addresses under reserved domains only", () => {
    // By words first: looked for in the whole, an address is tried at every letter.
    const words = everyText.split(/[\s"\\]+/).filter((word) => word.includes("@"));
    const domains = words.flatMap((word) => word.match(/[\p{L}\d.-]+@[\p{L}\d.-]+/gu) ?? []);
    expect(domains.length).toBeGreaterThan(150);
    for (const address of domains) expect(address).toMatch(/\.(example|invalid)\.?$/);
    expect(everyText).not.toMatch(/https?:\/\//);
    for (const [address] of everyText.matchAll(/www\.[\w.-]+\w/g)) expect(address).toMatch(/\.example$/);
  });

  it("has names in many scripts, with marks, and of one word", () => {
    const all = rows.persons.map(({ name }) => name);
    for (const script of [
      "Arabic",
      "Devanagari",
      "Han",
      "Hangul",
      "Thai",
      "Bengali",
      "Greek",
      "Cyrillic",
      "Ethiopic",
    ]) {
      expect({ script, found: all.some((name) => new RegExp(`\\p{Script=${script}}`, "u").test(name)) }).toEqual({
        script,
        found: true,
      });
    }
    expect(all.some((name) => !name.includes(" "))).toBe(true);
    expect(all.filter((name) => /\p{M}/u.test(name.normalize("NFD"))).length).toBeGreaterThan(40);
    const beyondAscii = all.filter((name) => /[^\x20-\x7e]/.test(name));
    expect(beyondAscii.length).toBeGreaterThan(all.length * 0.4);
  });

  it("has no ORCID that anybody could hold", () => {
    const orcids = rows.identityAnswers.filter(({ question }) => question === "orcid");
    expect(orcids.length).toBeGreaterThan(100);
    for (const { text } of orcids) expect(text).toMatch(/^0000-0000-/);
  });

  it("describes everybody who can sign in", () => {
    for (const { email, description } of cast) {
      expect(email).toMatch(/\.example$/);
      expect(description.length).toBeGreaterThan(20);
    }
  });
});
