import { createElement } from "react";
import { render, toPlainText } from "react-email";
import type { Letter, LetterProps } from "#emails/letter";
import { letters } from "#emails/letters";
import { speak } from "#emails/speak";
import { type LetterFacts, type TemplateId, templates } from "./templates";

export type WrittenLetter = { subject: string; html: string; text: string };

export type LetterToWrite = {
  template: TemplateId;
  locale: string;
  data: unknown;
  facts: LetterFacts;
  /** The address of the product, for links. */
  appUrl: string;
};

/**
 * Writes a letter out, with blanks where name and token belong. Data that do not fit the template are an error of
 * ours, and spoil this letter only. Loaded by the worker alone: react-email is large.
 */
export async function renderLetter({ template, locale, data, facts, appUrl }: LetterToWrite): Promise<WrittenLetter> {
  const letter = letters[template] as unknown as Letter<TemplateId>;
  const props = {
    data: templates[template].data.parse(data),
    facts,
    speak: speak(locale),
    link: (path: string) => appUrl + path,
  } as LetterProps<TemplateId>;
  const html = await render(createElement(letter.Body, props));
  const subject = letter.subject(props).replace(/\s+/g, " ").trim();
  return { subject, html, text: toPlainText(html) };
}
