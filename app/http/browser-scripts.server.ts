import { build, type Plugin, type Rollup } from "vite";
import { aliases } from "../../aliases";

const asked = /\.browser\.ts\?script$/;

type Script = { path: string; files: { path: string; code: string }[] };

/** A script as browsers load it, under names that change with what is in it: what every visit needs, and what few do. */
async function bundled(file: string): Promise<Script> {
  const { output } = (await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    resolve: { alias: aliases },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rollupOptions: {
        input: file,
        output: {
          entryFileNames: ({ name }) => `assets/${name.replace(/\.browser$/, "")}-script-[hash].js`,
          chunkFileNames: "assets/[name]-part-[hash].js",
        },
      },
    },
  })) as Rollup.RollupOutput;
  const chunks = output.filter((chunk) => chunk.type === "chunk");
  return { path: output[0].fileName, files: chunks.map(({ fileName, code }) => ({ path: fileName, code })) };
}

/**
 * Lets a page bring one small script of its own: `import address from "./sheet.browser.ts?script"` is where browsers find
 * it, and the build for browsers holds the file. What the script imports later is a file of its own.
 * @param options.built false where nobody comes to fetch the file: then there is none, and the address leads nowhere
 */
export function browserScripts({ built }: { built: boolean }): Plugin {
  return {
    name: "fund-browser-scripts",
    enforce: "pre",
    async load(id) {
      if (!asked.test(id)) return null;
      if (!built) return 'export default "/assets/nowhere.js";';
      const { path, files } = await bundled(id.replace("?script", ""));
      if (this.environment.name === "client")
        for (const file of files) this.emitFile({ type: "asset", fileName: file.path, source: file.code });
      return `export default ${JSON.stringify(`/${path}`)};`;
    },
  };
}
