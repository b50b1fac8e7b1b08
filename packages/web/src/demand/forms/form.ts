import type { DEMAND_CHANGES, DemandChange } from '@xiaoer/contract/demand-commands';
import type { CallInput } from '../../lib/client/call.ts';
import type { Fields, Sent } from './field.ts';

/** The body that a command's route takes. */
export type BodyOfChange<Type extends DemandChange> = CallInput<(typeof DEMAND_CHANGES)[Type]>['body'];

/** What a person fills in for one command, and the request it becomes. */
export type DemandForm<Body = unknown> = {
  readonly fields: Fields;
  readonly body: (sent: Readonly<Record<string, unknown>>) => Body;
  /** Cannot be taken back: the button says so. */
  readonly grave?: true;
};

/** Ties the fields to the body: what the fields do not give, the body cannot use. */
export const formOf = <const F extends Fields, Body>(
  fields: F,
  body: (sent: Sent<F>) => Body,
): DemandForm<Body> => ({ fields, body: body as (sent: Readonly<Record<string, unknown>>) => Body });

/** A command that carries nothing: one press. */
export const nothingToFill = formOf({}, () => ({}));

/** One reason and nothing else. */
export const grave = <Body>(form: DemandForm<Body>): DemandForm<Body> => ({ ...form, grave: true });
