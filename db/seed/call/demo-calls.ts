import type { CallTexts } from "~/calls/call-texts";
import { formAr } from "./form-words-ar";
import { formEn } from "./form-words-en";
import { criteriaAr, eligibilityAr, themesAr } from "./words-ar";
import { criteriaEn, eligibilityEn, themesEn } from "./words-en";

/** Where the demo's three calls live; the same whatever the day of the demo is. */
export const slugs = { past: "2021", open: "open-call", scoring: "generative-ai" } as const;

const english = { themes: themesEn, eligibility: eligibilityEn, criteria: criteriaEn, form: formEn };
const arabic = { themes: themesAr, eligibility: eligibilityAr, criteria: criteriaAr, form: formAr };

export const pastCallTexts: Record<string, CallTexts> = {
  en: {
    ...english,
    title: "Safe Online Research Fund: call for proposals 2021",
    summary:
      "The first call of the fund: independent research into online child sexual exploitation and abuse whose findings can be used by practitioners, above all in industry. USD 800,000 for grants between USD 20,000 and USD 250,000.",
  },
  ar: {
    ...arabic,
    title: "صندوق أبحاث الإنترنت الآمن: دعوة تقديم المقترحات 2021",
    summary:
      "الدعوة الأولى للصندوق: بحوث مستقلة في الاستغلال والاعتداء الجنسيين على الأطفال عبر الإنترنت، تفيد نتائجها الممارسين، ولا سيما في قطاع التقنية. 800,000 دولار أمريكي لمنح بين 20,000 و250,000 دولار.",
  },
};

export const openCallTexts: Record<string, CallTexts> = {
  en: {
    ...english,
    title: "Safe Online Research Fund: open call for proposals",
    summary:
      "Independent research into how online child sexual exploitation and abuse can be prevented, found earlier and answered better. We look for findings that practitioners can act on, from every region and every discipline. Grants between USD 20,000 and USD 250,000 for up to 24 months; USD 1 million in all.",
  },
  ar: {
    ...arabic,
    title: "صندوق أبحاث الإنترنت الآمن: دعوة مفتوحة لتقديم المقترحات",
    summary:
      "بحوث مستقلة في كيفية منع الاستغلال والاعتداء الجنسيين على الأطفال عبر الإنترنت، وكشفهما مبكرًا، والتصدي لهما على نحو أفضل. نبحث عن نتائج يستطيع الممارسون العمل بها، من كل منطقة وكل تخصص. المنح بين 20,000 و250,000 دولار أمريكي لمدة تصل إلى 24 شهرًا، ومجموعها مليون دولار.",
  },
};

export const scoringCallTexts: Record<string, CallTexts> = {
  en: {
    ...english,
    title: "Safe Online Research Fund: generative AI and children's safety",
    summary:
      "A thematic call on what generated images, voices and conversations change for children's safety online, and on what industry, hotlines and investigators can do about it. USD 500,000 in all.",
  },
  ar: {
    ...arabic,
    title: "صندوق أبحاث الإنترنت الآمن: الذكاء الاصطناعي التوليدي وسلامة الأطفال",
    summary:
      "دعوة موضوعية عمّا تغيّره الصور والأصوات والمحادثات المولَّدة في سلامة الأطفال على الإنترنت، وعمّا تستطيع الشركات وخطوط الإبلاغ والمحققون فعله. 500,000 دولار أمريكي إجمالًا.",
  },
};
