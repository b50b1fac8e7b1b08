import { PERSON_CHANGES as CHANGES, setAccount } from '@xiaoer/contract/person';
import { STAFF_ROLES } from '@xiaoer/domain/access/judge';
import { useChange } from '../lib/client/use-change.ts';
import { sources } from '../lib/directory/sources.ts';
import { useToday } from '../lib/format/use-today.ts';
import { spanStands } from '../lib/format/span-words.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { personTexts } from '../lib/messages/person-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import type { PersonRecord } from './words.ts';

function useTools(record: PersonRecord) {
  const change = useChange();
  const me = useMe();
  const roles = rolesOf(me);
  const isOutsider = record.unit === null && record.roles.every((role) => role === 'enterprise');
  return {
    t: useTexts(personTexts),
    words: useZoneWords(),
    today: useToday(),
    change,
    on: { params: { id: record.id }, ifMatch: record.version },
    isAdmin: roles.includes('admin'),
    isSelf: me?.personId === record.id,
    isHead: roles.includes('unit-head'),
    isService: isOutsider && (roles.includes('desk') || roles.includes('officer')),
  };
}
type Tools = ReturnType<typeof useTools>;

const span = ({ t }: Tools) =>
  [
    { kind: 'day', name: 'from', label: t('from'), required: true },
    { kind: 'day', name: 'to', label: t('to') },
  ] as const;

const detailsAct = (record: PersonRecord, { t, change, on }: Tools): Act =>
  act({
    key: 'details',
    label: t('changeDetails'),
    fields: [
      { kind: 'text', name: 'personal.name', label: t('name'), required: true, longest: 100 },
      { kind: 'tel', name: 'personal.phone', label: t('phone'), longest: 30 },
      { kind: 'email', name: 'personal.email', label: t('email'), longest: 254 },
    ],
    initial: {
      'personal.name': record.name,
      'personal.phone': record.masked ? '' : (record.phone ?? ''),
      'personal.email': record.masked ? '' : (record.email ?? ''),
    },
    send: change(CHANGES.ChangePersonalDetails, on),
  });

const rightsActs = (record: PersonRecord, tools: Tools): readonly Act[] => {
  const { t, words, change, on, today } = tools;
  return [
    act({
      key: 'grant',
      label: t('grantRole'),
      fields: [
        {
          kind: 'choice',
          name: 'role',
          label: t('role'),
          required: true,
          choices: words.choices('role', STAFF_ROLES),
        },
        { kind: 'one', name: 'unitId', label: t('unit'), source: sources.units },
        { kind: 'one', name: 'territoryId', label: t('territory'), source: sources.territories },
        ...span(tools),
      ],
      initial: { from: today, unitId: record.unit?.id ?? '' },
      send: change(CHANGES.GrantRole, on),
    }),
    act({
      key: 'account',
      label: t('setAccount'),
      lead: t('accountLead'),
      fields: [
        { kind: 'text', name: 'account', label: t('account'), required: true, longest: 100 },
        {
          kind: 'password',
          name: 'password',
          label: t('password'),
          hint: t('passwordHint'),
          required: true,
          longest: 200,
        },
      ],
      initial: { account: record.account ?? '' },
      send: change(setAccount, { params: on.params }),
    }),
    act({
      key: 'move',
      label: t('move'),
      fields: [{ kind: 'one', name: 'unitId', label: t('unit'), source: sources.units }],
      initial: { unitId: record.unit?.id ?? '' },
      send: change(CHANGES.MovePersonToUnit, on),
    }),
  ];
};

const contactAct = (tools: Tools): Act =>
  act({
    key: 'contact',
    label: tools.t('grantContact'),
    fields: [
      {
        kind: 'one',
        name: 'enterpriseId',
        label: tools.t('enterprise'),
        required: true,
        source: sources.enterprises,
      },
      ...span(tools),
    ],
    initial: { from: tools.today },
    send: tools.change(CHANGES.GrantContactRole, tools.on),
  });

const absenceAct = (tools: Tools): Act =>
  act({
    key: 'absence',
    label: tools.t('recordAbsence'),
    fields: span(tools),
    initial: { from: tools.today },
    send: tools.change(CHANGES.RecordAbsence, tools.on),
  });

const standInAct = (tools: Tools): Act =>
  act({
    key: 'standIn',
    label: tools.t('nameStandIn'),
    fields: [
      { kind: 'one', name: 'personId', label: tools.t('standInWho'), required: true, source: sources.staff },
      ...span(tools),
    ],
    initial: { from: tools.today },
    send: tools.change(CHANGES.NameStandIn, tools.on),
  });

