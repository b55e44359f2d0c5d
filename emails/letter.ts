import type { ReactElement } from "react";
import { tokenBlank } from "~/notifications/blanks";
import type { LetterData, LetterFacts, TemplateId } from "~/notifications/templates";
import type { Speak } from "./speak";

/** What a letter is written from. `link` makes an address of the product out of a path. */
export type LetterProps<Id extends TemplateId> = {
  data: LetterData<Id>;
  facts: LetterFacts;
  speak: Speak;
  link(path: string): string;
};

/** A letter: its subject line, which never holds a secret, and its body. */
export type Letter<Id extends TemplateId> = {
  subject(props: LetterProps<Id>): string;
  Body(props: LetterProps<Id>): ReactElement;
};

/** The title of the call a letter is about, or the fund's name where there is none. */
export const callTitle = ({ facts, speak }: { facts: LetterFacts; speak: Speak }) =>
  facts.call ? speak.own(facts.call.titles) : speak.t("fund");

/** A moment as the call's clock shows it. */
export const onCallsClock = ({ facts, speak }: { facts: LetterFacts; speak: Speak }, instant: string) =>
  speak.moment(instant, facts.call?.zone ?? "UTC");

/** What a proposal is called in a letter; it may have no title yet. */
export const proposalTitle = ({ facts, speak }: { facts: LetterFacts; speak: Speak }) =>
  facts.proposal?.title || speak.t("untitled");

/** A letter has no line breaks inside a paragraph: each line that somebody wrote is one. */
export const linesOf = (written: string) => written.split("\n").filter((line) => line.trim() !== "");

/**
 * The address of a page that asks for a one-time token, and where to go on from there; the token itself is filled in
 * when the letter leaves.
 */
export const linkWithToken = (link: (path: string) => string, path: string, to?: string) =>
  `${link(path)}?token=${tokenBlank}${to ? `&to=${encodeURIComponent(to)}` : ""}`;
