import type { ReactElement } from "react";

let listener: ((page: () => ReactElement) => void) | null = null;

/** Lets a measurement render each page again; returns how to stop looking. */
export function whenRendered(look: (page: () => ReactElement) => void): () => void {
  listener = look;
  return () => {
    listener = null;
  };
}

/** Called by the renderer with every page. */
export function tellRendered(page: () => ReactElement) {
  listener?.(page);
}
