// `npm start`: installs and builds what is missing, then hands over to the program.
import { spawn } from 'node:child_process';
import { ensureInstalled, ensureWebBuilt, programWords, root, xiaoerNode } from './install.mjs';

ensureInstalled();
ensureWebBuilt();

const program = spawn(xiaoerNode(), [...programWords(), 'serve'], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal));

program.on('error', (error) => {
  console.error(`Xiaoer could not be started: ${error.message}`);
  process.exit(1);
});
program.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
