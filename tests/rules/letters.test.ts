import { describe, expect, it } from "vitest";
import { applicantPreviews } from "#emails/applicant/previews";
import { previews } from "#emails/letters";
import ar from "#emails/locales/ar.json";
import en from "#emails/locales/en.json";
import { officerPreviews } from "#emails/programme-officer/previews";
import { reviewerPreviews } from "#emails/reviewer/previews";
import { fillBlanks, maskTokens, nameBlank, tokenBlank } from "~/notifications/blanks";
import { renderLetter } from "~/notifications/render-letter.server";
import { type TemplateId, templateIds, templates } from "~/notifications/templates";

const appUrl = "https://fund.example";
const write = (template: TemplateId, locale: string) =>
  renderLetter({ template, locale, ...previews[template], appUrl });

/** Every key of a locale file, plural forms under their stem. */
function keys(tree: object, under = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = `${under}${key.replace(/_(zero|one|two|few|many|other)$/, "")}`;
    return typeof value === "object" ? keys(value, `${path}.`) : [path];
  });
}

it("lies in the folder of those who read it", () => {
  const folders = { applicant: applicantPreviews, reviewer: reviewerPreviews, "programme-officer": officerPreviews };
  for (const [reader, shelf] of Object.entries(folders)) {
    for (const template of Object.keys(shelf))
      expect([template, templates[template as TemplateId].reader]).toEqual([template, reader]);
  }
  expect(
    Object.values(folders)
      .flatMap((shelf) => Object.keys(shelf))
      .sort(),
  ).toEqual([...templateIds].sort());
});

it("says the same things in both languages", () => {
  expect(new Set(keys(ar))).toEqual(new Set(keys(en)));
});

describe.each(templateIds)("the letter %s", (template) => {
  it.each(["en", "ar"])("is whole in %s", async (locale) => {
    const { subject, html, text } = await write(template, locale);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/\{\{|undefined|\[object|NaN/);
      // A key that nobody wrote a text for would show as itself.
      expect(part).not.toMatch(
        /\b(verify_address|decision|reminder|assignment|submission_receipt|officer_invitation)\.\w/,
      );
    }
    expect(html).toContain(`lang="${locale}"`);
    expect(html).toContain(`dir="${locale === "ar" ? "rtl" : "ltr"}"`);
    expect(html).toContain(`direction:${locale === "ar" ? "rtl" : "ltr"}`);
    expect(text.length).toBeGreaterThan(80);
    expect(text).toContain(nameBlank);
  });

  it("tracks nobody, loads nothing and asks for one thing", async () => {
    const { html } = await write(template, "en");
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import/i);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]);
    expect(links).toHaveLength(1);
    expect(links[0]).toMatch(/^https:\/\/fund\.example\//);
  });

  it("has no secret and no name in its subject or at rest", async () => {
    const { subject, html, text } = await write(template, "en");
    const carriesToken = "token" in previews[template].data;
    expect(subject).not.toContain(nameBlank);
    expect(subject).not.toContain(tokenBlank);
    expect(subject).not.toMatch(/award|reserve|declin|eligib/i);
    expect(html + text).not.toContain("token=preview");
    expect(html.includes(tokenBlank)).toBe(carriesToken);
    expect(text.includes(tokenBlank)).toBe(carriesToken);
  });

  it("is refused data it does not know", async () => {
    const { data, facts } = previews[template];
    await expect(
      renderLetter({ template, locale: "en", data: { ...data, name: "Ada" }, facts, appUrl }),
    ).rejects.toThrow();
    expect(templates[template].data.safeParse({}).success).toBe(false);
  });
});

it("speaks English where a language has no letters", async () => {
  expect((await write("reminder", "xx")).subject).toBe((await write("reminder", "en")).subject);
});

it("counts reviews as Arabic does", async () => {
  const about = async (open: number) => {
    const { data, facts } = previews.reminder;
    return (await renderLetter({ template: "reminder", locale: "ar", data: { ...data, open }, facts, appUrl })).text;
  };
  expect(await about(2)).toContain("تحكيمان");
  expect(await about(3)).toContain("3 تحكيمات");
  expect(await about(11)).toContain("11 تحكيمًا");
});

it("keeps a foreign title in one piece inside Arabic", async () => {
  expect((await write("submission_receipt", "ar")).text).toContain("\u2068What deters first contact?\u2069");
});

