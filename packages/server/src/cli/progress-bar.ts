import { SAMPLE_PASSWORD } from '../auth/password.ts';

const WIDTH = 40;
const ESCAPE = '\u001B';

type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

/** Draws how far a task has come: a bar that grows in place on a terminal, a line every tenth elsewhere. */
export const progressBar = (title: string, terminal: Terminal): ((done: number, total: number) => void) => {
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor((done / total) * 100);
    const step = terminal.isTTY ? percent : Math.floor(percent / 10) * 10;
    if (step === shown) return;
    shown = step;
    if (!terminal.isTTY) {
      terminal.write(`${title}: ${step}%\n`);
      return;
    }
    const full = Math.floor((percent / 100) * WIDTH);
    const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
    terminal.write(`\r${ESCAPE}[2K${title} ${bar} ${percent}%${done === total ? '\n' : ''}`);
  };
};

export type SignInLine = { readonly account: string; readonly role: string; readonly name: string };

/** The sample sign-ins as a table. */
export const signInLines = (signIns: readonly SignInLine[]): readonly string[] => [
  `Sample sign-ins (password ${SAMPLE_PASSWORD}):`,
  ...signIns.map(({ account, role, name }) => `  ${account.padEnd(12)}${role.padEnd(12)}${name}`),
];
