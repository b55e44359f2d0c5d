import type { Theme } from "../call/form";

/** How a question is studied; each way has paragraphs of its own under methods. */
export type Approach = "trial" | "survey" | "interviews" | "measurement" | "law" | "design" | "records";

/** A research idea, in parts that become a whole proposal. "{area}" and "{setting}" are filled in later. */
export type Topic = {
  theme: Theme;
  titles: string[];
  /** What is studied, as a noun phrase. */
  object: string;
  /** Two or three sentences on what is not known. */
  problem: string;
  questions: string[];
  approach: Approach;
  /** Practitioners who would act, and what they would do. */
  users: string;
  action: string;
};

type Ideas = Omit<Topic, "theme">[];

export const topicsOf = (theme: Theme, ideas: Ideas): Topic[] => ideas.map((idea) => ({ theme, ...idea }));
