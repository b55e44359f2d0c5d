import { expect, test } from "vitest";
import { jpegBy } from "#tests/setup/revealing-pdf";
import { drawnOnly, stringsOf } from "~/documents/content-stream";
import { codeOfDocument, neutralName } from "~/documents/document";
import { changeable, fitting, type UploadPlace } from "~/documents/document.rules";
import { termsInBytes, termsInText } from "~/documents/identity-terms";
import { pictureOnly } from "~/documents/jpeg-segments";
import { latestWins } from "~/documents/latest-wins";
import { LooksNeeded } from "~/documents/looks-needed";
import { beginsAsPdf } from "~/documents/pdf-signature";
import { spanOfRange, startOfRange } from "~/documents/range";
import { factsOfStored } from "~/documents/stored-bytes.server";
import { keyOfPath } from "~/documents/upload-key";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (given: Uint8Array) => Buffer.from(given).toString("latin1");

const place: UploadPlace = {
  proposalState: "draft",
  callState: "published",
  opensAt: new Date("2021-02-04T09:00:00Z"),
  closesAt: new Date("2021-04-11T21:59:00Z"),
  graceMinutes: 10,
  questionKind: "file",
};
const at = (time: string) => new Date(`2021-04-11T${time}Z`);

test.each([
  [{}, "21:58:59", undefined, null],
  [{}, "21:59:00", undefined, "call_is_closed"],
  [{}, "22:08:59", "21:58:59", null],
  [{}, "22:09:00", "21:58:59", "call_is_closed"],
  [{}, "22:00:00", "21:59:00", "call_is_closed"],
  [{ proposalState: "submitted" }, "10:00:00", undefined, null],
  [{ proposalState: "withdrawn" }, "10:00:00", undefined, "proposal_is_closed"],
  [{ proposalState: "eligible" }, "21:58:59", undefined, "proposal_is_closed"],
  [{ proposalState: "eligible" }, "21:59:00", undefined, "call_is_closed"],
  [{ proposalState: "eligible" }, "22:09:00", "21:58:59", "call_is_closed"],
  [{ callState: "closed" }, "10:00:00", undefined, "call_is_not_open"],
  [{ opensAt: at("11:00:00") }, "10:00:00", undefined, "call_is_not_open"],
  [{ questionKind: "long_text" }, "10:00:00", undefined, "question_takes_no_file"],
  [{ questionKind: null }, "10:00:00", undefined, "question_takes_no_file"],
])("a file may be changed: %o at %s, begun %s → %s", (change, now, began, because) => {
  const verdict = changeable({ ...place, ...change }, at(now), began ? at(began) : undefined);
  expect(verdict.allowed ? null : verdict.because).toBe(because);
});

test("a file is judged by its bytes", () => {
  const because = (size: number, head: Uint8Array, whole?: { holdsObjects: boolean }) => {
    const verdict = fitting({ size, head, ...whole });
    return verdict.allowed ? null : verdict.because;
  };
  expect(because(9, bytes("%PDF-1.7\n"))).toBeNull();
  expect(because(9, bytes("PK\u0003\u0004"))).toBe("file_is_not_a_pdf");
  expect(because(9, bytes("%PDF-1.7\n"), { holdsObjects: true })).toBeNull();
  expect(because(9, bytes("%PDF-1.7\n"), { holdsObjects: false })).toBe("file_is_not_a_pdf");
  expect(because(0, bytes(""))).toBe("file_is_empty");
  expect(because(16 * 1024 * 1024 + 1, bytes("%PDF-"))).toBe("file_is_too_large");
  expect(beginsAsPdf(bytes("\ufeff\r\n%PDF-1.4"))).toBe(true);
  expect(beginsAsPdf(bytes("<html>%PDF-1.4"))).toBe(false);
});

test("what a PDF is made of is found wherever the line cuts a file", async () => {
  const factsOf = (...pieces: string[]) => {
    const body = new ReadableStream<Uint8Array>({
      start(line) {
        for (const piece of pieces) line.enqueue(bytes(piece));
        line.close();
      },
    });
    const api = { generateSignedURL: async () => ({ ufsUrl: "http://store.example/one" }) };
    return factsOfStored({ api, fetch: async () => new Response(body) } as never, "one");
  };
  expect(await factsOf("%PDF-1.7 1 0 obj null end", "obj")).toMatchObject({ size: 28, holdsObjects: true });
  expect(await factsOf("%PDF-1.7 ", "e", "n", "d", "o", "b", "j", " and more")).toMatchObject({ holdsObjects: true });
  expect(await factsOf("%PDF-1.7 end", " obj")).toMatchObject({ size: 16, holdsObjects: false });
});

test("names outside say nothing", () => {
  expect(neutralName(codeOfDocument("0b6cbb1c-0d9e-4f4e-8a6f-64c6d8c7a111"))).toBe("document-0b6cbb1c.pdf");
});

test("a key is only ever a name in one folder", () => {
  const key = "abcDEF0123456789abcDEF";
  expect(keyOfPath(`/ut/${key}`, "/ut/")).toBe(key);
  for (const path of [
    `/ut/../${key}`,
    `/ut/${key}/x`,
    `/ut/${key}.part`,
    `/ut/%2e%2e${key}`,
    "/ut/",
    `/other/${key}`,
    `/ut/${key}\0`,
  ]) {
    expect(keyOfPath(path, "/ut/"), path).toBeNull();
  }
});

