import { describe, expect, it } from "vitest";
import { type FileScan, longestOf } from "~/documents/file-scan";
import { findingsIn, sortedFiles } from "~/proposals/file-findings";

const file = (scan: FileScan | null) => ({
  question: "annex",
  section: "work",
  label: "Annex",
  name: "plan.pdf",
  scan,
});
const read = (found: string[], removed: string[] = [], notes = 0) => file({ state: "read", found, removed, notes });

describe("the files of a preview", () => {
  it("are all read only where each was, whatever was found", () => {
    expect(sortedFiles([]).allRead).toBe(true);
    expect(sortedFiles([read([]), read(["Otieno"])]).allRead).toBe(true);
    expect(sortedFiles([read([]), file(null)]).allRead).toBe(false);
    expect(sortedFiles([read([]), file({ state: "unread", because: "pdf_is_encrypted" })]).allRead).toBe(false);
  });

  it("name the team where its words would be in the copy for reviewers, not where only the original has them", () => {
    expect(sortedFiles([read(["Otieno"]), read([], ["Otieno"])]).naming).toMatchObject([{ found: ["Otieno"] }]);
  });

  it("with notes on their pages are told, whatever else is known of them", () => {
    const noted = [read([], [], 2), read(["Otieno"], [], 1)];
    expect(sortedFiles([...noted, read([]), file(null)]).noted).toEqual(noted);
  });

  it("that were not read come with their reason, and those still being read apart", () => {
    const { unread, waiting } = sortedFiles([file({ state: "unread", because: "pages_without_text" }), file(null)]);
    expect(unread.map(({ because }) => because)).toEqual(["pages_without_text"]);
    expect(waiting).toHaveLength(1);
  });
});

it("a last look counts what tells in answers and files, and the files that nobody could read, or that have notes", () => {
  const unreadable = file({ state: "unread", because: "pdf_is_encrypted" });
  expect(findingsIn({ places: 2, files: [read(["Otieno", "Rift"]), read([], [], 1), unreadable, file(null)] })).toEqual(
    {
      telling: 4,
      unread: 1,
      noted: 1,
    },
  );
});

it("a word inside a longer one is named once", () => {
  expect(longestOf(["Amina", "Amina Otieno", "otieno", "Rift Lakes"])).toEqual(["Amina Otieno", "Rift Lakes"]);
});
