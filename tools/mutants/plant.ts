import type { Fault } from './planted.ts';

/** The text with the fault in it; a fault that does not fit exactly once is out of date. */
export const plant = (text: string, { name, file, find, replace }: Fault): string => {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`"${name}" fits ${parts.length - 1} times in ${file}`);
  return parts.join(replace);
};
