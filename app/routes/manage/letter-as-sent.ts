import { asManager } from "~/access/sides.server";
import { letterOnDesk } from "~/notifications/letters-desk.server";
import { Refusal } from "~/values/refusal";

/** The letter itself, alone in a page that can run and load nothing. */
export const loader = asManager(async ({ params, person, now }) => {
  const { html } = await letterOnDesk(person, params.key ?? "", now);
  if (html === null) throw new Refusal("not_found", "not_found");
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
});
