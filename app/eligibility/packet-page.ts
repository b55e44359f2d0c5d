import type { SpokenSection } from "~/forms/spoken-answers";

export type FoundWord = {
  term: string;
  selfReference: boolean;
  /** In how many places it stands; the first of them are shown. */
  count: number;
  places: { question: string; before: string; found: string; after: string }[];
};

/** What the page of a packet shows before it is frozen, or after. */
export type PacketPage = {
  id: string;
  title: string;
  slug: string;
  callTitle: string;
  state: string;
  currency: string;
  zone: string;
  canFreeze: boolean;
  waits: boolean;
  words: FoundWord[];
  files: { question: string; label: string; document: string }[];
  frozen: {
    code: string;
    hash: string;
    by: string;
    at: Date;
    files: { label: string; pages: number; sha256: string }[];
    sections: SpokenSection[];
  } | null;
};
