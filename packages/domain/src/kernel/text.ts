/** Longest texts in characters. The same numbers stand in the schemas of the contract. */
export const KEY_LENGTH = 60;
export const NAME_LENGTH = 200;
export const LINE_LENGTH = 500;
export const NOTE_LENGTH = 2_000;

export type TextRule = {
  readonly value: string | undefined;
  readonly limit: number;
  readonly optional?: boolean;
};
export type TextProblem = {
  readonly field: string;
  readonly limit: number;
  readonly problem: 'empty' | 'tooLong';
};

/** The first text that is missing or too long, or undefined. Only blanks count as missing. */
export const textProblem = (rules: Readonly<Record<string, TextRule>>): TextProblem | undefined => {
  for (const [field, { value, limit, optional }] of Object.entries(rules)) {
    if (value !== undefined && value.length > limit) return { field, limit, problem: 'tooLong' };
    if (value !== undefined ? value.trim() === '' : !optional) return { field, limit, problem: 'empty' };
  }
  return undefined;
};
