// Behind `npm start`, `npm run dev`, `npm test` and `npm run demo`: makes a fresh clone ready with nothing but Node,
// then runs the command in this same process. No dependencies; what needs a recent Node is imported after the check.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`자리는 Node.js 20.19 이상에서 실행됩니다. 현재 버전은 ${process.versions.node}입니다.`);
  console.error(`Jari needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(3);
}

const { bootstrap } = await import('./bootstrap/commands.mjs');
const code = await bootstrap(process.argv.slice(2));
// A forgotten timer or socket must not keep the terminal; what was written is flushed first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
