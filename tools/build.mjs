// Compiles apps, libs and migrations into dist/, and bundles the voting booth. Only what changed is compiled again, what no
// longer has a source is removed, and dist/.build.json says from which sources the output was made.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCE_FOLDERS = ['apps', 'libs', 'migrations'];
// The web interface has a build of its own.
const SKIPPED = /(^|\/)(node_modules|apps\/web)(\/|$)|\.spec\.ts$|\.d\.ts$/;
const ASSET = /\.(json|html|css|svg|png|ico|woff2|txt|csv|sql|typ|mjs)$/;
// What decides about the output beside the sources.
const RECIPE = ['.swcrc', 'tools/build.mjs', 'tools/booth.mjs', 'node_modules/@swc/core/package.json', 'node_modules/esbuild/package.json'];

const STAMP = '.build.json';

function* filesBelow(folder, root) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = relative(root, path).split(sep).join('/');
    if (SKIPPED.test(name)) continue;
    if (entry.isDirectory()) yield* filesBelow(path, root);
    else if (entry.name.endsWith('.ts') || ASSET.test(entry.name)) yield name;
  }
}

const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex').slice(0, 24);

function readOptional(path) {
  return existsSync(path) ? readFileSync(path) : '';
}

/** The sources by name with the hash of each, and the hash of the recipe. */
function sources(root) {
  const files = {};
  for (const folder of SOURCE_FOLDERS) {
    if (!existsSync(join(root, folder))) continue;
    for (const name of filesBelow(join(root, folder), root)) files[name] = hashOf(readFileSync(join(root, name)));
  }
  return { recipe: hashOf(...RECIPE.map((name) => readOptional(join(root, name)))), files };
}

function readStamp(out) {
  try {
    return JSON.parse(readFileSync(join(out, STAMP), 'utf8'));
  } catch {
    return undefined;
  }
}

// The booth is bundled into a page of its own, with what it uses of the libraries.
const BOOTH = ['booth.json', 'index.html', 'booth.js', 'booth.css', 'check.html', 'check.js'].map((name) => `booth/${name}`);
const isBooth = (name) => name.startsWith('apps/booth/');
const ofBooth = (name) => isBooth(name) || name.startsWith('libs/');

const outputsOf = (name) => (isBooth(name) ? BOOTH : name.endsWith('.ts') ? [name.replace(/\.ts$/, '.js'), name.replace(/\.ts$/, '.js.map')] : [name]);

/** Whether `out` was built from the sources as they are now. */
export function isCurrent({ root = ROOT, out = join(root, 'dist') } = {}) {
  const stamp = readStamp(out);
  if (!stamp) return false;
  const now = sources(root);
  const names = Object.keys(now.files);
  return stamp.recipe === now.recipe && names.length === Object.keys(stamp.files).length
    && names.every((name) => stamp.files[name] === now.files[name] && existsSync(join(out, outputsOf(name)[0])));
}

// A process that starts meanwhile reads either the old file or the new one, never half of one.
function put(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const scratch = `${path}.${process.pid}`;
  writeFileSync(scratch, content);
  renameSync(scratch, path);
}

// What another build is writing at this moment.
function inProgress(name) {
  const pid = Number(/\.(\d+)$/.exec(name)?.[1]);
  if (!pid || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function removeStale(out, folder, expected) {
  let removed = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      removed += removeStale(out, path, expected);
      if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
    } else if (!expected.has(relative(out, path).split(sep).join('/')) && !inProgress(entry.name)) {
      rmSync(path);
      removed += 1;
    }
  }
  return removed;
}

async function compile(root, out, name) {
  const { transform } = await import('@swc/core');
  const target = join(out, name.replace(/\.ts$/, '.js'));
  const source = join(root, name);
  const { code, map } = await transform(readFileSync(source, 'utf8'), {
    filename: source,
    sourceFileName: relative(dirname(target), source).split(sep).join('/'),
    configFile: join(root, '.swcrc'),
    sourceMaps: true,
    // JSON catalogues are imported `with { type: 'json' }`, which Node demands.
    jsc: { experimental: { keepImportAttributes: true } },
  });
  const mapName = `${target.slice(target.lastIndexOf(sep) + 1)}.map`;
  put(`${target}.map`, map ?? '');
  put(target, `${code}\n//# sourceMappingURL=${mapName}\n`);
}

/**
 * Builds what is stale.
 * @returns {Promise<{ changed: string[], removed: number, faults: string[] }>} names of the sources that were
 *   compiled or copied; faults hold the compiler's words a file, and then no stamp is written
 */
export async function build({ root = ROOT, out = join(root, 'dist') } = {}) {
  const now = sources(root);
  const stamp = readStamp(out);
  const known = stamp?.recipe === now.recipe ? stamp.files : {};
  const changed = Object.keys(now.files).filter((name) => known[name] !== now.files[name] || outputsOf(name).some((output) => !existsSync(join(out, output))));
  const faults = [];
  mkdirSync(out, { recursive: true });
  await Promise.all(changed.filter((name) => !isBooth(name)).map(async (name) => {
    try {
      if (name.endsWith('.ts')) await compile(root, out, name);
      else put(join(out, name), readFileSync(join(root, name)));
    } catch (error) {
      faults.push(`${name}\n${error instanceof Error ? error.message : String(error)}`);
    }
  }));
  if (faults.length === 0 && changed.some(ofBooth) && Object.keys(now.files).some(isBooth)) {
    const { buildBooth } = await import('./booth.mjs');
    await buildBooth({ root, out: join(out, 'booth') }).catch((error) => faults.push(`apps/booth\n${error.message}`));
  }
  if (faults.length > 0) return { changed, removed: 0, faults };
  const expected = new Set([STAMP, ...Object.keys(now.files).flatMap(outputsOf)]);
  const removed = removeStale(out, out, expected);
  put(join(out, STAMP), `${JSON.stringify(now)}\n`);
  return { changed, removed, faults };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const begin = performance.now();
  const { changed, removed, faults } = await build();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`dist/: ${changed.length} built, ${removed} removed, ${Math.round(performance.now() - begin)} ms`);
}
