import type { PauseCap } from '../time/clock-time.ts';
import type { LadderPolicies } from '../time/ladder.ts';
import type { Limit } from '../time/limits.ts';
import type { PromiseKind, ReturnVisitKind, Urgency } from './vocabulary.ts';

/** What a limit is for. `rework` replaces `settle` after a rejection; `decline` is the unit's time to say no. */
export const LIMITED = ['contact', 'plan', 'settle', 'rework', 'decline'] as const;
export type Limited = (typeof LIMITED)[number];

export type PauseReason = {
  readonly key: string;
  readonly proofNeeded: boolean;
  /** Pauses for this reason count no longer than this. */
  readonly cap: PauseCap;
};

export const TEXT_KINDS = ['title', 'text', 'note', 'answer', 'words', 'number'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** The tenant's configuration as it stands on the day of the command. */
export type DemandSettings = {
  readonly categories: readonly string[];
  readonly limits: { readonly [U in Urgency]: { readonly [L in Limited]: Limit } };
  /** Declines before a joint consultation fixes the unit. */
  readonly declinesBeforeConsultation: number;
  /** Rejections before a joint consultation or a final determination. */
  readonly rejectionsBeforeConsultation: number;
  readonly answerApproval: boolean;
  readonly verdictLimit: Limit;
  readonly callBackLimit: Limit;
  /** Unreachable on so many working days: the demand closes as unreachable. */
  readonly callBackAttempts: number;
  readonly returnVisit?: { readonly delay: Limit; readonly kind: ReturnVisitKind };
  readonly pauseReasons: readonly PauseReason[];
  readonly extension: { readonly maxWorkdays: number; readonly maxTimes: number };
  readonly interim: { readonly maxCalendarDays: number; readonly maxTimes: number };
  readonly referral: { readonly maxCalendarDays: number };
  readonly ladders: { readonly [P in PromiseKind]: LadderPolicies };
  /** Categories that may be settled on the spot. */
  readonly onTheSpotCategories: readonly string[];
  /** Characters. */
  readonly maxText: { readonly [K in TextKind]: number };
};
