import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import { aliases } from "./aliases";
import { browserScripts } from "./app/http/browser-scripts.server";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Commands and server are built together with the pages, as one graph of modules: one pool per side in a process. */
const commands: Plugin = {
  name: "fund-commands",
  enforce: "post",
  config(_config, { isSsrBuild }) {
    if (!isSsrBuild) return;
    return {
      build: {
        rollupOptions: {
          input: {
            commands: "app/commands/commands.server.ts",
            "clear-pdf": "app/documents/clear-pdf.child.server.ts",
          } as never,
          output: { entryFileNames: "[name].js", chunkFileNames: "parts/[name]-[hash].js" },
        },
      },
    };
  },
};

export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    commands,
    browserScripts({ built: true }),
  ],
  resolve: { alias: aliases },
  build: { target: "es2022", assetsInlineLimit: 0, cssMinify: true },
});
