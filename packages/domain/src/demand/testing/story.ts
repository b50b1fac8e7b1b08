import type { Actor } from '../../access/actor.ts';
import { invariant } from '../../kernel/invariant.ts';
import { addMinutes, MINUTES_PER_DAY } from '../../time/instant.ts';
import type { DemandCommand, DemandCommandType } from '../commands.ts';
import type { DemandContext } from '../context.ts';
import type { DemandDecision } from '../rule.ts';
import { judge, recorded, START, type Play } from './play.ts';
import { someWellFormed } from './well-formed.ts';
import { ACTORS, contextOf, handler, head, unit, type UnitName } from './zone.ts';

/** Who does what. `other` replaces fields of the well-formed command, `context` what surrounds it. */
export type Act = {
  readonly by: Actor;
  readonly does: DemandCommandType;
  readonly other?: object;
  readonly context?: Partial<DemandContext>;
};
export type Step = Act | { readonly days: number } | { readonly minutes: number };

/** The command an act comes to against the play as it stands. */
const commandOf = (play: Play, { by, does, other = {} }: Act): DemandCommand => {
  let minted = play.log.length * 100;
  const bench = {
    demand: play.demand,
    context: contextOf(by, play.now),
    pick: () => 0,
    mint: () => `minted-${(minted += 1)}`,
  };
  return { type: does, ...someWellFormed(does, bench), ...other } as DemandCommand;
};

/** What an act would come to. */
export const tried = (play: Play, act: Act): DemandDecision =>
  judge(play, act.by, { command: commandOf(play, act), ...(act.context && { context: act.context }) });

const told = (play: Play, step: Step): Play => {
  if ('days' in step) return { ...play, now: addMinutes(play.now, step.days * MINUTES_PER_DAY) };
  if ('minutes' in step) return { ...play, now: addMinutes(play.now, step.minutes) };
  const decision = tried(play, step);
  invariant(decision.accepted, `${step.does}: ${JSON.stringify(decision)}`);
  return recorded(play, step.by, decision);
};

/** The play after the steps; a refused one is a mistake in the story. */
export const after = (play: Play, ...steps: readonly Step[]): Play => steps.reduce(told, play);

const { asker, clerk, leader, system } = ACTORS;

const routedTo = (name: UnitName): Act => ({
  by: clerk,
  does: 'RouteDemand',
  other: { lead: { unitId: unit(name) }, coHandlers: [] },
});
const answeredBy = (name: UnitName, conclusion = 'solved'): Act => ({
  by: head(name),
  does: 'SubmitAnswer',
  other: { answer: { conclusion, text: '答复', conditions: [], files: [] } },
});
const rejected: Act = {
  by: asker,
  does: 'GiveVerdict',
  other: { grade: 'dissatisfied', words: '没解决', solved: 'unsolved' },
};
const satisfied: Act = {
  by: asker,
  does: 'GiveVerdict',
  other: { grade: 'satisfied', words: '谢谢', solved: 'solved' },
};

export const ACTS = { routedTo, answeredBy, rejected, satisfied };

const registered = after(START, { by: clerk, does: 'RegisterDemand' });
const assigned = after(registered, routedTo('power'));
const handling = after(assigned, { by: handler('power'), does: 'AcceptDemand' });
const answered = after(handling, answeredBy('power'));
const callingBack = after(answered, { by: system, does: 'OpenCallBack' });
const closed = after(answered, satisfied);
const referred = after(registered, { by: clerk, does: 'ReferDemand' });
const returned = after(answered, rejected);
const rejectedTwice = after(returned, answeredBy('power'), rejected);
const declinedOnce = after(assigned, { by: head('power'), does: 'DeclineDemand' });
const declinedTwice = after(declinedOnce, routedTo('water'), { by: head('water'), does: 'DeclineDemand' });
const fixed = after(declinedTwice, { by: leader, does: 'ConcludeConsultation' });

/** A demand in every situation tests begin from. */
export const SITUATIONS = {
  nothing: START,
  registered,
  assigned,
  handling,
  answered,
  callingBack,
  closed,
  referred,
  returned,
  rejectedTwice,
  declinedOnce,
  declinedTwice,
  fixed,
} as const;
