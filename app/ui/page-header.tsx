import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";
import type { Side } from "./page";
import { paths } from "./paths";
import { SidesNav } from "./sides-nav";
import { useText } from "./use-text";

const roleOfSide = {
  public: null,
  apply: "applicant",
  review: "reviewer",
  manage: "programme_officer",
  finance: "finance_officer",
} as const;

/** The same on every page: the fund, the sides open to the reader, language, the way in or out; below it role, call, time left. */
export function PageHeader({ side, call, timeLeft }: { side: Side; call?: ReactNode; timeLeft?: ReactNode }) {
  const { t } = useText();
  const role = roleOfSide[side];
  return (
    <header className="page-header">
      <div className="page-bar">
        <a className="fund" href={paths.home()}>
          <Mark />
          <span>{t("common.fund")}</span>
        </a>
        <SidesNav side={side} />
        <div className="page-tools">
          <LanguageSwitch side={side} />
          <SignInOrOut />
        </div>
      </div>
      {role || call || timeLeft ? (
        <div className="page-context">
          {role ? <span className="page-role">{t(`common.roles.${role}`)}</span> : null}
          {call ? <span className="page-call">{call}</span> : null}
          {timeLeft}
        </div>
      ) : null}
    </header>
  );
}

function SignInOrOut() {
  const { t, actor } = useText();
  if (!actor.signedIn) {
    return (
      <a className="tool" href={paths.signIn()}>
        {t("common.frame.sign_in")}
      </a>
    );
  }
  return (
    <form method="post" action={paths.signOut()}>
      <button type="submit" className="tool">
        {t("common.frame.sign_out")}
      </button>
    </form>
  );
}
