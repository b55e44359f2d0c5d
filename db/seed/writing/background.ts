import type { Beats } from "./compose";

/** What follows the problem of the topic in the summary. */
export const summaryBeats: Beats = [
  [
    "We will study {object} in {setting} in {area}, together with {people} {group}.",
    "This project examines {object} in {area}, working in {setting} with {people} {group}.",
    "In {setting} in {area}, we ask how {object} can be understood and improved, with the help of {people} {group}.",
    "With {people} {group} from {setting} in {area}, we investigate {object}.",
  ],
  [
    "Over {months} months we combine {methodwords} and share interim findings every half year, so that practitioners need not wait for the last report.",
    "The work takes {months} months, rests on {methodwords}, and is planned so that the first usable findings come out before its middle.",
    "We use {methodwords}; after {months} months there will be a tested practice, a data set that others can use, and an account of what did not work.",
    "Using {methodwords}, we deliver within {months} months what practitioners asked for: fewer claims, clearer evidence, and steps that cost little to try.",
  ],
  [
    "The findings are meant for {users}, who could {action}.",
    "What we find will help {users} to {action}.",
    "Those who gain first are {users}: they would {action}.",
    "Our measure of success is whether {users} {action}.",
  ],
];

export const backgroundBeats: Beats = [
  [
    "What research there is on {object} comes for the larger part from a handful of high-income settings, and transfers poorly to {area}.",
    "Reviews of research on {object} list few studies with comparison, and fewer still from {area}.",
    "In {area}, decisions on {object} are taken with what is at hand: single cases, reports from elsewhere, and the experience of tired colleagues.",
    "The literature on {object} has grown quickly, yet most of it describes prevalence; studies of what helps are rare, and none was done in {area}.",
    "A scoping exercise by the team found many recommendations on {object}, and little that would tell a practitioner which to follow first.",
  ],
  [
    "Three gaps matter most. Outcomes are measured in clicks or in opinions rather than in what people do; follow-up ends after weeks; and those concerned are asked late, if at all.",
    "Two difficulties explain the gap: data are held by those with reasons not to share them, and the people who could speak from experience pay a price for doing so. Our design starts from both.",
    "Existing evidence has three weaknesses: small samples of those who were easy to reach, outcomes without a comparison, and instruments that were translated but never adapted.",
    "Earlier studies were strong where they counted and weak where they explained. We read this as an invitation to combine methods rather than to repeat either.",
  ],
  [
    "Conversations with practitioners during preparation showed a further point: they do not lack advice, they lack a way to know which advice holds in their own setting.",
    "Practitioners whom we consulted named the same need in different words: something that can be tried within a quarter, at low cost, and judged afterwards.",
    "In preparatory workshops, {users} told us which decisions they face in the coming two years. Our questions were rewritten around these decisions.",
    "Five listening sessions preceded this proposal. They moved our attention from describing harm to describing the moments at which somebody could act.",
  ],
  [
    "The timing is favourable. Rules on online safety are being written in several countries of the region, and services are deciding what they will do everywhere and what only where they must.",
    "There is a window now: connectivity in {area} has grown faster than protection, and new duties for services will come into force while this project runs.",
    "The matter is urgent. Reports have risen year on year, and measures are being chosen now that will be hard to undo.",
    "What is learned here would arrive when it is needed: budgets for prevention are being set, and industry has asked in public for evidence of this kind.",
  ],
  [
    "We do not claim to close the gap. We claim that a modest, careful study can replace some assumptions with findings, and tell others what to try next.",
    "The project builds on validated instruments and open protocols wherever they exist, and says plainly where it departs from them.",
    "Theoretically we draw on situational prevention and on research into help-seeking; practically, on what workers in the field have found out for themselves.",
    "Our starting point is a theory of change that was reviewed by practitioners and by two survivor advisers; it names the assumptions that this study can prove wrong.",
  ],
  [
    "A short pre-study with {pilot} {group} tested whether questions were understood and bearable. It led us to drop a third of them and to reverse the order of the rest.",
    "We ran a small pre-study to learn whether recruitment in {setting} is realistic. It is, if local partners lead it and if nobody has to travel.",
    "A feasibility phase last year showed that {group} are willing to take part when they can stop at any point and see what becomes of their answers.",
    "Preparatory work established that the data needed exist, that access is lawful, and that their quality suffices for the analysis planned here.",
  ],
];

/** Who works on it already, and what would be lost by waiting; said without names. */
export const contextBeats: Beats = [
  [
    "Several organisations in the region work on {object} in practice. They have agreed to share what they learn, and asked us not to add to their burden of reporting; the design respects both wishes.",
    "Others study neighbouring questions. We have compared protocols with two such groups, so that results can be pooled later and nobody is asked the same questions twice.",
    "Public debate about {object} is loud and short of facts. Part of our task is to describe plainly what happens, how often, and to whom, before advising anybody.",
    "Earlier attempts to change practice here failed for a simple reason: they asked people with little time to do more. We look for changes that replace work rather than add to it.",
  ],
  [
    "Waiting has a price of its own. Each year without evidence makes present habits harder to leave, and {users} have told us that they would rather try and measure than discuss further.",
    "A study of this size cannot settle the matter. It can narrow the range of reasonable opinions, and show {users} which decision is safe to take first.",
    "Should the expected effect fail to appear, that would be a result as well. The plan for publication does not depend on what we find.",
    "We have also asked what is known to be useless or harmful, and listed it. A project that only adds to the list of good ideas would not be worth the money.",
  ],
];

export const questionBeats: Beats = [
  [
    "Across all questions we ask what differs between {group} in {setting} and those studied before, so that the answers can be used elsewhere with open eyes.",
    "Each question names beforehand what finding would lead us to advise against a measure.",
    "We state in advance how certain an answer has to be before we would recommend that anybody act upon it.",
    "A last, cross-cutting question is what the answers cost: in money, in exposure of staff, and in privacy.",
  ],
];
