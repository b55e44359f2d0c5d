import routes from "~/routes";
import { type Answer, ask } from "./visiting";

/** For each name in an address, everything somebody may try there. */
export type Tries = Record<string, string[]>;

const nameOf = /:([a-z]+)/g;

function filled(path: string, tries: Tries): string[] {
  const name = [...path.matchAll(nameOf)][0]?.[1];
  if (!name) return [path];
  return (tries[name] ?? []).flatMap((value) => filled(path.replace(`:${name}`, encodeURIComponent(value)), tries));
}

/** Every address of the product with these parts tried in it, with the names that were left out. */
export function everyAddress(tries: Tries): string[] {
  return routes.flatMap(({ path, index }) => {
    if (index) return ["/"];
    if (path === "*") return ["/nothing-here", "/review/nothing", "/documents/nothing"];
    return filled(`/${path}`, tries);
  });
}

/** The ways to ask for an address: the page, its data, its data with a choice of routes, in another language. */
function waysToAsk(address: string): { path: string; headers?: Record<string, string> }[] {
  const data = address === "/" ? "/_root.data" : `${address}.data`;
  return [
    { path: address },
    { path: data },
    { path: `${data}?_routes=root` },
    { path: `${address}?page=2&state=all&check&sort=-country&q=a&zone=UTC` },
    { path: address, headers: { Cookie: "locale=ar" } },
  ];
}

/** Everything somebody with this cookie is answered at these addresses, asked in every way. */
export async function crawled(url: string, cookie: string, addresses: string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const address of addresses) {
    for (const { path, headers = {} } of waysToAsk(address)) {
      const cookies = [cookie, headers.Cookie].filter(Boolean).join("; ");
      answers.push(await ask(url, path, { headers: { ...headers, Cookie: cookies } }));
    }
  }
  return answers;
}

/** Forms that no page would send. */
export const wrongForms = [
  {
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "nonsense=1&score-relevance=99&reason=&then=lock",
  },
  {
    headers: { "Content-Type": "application/json" },
    body: '{"question":"host_institution","baseVersion":-1,"text":{}}',
  },
  { headers: { "Content-Type": "multipart/form-data; boundary=x" }, body: "--x\r\nbroken" },
];
