import { describe, expect, it } from "vitest";
import { Badge } from "~/ui/badge";
import { BarRows } from "~/ui/bar-rows";
import { DataTable } from "~/ui/data-table";
import { Deadline } from "~/ui/deadline";
import { ErrorPage } from "~/ui/error-page";
import { formatMoney, formatPercent, formatTimeLeft } from "~/ui/formats";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { paths } from "~/ui/paths";
import { ProgressBar } from "~/ui/progress-bar";
import { TimeLeft } from "~/ui/time-left";
import { noonInMay, rendered } from "./ui-reader";

describe("the frame", () => {
  const page = <Page side="review" title="Packet" call="Open call" aside="Scores" asideLabel="Your scores" />;

  it("shows a visitor the way in, and a reviewer the way to the reviews", () => {
    const visitor = rendered(<Page side="public" title="Home" />);
    expect(visitor).toContain(paths.signIn());
    expect(visitor).not.toContain(paths.review());
    const reviewer = rendered(page, { signedIn: true, hats: ["reviewer"], path: "/review/packets/K7" });
    expect(reviewer).toMatch(/<a href="\/review" aria-current="true">Reviewing/);
    expect(reviewer).not.toContain('href="/manage"');
    expect(reviewer).toContain(">Reviewer<");
    expect(reviewer).toMatch(/<form method="post" action="\/sign-out">/);
  });

  it("switches the language by a form that comes back to this very page", () => {
    const html = rendered(<Page side="public" title="Call" />, { path: "/calls/open?x=1" });
    expect(html).toMatch(/<form[^>]*method="post" action="\/language"/);
    expect(html).toContain('name="back" value="/calls/open?x=1"');
    expect(html).toContain('value="ar" lang="ar" dir="rtl"');
    expect(rendered(page)).not.toContain("/language");
  });

  it("leads the keyboard past the header", () => {
    expect(rendered(page)).toMatch(/^<div class="page page-review page-beside"><a class="skip-link" href="#main">/);
  });
});

