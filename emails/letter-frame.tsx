import type { CSSProperties, ReactNode } from "react";
import { Body, Button, Container, Head, Hr, Html, Section, Text } from "react-email";
import { nameBlank } from "~/notifications/blanks";
import type { Speak } from "./speak";

const ink = "#1d2a36";
const soft = "#44525f";
const accent = "#0b5558";
const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';
const paper: CSSProperties = { backgroundColor: "#fbfaf6", margin: 0, padding: "24px 0" };
const sheet: CSSProperties = {
  backgroundColor: "#ffffff",
  maxWidth: "600px",
  padding: "32px",
  borderTop: `4px solid ${accent}`,
};
const words: CSSProperties = { color: ink, fontFamily: font, fontSize: "16px", lineHeight: "26px", margin: "0 0 16px" };
const letterhead: CSSProperties = { ...words, color: accent, fontWeight: 700, margin: "0 0 24px" };
const small: CSSProperties = { ...words, color: soft, fontSize: "14px", lineHeight: "22px" };
const call: CSSProperties = {
  backgroundColor: accent,
  borderRadius: "4px",
  color: "#ffffff",
  fontFamily: font,
  fontSize: "16px",
  fontWeight: 600,
  padding: "12px 20px",
};

type FrameProps = {
  speak: Speak;
  subject: string;
  action?: { words: string; href: string };
  /** One sentence below the button: what to do if this letter was not expected. */
  note?: string;
  children: ReactNode;
};

/** The paper every letter is written on: the fund, a greeting, a few sentences, one thing to do. */
export function LetterFrame({ speak, subject, action, note, children }: FrameProps) {
  const { t, locale, direction } = speak;
  const side: CSSProperties = { direction, textAlign: direction === "rtl" ? "right" : "left" };
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Body lang={locale} dir={direction} style={{ ...paper, ...side }}>
        <Container dir={direction} style={{ ...sheet, ...side }}>
          <Text style={{ ...letterhead, ...side }}>{t("fund")}</Text>
          <Text style={{ ...words, ...side }}>{t("greeting", { name: nameBlank })}</Text>
          {children}
          {action && (
            <Section style={{ margin: "24px 0" }}>
              <Button href={action.href} style={call}>
                {action.words}
              </Button>
            </Section>
          )}
          {note && <Text style={{ ...small, ...side }}>{note}</Text>}
          <Hr style={{ borderColor: "#ddd8cc", margin: "24px 0 16px" }} />
          <Text style={{ ...small, ...side, margin: 0 }}>{t("footer")}</Text>
        </Container>
      </Body>
    </Html>
  );
}

/** A paragraph of a letter, in the direction of its language. */
export function Paragraph({ speak, children }: { speak: Speak; children: ReactNode }) {
  const textAlign = speak.direction === "rtl" ? "right" : "left";
  return <Text style={{ ...words, direction: speak.direction, textAlign }}>{children}</Text>;
}

/** A fact with its name before it. A code such as a hash keeps its own direction. */
export function Fact({
  speak,
  name,
  code,
  children,
}: {
  speak: Speak;
  name: string;
  code?: boolean;
  children: ReactNode;
}) {
  return (
    <Paragraph speak={speak}>
      <strong>{name}:</strong>{" "}
      {code ? (
        <span dir="ltr" style={{ fontFamily: "monospace", fontSize: "14px", wordBreak: "break-all" }}>
          {children}
        </span>
      ) : (
        <bdi>{children}</bdi>
      )}
    </Paragraph>
  );
}
