import { decideBy } from '../kernel/decide-by.ts';
import { accepted, refused } from '../kernel/decision.ts';
import type { OrganisationId } from '../kernel/ids.ts';
import { NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { OrganisationCommand, OrganisationContext } from './commands.ts';
import type { OrganisationEvent } from './events.ts';
import type { OrganisationRefusal } from './refusals.ts';
import type { OrganisationState } from './state.ts';

type Names = { readonly name: string; readonly nameEn?: string };

const nameObjection = ({ name, nameEn }: Names) => {
  const text = textProblem({
    name: { value: name, limit: NAME_LENGTH },
    nameEn: { value: nameEn, limit: NAME_LENGTH, optional: true },
  });
  return text === undefined ? undefined : refused('organisation.text-invalid', text);
};

const placeObjection = (
  id: OrganisationId,
  parentId: OrganisationId | undefined,
  { parent }: OrganisationContext,
) => {
  if (parentId === undefined) return undefined;
  if (parentId === id) return refused('organisation.would-be-circular');
  if (parent === undefined) return refused('organisation.parent-unknown');
  if (parent.path.includes(id)) return refused('organisation.would-be-circular');
  return parent.active ? undefined : refused('organisation.parent-closed');
};

/** Judges a command against an organisation. */
export const decide = decideBy<
  OrganisationState,
  OrganisationCommand,
  OrganisationEvent,
  OrganisationRefusal,
  OrganisationContext,
  'RegisterOrganisation'
>({
  missing: 'organisation.unknown',
  existing: 'organisation.exists',
  opening: {
    RegisterOrganisation: ({ organisationId, name, nameEn, kind, calendar, parentId }, context) =>
      nameObjection({ name, nameEn }) ??
      placeObjection(organisationId, parentId, context) ??
      accepted({ type: 'OrganisationRegistered', organisationId, name, nameEn, kind, calendar, parentId }),
  },
  changing: {
    RenameOrganisation: (state, { name, nameEn }) => {
      if (name === state.name && nameEn === state.nameEn) return refused('organisation.unchanged');
      return nameObjection({ name, nameEn }) ?? accepted({ type: 'OrganisationRenamed', name, nameEn });
    },
    MoveOrganisation: (state, { parentId }, context) => {
      if (!state.standing.active) return refused('organisation.closed');
      if (parentId === state.parentId) return refused('organisation.unchanged');
      return placeObjection(state.id, parentId, context) ?? accepted({ type: 'OrganisationMoved', parentId });
    },
    ChangeOrganisationCalendar: (state, { calendar }) => {
      if (!state.standing.active) return refused('organisation.closed');
      return calendar === state.calendar
        ? refused('organisation.unchanged')
        : accepted({ type: 'OrganisationCalendarChanged', calendar });
    },
    CloseOrganisation: (state, _command, { hasActiveChildren, openDemands, today }) => {
      if (!state.standing.active) return refused('organisation.closed');
      if (hasActiveChildren) return refused('organisation.has-active-children');
      // Nothing can be given to a closed unit, nor handed over within it: what lies there would stay.
      return openDemands > 0
        ? refused('organisation.holds-demands', { demands: openDemands })
        : accepted({ type: 'OrganisationClosed', on: today });
    },
    ReopenOrganisation: (state, _command, context) => {
      if (state.standing.active) return refused('organisation.not-closed');
      return placeObjection(state.id, state.parentId, context) ?? accepted({ type: 'OrganisationReopened' });
    },
  },
});
