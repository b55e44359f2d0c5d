import type { CallTexts } from "~/calls/call-texts";

const blind = "يقرأ المحكّمون هذا القسم، فلا تذكروا هويتكم.";
const hidden = "لا يقرأ المحكّمون هذا القسم أبدًا.";

const themeOptions = {
  deterrence: "الردع والوقاية",
  technology: "التقنيات المتطورة",
  wellbeing: "العافية والتعاون والدعم",
  policy: "السياسات والقوانين",
};

/** Sections and questions of the demo form in Arabic. */
export const formAr: CallTexts["form"] = {
  sections: {
    the_proposal: { title: "المقترح", about: blind },
    the_research: { title: "البحث", about: blind },
    the_use: { title: "الاستفادة والشمول والمخاطر", about: blind },
    the_ethics: {
      title: "الأخلاقيات والحماية وحماية البيانات",
      about: "يقرأ المحكّمون هذا القسم. ولا يُرفع هنا أي محتوى غير قانوني مطلقًا.",
    },
    the_money: { title: "الميزانية", about: "بالدولار الأمريكي. يقرأ المحكّمون هذا القسم." },
    the_host: { title: "المؤسسة المضيفة", about: hidden },
    the_team: { title: "أعضاء الفريق", about: hidden },
  },
  questions: {
    title: { label: "العنوان", hint: "160 حرفًا على الأكثر. اذكروا موضوع الدراسة دون أسماء أو اختصارات." },
    summary: { label: "الملخص", hint: "لقارئ من خارج تخصصكم. يقرؤه المحكّمون: دون أسماء أو مؤسسة أو بلد." },
    theme: { label: "المحور الرئيس", options: themeOptions },
    further_themes: { label: "محاور أخرى", hint: "فقط إن كان المقترح يخدمها فعلًا.", options: themeOptions },
    study_kind: {
      label: "نوع الدراسة",
      options: { academic: "أكاديمية", applied: "تطبيقية", longitudinal: "طولية", pilot: "استطلاعية" },
    },
    study_design: {
      label: "التصميم",
      options: { quantitative: "كمي", qualitative: "نوعي", mixed: "مناهج مختلطة" },
    },
    research_questions: { label: "أسئلة البحث", hint: "من سؤالين إلى أربعة أسئلة يجيب عنها البحث." },
    background: { label: "الخلفية", hint: "ما المعروف، وما المجهول، ولماذا يهم الآن." },
    methods: { label: "المناهج", hint: "التصميم، والمشاركون أو البيانات، والتحليل، والحدود." },
    work_plan: { label: "خطة العمل والجدول الزمني", hint: "المراحل والمعالم ومن يقوم بماذا، بحسب الأدوار." },
    months: { label: "المدة", options: { "12": "12 شهرًا", "18": "18 شهرًا", "24": "24 شهرًا" } },
    fieldwork_regions: {
      label: "مناطق العمل الميداني",
      hint: "المناطق فقط: فاسم البلد قد يكشف للمحكّمين هوية مقدم الطلب.",
      options: {
        africa: "أفريقيا",
        asia: "آسيا",
        europe: "أوروبا",
        latin_america: "أمريكا اللاتينية والكاريبي",
        northern_america: "أمريكا الشمالية",
        oceania: "أوقيانوسيا",
        worldwide: "العالم كله، أو عبر الإنترنت فقط",
      },
    },
    annex: {
      label: "ملحق: الأدوات والأشكال والمراجع",
      hint: "ملف PDF واحد لا يتجاوز 16 ميغابايت، دون أسماء في نصه أو خصائصه.",
    },
    use_of_results: {
      label: "استفادة الممارسين من النتائج",
      hint: "من سيغيّر ماذا في عمله، ومتى، وكيف ستوصلون النتائج إليه.",
    },
    inclusion: {
      label: "إشراك الناجين والأطفال والشركاء المحليين",
      hint: "كيف يسهم المعنيون في تشكيل البحث ويشاركون في نتائجه.",
    },
    risks: { label: "المخاطر", hint: "ما الذي قد يتعثر، وما احتمال ذلك، وماذا ستفعلون." },
    children_data: {
      label: "هل يشارك أطفال في البحث أو تُستخدم بيانات عنهم؟",
      options: {
        children_take_part: "يشارك أطفال",
        identifiable_data: "تُستخدم بيانات تكشف هوية أطفال",
        secondary_data_only: "بيانات ثانوية فقط لا تكشف الهوية",
        none: "لا هذا ولا ذاك",
      },
    },
    no_children_because: { label: "لماذا لا يشمل البحث أطفالًا ولا بيانات عنهم" },
    consent: { label: "الموافقة والقبول", hint: "موافقة الأطفال ومن يرعونهم، بكلمات يفهمونها." },
    ethics_review: {
      label: "المراجعة الأخلاقية",
      options: { approved: "معتمدة", under_review: "قيد المراجعة", planned: "مقررة قبل بدء العمل الميداني" },
    },
    ethics_review_date: { label: "تاريخ الاعتماد" },
    safeguarding: {
      label: "خطة الحماية",
      hint: "ماذا يحدث حين يفصح أحدهم عن أذى، وما الذي يوجب القانون التبليغ عنه، ومن المسؤول بحسب الدور.",
    },
    illegal_material: {
      label: "هل يتضمن البحث معالجة محتوى غير قانوني؟",
      hint: "لا ترفعوا مثل هذا المحتوى هنا مطلقًا.",
    },
    illegal_material_basis: { label: "الأساس القانوني والشريك المخوَّل" },
    data_protection: {
      label: "خطة حماية البيانات",
      hint: "الفئات الخاصة، ومكان التخزين، ومدة الاحتفاظ، والمشاركة، والاستخدام المزدوج.",
    },
    staff_welfare: { label: "رعاية العاملين", hint: "كيف يُعتنى بمن يتعاملون مع محتوى مؤلم." },
    generative_ai: {
      label: "استخدام الذكاء الاصطناعي التوليدي في إعداد المقترح أو في البحث",
      options: {
        not_used: "لم يُستخدم",
        language_only: "للغة والتحرير فقط",
        in_the_research: "جزء من البحث، ومشروح في المناهج",
      },
    },
    independence: { label: "هل البحث مستقل عن التحالف التقني وأعضائه، ونشره حر؟" },
    requested: { label: "المبلغ المطلوب", hint: "بين 20,000 و250,000 دولار أمريكي." },
    budget_people: { label: "العاملون" },
    budget_fieldwork: { label: "العمل الميداني والسفر" },
    budget_equipment: { label: "المعدات والبيانات والخدمات" },
    budget_partners: { label: "الشركاء المحليون والمشاركون" },
    budget_indirect: { label: "التكاليف غير المباشرة", hint: "15٪ من بقية التكاليف على الأكثر." },
    budget_explained: { label: "شرح الميزانية", hint: "ما التكاليف الرئيسة ولماذا هي عادلة." },
    host_institution: { label: "المؤسسة المضيفة", hint: "حيث يُنجز العمل وتُصرف المنحة." },
    host_country: { label: "بلد المؤسسة المضيفة" },
    sector: {
      label: "القطاع",
      options: { academic: "أكاديمي", ngo: "منظمة غير حكومية", private: "القطاع الخاص", public: "جهة عامة" },
    },
    partners: { label: "المنظمات الشريكة", hint: "واحدة في كل سطر، مع دورها." },
    principal_investigator: { label: "الباحث الرئيس" },
    orcid: { label: "معرّف ORCID للباحث الرئيس", hint: "مثال: 0000-0002-1825-0097." },
    co_investigators: { label: "الباحثون المشاركون", hint: "واحد في كل سطر: الاسم، المؤسسة." },
    track_record: { label: "سجل أعمال الفريق" },
    safeguarding_lead: { label: "اسم مسؤول الحماية" },
    ethics_body: { label: "هيئة المراجعة الأخلاقية ورقم المرجع" },
  },
};
