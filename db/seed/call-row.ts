import type { CallTexts } from "~/calls/call-texts";
import { demoForm, themes } from "./call/form";
import { demoRubric } from "./call/rubric";
import type { Rows } from "./rows";

type CallRow = Rows["calls"][number];

type Given = {
  id: string;
  slug: string;
  kind: "open" | "thematic";
  state: "published" | "closed";
  budgetMinor: number;
  opensAt: Date;
  closesAt: Date;
  scoringClosesAt: Date;
  languages: string[];
  texts: Record<string, CallTexts>;
};

/** What all demo calls have in common: money, zone, questions and rubric. */
export const callRow = (given: Given): CallRow => ({
  ...given,
  currency: "USD",
  floorMinor: 20_000_00,
  ceilingMinor: 250_000_00,
  graceMinutes: 10,
  zone: "America/New_York",
  themes: [...themes],
  form: demoForm,
  rubric: demoRubric,
  createdAt: new Date(given.opensAt.getTime() - 21 * 86_400_000),
});
