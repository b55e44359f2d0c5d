import { Agent } from "node:http";
import type postgres from "postgres";
import { slugs } from "#db/seed/call/demo-calls";
import { cast, demoPassword } from "#db/seed/cast";
import { paths } from "~/ui/paths";
import { type Visit, visit } from "./load.server";

export type BenchPage = Visit & { name: string; weighed: boolean; sameWork: boolean };

const emailOf = (role: string) => cast.find((member) => member.role === role)?.email ?? "";

async function signedIn(port: number, role: string): Promise<string> {
  const agent = new Agent();
  const body = () => new URLSearchParams({ email: emailOf(role), password: demoPassword }).toString();
  const { headers, status } = await visit(port, agent, { path: paths.signIn(), method: "POST", body });
  agent.destroy();
  const cookie = (headers["set-cookie"] as unknown as string[] | undefined)
    ?.map((line) => line.split(";")[0])
    .join("; ");
  if (!cookie) throw new Error(`Nobody could sign in as ${role} (${status}).`);
  return cookie;
}

/** The pages that are measured, with the people who look at them. */
export async function benchPages(port: number, owner: postgres.Sql): Promise<BenchPage[]> {
  const [applicant, reviewer, officer] = [
    await signedIn(port, "applicant"),
    await signedIn(port, "reviewer"),
    await signedIn(port, "officer"),
  ];
  const [draft] = await owner<{ id: string; section: string }[]>`
    select p.id, c.form -> 'sections' -> 1 ->> 'id' as section from proposals p
    join proposal_members m on m.proposal_id = p.id join identity.persons i on i.ref = m.person join calls c on c.id = p.call_id
    where i.email = ${emailOf("applicant")} and p.state = 'draft' limit 1`;
  const [packet] = await owner<{ code: string; criterion: string; slug: string }[]>`
    select k.code, c.rubric -> 'criteria' -> 0 ->> 'id' as criterion, c.slug from assignments a join packets k on k.id = a.packet_id
    join calls c on c.id = a.call_id join identity.persons i on i.ref = a.reviewer
    where i.email = ${emailOf("reviewer")} and a.state = 'assigned' limit 1`;
  if (!draft || !packet) throw new Error("The demo has no draft or no open packet to measure.");
  let turn = 0;
  const score = () => new URLSearchParams({ [`score-${packet.criterion}`]: String((turn++ % 6) + 1) }).toString();
  const page = { weighed: true, sameWork: true };
  return [
    { name: "home", path: paths.home(), ...page },
    { name: "call", path: paths.call(slugs.open), ...page },
    { name: "form section", path: paths.proposalSection(draft.id, draft.section), cookie: applicant, ...page },
    { name: "review queue", path: paths.review(), cookie: reviewer, ...page },
    { name: "packet with sheet", path: paths.packet(packet.code), cookie: reviewer, ...page },
    {
      name: "saving a score",
      path: paths.packetScores(packet.code),
      cookie: reviewer,
      method: "POST",
      body: score,
      weighed: false,
      sameWork: false,
    },
    { name: "proposal table", path: paths.manageProposals(slugs.past), cookie: officer, ...page },
  ];
}
