import type { DefaultCategory } from '@xiaoer/domain/demand/categories';

/**
 * What a demand is about, in phrases with blanks: {n} a number, {d} days, {b} a building, {g} a gate. The texts are made
 * up; what kinds of matters there are is from the report.
 */
export type Matter = {
  readonly category: DefaultCategory;
  readonly title: string;
  readonly problem: string;
  readonly effect: string;
  readonly ask: string;
  readonly remedy: string;
  /** The body outside that it is referred to; none for what is within the group's own remit. */
  readonly body?: string;
};

type Phrases = readonly [title: string, problem: string, effect: string, ask: string, remedy: string];

export const own = (category: DefaultCategory, [title, problem, effect, ask, remedy]: Phrases): Matter => ({
  category,
  title,
  problem,
  effect,
  ask,
  remedy,
});

export const outside = (category: DefaultCategory, body: string, phrases: Phrases): Matter => ({
  ...own(category, phrases),
  body,
});
