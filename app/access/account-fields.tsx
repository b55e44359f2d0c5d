import { paths } from "~/ui/paths";
import { TextField } from "~/ui/text-field";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

/** The address of an account; a password manager knows one that exists as its username. */
export function EmailField({ isNew }: { isNew?: boolean }) {
  const { t } = useText();
  const { errorOf, typedOr } = useAnswer();
  return (
    <TextField
      name="email"
      type="email"
      autoComplete={isNew ? "email" : "username"}
      dir="ltr"
      label={t("public.sign_in.email")}
      error={errorOf("email")}
      defaultValue={typedOr("email", "")}
      required
    />
  );
}

/** A password that is known, or a new one with what it has to be; never filled in again after a refusal. */
export function PasswordField({ label, isNew }: { label: string; isNew?: boolean }) {
  const { t } = useText();
  const { errorOf } = useAnswer();
  return (
    <TextField
      name="password"
      type="password"
      autoComplete={isNew ? "new-password" : "current-password"}
      dir="ltr"
      label={label}
      hint={isNew ? t("public.sign_up.password_hint") : undefined}
      error={errorOf("password")}
      required
    />
  );
}

/** Where the link of a letter no longer works: the way to another one. */
export function AskForAnotherLink() {
  const { t } = useText();
  const { errorOf, typedOr } = useAnswer();
  if (!errorOf("token")) return null;
  return (
    <p>
      <a id="token" href={paths.forgottenPassword(typedOr("to"))}>
        {t("public.reset.ask_again")}
      </a>
    </p>
  );
}
