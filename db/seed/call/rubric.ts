import type { Rubric } from "~/calls/rubric";

/** Five criteria from 1 to 6; ethics and safeguarding has a threshold. */
export const demoRubric: Rubric = {
  scale: { least: 1, most: 6, step: 1, better: "high" },
  criteria: [
    { id: "use_in_practice", weight: 30 },
    { id: "research_quality", weight: 25 },
    { id: "ethics_and_safeguarding", weight: 20, threshold: 4 },
    { id: "feasibility", weight: 15 },
    { id: "inclusion", weight: 10 },
  ],
  tieOrder: ["use_in_practice", "ethics_and_safeguarding", "research_quality", "feasibility", "inclusion"],
};
