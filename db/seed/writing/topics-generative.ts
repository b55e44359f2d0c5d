import type { Topic } from "./topic";

/** Ideas for the thematic call on generative AI. */
export const generativeTopics: Topic[] = [
  {
    theme: "technology",
    titles: [
      "Telling made from taken: provenance signals in the work of hotlines",
      "Provenance signals for generated images: do they hold up in hotlines of {area}?",
      "Real child or generated? Signals that help hotlines decide",
    ],
    object: "provenance signals that tell generated from photographed images",
    problem:
      "Hotlines have to know whether a real child is in danger. Provenance signals promise an answer, get lost when images are copied, and can be forged. Their value in daily work is unknown.",
    questions: [
      "How often do signals survive until an image is reported?",
      "How do analysts use them, and where do they mislead?",
      "Which signals are worth asking services for?",
    ],
    approach: "measurement",
    users: "hotlines and makers of generative services",
    action: "keep those signals that help to find a child",
  },
  {
    theme: "policy",
    titles: [
      "Generated images before the law: gaps and answers in {area}",
      "No camera, no crime? Legal treatment of generated abuse images",
      "A crime without a camera: wording that closes gaps in law",
    ],
    object: "the treatment in law of generated abuse images",
    problem:
      "Some laws ask for a real child, some for the impression of one, some are silent. Services that operate everywhere follow the strictest or the most convenient. Legislators ask what works.",
    questions: [
      "Which acts are offences in which legal orders?",
      "How do gaps affect reports and investigations?",
      "Which wording closes gaps without reaching art and education?",
    ],
    approach: "law",
    users: "legislators and policy teams of services",
    action: "close gaps with wording that has been thought through",
  },
  {
    theme: "deterrence",
    titles: [
      "Undressing apps in schools: prevention among peers in {area}",
      "A joke with consequences: young people and undressing apps",
      "Lessons made with pupils: preventing misuse of undressing apps in {area}",
    ],
    object: "the use of undressing apps among pupils",
    problem:
      "Apps that undress a photograph are advertised to teenagers. Schools meet cases without guidance. Why pupils use them, and what stops them, has been studied in single classes.",
    questions: [
      "How do pupils come across such apps, and what do they think of their use?",
      "What do those who were depicted need?",
      "Does a lesson made with pupils change intentions?",
    ],
    approach: "trial",
    users: "schools, app stores and advertising services",
    action: "cut off advertising and give schools a tested lesson",
  },
  {
    theme: "wellbeing",
    titles: [
      "Is it me? Survivors and images generated from old ones",
      "Generated from the past: what synthetic images mean to survivors in {area}",
      "Notice, removal and choice: survivors and generated images in {area}",
    ],
    object: "the meaning of generated images for survivors of earlier abuse",
    problem:
      "Models trained on old material produce images that resemble survivors. What notice is owed to them, and whether removal differs, is decided without them.",
    questions: [
      "What do survivors wish to know and decide?",
      "How do support services prepare?",
      "Which duties should makers of models have?",
    ],
    approach: "interviews",
    users: "victim support, removal services and makers of models",
    action: "let survivors decide what they are told",
  },
  {
    theme: "technology",
    titles: [
      "Safety by training data: what filtering of collections achieves",
      "Clean collections: measuring the effect of training data filters on misuse",
      "Outside checks of inside filters: verifying training data claims",
    ],
    object: "filters for training data of image models",
    problem:
      "Developers say that they filter their training data. What filters remove, what they leave and whether misuse falls is not verified by anybody outside.",
    questions: [
      "Which filters are used, and how do they err?",
      "Does filtering reduce the ease of misuse in lawful proxy tests?",
      "How could an outside check be made without access to material?",
    ],
    approach: "measurement",
    users: "developers of generative models and auditors",
    action: "filter better and let others verify it",
  },
  {
    theme: "deterrence",
    titles: [
      "Companions and confidants: chatbots in conversations about risk with children in {area}",
      "What a chatbot says when a child discloses",
      "Confiding in a machine: chatbots, children and helplines in {area}",
    ],
    object: "answers of chatbots to children who disclose harm",
    problem:
      "Children confide in chatbots. What they hear back differs by service, language and day. Helplines have never been asked what a good answer would be.",
    questions: [
      "How do chatbots answer scripted disclosures in several languages?",
      "How do counsellors judge these answers?",
      "Which handover to a helpline do children accept?",
    ],
    approach: "measurement",
    users: "makers of chatbots and helplines",
    action: "answer a disclosure as a good helper would",
  },
  {
    theme: "policy",
    titles: [
      "Who answers for open models? Responsibility along the chain",
      "Open models, closed doors: duties of hosts and publishers of models in {area}",
      "Published, adapted, misused: duties along the chain of open models",
    ],
    object: "responsibility for misuse of openly published models",
    problem:
      "Open models are adapted, renamed and hosted by others within hours. Responsibility spreads until nobody holds it. Voluntary commitments exist, and nobody measures whether they are kept.",
    questions: [
      "Who could act at which step of the chain?",
      "Are voluntary commitments kept?",
      "Which duties would be proportionate for small publishers?",
    ],
    approach: "law",
    users: "hosts of models, developers and regulators",
    action: "act at the step where it matters",
  },
  {
    theme: "wellbeing",
    titles: [
      "More content, less certainty: generated material in the work of analysts in {area}",
      "Doubt at work: analysts between real and generated images",
      "Deciding without knowing: strain among analysts in times of generated material",
    ],
    object: "the strain of doubt in analysts who review generated material",
    problem:
      "Analysts say that not knowing whether a child is real is a burden of its own. Volumes grow. Studies of strain stem from before generated material.",
    questions: [
      "How does uncertainty add to strain?",
      "Which ways of working lower it?",
      "What do teams need from tools and leadership?",
    ],
    approach: "survey",
    users: "hotlines, police units and moderation teams",
    action: "organise work so that doubt is shared",
  },
  {
    theme: "technology",
    titles: [
      "Voices that are not children: generated speech in grooming and in its detection",
      "Cloned voices and contact with children: risks and signs in {area}",
      "Strangers with familiar voices: protecting children from cloned speech",
    ],
    object: "generated voices in approaches to children",
    problem:
      "Voices can be cloned from seconds of speech. Adults may sound like children, strangers like friends. Services for voice chat have no measure of how often this happens.",
    questions: [
      "How well do children recognise generated voices?",
      "Which signs can a service use without recording everyone?",
      "Which warnings help?",
    ],
    approach: "trial",
    users: "voice chat services and schools",
    action: "warn and detect in ways that hold outside the laboratory",
  },
  {
    theme: "deterrence",
    titles: [
      "Refusals that redirect: safety answers of image generators as deterrence",
      "When the generator says no: do refusals lead to help or elsewhere?",
      "One sentence at the right moment: wording refusals so that they help",
    ],
    object: "refusals of image generators as a moment of deterrence",
    problem:
      "Generators refuse prohibited prompts in a sentence. This may be the one moment at which a person at risk of offending is alone with a message. Nobody has tested what the sentence should say.",
    questions: [
      "How do people react to different refusals in a lawful proxy task?",
      "Does an offer of help raise contact with prevention services?",
      "How often do people move to another generator?",
    ],
    approach: "trial",
    users: "makers of generative services and prevention services",
    action: "use the refusal to offer help",
  },
];