describe("times", () => {
  const at = "2027-06-18T20:59:00Z";

  it("says a deadline on the reader's clock first, then the call's, then universal time", () => {
    const html = rendered(<Deadline at={at} zone="Africa/Nairobi" />, { zone: "America/Sao_Paulo" });
    const clocks = ["at 17:59, São Paulo Time", "at 23:59, Kenya Time", "at 20:59, UTC"];
    const places = clocks.map((clock) => html.indexOf(clock));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it("says clocks that agree once, and starts with the call's where the reader's zone is unknown", () => {
    const html = rendered(<Deadline at={at} zone="UTC" />);
    expect(html.match(/20:59/g)).toHaveLength(2);
    expect(html).toContain('dateTime="2027-06-18T20:59:00.000Z"');
  });

  it("counts down in the last 48 hours only", () => {
    const inHours = (hours: number) => new Date(noonInMay.getTime() + hours * 3_600_000);
    expect(rendered(<TimeLeft at={inHours(47)} zone="UTC" />)).toContain("in 47 hours");
    expect(rendered(<TimeLeft at={inHours(49)} zone="UTC" />)).not.toContain("in 49");
    expect(rendered(<Deadline at={inHours(-1)} zone="UTC" />)).toContain("Closed");
    expect(rendered(<TimeLeft at={inHours(5)} zone="UTC" />, { locale: "ar" })).toContain("5 ساعات");
  });

  it("never gives a time without a zone", () => {
    expect(rendered(<Moment at={at} />)).toContain("UTC");
    expect(rendered(<Moment at={at} zone="Asia/Tokyo" />)).toContain("Japan Time");
    expect(rendered(<Moment at={at} style="date" />)).toContain(">18 June 2027<");
  });
});

describe("numbers", () => {
  it("writes money with its code, and decimals only where there are any", () => {
    expect(formatMoney("en", { minor: 15_000_000, currency: "USD" })).toBe("USD\u00a0150,000");
    expect(formatMoney("en", { minor: 15_000_050, currency: "USD" })).toBe("USD\u00a0150,000.50");
    expect(formatMoney("en", { minor: 150_000, currency: "JPY" })).toBe("JPY\u00a0150,000");
  });

  it("writes shares and times in the reader's language", () => {
    expect(formatPercent("en", 0.125)).toBe("12.5%");
    expect(formatTimeLeft("ar", new Date(noonInMay.getTime() + 7_200_000), noonInMay)).toContain("ساعتين");
  });
});

describe("tables", () => {
  const columns = [
    { key: "name", label: "Name", cell: (row: { name: string; amount: number }) => row.name },
    { key: "amount", label: "Amount", numeric: true, cell: (row: { name: string; amount: number }) => row.amount },
  ];

  it("name their rows, align their numbers and can be scrolled by keyboard", () => {
    const html = rendered(
      <DataTable caption="Awards" columns={columns} rows={[{ name: "A", amount: 1 }]} rowKey={(row) => row.name} />,
    );
    expect(html).toMatch(/<section[^>]*tabindex="0"/i);
    expect(html).toMatch(/<th scope="row"[^>]*>A<\/th>/);
    expect(html).toMatch(/<td[^>]*class="numeric"[^>]*>1<\/td>/);
    expect(html).not.toContain("table-stacks");
  });

  it("stack their rows on a telephone where they are wide, each value beside the name of its column", () => {
    const wide = ["Name", "Country", "Theme", "State"].map((label) => ({ key: label, label, cell: () => label[0] }));
    const html = rendered(<DataTable caption="Awards" columns={wide} rows={["one"]} rowKey={(row) => row} />);
    expect(html).toContain('class="table-region table-stacks"');
    expect(html).toMatch(/<td[^>]*data-label="Country"[^>]*>C<\/td>/);
    expect(html).toMatch(/<table[^>]*role="table"/);
    expect(html).toMatch(/<th scope="row" role="rowheader">N<\/th>/);
  });

  it("say so when there is nothing", () => {
    expect(rendered(<DataTable caption="Awards" columns={columns} rows={[]} rowKey={() => ""} />)).toContain(
      "Nothing here yet",
    );
  });

  it("turn their pages by links", () => {
    const html = rendered(<Pagination page={1} pages={3} to={(page) => `?page=${page}`} />);
    expect(html).toContain('rel="next" href="?page=2"');
    expect(html).not.toContain('rel="prev"');
    expect(rendered(<Pagination page={1} pages={1} to={String} />)).toBe("");
  });
});

describe("signs", () => {
  it("are always accompanied by a word", () => {
    expect(rendered(<Badge kind="bad">Late</Badge>)).toMatch(/aria-hidden="true".*Late/);
    expect(rendered(<Notice kind="error" />)).toContain("This did not work");
    expect(rendered(<Notice kind="saved" title="Saved" />)).toContain('role="status"');
  });

  it("give progress with its denominator", () => {
    expect(rendered(<ProgressBar label="Reviews" done={7} total={12} />)).toContain("7 of 12");
  });

  it("draw bars whose table can be read", () => {
    const html = rendered(
      <BarRows
        finding="More"
        labels={{ row: "Region", value: "Count" }}
        bars={[{ label: "Asia", value: 3, words: "3" }]}
      />,
    );
    expect(html).toContain('<th scope="row">Asia</th>');
    expect(html).toContain('width="100%"');
  });
});

describe("pages for what could not be done", () => {
  it.each([
    [403, "refused"],
    [404, "not here"],
    [409, "not possible"],
    [429, "Too many"],
    [503, "back in a moment"],
    [500, "on our side"],
    [418, "on our side"],
  ])("%i is calm and says what to do", (status, words) => {
    const html = rendered(<ErrorPage status={status} />);
    expect(html).toContain(words);
    expect(html).toContain('href="/"');
  });

  it("after a deadline shows the time in three zones", () => {
    const refusal = { reason: "call_is_closed", details: { closesAt: "2027-05-01T20:59:00Z", zone: "Africa/Nairobi" } };
    const html = rendered(<ErrorPage status={409} refusal={refusal} />, { zone: "Asia/Tokyo" });
    expect(html).toContain("The call is closed");
    for (const zone of ["Japan Time", "Kenya Time", "UTC"]) expect(html).toContain(zone);
  });

  it("never says why something is not there", () => {
    expect(rendered(<ErrorPage status={404} refusal={{ reason: "call_is_closed" }} />)).not.toContain(
      "The call is closed",
    );
  });
});

describe("paths", () => {
  it("escape what is filled in", () => {
    expect(paths.letter("12:ab/c:assignment")).toBe("/manage/letters/12%3Aab%2Fc%3Aassignment");
    expect(paths.signIn("/apply?x=1")).toBe("/sign-in?to=%2Fapply%3Fx%3D1");
    expect(paths.manageProposals("open", { page: 2, state: undefined })).toBe("/manage/calls/open/proposals?page=2");
  });
});
