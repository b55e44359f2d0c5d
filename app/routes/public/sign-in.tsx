import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { demoPassword, demoSignIns } from "#db/seed/cast";
import { signInForm } from "~/access/account.forms";
import { EmailField, PasswordField } from "~/access/account-fields";
import { DemoSignIns } from "~/access/demo-sign-ins";
import { asksForKept } from "~/access/kept-text.server";
import { takeUpChosenLanguage } from "~/access/letter-language.server";
import { localPath } from "~/access/local-path";
import { sureDays } from "~/access/session-length";
import { isSharedDevice, sharedDeviceCookie } from "~/access/shared-device.server";
import { asVisitor } from "~/access/sides.server";
import { signIn } from "~/access/sign-in.server";
import { fromForm } from "~/forms/from-form";
import { environment } from "~/http/environment.server";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/checkbox-field";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.sign_in.title" };

export const loader = asVisitor(({ request }) => ({
  to: localPath(new URL(request.url).searchParams.get("to")) ?? "",
  shared: isSharedDevice(request.headers.get("cookie")),
  kept: asksForKept(request.headers.get("cookie")),
  demo: environment().demo ? { password: demoPassword, people: demoSignIns } : null,
}));

/** Where somebody's work is: an officer's before a reviewer's before an applicant's. */
function deskOf(hats: readonly string[]) {
  if (hats.includes("programme_officer")) return paths.manage();
  return hats.includes("reviewer") ? paths.review() : paths.apply();
}

export const action = asVisitor(async ({ request, context, now }) => {
  const form = await request.formData();
  const { cookie, hats, person } = await signIn(fromForm(signInForm, form), { address: context.address, now });
  const shared = form.get("shared") === "yes";
  const { headers } = request;
  await takeUpChosenLanguage(person, { headers, shared: shared || isSharedDevice(headers.get("cookie")) });
  context.setCookie(sharedDeviceCookie(shared));
  return redirect(localPath(form.get("to")) ?? deskOf(hats), { status: 303, headers: { "Set-Cookie": cookie } });
});

export default function SignIn() {
  const { to, shared, kept, demo } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { reason, problems, typedOr } = useAnswer();
  return (
    <Page
      side="public"
      title={t("public.sign_in.title")}
      notices={
        <>
          <ErrorSummary problems={problems} />
          {kept ? <Notice title={t("public.sign_in.kept")}>{t("public.sign_in.kept_about")}</Notice> : null}
        </>
      }
    >
      <form method="post" noValidate>
        <input type="hidden" name="to" value={typedOr("to", to)} />
        <EmailField />
        <PasswordField label={t("public.sign_in.password")} />
        <CheckboxField
          name="shared"
          label={t("public.sign_in.shared")}
          hint={t("public.sign_in.shared_hint")}
          defaultChecked={reason ? typedOr("shared") === "yes" : shared}
        />
        <p className="field-hint">{t("public.sign_in.how_long", { days: sureDays })}</p>
        <Actions>
          <Button kind="main">{t("public.sign_in.submit")}</Button>
        </Actions>
      </form>
      <p>
        <a href={paths.forgottenPassword(typedOr("to", to))}>{t("public.sign_in.forgotten")}</a>
      </p>
      <p>
        {t("public.sign_in.no_account")} <a href={paths.signUp(typedOr("to", to))}>{t("public.sign_up.title")}</a>
      </p>
      {demo ? <DemoSignIns password={demo.password} people={demo.people} /> : null}
    </Page>
  );
}
