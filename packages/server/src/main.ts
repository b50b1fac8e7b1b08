if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `Xiaoer needs Node 24 or newer, this is ${process.version}. Run it with npm: npm run -s xiaoer -- --help\n`,
  );
  process.exit(1);
}
const { runCommandLine } = await import('./cli/run-command-line.ts');
process.exit(await runCommandLine({ args: process.argv.slice(2), env: process.env }));
