import { Actions } from "./actions";
import { Deadline } from "./deadline";
import { LinkButton } from "./link-button";
import { Moment } from "./moment";
import { Page } from "./page";
import { Paragraphs } from "./paragraphs";
import { paths } from "./paths";
import { Section } from "./section";
import { useText } from "./use-text";

const pageOfStatus = {
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  422: "conflict",
  429: "too_many",
  503: "unavailable",
} as const;

type ErrorPageName = (typeof pageOfStatus)[keyof typeof pageOfStatus] | "broken";

export function errorPageOf(status: number): ErrorPageName {
  return pageOfStatus[status as keyof typeof pageOfStatus] ?? "broken";
}

/** What refused, as data: a reason in `snake_case`, and perhaps the moment it turns on. */
export interface RefusalFacts {
  reason?: string;
  details?: { closesAt?: string | Date; opensAt?: string | Date; zone?: string; until?: string | Date };
}

type Props = {
  status: number;
  refusal?: RefusalFacts;
  /** What somebody wrote and could not send: hers to copy. */
  written?: string[];
};

/** A calm page for what could not be done: what happened, that nothing is lost, what to do now. */
export function ErrorPage({ status, refusal, written = [] }: Props) {
  const { t, find, path } = useText();
  const name = errorPageOf(status);
  const because = refusal?.reason ? find(`errors.reasons.${refusal.reason}`) : undefined;
  const { closesAt, opensAt, zone, until } = refusal?.details ?? {};
  const at = closesAt ?? opensAt;
  return (
    <Page side="public" title={t(`errors.pages.${name}.title`)} above={String(status)}>
      <div className="prose">
        {because && name !== "not_found" && !until ? <p className="error-because">{because}</p> : null}
        {at ? <Deadline at={at} zone={zone ?? "UTC"} kind={closesAt ? "closes" : "opens"} /> : null}
        <p>{t(`errors.pages.${name}.about`)}</p>
        {until ? (
          <p>
            {t("common.times.try_again_from")} <Moment at={until} />
          </p>
        ) : null}
      </div>
      {written.length > 0 ? (
        <Section title={t("errors.written.title")}>
          <p>{t("errors.written.about")}</p>
          {written.map((text, index) => (
            <blockquote key={index} dir="auto">
              <Paragraphs text={text} />
            </blockquote>
          ))}
        </Section>
      ) : null}
      <Actions>
        {name === "unavailable" || name === "broken" ? (
          <LinkButton to={path}>{t("common.actions.try_again")}</LinkButton>
        ) : null}
        <LinkButton to={paths.home()} kind="quiet">
          {t("common.actions.home")}
        </LinkButton>
      </Actions>
    </Page>
  );
}
