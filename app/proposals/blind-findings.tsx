import { Listing } from "~/ui/listing";
import { Notice } from "~/ui/notice";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import type { Preview } from "./blind-preview.server";
import { type FileFinding, findingsIn, sortedFiles } from "./file-findings";

/** What would tell reviewers who writes, in answers and files; and calmly, what could not be looked into. */
export function BlindFindings({ preview }: { preview: Preview }) {
  const { t } = useText();
  const { naming, unread, noted, waiting, allRead } = sortedFiles(preview.files);
  const { telling: count } = findingsIn(preview);
  const inFiles = naming.map((file) => ({
    key: `file-${file.question}`,
    title: <NameOf file={file} />,
    to: answerAt(preview, file),
    about: (
      <p>
        {t("apply.preview.in_file")} <Words words={file.found} />
      </p>
    ),
  }));
  return (
    <>
      {count === 0 ? (
        <Notice kind="saved" title={t(allRead ? "apply.preview.clean" : "apply.preview.answers_clean")} />
      ) : (
        <Notice kind="error" title={t("apply.preview.found", { count })}>
          <Listing level={3} items={[...inFiles, ...placesIn(preview)]} />
          {preview.places > preview.found.length ? (
            <p>{t("apply.preview.more", { count: preview.places - preview.found.length })}</p>
          ) : null}
        </Notice>
      )}
      {unread.length > 0 ? <Unread files={unread} preview={preview} /> : null}
      {noted.length > 0 ? <Noted files={noted} preview={preview} /> : null}
      {waiting.length > 0 ? <Waiting files={waiting} preview={preview} /> : null}
    </>
  );
}

const answerAt = (preview: Preview, { section, question }: { section: string; question: string }) =>
  `${paths.proposalSection(preview.id, section)}#${question}`;

const placesIn = (preview: Preview) =>
  preview.found.map((place, index) => ({
    key: `${place.question}-${index}`,
    title: <bdi lang={preview.language}>{place.label}</bdi>,
    to: answerAt(preview, place),
    about: (
      <p dir="auto">
        {place.before}
        <mark>{place.found}</mark>
        {place.after}
      </p>
    ),
  }));

function NameOf({ file }: { file: FileFinding }) {
  const { t } = useText();
  return <bdi>{file.name ?? t("apply.form.file")}</bdi>;
}

function Words({ words }: { words: readonly string[] }) {
  return words.map((word, index) => (
    <span key={word}>
      {index > 0 ? " · " : null}
      <mark>
        <bdi>{word}</bdi>
      </mark>
    </span>
  ));
}

/** Files with the way to where each was sent, and what there is to say of it. */
function Places<File extends FileFinding>({ files, preview, say }: PlacesProps<File>) {
  return (
    <ul>
      {files.map((file) => (
        <li key={file.question}>
          <a href={answerAt(preview, file)}>
            <NameOf file={file} />
          </a>
          {say ? `: ${say(file)}` : null}
        </li>
      ))}
    </ul>
  );
}

type PlacesProps<File> = { files: readonly File[]; preview: Preview; say?: (file: File) => string };

function Unread({ files, preview }: { files: (FileFinding & { because: string })[]; preview: Preview }) {
  const { t, find } = useText();
  return (
    <Notice title={t("apply.preview.unread", { count: files.length })}>
      <Places files={files} preview={preview} say={({ because }) => find(`errors.reasons.${because}`) ?? because} />
      <p>{t("apply.preview.unread_about")}</p>
    </Notice>
  );
}

/** Files with texts on top of their pages, which the copy for reviewers does not have. */
function Noted({ files, preview }: { files: FileFinding[]; preview: Preview }) {
  const { t } = useText();
  return (
    <Notice title={t("apply.preview.notes", { count: files.length })}>
      <Places files={files} preview={preview} />
      <p>{t("apply.preview.notes_about")}</p>
    </Notice>
  );
}

function Waiting({ files, preview }: { files: FileFinding[]; preview: Preview }) {
  const { t } = useText();
  return (
    <Notice title={t("apply.preview.waiting", { count: files.length })}>
      <ul>
        {files.map((file) => (
          <li key={file.question}>
            <NameOf file={file} />
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.proposalPreview(preview.id)}>{t("apply.preview.look_again")}</a>
      </p>
    </Notice>
  );
}

/** Words that stand in the file but not in the copy for reviewers. */
export function LeftOutOfCopy({ file }: { file: FileFinding }) {
  const { t } = useText();
  if (file.scan?.state !== "read" || file.scan.removed.length === 0) return null;
  return (
    <p className="field-hint">
      {t("apply.preview.removed")} <bdi>{file.scan.removed.join(" · ")}</bdi>
    </p>
  );
}
