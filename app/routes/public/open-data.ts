import { asVisitor } from "~/access/sides.server";
import { grantees } from "~/awards/grantees.queries.server";
import { environment } from "~/http/environment.server";
import { grantsPackage } from "~/reports/threesixty-giving.server";
import { isLocale } from "~/ui/locales";
import { textFor } from "~/ui/text.server";

const anyone = { "Access-Control-Allow-Origin": "*" };

/** Announced grantees by the 360Giving Data Standard; before the first announcement not found, in a calm sentence. */
export const loader = asVisitor(async ({ locale }) => {
  const published = grantsPackage(await grantees("en"), environment().appUrl);
  if (published) return Response.json(published, { headers: { ...anyone, "Cache-Control": "public, max-age=300" } });
  const headers = { ...anyone, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(textFor(isLocale(locale) ? locale : "en").t("public.grantees.no_open_data"), {
    status: 404,
    headers,
  });
});
