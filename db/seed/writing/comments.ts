import type { Random } from "../random";

type Band = "high" | "middle" | "low";
const bandOf = (value: number): Band => (value >= 5 ? "high" : value >= 3.5 ? "middle" : "low");

const remarks: Record<string, Record<Band, string[]>> = {
  use_in_practice: {
    high: [
      "The users of the findings are named, and they took part in wording the questions.",
      "It is rare to see a plan for use that says what somebody would do differently on a Monday morning.",
      "Findings would reach product teams while they can still change something.",
      "The follow-up of uptake after six and twelve months is exactly what most studies lack.",
      "Smaller services could use this without a research department of their own.",
      "I could pass the planned decision guide on to colleagues as it stands.",
    ],
    middle: [
      "The intended users are clear; how findings would enter their routines is less so.",
      "Use is plausible, but the plan relies on workshops, and those who come to workshops are seldom those who decide.",
      "A written commitment from at least one service would make the path to use more convincing.",
      "The guide is a good idea. I miss a word on who keeps it up to date after the grant.",
      "Useful for the region; what industry elsewhere should take from it remains to be said.",
    ],
    low: [
      "Practitioners appear in the last paragraph only, as an audience.",
      "I could not find a decision that would be taken differently because of this study.",
      "The plan for use consists of papers and a conference.",
      "The link between the questions and any change in practice is assumed rather than argued.",
      "Similar recommendations exist already; what is new for those who act is not stated.",
    ],
  },
  research_quality: {
    high: [
      "The design fits the questions, and its limits are stated with unusual honesty.",
      "Analysis is registered in advance, and contradictions between strands are to be reported. Excellent.",
      "The choice of outcome is careful: behaviour rather than intention.",
      "The team knows the literature and says where it departs from it.",
      "Sampling looks on purpose for those who disagree, which adds to my confidence.",
    ],
    middle: [
      "The design is sound overall; the sample may be small for the comparisons between groups.",
      "Self-report carries much of the weight. One more source would help.",
      "The qualitative strand is convincing, the quantitative one is described in general terms.",
      "Follow-up is short for the claims that are made.",
      "The instruments need more adaptation to the setting than the time in the plan allows.",
    ],
    low: [
      "There is no comparison, so an effect could not be told from a trend.",
      "The methods are a list of techniques; how they answer the questions is not explained.",
      "Recruitment through the services under study will reach those who are content with them.",
      "The key concept is never defined, and is measured in three different ways.",
      "The sample would not support the analysis that is announced.",
    ],
  },
  ethics_and_safeguarding: {
    high: [
      "Safeguarding is specific to the setting, with a lead who can stop the work.",
      "Assent is asked for again at each meeting. The protocol for disclosures has been rehearsed.",
      "Mandatory reporting is explained to participants before consent, in plain words.",
      "Care for staff includes transcribers and local interviewers, who are often forgotten.",
      "The dual-use review before publication is a model for others.",
    ],
    middle: [
      "Protections are adequate. I would like to read who decides when the safeguarding lead cannot be reached.",
      "The referral list is a strength; capacity of the services on it should be confirmed.",
      "Data protection is well described, except for transfers between partners.",
      "The ethics review is still open, and should be a condition of the first payment.",
      "Support for participants ends early; a contact after three months would be wise.",
    ],
    low: [
      "Protections are named and not worked out, above all for participants who disclose harm.",
      "It is unclear what must be reported by law at the sites, and who would tell participants.",
      "The plan leaves interviewers alone with distressing accounts.",
      "Retention of recordings is long, and no reason is given.",
      "Carers' consent is treated as a formality, although carers may be part of the problem here.",
    ],
  },
  feasibility: {
    high: [
      "The work plan is realistic, with reserve time where it will be needed.",
      "Costs are fair, and local partners hold their own budget.",
      "Dependencies are few, and there is a rule for each of them.",
      "Excellent value: much of the infrastructure is there already.",
    ],
    middle: [
      "Feasible, if data agreements are signed on time; I would ask for a letter.",
      "The fieldwork is dense. One site fewer would do no harm.",
      "Staff costs are at the upper end, and justified in part.",
      "The time for analysis is short by comparison with the time for collection.",
    ],
    low: [
      "Access to data is a hope rather than a plan.",
      "The schedule has no reserve, and each step depends on the one before.",
      "A large share of the budget pays for travel that adds little.",
      "The project would need twice the time.",
    ],
  },
  inclusion: {
    high: [
      "People with lived experience are paid members of the team, with a say in publication.",
      "Transfer is tested with a site kept aside, not just claimed.",
      "Easy language, audio and sign language were thought of from the start.",
    ],
    middle: [
      "Inclusion is considered; children who are out of school remain at the edge.",
      "Survivor advisers are named, but their role ends before the analysis.",
      "Transfer to other contexts is discussed in general terms.",
    ],
    low: [
      "Those concerned are participants only, and have no say.",
      "Findings will hold for one city and one language.",
      "Disabled young people are not mentioned.",
    ],
  },
};

