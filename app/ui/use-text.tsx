import { createContext, type ReactNode, useContext } from "react";
import type { Reader } from "./reader";

const ReaderContext = createContext<Reader | null>(null);

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

/** The reader of this page: `t("common.actions.cancel")`, their language, direction, zone and the instant of the request. */
export function useText(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error("useText needs a ReaderProvider above it");
  return reader;
}
