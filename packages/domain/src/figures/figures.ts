import type { FigureDefinition, FigureId, FigureKind, FigureSubject } from './figure.ts';
import { FIGURE_IDS } from './figure.ts';
import { FIGURE_TEXTS } from './texts.ts';

const SUBJECTS: { readonly [Id in FigureId]: readonly [FigureKind, FigureSubject] } = {
  'visited-targets': ['count', 'enterprise'],
  'demands-collected': ['count', 'demand'],
  'demands-own-remit': ['count', 'demand'],
  'demands-settled': ['count', 'demand'],
  'demands-outside': ['count', 'demand'],
  'demands-closed': ['count', 'demand'],
  'demands-solved': ['count', 'demand'],
  'demands-overdue': ['count', 'demand'],
  'response-rate': ['rate', 'demand'],
  'resolution-rate': ['rate', 'demand'],
  'satisfaction-rate': ['rate', 'demand'],
  'policy-sessions': ['count', 'policySession'],
  'projects-papers-complete': ['count', 'project'],
  'projects-early-stage': ['count', 'project'],
};

/** Every figure with its definition. */
export const FIGURES: readonly FigureDefinition[] = FIGURE_IDS.map((id) => {
  const [kind, subject] = SUBJECTS[id];
  return { id, kind, subject, ...FIGURE_TEXTS[id] };
});

export const figureOf = (id: string): FigureDefinition | undefined =>
  FIGURES.find((figure) => figure.id === id);

/** The value from its parts: a count, or a ratio to four places; a rate of nothing has no value. */
export const figureValue = (
  { kind }: Pick<FigureDefinition, 'kind'>,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number | null },
): number | null => {
  if (kind === 'count') return numerator;
  return denominator === null || denominator === 0
    ? null
    : Math.round((numerator / denominator) * 10_000) / 10_000;
};
