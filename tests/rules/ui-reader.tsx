import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "~/ui/locales";
import { readerOf } from "~/ui/reader.server";
import { ReaderProvider } from "~/ui/use-text";

export const noonInMay = new Date("2027-05-10T12:00:00Z");

interface Asked {
  locale?: Locale;
  zone?: string;
  path?: string;
  hats?: string[];
  signedIn?: boolean;
}

/** Renders what a reader would be sent. */
export function rendered(element: ReactElement, asked: Asked = {}): string {
  const reader = readerOf({
    locale: asked.locale ?? "en",
    zone: asked.zone,
    now: noonInMay,
    path: asked.path ?? "/",
    actor: { signedIn: asked.signedIn ?? false, hats: asked.hats ?? [] },
  });
  return renderToStaticMarkup(<ReaderProvider reader={reader}>{element}</ReaderProvider>);
}
