import type { CallTexts } from "~/calls/call-texts";

export const themesEn: CallTexts["themes"] = {
  deterrence: {
    title: "Deterrence and prevention",
    about:
      "What keeps people from harming children online, and what keeps harm from happening: deterrence messages, help-seeking, design of services, education.",
  },
  technology: {
    title: "Evolving technology",
    about:
      "What new technology changes for children's safety, and what it offers to those who protect them: encryption, live video, generated images, detection that respects privacy.",
  },
  wellbeing: {
    title: "Well-being, collaboration and support",
    about:
      "Support for survivors, and for the people whose work exposes them to distressing content: moderators, analysts, hotline staff, investigators.",
  },
  policy: {
    title: "Policy and legal",
    about:
      "Laws, standards and agreements across borders: what works, what is missing, how reports travel from industry to those who can act on them.",
  },
};

export const eligibilityEn: CallTexts["eligibility"] = [
  "The host institution is a university, a research institute, a non-governmental organisation, a company or a public body. It is registered and can receive a grant.",
  "The research is independent of the Tech Coalition and its members, and its findings may be published freely.",
  "The request lies between USD 20,000 and USD 250,000, for 12, 18 or 24 months.",
  "The work has an ethics review: approved, under way or planned. An independent body counts where there is no university board.",
  "Illegal material is never uploaded with a proposal.",
  "A person leads at most two proposals in this call, and may take part in others.",
];

export const criteriaEn: CallTexts["criteria"] = {
  use_in_practice: {
    title: "Actionable insight and use in practice",
    about: "Will practitioners, above all in industry, be able to act on what is found?",
    steps: {
      "1": "No use in practice can be seen",
      "2": "Use is claimed, but nobody is named who would act",
      "3": "Some use, late or for few",
      "4": "Clear use for named practitioners, with some gaps",
      "5": "Strong use, practitioners take part from the start",
      "6": "Findings would change practice soon, and well beyond the study",
    },
  },
  research_quality: {
    title: "Research quality",
    about: "Are the questions clear, do the methods answer them, and does the team know the field?",
    steps: {
      "1": "The questions cannot be answered this way",
      "2": "Serious flaws in design or in the grasp of the field",
      "3": "Sound in parts, with flaws that would weaken the findings",
      "4": "Sound, with flaws that can be mended",
      "5": "Strong design, limits are stated honestly",
      "6": "Exemplary design, which others could learn from",
    },
  },
  ethics_and_safeguarding: {
    title: "Ethics and safeguarding",
    about: "Are children, survivors, participants, staff and their data safe? The mean has to reach 4.",
    steps: {
      "1": "People would be put at risk",
      "2": "Important protections are missing",
      "3": "Protections are named, but not worked out",
      "4": "Adequate, small points are to be clarified",
      "5": "Careful and specific to the setting",
      "6": "Exemplary, shaped together with those concerned",
    },
  },
  feasibility: {
    title: "Feasibility and value for money",
    about: "Can this be done in the time, with these means, and is the cost fair?",
    steps: {
      "1": "Cannot be done as described",
      "2": "Unlikely in the time or for the money",
      "3": "Possible, but important risks are not met",
      "4": "Likely, some costs or steps need attention",
      "5": "Well planned, costs are fair",
      "6": "Convincing in every step, excellent value",
    },
  },
  inclusion: {
    title: "Inclusion and transfer across contexts",
    about: "Whom does the research include, and will its findings hold elsewhere?",
    steps: {
      "1": "Excludes those it speaks about",
      "2": "Inclusion is named, but not planned",
      "3": "Includes some groups, transfer is unclear",
      "4": "Includes the main groups, transfer is considered",
      "5": "Broad inclusion, transfer is part of the design",
      "6": "Led with those concerned, made for many contexts",
    },
  },
};
