import { fingerprint } from '@xiaoer/domain/suggestion/fingerprint';

/** A text's marks as the table keeps them. */
export const marksOf = (text: string): readonly number[] => {
  const { exact, bands } = fingerprint(text);
  return [...new Set([exact, ...bands])];
};

/** The mark that identical texts have in common. */
export const exactMark = (text: string): number => fingerprint(text).exact;
