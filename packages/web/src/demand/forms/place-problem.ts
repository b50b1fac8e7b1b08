import type { Problem } from '@xiaoer/contract/problem';
import type { DemandRefusalCode } from '@xiaoer/domain/demand/refusals';
import type { useProblemWords } from '../../lib/messages/problem-words.ts';
import type { FormState } from '../../ui/form/use-form.ts';

/** Refusals that speak of one field though they do not name it. */
const FIELD_OF: { readonly [Code in DemandRefusalCode]?: string } = {
  'demand.words-needed': 'words',
  'demand.legal-basis-needed': 'legalBasis',
  'demand.review-date-needed': 'reviewOn',
  'demand.review-date-unneeded': 'reviewOn',
  'demand.category-unknown': 'category',
  'demand.same-urgency': 'urgency',
  'demand.proof-missing': 'proof',
  'demand.conclusion-not-allowed': 'conclusion',
  'demand.extension-too-long': 'workdays',
  'demand.interim-too-far': 'completionOn',
  'demand.letter-due-too-far': 'due',
  'demand.pause-reason-unknown': 'reason',
  'demand.leader-not-member': 'leaderId',
};

/** The form's field that a refusal is about: by its own name, or where one name ends with the other. */
export function fieldOf(problem: Problem, fields: readonly string[]): string | undefined {
  const known: Readonly<Record<string, string>> = FIELD_OF;
  const named = problem.facts?.['field'] ?? known[problem.code];
  if (typeof named !== 'string') return undefined;
  return (
    fields.find((field) => field === named) ??
    fields.find((field) => field.endsWith(`.${named}`) || named.endsWith(`.${field}`))
  );
}

/** Puts a refusal where it belongs: at its fields, or gives it back to be shown above them. */
export function placeProblem<Values extends object>(
  problem: Problem,
  form: FormState<Values>,
  words: ReturnType<typeof useProblemWords>,
): Problem | undefined {
  // The domain names a field as the command calls it, which may be the last part of the form's own name.
  const field = fieldOf(problem, Object.keys(form.values));
  if (field !== undefined) {
    form.refuseField(field as keyof Values & string, words.ofProblem(problem).title);
    return undefined;
  }
  if (problem.errors === undefined || problem.errors.length === 0) return problem;
  form.refuse(problem.errors, words.ofField);
  return undefined;
}
