import type { Recorded } from '../kernel/decider.ts';
import { invariant } from '../kernel/invariant.ts';
import type { OrganisationEvent } from './events.ts';
import type { OrganisationState } from './state.ts';

/** Folds one recorded event into an organisation. */
export const evolve = (
  state: OrganisationState | undefined,
  event: Recorded<OrganisationEvent>,
): OrganisationState => {
  if (event.type === 'OrganisationRegistered') {
    const { organisationId: id, name, nameEn, kind, calendar, parentId } = event;
    return { id, name, nameEn, kind, calendar, parentId, standing: { active: true } };
  }
  invariant(state !== undefined, `${event.type} without an organisation`);
  switch (event.type) {
    case 'OrganisationRenamed':
      return { ...state, name: event.name, nameEn: event.nameEn };
    case 'OrganisationMoved':
      return { ...state, parentId: event.parentId };
    case 'OrganisationCalendarChanged':
      return { ...state, calendar: event.calendar };
    case 'OrganisationClosed':
      return { ...state, standing: { active: false, closedOn: event.on } };
    case 'OrganisationReopened':
      return { ...state, standing: { active: true } };
  }
};
