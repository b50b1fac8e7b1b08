import { accepted, refused, type Decision } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { outsideCoverageRefusal, type Covered } from '../time/work-calendar.ts';
import type { DemandCommandOf, DemandCommandType } from './commands.ts';
import type { DemandContext } from './context.ts';
import type { DemandEvent } from './events.ts';
import type { DemandRefusalCode } from './refusals.ts';
import type { Demand, DemandIn } from './state.ts';
import type { Status } from './vocabulary.ts';

export type DemandDecision = Decision<DemandEvent, DemandRefusalCode>;
export type DemandRefusal = Refusal<DemandRefusalCode>;

/** How one type of command is judged. */
export type CommandRule<Type extends DemandCommandType> = {
  /** The statuses in which a command of this type can be accepted; none of one that begins a demand. */
  readonly from: readonly Status[];
  /** Why no command of this type can be accepted now, whatever it carries; undefined when one can. */
  readonly blocked: (demand: Demand | undefined, context: DemandContext) => DemandRefusal | undefined;
  readonly decide: (
    demand: Demand | undefined,
    command: DemandCommandOf<Type>,
    context: DemandContext,
  ) => DemandDecision;
};

export const accept = (...events: readonly DemandEvent[]): DemandDecision => accepted(...events);

export const refusal = (code: DemandRefusalCode, facts: Refusal['facts'] = {}): DemandRefusal => ({
  code,
  facts,
});

export const refuse = (code: DemandRefusalCode, facts: Refusal['facts'] = {}): DemandDecision =>
  refused(code, facts);

/** `refusal` when the condition holds. */
export const when = (
  condition: boolean,
  code: DemandRefusalCode,
  facts: Refusal['facts'] = {},
): DemandRefusal | undefined => (condition ? refusal(code, facts) : undefined);

/** The first of the refusals, else what `then` decides. */
export const unless = (
  refusals: readonly (DemandRefusal | undefined)[],
  then: () => DemandDecision,
): DemandDecision => {
  const first = refusals.find((candidate) => candidate !== undefined);
  return first === undefined ? then() : refused(first.code, first.facts);
};

/** Goes on with a moment the calendar knows; refuses beyond its coverage. */
export const whenCovered = <Value>(
  answer: Covered<Value>,
  then: (value: Value) => DemandDecision,
): DemandDecision => {
  if (answer.ok) return then(answer.value);
  const { code, facts } = outsideCoverageRefusal(answer);
  return refused(code, facts);
};

const isIn = <S extends Status>(demand: Demand, statuses: readonly S[]): demand is DemandIn<S> =>
  (statuses as readonly Status[]).includes(demand.status);

type OnDemand<Type extends DemandCommandType, S extends Status> = {
  /** The statuses in which the command makes sense. */
  readonly from: readonly S[];
  /** What else must hold, whatever the command carries. */
  readonly blocked?: (demand: DemandIn<S>, context: DemandContext) => DemandRefusal | undefined;
  readonly decide: (
    demand: DemandIn<S>,
    command: DemandCommandOf<Type>,
    context: DemandContext,
  ) => DemandDecision;
};

/** The rule of a command on an existing demand. */
export const onDemand = <Type extends DemandCommandType, S extends Status>(
  _type: Type,
  rule: OnDemand<Type, S>,
): CommandRule<Type> => {
  const standing = (demand: Demand | undefined, context: DemandContext): DemandIn<S> | DemandRefusal => {
    if (demand === undefined) return refusal('demand.not-found');
    if (!isIn(demand, rule.from)) {
      return refusal(demand.status === 'closed' ? 'demand.closed' : 'demand.wrong-status', {
        status: demand.status,
      });
    }
    return rule.blocked?.(demand, context) ?? demand;
  };
  return {
    from: rule.from,
    blocked: (demand, context) => {
      const found = standing(demand, context);
      return 'code' in found ? found : undefined;
    },
    decide: (demand, command, context) => {
      const found = standing(demand, context);
      return 'code' in found ? refused(found.code, found.facts) : rule.decide(found, command, context);
    },
  };
};

/** The rule of a command that begins a demand. */
export const onNothing = <Type extends DemandCommandType>(
  _type: Type,
  decide: (command: DemandCommandOf<Type>, context: DemandContext) => DemandDecision,
): CommandRule<Type> => ({
  from: [],
  blocked: (demand) => when(demand !== undefined, 'demand.already-registered'),
  decide: (demand, command, context) =>
    demand === undefined ? decide(command, context) : refused('demand.already-registered'),
});
