// Run after every change of package-lock.json: a registry that lacks the builds of other platforms makes npm leave these
// optional packages out of the lock, and `npm ci` then refuses the lock. This writes them back by name and version.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = { darwin: 'darwin', linux: 'linux', win32: 'win32', windows: 'win32', freebsd: 'freebsd', android: 'android', openharmony: 'openharmony' };
const PROCESSORS = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'arm'];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const { packages } = lock;
const added = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (packages[`${path}/node_modules/${name}`] || packages[`node_modules/${name}`]) continue;
    const words = name.split('/').at(-1);
    const system = Object.keys(SYSTEMS).find((word) => words.includes(word));
    const processor = PROCESSORS.find((word) => words.includes(word));
    packages[`node_modules/${name}`] = {
      version: version.replace(/^[\^~]/, ''),
      ...(processor && { cpu: [processor] }),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...(system && { os: [SYSTEMS[system]] }),
      ...(words.includes('musl') ? { libc: ['musl'] } : system === 'linux' && words.includes('gnu') ? { libc: ['glibc'] } : {}),
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} optional packages added`);
