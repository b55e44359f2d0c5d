/** Builds an address from a template, escaping every part that is filled in. */
function path(words: TemplateStringsArray, ...parts: string[]): string {
  return words.reduce((built, word, index) => built + encodeURIComponent(parts[index - 1] ?? "") + word);
}

function asking(address: string, questions: Record<string, string | number | undefined>): string {
  const given = Object.entries(questions).filter(([, answer]) => answer !== undefined && answer !== "");
  const query = new URLSearchParams(given.map(([name, answer]) => [name, String(answer)])).toString();
  return query ? `${address}?${query}` : address;
}

/** Every address of the product, by what is found there. */
export const paths = {
  home: () => "/",
  calls: () => "/calls",
  call: (slug: string) => path`/calls/${slug}`,
  startProposal: (slug: string) => path`/calls/${slug}/proposals`,
  grantees: () => "/grantees",
  openData: () => "/open-data/360giving.json",
  accessibility: () => "/accessibility",
  privacy: () => "/privacy",
  healthz: () => "/healthz",
  readyz: () => "/readyz",

  signIn: (to?: string) => asking("/sign-in", { to }),
  signUp: (to?: string) => asking("/sign-up", { to }),
  verify: (token?: string) => asking("/verify", { token }),
  forgottenPassword: (to?: string) => asking("/forgotten-password", { to }),
  resetPassword: (token?: string) => asking("/reset-password", { token }),
  session: () => "/session",
  signOut: () => "/sign-out",
  language: () => "/language",
  discardReturned: () => "/returned/end",

  apply: () => "/apply",
  proposal: (proposal: string) => path`/apply/${proposal}`,
  proposalSection: (proposal: string, section: string) => path`/apply/${proposal}/sections/${section}`,
  proposalDocuments: (proposal: string) => path`/apply/${proposal}/documents`,
  proposalFile: (proposal: string, question: string) => path`/apply/${proposal}/files/${question}`,
  proposalAnswers: (proposal: string) => path`/apply/${proposal}/answers`,
  earlierVersions: (proposal: string, question: string) => path`/apply/${proposal}/versions/${question}`,
  proposalPreview: (proposal: string) => path`/apply/${proposal}/as-reviewers-see-it`,
  submission: (proposal: string) => path`/apply/${proposal}/submission`,
  receipt: (proposal: string) => path`/apply/${proposal}/receipt`,
  submitted: (proposal: string, reference: string) => path`/apply/${proposal}/submitted/${reference}`,
  withdrawal: (proposal: string) => path`/apply/${proposal}/withdrawal`,
  discard: (proposal: string) => path`/apply/${proposal}/discard`,
  decisionLetter: (proposal: string) => path`/apply/${proposal}/decision`,

  review: () => "/review",
  agreement: (call: string) => path`/review/agreement/${call}`,
  packet: (code: string) => path`/review/packets/${code}`,
  packetScores: (code: string) => path`/review/packets/${code}/scores`,
  packetLock: (code: string) => path`/review/packets/${code}/lock`,
  packetDocument: (code: string, question: string) => path`/review/packets/${code}/documents/${question}`,
  packetRecusal: (code: string) => path`/review/packets/${code}/recusal`,

  manage: () => "/manage",
  manageCall: (slug: string) => path`/manage/calls/${slug}`,
  manageProposals: (slug: string, asked: Record<string, string | number | undefined> = {}) =>
    asking(path`/manage/calls/${slug}/proposals`, asked),
  manageProposal: (proposal: string) => path`/manage/proposals/${proposal}`,
  eligibility: (proposal: string) => path`/manage/proposals/${proposal}/eligibility`,
  blindPacket: (proposal: string) => path`/manage/proposals/${proposal}/packet`,
  proposalAssignments: (proposal: string) => path`/manage/proposals/${proposal}/assignments`,
  conflicts: (proposal: string) => path`/manage/proposals/${proposal}/conflicts`,
  comment: (assignment: string) => path`/manage/comments/${assignment}`,
  recommendation: (proposal: string) => path`/manage/proposals/${proposal}/recommendation`,
  decision: (proposal: string) => path`/manage/proposals/${proposal}/decision`,
  assignments: (slug: string) => path`/manage/calls/${slug}/assignments`,
  advisoryGroup: (slug: string) => path`/manage/calls/${slug}/advisory-group`,
  progress: (slug: string) => path`/manage/calls/${slug}/progress`,
  ranking: (slug: string) => path`/manage/calls/${slug}/ranking`,
  release: (slug: string) => path`/manage/calls/${slug}/release`,
  preparation: (slug: string) => path`/manage/calls/${slug}/release/preparation`,
  preparationEnd: (slug: string) => path`/manage/calls/${slug}/release/preparation/end`,
  announcement: (slug: string) => path`/manage/calls/${slug}/announcement`,
  letters: () => "/manage/letters",
  letter: (key: string) => path`/manage/letters/${key}`,

  document: (id: string) => path`/documents/${id}`,
};
