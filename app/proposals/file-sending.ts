import { filledTemplate } from "~/ui/filled-template";

/** Where the control of a file stands, and the same with what is wrong with it. */
export const fileId = (question: string) => `send-${question}`;
export const refusedFileId = (question: string) => `refused-${question}`;
export const progressId = "file-progress";

/** Why a file did not arrive: what was refused says so, everything else is the line, or the page that is older than the server. */
const reasonOf = (problem: unknown) =>
  problem instanceof Error && "reason" in problem ? String(problem.reason) : "upload_failed";

/** Shows how much of a file has been sent. */
function progressIn(place: HTMLElement, question: string) {
  place.append(filledTemplate(progressId));
  const bar = place.querySelector("progress");
  // Two files may be on their way at once.
  if (bar) bar.id = `progress-${question}`;
  place.querySelector(".progress label")?.setAttribute("for", `progress-${question}`);
  const words = place.querySelector(".progress .numbers");
  return (done: number, total: number) => {
    if (bar) [bar.max, bar.value] = [Math.max(1, total), done];
    words?.replaceChildren(`${Math.floor((100 * done) / Math.max(1, total))} %`);
  };
}

/** Sends each file of a section with progress and resume, in the place of the button that leads to a page for it. */
export function sendFiles(proposal: string, find: (key: string) => string | undefined): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-file]")) {
    const { file: question = "" } = place.dataset;
    const offer = (template: string, words?: Record<string, string>) => {
      place.replaceChildren(filledTemplate(template, words));
      const control = place.querySelector<HTMLInputElement>("input[type=file]");
      control?.addEventListener("change", () => {
        const [file] = control.files ?? [];
        if (file) void send(file);
      });
      return control;
    };
    const send = async (file: File) => {
      // What was wrong with the one before is not said of this one.
      if (place.querySelector("[aria-invalid]")) offer(fileId(question))?.focus();
      place.querySelector(".progress")?.remove();
      const show = progressIn(place, question);
      show(0, file.size);
      try {
        const { uploadDocument } = await import("~/documents/upload-client");
        await uploadDocument(file, { input: { proposal, question }, onProgress: show });
        window.location.hash = question;
        window.location.reload();
      } catch (problem) {
        const words = find(`errors.reasons.${reasonOf(problem)}`) ?? find("errors.reasons.upload_failed") ?? "";
        offer(refusedFileId(question), { problem: `${file.name}: ${words}` })?.focus();
      }
    };
    const control = offer(fileId(question));
    // She chose a file here a moment ago, and the page that shows it is another one.
    if (window.location.hash === `#${question}`) control?.focus();
  }
}
