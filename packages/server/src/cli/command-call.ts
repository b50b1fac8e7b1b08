import type { Environment } from './settings.ts';

export type CommandCall = {
  readonly args: readonly string[];
  readonly env: Environment;
  /** The command's own usage line. */
  readonly usage: string;
};

/** What every command's file exports. Answers with the exit code; throws OperatorError for what the operator can mend. */
export type CommandModule = { readonly run: (call: CommandCall) => Promise<number> };