test("ranges", () => {
  expect([
    startOfRange("bytes=10-"),
    startOfRange(null),
    startOfRange("bytes=10-20"),
    startOfRange("lines=1-"),
  ]).toEqual([10, 0, null, null]);
  expect(spanOfRange("bytes=0-3", 10)).toEqual({ from: 0, to: 3 });
  expect(spanOfRange("bytes=5-", 10)).toEqual({ from: 5, to: 9 });
  expect(spanOfRange("bytes=-2", 10)).toEqual({ from: 8, to: 9 });
  expect(spanOfRange("bytes=10-", 10)).toBe("unsatisfiable");
  expect(spanOfRange("bytes=-", 10)).toBeNull();
});

test("the newest piece of work on a key stops the one before and waits for its end", async () => {
  const take = latestWins();
  const seen: string[] = [];
  const slow = (name: string) => (signal: AbortSignal) =>
    new Promise<string>((resolve) => {
      seen.push(`${name} begins`);
      const end = () => {
        seen.push(`${name} ends`);
        resolve(name);
      };
      if (signal.aborted) end();
      else signal.addEventListener("abort", () => setTimeout(end, 5));
      setTimeout(end, 40);
    });
  const results = await Promise.all([take("a", slow("first")), take("a", slow("second"))]);
  expect(results).toEqual(["first", "second"]);
  expect(seen.slice(0, 3)).toEqual(["first begins", "first ends", "second begins"]);
});

test("drawing instructions are kept, what hides beside them is not", () => {
  const content =
    "% Okonkwo\nq 1 0 0 1 0 0 cm /Span <</ActualText (Okon\\)kwo) /X [1 <</Y (z)>>]>> BDC BT /F1 9 Tf [(sh) -20 (own)] TJ ET EMC /A /B DP Q";
  expect(text(drawnOnly(bytes(content)))).toBe(
    "q\n1 0 0 1 0 0 cm\n/Span BMC\nBT\n/F1 9 Tf\n[(sh) -20 (own)] TJ\nET\nEMC\n/A MP\nQ\n",
  );
  const picture = "BI /W 1 /H 1 /BPC 8 /CS /G ID \u0001EI Q EI Q";
  expect(text(drawnOnly(bytes(picture)))).toContain("ID \u0001EI Q EI\nQ");
  expect(() => drawnOnly(bytes("(never ends"))).toThrow("pdf_has_unclear_content");
  expect(() => drawnOnly(bytes("[[".repeat(100)))).toThrow("pdf_has_unclear_content");
  expect(text(stringsOf(bytes("[(Ok) 3 <6f6e>] TJ (k\\167\\\no) Tj")))).toBe("Okonkwo");
});

const disc = Array.from({ length: 32 }, (_, index) => {
  const at = (part: number) => {
    const angle = (2 * Math.PI * (index + part)) / 32;
    return `${(9 * Math.cos(angle)).toFixed(2)} ${(9 * Math.sin(angle)).toFixed(2)}`;
  };
  return `${at(0.33)} ${at(0.66)} ${at(1)} c`;
}).join(" ");
const wave = Array.from({ length: 61 }, (_, index) => `${index} 9 ${index} -9 ${index + 1} 0 c`).join(" ");

test.each([
  ["a wave of curves, painted", `0 0 m ${wave} f`, 1],
  ["a wave of curves, drawn as a line", `0 0 m ${wave} S`, 1],
  ["many small strokes that bend to both sides", "0 0 m 5 5 10 -5 15 0 c S ".repeat(61), 1],
  ["a line that goes round and round", `9 0 m ${disc} ${disc} S`, 1],
  ["curves that go back and forth", `0 0 m ${"1 2 3 4 5 6 c ".repeat(61)} f`, 1],
  ["a few curves", `0 0 m ${wave.split(" c ").slice(0, 40).join(" c ")} c f`, 0],
  ["curves that limit what is painted", `0 0 m ${wave} W n`, 0],
  ["bullets and rounded boxes", `9 0 m ${disc} h f `.repeat(20), 0],
  ["a table", "0 0 90 9 re S 0 0 m 90 0 l S ".repeat(90), 0],
])("%s on a page: a drawing that a person looks at, or none", (_, content, drawings) => {
  const looks = new LooksNeeded();
  drawnOnly(bytes(content), looks.watch);
  looks.endPage();
  expect(looks).toMatchObject({ images: 0, drawings });
});

test("a picture keeps its picture and loses its maker", () => {
  const clean = pictureOnly(jpegBy("Okonkwo")) as Uint8Array;
  expect(text(jpegBy("Okonkwo"))).toContain("Okonkwo");
  expect(text(clean)).not.toContain("Okonkwo");
  expect([...clean.subarray(0, 2), ...clean.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
  expect(clean.length).toBeGreaterThan(80);
  expect(pictureOnly(clean)).toEqual(clean);
  expect(pictureOnly(bytes("GIF89a"))).toBeNull();
  expect(pictureOnly(jpegBy("x").subarray(0, 60))).toBeNull();
});

test("identity terms are found however they are written", () => {
  expect(termsInText("as JOSÉ  PÉREZ showed", ["Jose Perez", "Ines"])).toEqual(["Jose Perez"]);
  expect(termsInText("a perezoso sleeps", ["Perez", "Lee"])).toEqual([]);
  expect(termsInText("by O k o n k w o, A. and Okon-\nkwo Adaeze", ["Okonkwo Adaeze"])).toEqual(["Okonkwo Adaeze"]);
  expect(termsInText("مُحَمَّد", ["محمد"])).toEqual(["محمد"]);
  const wide = Buffer.from("Pérez", "utf16le").swap16();
  for (const written of [
    Buffer.from("x PÉREZ", "utf8"),
    Buffer.from("Pérez", "latin1"),
    Buffer.from("/perez("),
    wide,
  ]) {
    expect(termsInBytes(new Uint8Array(written), ["Pérez"]), written.toString("hex")).toEqual(["Pérez"]);
  }
  expect(termsInBytes(bytes("perezoso"), ["Perez"])).toEqual([]);
});
