import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { watchEarlyTyping } from "~/ui/early-typing";
import { readerFromPage } from "~/ui/reader.client";
import { ReaderProvider } from "~/ui/use-text";

watchEarlyTyping(document);

/** Only pages that ask for scripts come here. */
startTransition(() => {
  hydrateRoot(
    document,
    <ReaderProvider reader={readerFromPage(document)}>
      <RemixBrowser />
    </ReaderProvider>,
  );
});
