import type { Id } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { z } from 'zod';

/** A UUID naming one kind of thing. */
export const idOf = <Name extends string>() => z.uuid().transform((text) => text as Id<Name>);

/** Days beyond these years are slips of the hand; the moments around them could not be written. */
const LIKELY_YEAR = /^(?:19|2\d)/;

export const localDate = z.iso
  .date()
  .refine((text) => LIKELY_YEAR.test(text))
  .transform((text) => text as LocalDate);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/;
export const instant = z
  .string()
  .regex(INSTANT)
  .transform((text) => text as Instant);

/** Trimmed text of 1 to `most` characters. */
export const text = (most: number) => z.string().trim().min(1).max(most);

export const NAME = 200;
export const SENTENCE = 500;
export const BODY = 10_000;

/** What every command answers with: the stream it changed and the version to send as If-Match next time. */
export const written = z.strictObject({ id: z.uuid(), version: z.number().int() });

export const cursorPage = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
