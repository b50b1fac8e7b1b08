/** Throws when the program itself is wrong. Bad input and refused commands never come here. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}

/** The last branch of an exhaustive switch: does not compile while a case is missing. */
export const unreachable = (value: never): never => {
  throw new Error(`invariant: unreachable ${JSON.stringify(value)}`);
};
