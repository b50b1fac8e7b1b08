import path from 'node:path';
import { setFlagsFromString } from 'node:v8';

// Plain JavaScript, so that any Node from 16 can read why it is too old, and so that no compiler is loaded when all else
// is cached. A name that an old Node lacks ends it before its first line: above, only what Node 16 has; the rest is
// imported once the version is known.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `Xiaoer needs Node 24 or newer, this is ${process.version}. Run it with npm: npm run -s xiaoer -- --help\n`,
  );
  process.exit(1);
}
// Left alone, V8 lets a server's heap grow to twice what it needs. (The size of the young generation can only be told on the
// command line: package.json does.)
if (process.argv[2] === 'serve') setFlagsFromString('--heap-growing-percent=30');
// Half of a start is reading a thousand files; where the folder cannot be written, they are read anew each time.
const { enableCompileCache } = await import('node:module');
enableCompileCache(path.join(import.meta.dirname, '../../../node_modules/.cache/xiaoer'));
const { runCommandLine } = await import('./cli/run-command-line.ts');
process.exit(await runCommandLine({ args: process.argv.slice(2), env: process.env }));
