import { ENTERPRISE_CHANGES as CHANGES } from '@xiaoer/contract/enterprise';
import { CONTACT_ROLES, TEAM_ROLES } from '@xiaoer/domain/enterprise/state';
import { sources } from '../lib/directory/sources.ts';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import type { FieldValues } from '../ui/form/field-spec.ts';
import { useTools } from './act-tools.ts';
import type { Tools } from './act-tools.ts';
import type { EnterpriseRecord } from './words.ts';

const endingFields = ({ t }: Tools) =>
  [{ kind: 'day', name: 'lastDay', label: t('lastDay'), required: true }] as const;
const spanFields = ({ t }: Tools) =>
  [
    { kind: 'day', name: 'from', label: t('from'), required: true },
    { kind: 'day', name: 'to', label: t('to') },
  ] as const;

/** Contacts of the enterprise and liaison people of other bodies. */
export function useContactActs(record: EnterpriseRecord) {
  const tools = useTools(record);
  const { t, words, change, on, today } = tools;
  const person = {
    kind: 'one',
    name: 'personId',
    label: t('person'),
    required: true,
    source: sources.people,
  } as const;
  const lastDay: FieldValues = { lastDay: today };
  return {
    addContact: act({
      key: 'addContact',
      label: t('addContact'),
      fields: [
        person,
        {
          kind: 'choice',
          name: 'role',
          label: t('contactRole'),
          required: true,
          choices: words.choices('contact', CONTACT_ROLES),
        },
        ...spanFields(tools),
      ],
      initial: { from: today },
      send: change(CHANGES.AddContact, on),
    }),
    endContact: (contactId: string) =>
      act({
        key: `end-${contactId}`,
        label: t('endContact'),
        fields: endingFields(tools),
        initial: lastDay,
        send: change(CHANGES.EndContact, { ...on, fixed: { contactId } }),
      }),
    addLiaison: act({
      key: 'addLiaison',
      label: t('addLiaison'),
      fields: [
        { kind: 'text', name: 'body', label: t('body'), required: true, longest: 200 },
        { kind: 'one', name: 'organisationId', label: t('bodyUnit'), source: sources.units },
        person,
        ...spanFields(tools),
      ],
      initial: { from: today },
      send: change(CHANGES.AddLiaison, on),
    }),
    endLiaison: (liaisonId: string) =>
      act({
        key: `end-${liaisonId}`,
        label: t('endLiaison'),
        fields: endingFields(tools),
        initial: lastDay,
        send: change(CHANGES.EndLiaison, { ...on, fixed: { liaisonId } }),
      }),
  };
}

/** The service team: who comes, who goes, who hands over. */
export function useTeamActs(record: EnterpriseRecord) {
  const tools = useTools(record);
  const { t, words, change, on, today } = tools;
  return {
    assign: act({
      key: 'assign',
      label: t('assign'),
      fields: [
        {
          kind: 'choice',
          name: 'role',
          label: t('teamRole'),
          required: true,
          choices: words.choices('team', TEAM_ROLES),
        },
        { kind: 'one', name: 'personId', label: t('person'), required: true, source: sources.people },
        ...spanFields(tools),
      ],
      initial: { from: today },
      send: change(CHANGES.AssignTeamMember, on),
    }),
    of: (memberId: string): readonly Act[] => [
      act({
        key: `hand-over-${memberId}`,
        label: t('handOver'),
        fields: [
          { kind: 'one', name: 'personId', label: t('person'), required: true, source: sources.staff },
          { kind: 'day', name: 'from', label: t('from'), required: true },
          { kind: 'area', name: 'note', label: t('note'), longest: 500 },
        ],
        initial: { from: today },
        send: change(CHANGES.HandOverTeamRole, { ...on, fixed: { fromMemberId: memberId } }),
      }),
      act({
        key: `release-${memberId}`,
        label: t('release'),
        fields: endingFields(tools),
        initial: { lastDay: today },
        send: change(CHANGES.ReleaseTeamMember, { ...on, fixed: { memberId } }),
      }),
    ],
  };
}
