type Handle = (request: Request) => Promise<Response>;
type Listener = (event: { loaded: number }) => void;
type Upload = { url: string; range: string; sent: number };

/**
 * As much of a browser as the uploader's client needs: fetch and XMLHttpRequest with relative addresses, answered by a
 * handler. `breakAfter` cuts the connection of the next PUT after so many bytes, as a bad line does.
 */
export function uploadBrowser(handle: Handle, origin = "http://fund.example") {
  const state = { breakAfter: null as number | null, puts: [] as Upload[] };

  const fetchHere = (input: RequestInfo | URL, init?: RequestInit) =>
    handle(new Request(new URL(input instanceof Request ? input.url : input, origin), init));

  class Xhr {
    status = 0;
    statusText = "";
    response: unknown = null;
    responseType = "";
    #method = "";
    #url = "";
    #headers = new Headers();
    #listeners = new Map<string, Listener[]>();
    #progress: Listener[] = [];
    #stop = new AbortController();
    upload = { addEventListener: (_name: string, listener: Listener) => this.#progress.push(listener) };
    open(method: string, url: string) {
      this.#method = method;
      this.#url = url;
    }
    setRequestHeader(name: string, value: string) {
      this.#headers.set(name, value);
    }
    addEventListener(name: string, listener: Listener) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    }
    abort() {
      this.#stop.abort();
    }
    #tell(name: string) {
      for (const listener of this.#listeners.get(name) ?? []) listener({ loaded: 0 });
    }
    async send(form: FormData) {
      const whole = new Response(form);
      const bytes = new Uint8Array(await whole.arrayBuffer());
      this.#headers.set("content-type", whole.headers.get("content-type") ?? "");
      const upload = { url: this.#url, range: this.#headers.get("range") ?? "", sent: 0 };
      state.puts.push(upload);
      const broken = state.breakAfter;
      state.breakAfter = null;
      let place = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          const end = Math.min(bytes.length, place + 64 * 1024, broken ?? Number.POSITIVE_INFINITY);
          if (broken !== null && place >= broken) return controller.error(new TypeError("the line broke"));
          if (place >= bytes.length) return controller.close();
          controller.enqueue(bytes.subarray(place, end));
          place = end;
          upload.sent = place;
          for (const listener of this.#progress) listener({ loaded: place });
        },
      });
      try {
        const init = { method: this.#method, headers: this.#headers, body, duplex: "half", signal: this.#stop.signal };
        const response = await handle(new Request(new URL(this.#url, origin), init as RequestInit));
        if (broken !== null) throw new TypeError("the line broke");
        this.status = response.status;
        this.response = await response.json();
        this.#tell("load");
      } catch {
        this.#tell("error");
      }
    }
  }

  return { state, fetch: fetchHere as typeof fetch, XMLHttpRequest: Xhr as unknown as typeof XMLHttpRequest };
}