const delegateAct = (record: PersonRecord, { t, words, change, on, today }: Tools): Act =>
  act({
    key: 'delegate',
    label: t('delegate'),
    fields: [
      { kind: 'one', name: 'personId', label: t('lentTo'), required: true, source: sources.staff },
      {
        kind: 'ticks',
        name: 'grantIds',
        label: t('lent'),
        required: true,
        choices: record.grants
          .filter((grant) => grant.role !== 'enterprise' && spanStands(grant, today) !== 'past')
          .map(({ grantId, role }) => ({ value: grantId, label: words.word(`role.${role}`) })),
      },
      { kind: 'day', name: 'from', label: t('from'), required: true },
      { kind: 'day', name: 'to', label: t('to'), required: true },
    ],
    initial: { from: today },
    send: change(CHANGES.DelegateDuties, on),
  });

const standingActs = (record: PersonRecord, { t, change, on }: Tools): readonly Act[] =>
  record.standing === 'active'
    ? [
        act({
          key: 'deactivate',
          label: t('deactivate'),
          lead: t('deactivateLead'),
          grave: true,
          fields: [
            {
              kind: 'one',
              name: 'handOverTo',
              label: t('handOverTo'),
              hint: t('handOverHint'),
              source: sources.staff,
            },
          ],
          send: change(CHANGES.DeactivatePerson, on),
        }),
      ]
    : [
        act({
          key: 'reactivate',
          label: t('reactivate'),
          fields: [],
          send: change(CHANGES.ReactivatePerson, on),
        }),
        act({
          key: 'erase',
          label: t('erase'),
          lead: t('eraseLead'),
          grave: true,
          fields: [],
          send: change(CHANGES.ErasePerson, on),
        }),
      ];

const when = (may: boolean, acts: readonly Act[]): readonly Act[] => (may ? acts : []);

/** What is offered for this person to whoever looks at the page; the server decides. */
export function usePersonActs(record: PersonRecord): {
  readonly acts: readonly Act[];
  readonly isSelf: boolean;
} {
  const tools = useTools(record);
  const { isAdmin, isSelf, isHead, isService } = tools;
  const active = record.standing === 'active';
  return {
    isSelf,
    acts: [
      ...when(active && (isAdmin || isSelf || isService), [detailsAct(record, tools)]),
      ...when(active && isAdmin, rightsActs(record, tools)),
      ...when(active && (isAdmin || isService), [contactAct(tools)]),
      ...when(active && (isAdmin || isHead), [standInAct(tools)]),
      ...when(active && (isAdmin || isSelf || isHead), [absenceAct(tools)]),
      ...when(active && (isAdmin || isSelf), [delegateAct(record, tools)]),
      ...when(isAdmin && record.standing !== 'erased', standingActs(record, tools)),
    ],
  };
}

/** Ending what a person holds, with a last day. */
export function useEndingActs(record: PersonRecord) {
  const tools = useTools(record);
  const { t, change, on, today } = tools;
  const lastDay = { kind: 'day', name: 'lastDay', label: t('lastDay'), required: true } as const;
  const initial = { lastDay: today };
  return {
    role: (grantId: string, isContact: boolean) =>
      act({
        key: `end-${grantId}`,
        label: t('endRole'),
        fields: [lastDay],
        initial,
        send: change(isContact ? CHANGES.EndContactRole : CHANGES.EndRole, { ...on, fixed: { grantId } }),
      }),
    standIn: (standInId: string) =>
      act({
        key: `end-${standInId}`,
        label: t('endStandIn'),
        fields: [lastDay],
        initial,
        send: change(CHANGES.EndStandIn, { ...on, fixed: { standInId } }),
      }),
    absence: (absenceId: string) =>
      act({
        key: `end-${absenceId}`,
        label: t('endAbsence'),
        fields: [lastDay],
        initial,
        send: change(CHANGES.EndAbsence, { ...on, fixed: { absenceId } }),
      }),
    delegation: (delegationId: string) =>
      act({
        key: `end-${delegationId}`,
        label: t('endDelegation'),
        fields: [lastDay],
        initial,
        send: change(CHANGES.EndDelegation, { ...on, fixed: { delegationId } }),
      }),
    mayRights: tools.isAdmin || tools.isService,
    mayTime: tools.isAdmin || tools.isSelf || tools.isHead,
  };
}
