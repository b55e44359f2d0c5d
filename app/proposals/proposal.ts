export const memberRoles = ["principal_investigator", "editor", "viewer"] as const;

export type MemberRole = (typeof memberRoles)[number];

/** An answer as it stands, with the version that the next change has to be based on. */
export type AnswerNow = { text: string; version: number; at: Date };

/** Two texts for one answer: what somebody saved in the meantime, and what was typed here. */
export type AnswerConflict = { question: string; theirs: string; version: number; yours: string };
