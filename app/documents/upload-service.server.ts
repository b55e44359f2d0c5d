import { join } from "node:path";
import { createRouteHandler, UTApi } from "uploadthing/server";
import { environment, keyFor } from "~/http/environment.server";
import { mostBytes } from "./document";
import { openIngest } from "./ingest.server";
import { type UploadRegister, uploadRouter } from "./upload-router.server";
import { announceVisitor } from "./upload-visitors";

/** An address nothing ever listens at: what the SDK sends there stays in this process. */
const ingestOrigin = "http://uploadthing.localhost.invalid";
const appId = "fund";

/** The SDK's level "Info" prints signed addresses. `isDev: false` always: else the bytes race the announcement. */
const quiet = { logLevel: "Warning", logFormat: "json" } as const;

type Settings = { dataDir: string; appUrl: string; uploadthingToken: string | undefined; localKey: string };

/** Files at the hosted service: the SDK as it comes. */
function hosted(register: UploadRegister, { appUrl, uploadthingToken: token }: Settings) {
  const config = { ...quiet, token, isDev: false, callbackUrl: `${appUrl}/api/uploadthing` };
  const route = createRouteHandler({ router: uploadRouter(register), config });
  return { route, api: new UTApi({ ...quiet, token }), fetch: globalThis.fetch as typeof fetch, ingest: null };
}

/** Files on our own disk: the same SDK, talking to an ingest of ours without leaving the process. */
function onOurDisk(register: UploadRegister, { dataDir, localKey }: Settings) {
  const apiKey = `sk_live_${localKey}`;
  const token = Buffer.from(JSON.stringify({ apiKey, appId, regions: ["local"] })).toString("base64");
  const inProcess: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin === ingestOrigin) return ingest.fromSdk(request, new Date());
    return fetch(request);
  };
  const config = {
    ...quiet,
    token,
    isDev: false,
    ingestUrl: ingestOrigin,
    callbackUrl: `${ingestOrigin}/api/uploadthing`,
    fetch: inProcess,
  };
  const route = createRouteHandler({ router: uploadRouter(register), config });
  const ingest = openIngest({
    folder: join(dataDir, "uploads"),
    origin: ingestOrigin,
    apiKey,
    appId,
    mostBytes,
    callBack: (slug, init, now) => {
      const request = new Request(`${config.callbackUrl}?slug=${encodeURIComponent(slug)}`, init);
      announceVisitor(request, { person: null, now });
      return route(request);
    },
  });
  const api = new UTApi({
    ...quiet,
    token,
    fetch: inProcess,
    apiUrl: ingestOrigin,
    ingestUrl: ingestOrigin,
    ufsHost: new URL(ingestOrigin).host,
    ufsAppIdLocation: "path",
  });
  return { route, api, fetch: inProcess, ingest };
}

export type UploadService = ReturnType<typeof hosted> | ReturnType<typeof onOurDisk>;

/** The SDK with its store: hosted where a token is set, else a folder of ours. */
export function openUploadService(register: UploadRegister, settings: Settings): UploadService {
  return settings.uploadthingToken ? hosted(register, settings) : onOurDisk(register, settings);
}

/** How a signed address at our own ingest looks from a browser: relative, so no port or host has to be known. */
export const relativeAddress = (address: string) =>
  address.startsWith(`${ingestOrigin}/`) ? `/ut/${address.slice(ingestOrigin.length + 1)}` : address;

/** The settings of this process. */
export function uploadSettings(): Settings {
  const { dataDir, appUrl, uploadthingToken } = environment();
  return { dataDir, appUrl, uploadthingToken, localKey: keyFor("uploads").toString("hex") };
}
