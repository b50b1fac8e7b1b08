import { z } from 'zod';

/** Where the words of a search stand in a text: [from, to) in UTF-16 units. */
export const highlight = z.strictObject({ from: z.number().int(), to: z.number().int() });
