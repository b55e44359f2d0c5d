const prefix = "version:";

/** The control beside an answer that says which version its text was based on. */
export const versionField = (question: string) => prefix + question;

export const isVersionField = (name: string) => name.startsWith(prefix);

export const questionOfVersion = (name: string) => name.slice(prefix.length);
