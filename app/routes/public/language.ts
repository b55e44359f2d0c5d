import { redirect } from "@remix-run/node";
import { writeLettersIn } from "~/access/letter-language.server";
import { localPath } from "~/access/local-path";
import { asVisitor } from "~/access/sides.server";
import { localeCookie } from "~/ui/locale-of-request";
import { isLocale } from "~/ui/locales";
import { paths } from "~/ui/paths";

export const loader = asVisitor(() => redirect(paths.home(), 303));

/** Remembers a language, for pages and for letters, and goes back to where it was chosen. */
export const action = asVisitor(async ({ request, person }) => {
  const form = await request.formData();
  const locale = String(form.get("locale") ?? "");
  const back = localPath(form.get("back")) ?? paths.home();
  if (person && isLocale(locale)) await writeLettersIn(person, locale);
  const headers: Record<string, string> = isLocale(locale) ? { "Set-Cookie": localeCookie(locale) } : {};
  return redirect(back, { status: 303, headers });
});
