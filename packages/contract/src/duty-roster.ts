import { DUTY_ROSTER_REFUSALS } from '@xiaoer/domain/duty-roster/duty-roster';
import { z } from 'zod';
import { commandsOf, named, nothing, wholeOf } from './command-route.ts';
import { idOf, instant, NAME, text } from './primitives.ts';

const PATH = '/api/duty-rosters';
const { opening, changing } = commandsOf<'dutyRoster'>({ path: PATH, refusals: DUTY_ROSTER_REFUSALS });
const personId = idOf<'person'>();
const dutyId = idOf<'duty'>();

export const dutyRosters = wholeOf(PATH, {
  summary: 'Who answers where outside working hours; duties over for 30 days are left out.',
  rule: 'directory.read',
  item: z.strictObject({
    id: idOf<'dutyRoster'>(),
    version: z.number().int(),
    name: z.string(),
    unitId: idOf<'organisation'>(),
    territoryId: idOf<'territory'>().nullable(),
    open: z.boolean(),
    duties: z.array(z.strictObject({ dutyId, person: named<'person'>(), from: instant, to: instant })),
    onDuty: z.array(named<'person'>()),
  }),
});

export const openDutyRoster = opening('OpenDutyRoster', {
  summary: 'Open a roster for a desk or a service station.',
  body: z.strictObject({
    name: text(NAME),
    unitId: idOf<'organisation'>(),
    territoryId: idOf<'territory'>().optional(),
  }),
});

export const DUTY_ROSTER_CHANGES = {
  RenameDutyRoster: changing('RenameDutyRoster', {
    verb: 'rename',
    summary: 'Give a roster another name.',
    body: z.strictObject({ name: text(NAME) }),
  }),
  PlanDuty: changing('PlanDuty', {
    verb: 'plan',
    summary: 'Plan who is on duty from one moment to another.',
    body: z.strictObject({ personId, from: instant, to: instant }),
  }),
  TakeOverDuty: changing('TakeOverDuty', {
    verb: 'take-over',
    summary: 'Somebody else takes over a duty.',
    body: z.strictObject({ dutyId, personId }),
  }),
  CancelDuty: changing('CancelDuty', {
    verb: 'cancel-duty',
    summary: 'Cancel a duty that has not begun.',
    body: z.strictObject({ dutyId }),
  }),
  CloseDutyRoster: changing('CloseDutyRoster', {
    verb: 'close',
    summary: 'Close a roster.',
    body: nothing,
  }),
};
