import type { FileScan } from "~/documents/file-scan";

/** A file that reviewers would get a copy of, and what in it names the team; no scan while it is still being read. */
export type FileFinding = {
  question: string;
  section: string;
  label: string;
  /** What its owner called it; reviewers never see that. */
  name: string | null;
  scan: FileScan | null;
};

/** Files by what is known of them. One that was not read is never among those in which nothing was found. */
export function sortedFiles(files: readonly FileFinding[]) {
  const naming = files.flatMap((file) =>
    file.scan?.state === "read" && file.scan.found.length > 0 ? [{ ...file, found: file.scan.found }] : [],
  );
  const unread = files.flatMap((file) =>
    file.scan?.state === "unread" ? [{ ...file, because: file.scan.because }] : [],
  );
  const noted = files.filter(({ scan }) => scan?.state === "read" && scan.notes > 0);
  const waiting = files.filter(({ scan }) => scan === null);
  return { naming, unread, noted, waiting, allRead: unread.length === 0 && waiting.length === 0 };
}

/**
 * How many places of a proposal tell reviewers who writes, in answers and files, how many files nobody could read, and how
 * many have notes that reviewers will not see.
 */
export function findingsIn({ places, files }: { places: number; files: readonly FileFinding[] }) {
  const { naming, unread, noted } = sortedFiles(files);
  const telling = places + naming.reduce((sum, { found }) => sum + found.length, 0);
  return { telling, unread: unread.length, noted: noted.length };
}
