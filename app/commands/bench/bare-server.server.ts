import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { load, type Measured } from "./load.server";

/** How fast a bare Node server sends the same bytes on this machine at this moment: the ceiling for any page. */
export async function bareServer(body: Buffer, visitors: number, milliseconds: number): Promise<Measured> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const measured = await load(port, { path: "/" }, visitors, milliseconds);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return measured;
}