it("gives moments on the clock of the call and in UTC", async () => {
  const { text } = await write("submission_receipt", "en");
  expect(text).toContain("23:58");
  expect(text).toContain("20:58 (UTC)");
});

it("tells an award its amount and comments by pseudonym", async () => {
  const { text } = await write("decision_award", "en");
  expect(text).toContain("USD");
  expect(text).toContain("148,500");
  expect(text).toContain("Reviewer A");
  expect((await write("decision_decline", "en")).text).not.toContain("148,500");
});

it("tells who was not eligible why, in the words for her or in general, and never what reviewers said", async () => {
  const { data, facts } = previews.decision_ineligible;
  const letter = { template: "decision_ineligible", data, appUrl } as const;
  const words = "It repeats another proposal.\nThat one was reviewed.";
  for (const [locale, general] of [
    ["en", "It does not meet the conditions of the call"],
    ["ar", "لا يستوفي المقترح شروط الدعوة"],
  ] as const) {
    const told = { ...facts, comments: previews.decision_decline.facts.comments };
    const { text, html } = await renderLetter({ ...letter, locale, facts: { ...told, words } });
    expect(text).toMatch(/It repeats another proposal\.\n+That one was reviewed\./);
    expect(html).not.toMatch(/proposal\.\s*That one/);
    expect(text).not.toContain(general);
    expect(text).not.toContain("Reviewer A");
    expect((await renderLetter({ ...letter, locale, facts: { ...facts, words: " \n" } })).text).toContain(general);
  }
});

it("keeps the lines of a comment apart, in words and in markup", async () => {
  const { data, facts } = previews.decision_decline;
  const comments = [{ reviewer: "Reviewer A", comment: "First line.\n\nSecond line." }];
  const letter = { template: "decision_decline", locale: "en", data, facts: { ...facts, comments }, appUrl } as const;
  const { html, text } = await renderLetter(letter);
  expect(text).toMatch(/Reviewer A:.{0,3}First line\.\n+Second line\./s);
  expect(html).not.toMatch(/First line\.\s*Second line\./);
});

it("says nothing of the proposal to a reviewer, even if the facts held it", async () => {
  const facts = previews.decision_award.facts;
  for (const template of ["assignment", "reminder", "reviewing_ended", "invitation_reviewer"] as const) {
    const { subject, html, text } = await renderLetter({
      template,
      locale: "en",
      data: previews[template].data,
      facts,
      appUrl,
    });
    expect(subject + html + text).not.toContain(facts.proposal?.title);
    expect(html).not.toContain("unusually concrete");
  }
});

describe("blanks", () => {
  const written = {
    html: `<p>${nameBlank}</p><a href="/verify?token=${tokenBlank}">`,
    text: `${nameBlank} ${tokenBlank}`,
  };

  it("are filled in as text, never as markup, headers or patterns", () => {
    const { html, text } = fillBlanks(written, { name: `<b>"Åsa"\r\nBcc: x</b> $&`, token: "a+b/c" });
    expect(html).toContain("&lt;b&gt;&quot;Åsa&quot; Bcc: x&lt;/b&gt; $&amp;");
    expect(html).toContain("token=a%2Bb%2Fc");
    expect(text).toBe(`<b>"Åsa" Bcc: x</b> $& a%2Bb%2Fc`);
  });

  it("are masked on pages, as is any token that got in", () => {
    const shown = maskTokens(`${written.html}<a href="/x?to=1&amp;token=abc.DEF-1&amp;y=2">`, "Åsa");
    expect(shown).toContain("Åsa");
    expect(shown).not.toContain(tokenBlank);
    expect(shown).not.toContain("abc.DEF-1");
    expect(shown).toContain("y=2");
    expect(maskTokens(nameBlank)).not.toContain(nameBlank);
    expect(maskTokens(`${nameBlank} ${tokenBlank}`, "O'Brien", "text")).toBe("O'Brien ••••••");
  });
});

it("escapes what applicants wrote", async () => {
  const facts = { ...previews.submission_receipt.facts, proposal: { title: "<img src=x> & co", months: null } };
  const { data } = previews.submission_receipt;
  const { html } = await renderLetter({ template: "submission_receipt", locale: "en", data, facts, appUrl });
  expect(html).toContain("&lt;img src=x&gt; &amp; co");
});
