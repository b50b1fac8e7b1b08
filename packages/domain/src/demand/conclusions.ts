import { CONCLUSIONS, type Conclusion, type Status } from './vocabulary.ts';

/** What an answer may conclude: only what went outside is referred and answered, and it ends in nothing else. */
export const conclusionsFrom = (status: Status): readonly Conclusion[] =>
  CONCLUSIONS.filter((conclusion) => (conclusion === 'referredAndAnswered') === (status === 'referred'));
