import type { Beats } from "./compose";
import type { Approach } from "./topic";

/** How each approach is named in a summary. */
export const methodWords: Record<Approach, string[]> = {
  trial: ["a randomised comparison and follow-up interviews", "a stepped-wedge trial with a process evaluation"],
  survey: ["repeated surveys and group discussions", "a panel survey in three waves and cognitive interviews"],
  interviews: ["in-depth interviews and participatory workshops", "narrative interviews and diaries kept over a month"],
  measurement: [
    "reproducible measurement with lawful test data and expert review",
    "an audit design with role-played accounts and public data",
  ],
  law: [
    "comparative legal analysis and interviews with those who apply the law",
    "a structured comparison of legal orders and a Delphi panel",
  ],
  design: [
    "co-design with users, prototypes and a field test",
    "participatory design in three rounds and a small field trial",
  ],
  records: [
    "analysis of anonymised case records and interviews with practitioners",
    "sequence analysis of closed cases and focus groups",
  ],
};

export const designBeats: Record<Approach, Beats> = {
  trial: [
    [
      "The core is a randomised comparison in {setting}. Sites are allocated by a statistician outside the team, after baseline data have been collected.",
      "We use a stepped-wedge design: all sites receive the measure, in an order drawn by lot, so that nobody is denied what may help.",
      "Participants are allocated one by one to two wordings and to the present practice; the analysis is by intention to treat.",
    ],
    [
      "The primary outcome is behaviour recorded after {weeks} weeks, chosen with practitioners and registered before the first participant joins. With {n} {group} a difference that would matter in practice is found with a power of 80 %.",
      "Outcomes are measured at the start, after {weeks} weeks and after six months. The sample of {n} allows for a loss of one in five and for clustering within sites.",
    ],
  ],
  survey: [
    [
      "We survey {n} {group} in {setting} in three waves. The sample is drawn from lists kept by schools and local partners, with replacement rules fixed in advance.",
      "A panel of {n} {group} answers three short questionnaires. Sensitive items use an audio mode with headphones, so that nobody nearby can follow.",
    ],
    [
      "The instrument is built from validated scales, adapted in cognitive interviews and tested for measurement invariance across languages before results are compared.",
      "Vignettes with randomly varied details let us ask about hard matters without asking anybody to tell their own story. Direct questions are few and can be skipped.",
    ],
  ],
  interviews: [
    [
      "We hold {n} interviews with {group} in {setting}, in the language each person prefers, in places they choose, in at most two sittings.",
      "In {setting}, {n} {group} are invited to interviews and to workshops where maps, timelines and drawing replace direct questions.",
    ],
    [
      "Sampling follows the question: we continue until new interviews no longer change the account, and look on purpose for those who disagree. Two researchers code independently and settle differences in writing.",
      "Transcripts are analysed by reflexive thematic analysis. A reference group of people with lived experience reads early findings and says where we have misunderstood.",
    ],
  ],
  measurement: [
    [
      "We measure with role-played accounts and lawful test data only; no real child's data and no illegal material are used at any time. {n} test cases cover the languages and functions that matter in {area}.",
      "The audit runs {n} scripted cases across services over {weeks} weeks, at varied times and from varied connections, with a protocol agreed with the ethics body beforehand.",
    ],
    [
      "Error rates are reported with intervals and by subgroup. Code, prompts and scripts are published after a period in which services can mend what was found.",
      "Every measurement is repeated by a second person from the protocol alone. What could not be reproduced is reported as such. Services receive findings 60 days before publication, without a right to change them.",
    ],
  ],
  law: [
    [
      "We compare legislation, guidance and case law in {n} legal orders with a coding frame developed by lawyers and practitioners, each text coded twice.",
      "The comparison covers {n} legal orders, chosen for difference in tradition, language and capacity to enforce. Local lawyers write country notes to a common template.",
    ],
    [
      "Interviews with {pilot} practitioners test what the texts do in practice. A Delphi panel in two rounds then rates which features are needed, feasible and proportionate.",
      "Doctrinal findings are set beside figures on reports and requests wherever these are public. Where they are not, we say so, and ask for them under freedom of information law.",
    ],
  ],
  design: [
    [
      "Co-design proceeds in three rounds with {n} {group} in {setting}: understanding, making, trying. Participants are paid for their time and named as co-authors if they wish.",
      "We build on what {group} already do. In three rounds with {n} participants, ideas become paper prototypes, then clickable ones, then a small service on trial.",
    ],
    [
      "The field test lasts {weeks} weeks. We record use, comprehension and unwanted effects, with rules for stopping that were agreed in advance. Ideas are dropped in public, with reasons.",
      "Each prototype meets the same questions: is it understood, is it used, could it be turned against a child? A red team of practitioners tries the last one in earnest.",
    ],
  ],
  records: [
    [
      "We analyse {n} closed case records, made anonymous by the agencies that hold them before they reach us. A data agreement settles purpose, access and deletion.",
      "The data are {n} anonymised records from agencies in {setting}. We see sequences, times and outcomes, and never names, images or free text written by children.",
    ],
    [
      "Sequences are compared with optimal matching; models with agency effects estimate which steps precede better outcomes. Interviews with {pilot} practitioners help us to read the patterns.",
      "Quality of records is itself a finding: a double extraction of one record in ten shows how far entries can be trusted. Sensitivity analyses show what the rest could change.",
    ],
  ],
};

export const methodBeats: Beats = [
  [
    "Recruitment in {setting} is led by local partners who are known and trusted there. Costs of taking part are paid for; the payment is too small to persuade anybody who would rather not.",
    "Participants are approached by organisations they know, never by the research team. They have a week to decide, and can ask questions of somebody who is not part of the study.",
    "We recruit {group} through three separate channels, so that those who avoid institutions are heard as well. We report who was invited, who declined, and as far as they wish to say, why.",
  ],
  [
    "Quantitative data are analysed by a plan registered in advance; deviations are listed with reasons. Qualitative analysis happens in the language of the interview, with translation only of what is quoted.",
    "Analysis combines both strands at fixed points: figures tell us where to look, accounts tell us what the figures mean. Contradictions between strands are reported rather than resolved by choice.",
    "All analyses are written before data arrive, tried on synthetic data, and run by a person who did not collect them. Estimates come with intervals; we do not report findings as present or absent by a threshold.",
  ],
  [
    "Missing answers are treated as what they are. We compare those who left with those who stayed, use multiple imputation where it is justified, and show results with and without it.",
    "We test how far results depend on choices of ours: other cut-offs, other models, leaving out one site after the other. The tables go into an annex that anyone can read.",
    "Bias has been considered where it is likely: people who agree to talk differ from those who do not, and services answer better when watched. For each we name the direction and what we do against it.",
  ],
  [
    "The design has limits. It cannot show rare effects, and it follows people for months rather than years. We will say which findings are firm, which are suggestive and which are only questions for others.",
    "What this design cannot do: separate effects that always occur together, or speak for places unlike {setting}. We describe contexts closely enough for readers to judge whether theirs is similar.",
    "Limits are plain: self-report has errors, records have gaps, and both depend on trust. That is why no conclusion rests on one source alone.",
  ],
  [
    "An advisory circle of practitioners, a statistician and people with lived experience meets four times. It can ask for changes, and its minutes are published with the report.",
    "Protocol and instruments are open from the start; data that can be shared safely follow within a year, under terms that forbid any attempt to identify participants.",
    "A data monitor outside the team can stop the study. The criteria are agreed beforehand, and so is what we would tell participants.",
  ],
];
