import { accepted, refused } from '../kernel/decision.ts';
import { isOrdered, lastDayFits, overlaps } from '../kernel/day-span.ts';
import { LINE_LENGTH, NAME_LENGTH, textProblem } from '../kernel/text.ts';
import { addDays } from '../time/local-date.ts';
import type { EnterpriseCommand, EnterpriseContext } from './commands.ts';
import type { EnterpriseState } from './state.ts';

type Named<Type extends EnterpriseCommand['type']> = Extract<EnterpriseCommand, { type: Type }>;

export const addContact = (
  state: EnterpriseState,
  { contactId, personId, role, from, to }: Named<'AddContact'>,
  { activePersonIds }: EnterpriseContext,
) => {
  if (!activePersonIds.includes(personId)) return refused('enterprise.person-unknown');
  const contact = { contactId, personId, role, from, to };
  if (!isOrdered(contact)) return refused('enterprise.dates-reversed');
  const held = state.contacts.some(
    (other) =>
      other.contactId === contactId ||
      (other.personId === personId && other.role === role && overlaps(other, contact)),
  );
  return held ? refused('enterprise.contact-held') : accepted({ type: 'ContactAdded' as const, contact });
};

export const endContact = (state: EnterpriseState, { contactId, lastDay }: Named<'EndContact'>) => {
  const contact = state.contacts.find((candidate) => candidate.contactId === contactId);
  if (contact === undefined) return refused('enterprise.contact-unknown');
  return lastDayFits(contact, lastDay)
    ? accepted({ type: 'ContactEnded' as const, contactId, lastDay })
    : refused('enterprise.last-day-outside', { from: contact.from });
};

/** One person per role on any day. */
export const assignTeamMember = (
  state: EnterpriseState,
  { memberId, personId, role, from, to }: Named<'AssignTeamMember'>,
  { activePersonIds }: EnterpriseContext,
) => {
  if (!activePersonIds.includes(personId)) return refused('enterprise.person-unknown');
  const member = { memberId, personId, role, from, to };
  if (!isOrdered(member)) return refused('enterprise.dates-reversed');
  const taken = state.team.some(
    (other) => other.memberId === memberId || (other.role === role && overlaps(other, member)),
  );
  return taken
    ? refused('enterprise.team-role-taken', { role })
    : accepted({ type: 'TeamMemberAssigned' as const, member });
};

export const releaseTeamMember = (
  state: EnterpriseState,
  { memberId, lastDay }: Named<'ReleaseTeamMember'>,
) => {
  const member = state.team.find((candidate) => candidate.memberId === memberId);
  if (member === undefined) return refused('enterprise.team-member-unknown');
  return lastDayFits(member, lastDay)
    ? accepted({ type: 'TeamMemberReleased' as const, memberId, lastDay })
    : refused('enterprise.last-day-outside', { from: member.from });
};

/** The successor starts on a day, the predecessor ends the day before: no day without somebody, none with two. */
export const handOverTeamRole = (
  state: EnterpriseState,
  { fromMemberId, memberId, personId, from, note }: Named<'HandOverTeamRole'>,
  { activePersonIds }: EnterpriseContext,
) => {
  const predecessor = state.team.find((member) => member.memberId === fromMemberId);
  if (predecessor === undefined || state.team.some((member) => member.memberId === memberId))
    return refused('enterprise.team-member-unknown');
  if (predecessor.personId === personId) return refused('enterprise.hand-over-to-self');
  if (!activePersonIds.includes(personId)) return refused('enterprise.person-unknown');
  const text = textProblem({ note: { value: note, limit: LINE_LENGTH, optional: true } });
  if (text !== undefined) return refused('enterprise.text-invalid', text);
  const lastDay = from > predecessor.from ? addDays(from, -1) : from;
  if (lastDay === from || !lastDayFits(predecessor, lastDay))
    return refused('enterprise.last-day-outside', { from: predecessor.from });
  const { role, to } = predecessor;
  const people = { role, fromMemberId, memberId, personId };
  return accepted({ type: 'TeamRoleHandedOver' as const, ...people, from, lastDay, to, note });
};

export const addLiaison = (
  state: EnterpriseState,
  { liaisonId, body, organisationId, personId, from, to }: Named<'AddLiaison'>,
  { activePersonIds, activeUnitIds }: EnterpriseContext,
) => {
  const text = textProblem({ body: { value: body, limit: NAME_LENGTH } });
  if (text !== undefined) return refused('enterprise.text-invalid', text);
  if (!activePersonIds.includes(personId)) return refused('enterprise.person-unknown');
  if (organisationId !== undefined && !activeUnitIds.includes(organisationId))
    return refused('enterprise.unit-unknown');
  const liaison = { liaisonId, body, organisationId, personId, from, to };
  if (!isOrdered(liaison)) return refused('enterprise.dates-reversed');
  const held = state.liaisons.some(
    (other) =>
      other.liaisonId === liaisonId ||
      (other.body === body && other.personId === personId && overlaps(other, liaison)),
  );
  return held ? refused('enterprise.liaison-held') : accepted({ type: 'LiaisonAdded' as const, liaison });
};

export const endLiaison = (state: EnterpriseState, { liaisonId, lastDay }: Named<'EndLiaison'>) => {
  const liaison = state.liaisons.find((candidate) => candidate.liaisonId === liaisonId);
  if (liaison === undefined) return refused('enterprise.liaison-unknown');
  return lastDayFits(liaison, lastDay)
    ? accepted({ type: 'LiaisonEnded' as const, liaisonId, lastDay })
    : refused('enterprise.last-day-outside', { from: liaison.from });
};
