import type { Person } from "../people";
import type { Fault } from "../plans";

type Faulty = { answers: Record<string, string>; document: { name: string; author: string | null } | null };

const surnameOf = (name: string) => name.split(" ").at(-1) ?? name;

/** The ways in which applicants forget that reviewers must not know who they are. */
export function faultIn(
  fault: Fault | null,
  answers: Record<string, string>,
  { name, email, institution }: Person,
  orcid: string,
): Faulty {
  const added = (question: string, sentence: string): Faulty => ({
    answers: { ...answers, [question]: `${answers[question] ?? ""}\n\n${sentence}` },
    document: null,
  });
  switch (fault) {
    case "our_centre":
      return added("methods", `Interviews take place at our centre, ${institution.name}, which participants know.`);
    case "email_in_footer":
      return added("work_plan", `Questions on the plan: ${email}`);
    case "own_name":
      return added("use_of_results", `${name} presents the findings to practitioners in person.`);
    case "orcid":
      return added("background", `Earlier work of the team is listed under ${orcid}.`);
    case "web_address":
      return added("data_protection", `The full plan can be read at www.${institution.domain}.`);
    case "previous_study":
      return added("background", `This continues our previous study at ${institution.name} (${name}, 2019).`);
    case "grant_number":
      return added("budget_explained", `Salaries are shared with a grant to ${institution.name}.`);
    case "author_in_pdf":
      return { answers, document: { name: "annex.pdf", author: name } };
    case "surname_in_file_name":
      return { answers, document: { name: `annex_${surnameOf(name)}_final.pdf`, author: null } };
    default:
      return { answers, document: null };
  }
}
