const toFile = "file:";

/** What the button says that saves a section and goes on to the file of a question. */
export const thenToFile = (question: string) => toFile + question;

/** The question whose file is to be sent once the section is saved; null where another button was pressed. */
export const fileAskedFor = (then: FormDataEntryValue | null): string | null =>
  typeof then === "string" && then.startsWith(toFile) ? then.slice(toFile.length) : null;
