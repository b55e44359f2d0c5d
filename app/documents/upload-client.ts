import { future_genUploader, UTServerError, UTStorageError } from "uploadthing/client-future";
import { fitting } from "./document.rules";
import { headBytes } from "./pdf-signature";

/** The server said no; the reason is a word the page has a sentence for. */
export class UploadRefused extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = "UploadRefused";
  }
}

type Options = {
  /** Where the file router is. */
  endpoint?: string;
  input: { proposal: string; question: string };
  /** Bytes sent so far, of how many. */
  onProgress?: (sent: number, size: number) => void;
  /** The line broke and is tried again, for the how-manieth time. */
  onRetry?: (attempt: number) => void;
  signal?: AbortSignal;
  fetch?: typeof fetch;
  /** Milliseconds before each further try. */
  waits?: readonly number[];
  /** Milliseconds without any sign of life after which a try counts as broken. */
  patience?: number;
};

export type UploadedDocument = { document: string; size: number };

type Attempt = { uploaded: UploadedDocument } | { refused: string } | "broken" | "aborted";

/** Tried again though an answer came: the bytes are there, only the note about them is missing. */
const passing = new Set(["file_is_not_recorded"]);

function outcomeOf(reason: unknown): Attempt {
  if (!(reason instanceof UTStorageError)) return "broken";
  const said = (reason.response as { error?: unknown } | null)?.error;
  return typeof said === "string" && !passing.has(said) ? { refused: said } : "broken";
}

/** A hosted service answers 200 also for a file the fund refused; the refusal is then inside. */
function outcomeOfData(data: unknown): Attempt {
  const said = data as (UploadedDocument & { error?: string }) | null;
  if (said?.error) return { refused: said.error };
  return said?.document ? { uploaded: { document: said.document, size: said.size } } : "broken";
}

const aborted = () => new DOMException("The upload was stopped.", "AbortError");

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const go = () => {
      clearTimeout(timer);
      resolve();
    };
    signal?.addEventListener("abort", go, { once: true });
    globalThis.addEventListener?.("online", go, { once: true });
  });
}

/**
 * Sends a file. A line that breaks is taken up again from the last byte the server holds, a few times, with growing
 * pauses, and at once when the browser is back online.
 */
export async function uploadDocument(file: File, options: Options): Promise<UploadedDocument> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const fits = fitting({ size: file.size, head });
  if (!fits.allowed) throw new UploadRefused(fits.because);
  const { signal, waits = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000], patience = 60_000 } = options;
  let settle: (attempt: Attempt) => void = () => {};
  let watch: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(watch);
    watch = setTimeout(() => settle("broken"), patience);
  };
  const attempt = (begin: () => void) =>
    new Promise<Attempt>((resolve) => {
      settle = resolve;
      alive();
      begin();
    }).finally(() => clearTimeout(watch));

  // Some phones do not know what a PDF is called; the bytes decided above, and decide again on the server.
  const named = new File([file], file.name, { type: "application/pdf", lastModified: file.lastModified });
  const uploader = future_genUploader({ url: options.endpoint ?? "/api/uploadthing", fetch: options.fetch });
  let first: Attempt | null = null;
  const upload = await uploader
    .createUpload("document" as never, {
      files: [named],
      input: options.input as never,
      ...(signal ? { signal } : {}),
      onEvent: (event) => {
        alive();
        if (event.type === "upload-progress") options.onProgress?.(Math.min(event.file.sent, file.size), file.size);
        const said =
          event.type === "upload-completed"
            ? outcomeOfData(event.file.data)
            : event.type === "upload-failed"
              ? outcomeOf(event.file.reason)
              : event.type === "upload-aborted"
                ? "aborted"
                : null;
        if (said) first ??= said;
        if (said) settle(said);
      },
    })
    .catch((problem: unknown) => {
      if (signal?.aborted) throw aborted();
      throw problem instanceof UTServerError ? new UploadRefused(problem.message) : problem;
    });

  let outcome = await attempt(() => first && settle(first));
  for (const [index, wait] of waits.entries()) {
    if (outcome !== "broken" || signal?.aborted) break;
    options.onRetry?.(index + 1);
    await pause(wait, signal);
    if (signal?.aborted) break;
    outcome = await attempt(() => {
      upload.pauseUpload(named);
      upload.resumeUpload(named);
    });
  }
  if (outcome === "aborted" || signal?.aborted) throw aborted();
  if (outcome === "broken") throw new UploadRefused("upload_failed");
  if ("refused" in outcome) throw new UploadRefused(outcome.refused);
  return outcome.uploaded;
}
