import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

type Schema = { $id: string; $schema: string };
type Grant = {
  currency: string;
  recipientOrganization: { addressCountry: string }[];
  beneficiaryLocation?: { countryCode?: string }[];
  locationScope?: string;
};

/** The package schema knows the grant schema by an earlier address than the one it gives itself. */
const knownAs = "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json";

async function schemaIn(folder: string, file: string): Promise<Schema> {
  const schema = JSON.parse(await readFile(join(folder, file), "utf8")) as Schema;
  return { ...schema, $schema: "https://json-schema.org/draft/2020-12/schema" };
}

const cells = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

/** The codes of a closed codelist that are still in use. */
async function codesIn(folder: string, file: string): Promise<Set<string>> {
  const [header = "", ...lines] = (await readFile(join(folder, file), "utf8")).split(/\r?\n/);
  const deprecated = cells(header).indexOf("Deprecated");
  const rows = lines.map(cells).filter((row) => row[0] && !row[deprecated]);
  return new Set(rows.map(([code = ""]) => code));
}

/**
 * What the official schema and codelists of the 360Giving Data Standard find wrong with a package. They stand in
 * STANDARDS_DIR; where that is not set nothing is checked, and that is said loudly.
 */
export async function givingProblems(document: { grants: Grant[] }): Promise<string[]> {
  const standards = process.env.STANDARDS_DIR;
  if (!standards) {
    console.warn("\n!!! SKIPPED: the 360Giving package was not validated, because STANDARDS_DIR is not set. !!!\n");
    return [];
  }
  const folder = join(standards, "360giving");
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...(await schemaIn(folder, "360-giving-schema.json")), $id: knownAs });
  const validate = ajv.compile(await schemaIn(folder, "360-giving-package-schema.json"));
  validate(document);
  const problems = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const [currencies, countries, scopes] = await Promise.all([
    codesIn(folder, "currency.csv"),
    codesIn(folder, "countryCode.csv"),
    codesIn(folder, "locationScope.csv"),
  ]);
  for (const { currency, recipientOrganization, beneficiaryLocation = [], locationScope } of document.grants) {
    if (!currencies.has(currency)) problems.push(`${currency} is no currency of the codelist`);
    if (locationScope && !scopes.has(locationScope)) problems.push(`${locationScope} is no scope of the codelist`);
    const named = [
      ...recipientOrganization.map(({ addressCountry }) => addressCountry),
      ...beneficiaryLocation.flatMap(({ countryCode }) => countryCode ?? []),
    ];
    for (const country of named) if (!countries.has(country)) problems.push(`${country} is no country of the codelist`);
  }
  return problems;
}