const openings: Record<Band, string[]> = {
  high: [
    "A strong proposal.",
    "One of the best in my batch.",
    "I would like to see this done.",
    "Timely, careful and useful.",
    "This deserves support.",
  ],
  middle: [
    "A solid proposal with open points.",
    "Good in parts.",
    "I am in two minds about this one.",
    "Worth doing, with changes.",
    "A relevant question, and a mixed plan.",
  ],
  low: [
    "I cannot recommend this in its present form.",
    "The topic matters, the plan does not yet convince.",
    "An early idea rather than a plan.",
    "Too much is left open.",
    "Below the line for me.",
  ],
};
const closings: Record<Band, string[]> = {
  high: [
    "I would fund it at the amount requested.",
    "Minor points can be settled in the agreement.",
    "I would argue for it in the meeting.",
    "No conditions from my side.",
  ],
  middle: [
    "I would be guided by the discussion.",
    "A candidate for the reserve list.",
    "With fewer sites and a firmer link to practice it would be competitive.",
    "I would support it if stronger proposals leave room.",
  ],
  low: [
    "I would not fund it in this call.",
    "A revised version could be interesting later.",
    "Other proposals on this theme are closer to use.",
    "I see no way to mend this by conditions.",
  ],
};
const thanks = [
  "Thank you for this proposal.",
  "I read this proposal with interest.",
  "This is an important question.",
  "Thank you for taking up a difficult subject.",
  "",
];
const advice = [
  "For a future version I suggest to say early on who would act and by when.",
  "Please consider sharing instruments openly; others in the field would gain.",
  "A short pilot with local partners could answer several of the open points.",
  "I encourage the team to keep survivor advisers involved until the analysis is done.",
  "It may help to name what finding would change your own mind.",
  "Consider publishing the practical note before the paper.",
  "A statistician's advice on the sample would be worth its cost.",
  "Working with a helpline from the start would strengthen both recruitment and use.",
];

export type Judged = { criterion: string; value: number | null };

const remark = (random: Random, { criterion, value }: Judged) =>
  value === null ? "" : random.pick(remarks[criterion]?.[bandOf(value)] ?? [""]);

/** The two comments of a review, fitting its scores: one for the advisory group, one for the applicant. */
export function writeComments(
  random: Random,
  scores: readonly Judged[],
): { toAdvisoryGroup: string; toApplicant: string } {
  const values = scores.flatMap(({ value }) => (value === null ? [] : [value]));
  const band = bandOf(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
  const said = random.shuffled(scores.map((score) => remark(random, score)).filter(Boolean));
  const join = (...parts: string[]) => parts.filter(Boolean).join(" ");
  const strongest = [...scores].sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const [best, second] = strongest;
  const weakest = strongest.findLast(({ value }) => value !== null);
  return {
    toAdvisoryGroup: join(
      random.pick(openings[band]),
      ...said.slice(0, random.whole(2, 4)),
      random.pick(closings[band]),
    ),
    toApplicant: join(
      random.pick(thanks),
      ...[best, second, weakest].map((score) => (score ? remark(random, score) : "")),
      random.pick(advice),
    ),
  };
}

const unable = [
  "Outside my field: I cannot judge the statistical design.",
  "I do not know the law of the region well enough.",
  "The annex would be needed to judge this.",
  "I cannot assess costs in this region.",
];
export const reasonUnable = (random: Random) => random.pick(unable);
