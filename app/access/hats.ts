/** The hats a person may wear beside being an applicant. */
export const hats = ["reviewer", "programme_officer", "finance_officer", "auditor"] as const;

export type Hat = (typeof hats)[number];
