import { expect, it } from "vitest";
import { testDatabase } from "#tests/setup/database";
import { visitorOf } from "#tests/setup/visitor";
import { paths } from "~/ui/paths";
import { openDesk, password } from "./desk-of-applicants";

const desk = await openDesk(await testDatabase());
const isChecked = (html: string) => /<input[^>]*name="shared"[^>]*>/.exec(html)?.[0].includes("checked");

it("names no journal to a browser that others use too, from the sign-in that says so to the one that takes it back", async () => {
  const { email, ...visitor } = await desk.applicant("a library visitor");
  const section = paths.proposalSection(await desk.start(visitor), "proposal");
  const journal = async () => /data-journal="([\w-]{16})"/.exec((await visitor.get(section)).html)?.[1] ?? null;
  const signIn = (more: Record<string, string>) => visitor.post(paths.signIn(), { email, password, ...more });

  expect(isChecked((await visitor.get(paths.signIn())).html)).toBe(false);
  const own = await journal();
  expect(own).not.toBeNull();
  await signIn({ shared: "yes" });
  expect(visitor.jar.get("fund_shared")).toBe("yes");
  expect(isChecked((await visitor.get(paths.signIn())).html)).toBe(true);
  expect(await journal()).toBeNull();
  await signIn({});
  expect(visitor.jar.has("fund_shared")).toBe(false);
  expect(await journal(), "an account finds its journal again").toBe(own);
  const { email: _other, ...other } = await desk.applicant("another visitor");
  const theirs = paths.proposalSection(await desk.start(other), "proposal");
  const another = /data-journal="([\w-]{16})"/.exec((await other.get(theirs)).html)?.[1];
  expect(another, "and each account has one of its own").toMatch(/^[\w-]{16}$/);
  expect(another).not.toBe(own);
});

it("keeps the choice while a password is mistyped, and stores nothing for who did not get in", async () => {
  const { email } = await desk.applicant("a mistaken one");
  const visitor = visitorOf(desk.product);
  const wrong = { email, password: "not the password" };
  const ticked = await visitor.post(paths.signIn(), { ...wrong, shared: "yes" });
  expect([ticked.status, isChecked(ticked.html), visitor.jar.has("fund_shared")]).toEqual([422, true, false]);
  visitor.jar.set("fund_shared", "yes");
  const cleared = await visitor.post(paths.signIn(), wrong);
  expect([cleared.status, isChecked(cleared.html)]).toEqual([422, false]);
});
