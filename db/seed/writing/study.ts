import { fieldworkRegions, type Theme } from "../call/form";
import type { Region } from "../places";
import type { Random } from "../random";
import { backgroundBeats, contextBeats, questionBeats, summaryBeats } from "./background";
import { type Beats, capital, compose, filled, type Words } from "./compose";
import { designBeats, methodBeats, methodWords } from "./methods";
import { inclusionBeats, riskBeats, useBeats, workPlanBeats } from "./plans";
import {
  budgetBeats,
  consentBeats,
  dataBeats,
  materialBeats,
  noChildrenBeats,
  safeguardingBeats,
  welfareBeats,
} from "./protections";
import type { Approach, Topic } from "./topic";

export type Study = { title: string; answers: Record<string, string> };
export type StudyFrame = {
  topic: Topic;
  /** One of the topic's titles, with its blanks. */
  title: string;
  area: string;
  region: Region;
  months: number;
  requestedMinor: number;
  /** The day the ethics body decided, where it has. */
  ethicsDecidedOn: string;
};

const settings = [
  "two secondary cities",
  "three coastal towns",
  "a capital and its outskirts",
  "four rural districts",
  "an island community and a port",
  "a border region",
  "two industrial towns",
  "six schools and their neighbourhoods",
  "a mountain region with patchy coverage",
  "five urban districts",
  "a refugee-hosting district",
  "two university towns",
];
const young = [
  "young people aged 13 to 17",
  "adolescents aged 14 to 17",
  "girls and boys aged 12 to 16",
  "pupils of upper classes",
];
const grown: Record<Theme, string[]> = {
  deterrence: ["adults who use these services", "practitioners", "young adults aged 18 to 24"],
  technology: ["adult users", "practitioners", "engineers and moderators"],
  wellbeing: ["professionals in this work", "members of staff and their leads", "adults with lived experience"],
  policy: ["practitioners", "lawyers and officials", "experts from practice"],
};
const aboutTheYoung = /child|young|teen|pupil|school|peer|boys|bystander/i;
const withoutChildren = new Set(["law", "measurement", "records"]);
/** Where figures come from texts, systems or files, only those who help to read them are people. */
const withPilotOnly = withoutChildren;
const sizes: Record<Approach, [number, number]> = {
  trial: [240, 960],
  survey: [400, 2400],
  interviews: [18, 60],
  measurement: [180, 1200],
  law: [8, 22],
  design: [24, 64],
  records: [120, 900],
};

/** How a request is spent, in whole dollars; the parts add up to it. */
function budgetOf(random: Random, requested: number): Record<string, string> {
  const indirect = Math.floor((requested * random.whole(5, 12)) / 100 / 100) * 100;
  const direct = requested - indirect;
  const share = (least: number, most: number) => Math.floor((direct * random.whole(least, most)) / 100 / 100) * 100;
  const fieldwork = share(10, 20);
  const equipment = share(3, 10);
  const partners = share(8, 20);
  const people = direct - fieldwork - equipment - partners;
  const parts = { people, fieldwork, equipment, partners, indirect };
  return {
    requested: String(requested),
    ...Object.fromEntries(Object.entries(parts).map(([name, amount]) => [`budget_${name}`, String(amount)])),
  };
}

function wordsOf(random: Random, { topic, area, months }: StudyFrame, takesPart: boolean, peopleShare: number): Words {
  const [fewest, most] = sizes[topic.approach];
  const n = String(random.whole(fewest, most));
  const pilot = String(random.whole(9, 24));
  return {
    area,
    months: String(months),
    object: topic.object,
    users: topic.users,
    action: topic.action,
    setting: random.pick(settings),
    group: takesPart ? random.pick(young) : random.pick(grown[topic.theme]),
    n,
    pilot,
    people: withPilotOnly.has(topic.approach) ? pilot : n,
    weeks: random.pick(["six", "eight", "ten", "twelve"]),
    methodwords: random.pick(methodWords[topic.approach]),
    phase1: String(Math.round(months * 0.2)),
    phase2: String(Math.round(months * 0.6)),
    phase3: String(Math.round(months * 0.8)),
    peopleshare: String(peopleShare),
  };
}

/** The blind part of a proposal: every question answered, without a word on who asks. */
export function writeStudy(random: Random, frame: StudyFrame): Study {
  const { topic } = frame;
  const about = `${topic.object} ${topic.titles.join(" ")}`;
  const takesPart = aboutTheYoung.test(about) && !withoutChildren.has(topic.approach) && random.chance(0.8);
  const budget = budgetOf(random, frame.requestedMinor / 100);
  const peopleShare = Math.round((100 * Number(budget.budget_people)) / (frame.requestedMinor / 100));
  const words = wordsOf(random, frame, takesPart, peopleShare);
  const write = (beats: Beats, perParagraph?: number) => compose(random, beats, words, perParagraph);
  const title = filled(frame.title, words);
  const lead = capital(topic.problem);
  const review = random.pick(["approved", "approved", "under_review", "planned"]);
  const material = topic.approach === "measurement" && random.chance(0.08) ? "yes" : "no";
  const childrenData = takesPart ? "children_take_part" : topic.approach === "records" ? "secondary_data_only" : "none";
  const regions = new Set<string>([frame.region]);
  if (random.chance(0.15)) regions.add(random.pick(fieldworkRegions));
  const answers: Record<string, string> = {
    title,
    summary: `${lead.split(/(?<=\.) /)[0]} ${write(summaryBeats)}`,
    theme: topic.theme,
    study_kind: random.pick(["academic", "applied", "applied", "longitudinal", "pilot"]),
    study_design: topic.approach === "interviews" ? "qualitative" : random.pick(["mixed", "mixed", "quantitative"]),
    research_questions: `${topic.questions.map((question, index) => `${index + 1}. ${question}`).join("\n")}\n\n${write(questionBeats)}`,
    background: `${lead}\n\n${write(backgroundBeats)}\n\n${write(contextBeats)}`,
    methods: `${write(designBeats[topic.approach])}\n\n${write(methodBeats, 2)}`,
    work_plan: write(workPlanBeats, 1),
    months: String(frame.months),
    fieldwork_regions: [...regions].join("\n"),
    use_of_results: write(useBeats, 2),
    inclusion: write(inclusionBeats, 2),
    risks: write(riskBeats, 1),
    children_data: childrenData,
    ethics_review: review,
    safeguarding: write(safeguardingBeats, 2),
    illegal_material: material,
    data_protection: write(dataBeats, 2),
    staff_welfare: write(welfareBeats),
    generative_ai: random.pick(["not_used", "not_used", "language_only", "in_the_research"]),
    independence: "yes",
    ...budget,
    budget_explained: write(budgetBeats, 2),
  };
  if (random.chance(0.3)) answers.further_themes = random.pick(["deterrence", "technology", "wellbeing", "policy"]);
  if (answers.further_themes === topic.theme) delete answers.further_themes;
  if (childrenData === "none") answers.no_children_because = write(noChildrenBeats);
  if (takesPart) answers.consent = write(consentBeats, 2);
  if (review === "approved") answers.ethics_review_date = frame.ethicsDecidedOn;
  if (material === "yes") answers.illegal_material_basis = write(materialBeats);
  return { title, answers };
}
