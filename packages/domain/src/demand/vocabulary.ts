/** Where a demand came in: product section 3, "Intake". */
export const CHANNELS = [
  'portal',
  'qr',
  'visit',
  'phone',
  'counter',
  'message',
  'hotline',
  'meeting',
  'instruction',
  'import',
  'api',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** `critical`: production stopped, or danger. */
export const URGENCIES = ['general', 'urgent', 'critical'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const REMITS = ['own', 'outside'] as const;
export type Remit = (typeof REMITS)[number];

/** What an answer may conclude; all of them need the asker's verdict or a call-back before the demand closes. */
export const CONCLUSIONS = [
  'solved',
  'partlySolved',
  'explained',
  'conditionsLacking',
  'referredAndAnswered',
] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export const OUTCOMES = [...CONCLUSIONS, 'withdrawn', 'merged', 'finalDetermination'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The five grades of the 好差评 rating, best first. */
export const VERDICT_GRADES = [
  'verySatisfied',
  'satisfied',
  'fair',
  'dissatisfied',
  'veryDissatisfied',
] as const;
export type VerdictGrade = (typeof VERDICT_GRADES)[number];

/** The asker's own judgement of the matter, apart from the grade for the service. */
export const SOLVED_VIEWS = ['solved', 'partly', 'unsolved'] as const;
export type SolvedView = (typeof SOLVED_VIEWS)[number];

export const VERDICT_VIAS = ['portal', 'callBack', 'onTheSpot'] as const;
export type VerdictVia = (typeof VERDICT_VIAS)[number];

/** What is promised to the asker with a due time each. */
export const PROMISES = ['contact', 'plan', 'settle'] as const;
export type PromiseKind = (typeof PROMISES)[number];

export const STATUSES = [
  'registered',
  'consulting',
  'assigned',
  'handling',
  'referred',
  'answered',
  'callingBack',
  'closed',
] as const;
export type Status = (typeof STATUSES)[number];

/** Not yet answered: work is owed. */
export const ACTIVE_STATUSES = ['registered', 'consulting', 'assigned', 'handling', 'referred'] as const;
/** Not yet closed. */
export const OPEN_STATUSES = [...ACTIVE_STATUSES, 'answered', 'callingBack'] as const;

/** Why a joint consultation sits on a demand. */
export const CONSULTATION_MATTERS = ['declines', 'rejections'] as const;
export type ConsultationMatter = (typeof CONSULTATION_MATTERS)[number];

export const FEASIBILITIES = ['high', 'medium', 'low'] as const;
export type Feasibility = (typeof FEASIBILITIES)[number];

export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];

/** Does the asker meet a condition of a policy, or what fact is missing. */
export const CONDITION_ANSWERS = ['met', 'notMet', 'unknown'] as const;
export type ConditionAnswer = (typeof CONDITION_ANSWERS)[number];

export const OUTSIDE_ANSWER_VIAS = ['oneTimeLink', 'scannedLetter'] as const;
export type OutsideAnswerVia = (typeof OUTSIDE_ANSWER_VIAS)[number];

export const RETURN_VISIT_KINDS = ['phone', 'onSite'] as const;
export type ReturnVisitKind = (typeof RETURN_VISIT_KINDS)[number];

export const FOLLOW_UP_KINDS = ['supply', 'finance', 'talent', 'policy', 'other'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];
