import type { StoredModel } from '@xiaoer/domain/suggestion/stored-model';

/** What is suggested for a demand's text. */
export const ASPECTS = ['category', 'remit', 'unit'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A text with the labels known for it. */
export type Example = { readonly text: string } & Readonly<Partial<Record<Aspect, string>>>;

export type LearnedModels = Readonly<Partial<Record<Aspect, StoredModel>>>;
