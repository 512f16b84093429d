// The package as users get it: packed, and installed into an empty project.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const binding = fileURLToPath(new URL("../", import.meta.url));

async function npm(folder, ...words) {
  // On Windows npm is a script, which needs a shell.
  const { stdout } = await promisify(execFile)("npm", words, { cwd: folder, shell: process.platform === "win32" });
  return stdout;
}

/** @returns {Promise<{ folder: string, files: string[], remove(): Promise<void> }>} */
export async function installed() {
  const folder = await mkdtemp(join(tmpdir(), "lkks-project-"));
  const [packed] = JSON.parse(await npm(binding, "pack", "--json", "--pack-destination", folder));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await npm(folder, "install", "--offline", "--no-audit", "--no-fund", packed.filename);
  return {
    folder,
    files: packed.files.map((file) => file.path).sort(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
