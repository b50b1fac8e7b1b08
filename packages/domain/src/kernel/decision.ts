import type { Refusal } from './refusal.ts';

/** What a command leads to: the events it makes, or the reason it is refused. Never thrown. */
export type Decision<Event, Code extends string> =
  | { readonly accepted: true; readonly events: readonly Event[] }
  | { readonly accepted: false; readonly refusal: Refusal<Code> };

export const accepted = <Event>(...events: readonly Event[]) => ({ accepted: true, events }) as const;

export const refused = <Code extends string>(code: Code, facts: Refusal['facts'] = {}) =>
  ({ accepted: false, refusal: { code, facts } }) as const;
