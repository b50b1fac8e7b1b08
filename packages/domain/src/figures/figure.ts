/** Every figure the product computes. Each has its definition beside it, and rows behind it. */
export const FIGURE_IDS = [
  'visited-targets',
  'demands-collected',
  'demands-own-remit',
  'demands-settled',
  'demands-outside',
  'demands-closed',
  'demands-solved',
  'demands-overdue',
  'response-rate',
  'resolution-rate',
  'satisfaction-rate',
  'policy-sessions',
  'projects-papers-complete',
  'projects-early-stage',
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** A count is its numerator; a rate is its numerator over its denominator. */
export type FigureKind = 'count' | 'rate';

/** What one row behind a figure is. */
export type FigureSubject = 'enterprise' | 'demand' | 'policySession' | 'project';

export type Words = { readonly zh: string; readonly en: string };

/** What a figure counts, in words that stand beside it wherever it is shown. */
export type FigureText = {
  readonly name: Words;
  readonly definition: Words;
  readonly numerator: Words;
  /** Of which whole; a count of everything has none. */
  readonly denominator?: Words;
  /** What is left out, and would be looked for here. */
  readonly exclusions: readonly Words[];
};

export type FigureDefinition = FigureText & {
  readonly id: FigureId;
  readonly kind: FigureKind;
  readonly subject: FigureSubject;
};
