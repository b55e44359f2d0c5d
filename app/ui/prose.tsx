import type { ReactNode } from "react";

/** Long text for reading: packets, letters, statements. Printed as if typeset. */
export function Prose({
  children,
  lang,
  dir = "auto",
}: {
  children: ReactNode;
  lang?: string;
  dir?: "auto" | "ltr" | "rtl";
}) {
  return (
    <div className="prose" lang={lang} dir={dir}>
      {children}
    </div>
  );
}
