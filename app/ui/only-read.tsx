import { type ReactNode, useState } from "react";

/**
 * A part of a page with scripts that is only read. The server writes it; the browser leaves it as it stands there, so that
 * nothing of what it is made from has to be handed over (`handover` in the page's handle), and no script makes it again.
 */
export function OnlyRead({ id, children }: { id: string; children: () => ReactNode }) {
  const [written] = useState(() => (typeof document === "undefined" ? null : document.getElementById(id)?.innerHTML));
  if (written === null) return <div id={id}>{children()}</div>;
  return (
    <div
      id={id}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: markup that React wrote on the server, taken from this very page
      dangerouslySetInnerHTML={{ __html: written ?? "" }}
    />
  );
}
