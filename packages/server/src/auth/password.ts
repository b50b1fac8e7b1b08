import { hash, verify } from '@node-rs/argon2';

/** OWASP's second argon2id choice: 19 MiB, two passes. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Passwords that ship with the scenarios; refused in every tenant that is not a sample. */
export const SAMPLE_PASSWORD = 'xiaoer-2022';

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

let decoy: Promise<string> | undefined;

/** Takes as long for an unknown account as for a known one. */
export const passwordMatches = async (
  stored: string | null | undefined,
  password: string,
): Promise<boolean> => {
  decoy ??= hashPassword('an account that does not exist');
  const matches = await verify(stored ?? (await decoy), password);
  return matches && stored !== null && stored !== undefined;
};
