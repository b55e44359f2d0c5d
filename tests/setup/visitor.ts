import type { Product } from "./product";

export type Seen = { status: number; to: string | null; html: string; headers: Headers };

/** Somebody with a browser that knows no script: it keeps cookies, reads pages and posts forms. */
export function visitorOf(product: Pick<Product, "url">) {
  const jar = new Map<string, string>();

  async function send(path: string, init: RequestInit = {}): Promise<Seen> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(product.url + path, {
      ...init,
      headers: { "Accept-Encoding": "identity", ...(cookie ? { cookie } : {}), ...init.headers },
      redirect: "manual",
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0/i.test(set)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return {
      status: response.status,
      to: response.headers.get("location"),
      html: await response.text(),
      headers: response.headers,
    };
  }

  return {
    jar,
    send,
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      send(path, {
        method: "POST",
        headers: { Origin: product.url, ...headers },
        body: new URLSearchParams(form),
      }),
  };
}
