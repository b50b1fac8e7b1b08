import { diskError } from './disk-error.ts';
import { COMMANDS, type CommandRow } from './commands.ts';
import { OperatorError } from './operator-error.ts';
import type { Environment } from './settings.ts';

export type CommandLine = { readonly args: readonly string[]; readonly env: Environment };

const overview = (): string => {
  const rows = Object.values(COMMANDS);
  const width = Math.max(...rows.map(({ usage }) => usage.length));
  return [
    'Usage: xiaoer COMMAND',
    '',
    ...rows.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    'xiaoer COMMAND --help says more.',
  ].join('\n');
};

const helpOf = ({ usage, summary, details }: CommandRow): string =>
  [`Usage: xiaoer ${usage}`, '', summary, ...details].join('\n');

const asksForHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';

function sayError(thrown: unknown, env: Environment): void {
  const error = thrown instanceof OperatorError ? thrown : diskError(thrown, env);
  if (error instanceof OperatorError) console.error(error.message);
  else console.error('This is a fault of the program:', error);
}

/** Runs one command. Prints what the operator can mend as it is, anything else with its stack; answers with the exit code. */
export async function runCommandLine({ args, env }: CommandLine): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || asksForHelp(name)) {
    console.log(overview());
    return name === undefined ? 1 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    console.error(`There is no command ${name}. xiaoer --help lists them.`);
    return 1;
  }
  if (rest.some(asksForHelp)) {
    console.log(helpOf(command));
    return 0;
  }
  try {
    const { run } = await command.load();
    return await run({ args: rest, env, usage: command.usage });
  } catch (error) {
    sayError(error, env);
    return 1;
  }
}
