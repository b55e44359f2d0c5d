import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { asManager } from "~/access/sides.server";
import { fromForm } from "~/forms/from-form";
import { letterOnDesk } from "~/notifications/letters-desk.server";
import { LetterStateBadge } from "~/notifications/letters-table";
import { settleLetter } from "~/notifications/settle-letter.server";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { LinkButton } from "~/ui/link-button";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Paragraphs } from "~/ui/paragraphs";
import { paths } from "~/ui/paths";
import { Prose } from "~/ui/prose";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.letters.title" };

export const loader = asManager(async ({ params, person, now }) => {
  const { html, ...letter } = await letterOnDesk(person, params.key ?? "", now);
  return { ...letter, written: html !== null };
});

export const action = asManager(async ({ params, request, actor, now }) => {
  const { how } = fromForm(z.object({ how: z.enum(["send_again", "arrived"]) }), await request.formData());
  await settleLetter(actor, params.key ?? "", how, now);
  return redirect(paths.letter(params.key ?? ""), 303);
});

export default function Letter() {
  const letter = useLoaderData<typeof loader>();
  const { t, find } = useText();
  return (
    <Page
      side="manage"
      title={letter.subject ?? t("manage.letters.unwritten")}
      crumbs={[{ label: t("manage.letters.title"), to: paths.letters() }, { label: letter.subject ?? letter.key }]}
      notices={letter.state === "kept" && !letter.sendable ? <Notice>{t("manage.letters.kept_hint")}</Notice> : null}
    >
      <DefinitionList
        items={[
          { term: t("manage.letters.to"), value: <bdi>{letter.to}</bdi> },
          {
            term: t("manage.letters.template"),
            value: find(`manage.letters.templates.${letter.template}`) ?? letter.template,
          },
          { term: t("manage.letters.state"), value: <LetterStateBadge state={letter.state} /> },
          { term: t("manage.letters.created"), value: <Moment at={letter.createdAt} /> },
          ...(letter.sentAt ? [{ term: t("manage.letters.sent"), value: <Moment at={letter.sentAt} /> }] : []),
          ...(letter.lastError
            ? [
                {
                  term: t(letter.state === "unneeded" ? "manage.letters.unneeded_because" : "manage.letters.error"),
                  value: letter.lastError,
                },
              ]
            : []),
        ]}
      />
      {letter.sendable ? (
        <form method="post">
          {letter.state === "uncertain" ? <p>{t("manage.letters.uncertain_hint")}</p> : null}
          <Actions>
            <Button name="how" value="send_again">
              {t("manage.letters.send_again")}
            </Button>
            {letter.state === "uncertain" ? (
              <Button kind="quiet" name="how" value="arrived">
                {t("manage.letters.arrived")}
              </Button>
            ) : null}
          </Actions>
        </form>
      ) : null}
      {letter.written ? (
        <Actions>
          <LinkButton kind="quiet" to={`${paths.letter(letter.key)}/as-sent`}>
            {t("manage.letters.as_sent")}
          </LinkButton>
        </Actions>
      ) : null}
      {letter.text ? (
        <Prose lang={letter.locale}>
          <Paragraphs text={letter.text} />
        </Prose>
      ) : null}
    </Page>
  );
}
