import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { OperatorError } from './operator-error.ts';

const firstSentence = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split(/\. |\n/)[0] ?? '';

/** Reads a command's words strictly; `words` says how many there must be besides the options. */
export function parseWords<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { usage, words, options }: { usage: string; words: number; options: Options },
) {
  const parse = () => parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    throw new OperatorError(`${firstSentence(error)}. Usage: xiaoer ${usage}`, { cause: error });
  }
  if (parsed.positionals.length !== words) throw new OperatorError(`Usage: xiaoer ${usage}`);
  return parsed;
}
