// A real Chromium and a server of this repository's files, for tests of pages.
import { createServer } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

import { chromium } from "playwright-core";

const repository = new URL("../../../../", import.meta.url);

const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder on 127.0.0.1; the whole repository, under its own paths, unless told otherwise.
 *
 * @returns {Promise<{ origin: string, close(): Promise<void> }>}
 */
export async function serve(folder = repository) {
  const server = createServer(async (request, response) => {
    // Parsing as a URL resolves every `..`, so nothing outside the folder can be named.
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      const body = await readFile(new URL(`.${pathname}`, folder));
      response.writeHead(200, { "content-type": TYPES[extname(pathname)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/**
 * Starts the Chromium that `cargo xtask test` found, with a new and empty profile.
 *
 * @returns {Promise<{ context: import("playwright-core").BrowserContext, close(): Promise<void> }>}
 */
export async function launch() {
  const executablePath = process.env.LKKS_CHROMIUM;
  if (!executablePath) throw new Error("LKKS_CHROMIUM names no browser; run `cargo xtask test`");
  const profile = await mkdtemp(join(tmpdir(), "lkks-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
