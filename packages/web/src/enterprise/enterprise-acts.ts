import { ENTERPRISE_CHANGES as CHANGES } from '@xiaoer/contract/enterprise';
import type { Role } from '@xiaoer/domain/access/role';
import { INDUSTRY_SECTIONS } from '@xiaoer/domain/enterprise/industry';
import {
  CONTACT_ROLES,
  ENTERPRISE_GROWTHS,
  ENTERPRISE_STAGES,
  ENTERPRISE_TAGS,
  LEAVING_REASONS,
  SITE_TENURES,
  TEAM_ROLES,
} from '@xiaoer/domain/enterprise/state';
import { useChange } from '../lib/client/use-change.ts';
import { sources } from '../lib/directory/sources.ts';
import { useToday } from '../lib/format/use-today.ts';
import { enterpriseTexts } from '../lib/messages/enterprise-texts.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import type { FieldValues } from '../ui/form/field-spec.ts';
import { holdsOneOf, JUDGES, KEEPERS, TEAM_MAKERS } from './words.ts';
import type { EnterpriseRecord } from './words.ts';

const written = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** What every act on this enterprise needs. */
function useTools(record: EnterpriseRecord) {
  const change = useChange();
  return {
    t: useTexts(enterpriseTexts),
    words: useZoneWords(),
    today: useToday(),
    change,
    on: { params: { id: record.id }, ifMatch: record.version },
  };
}
type Tools = ReturnType<typeof useTools>;

const identityActs = (
  record: EnterpriseRecord,
  { t, words: { choices }, change, on }: Tools,
): readonly Act[] => [
  act({
    key: 'rename',
    label: t('rename'),
    fields: [
      { kind: 'text', name: 'name', label: t('name'), required: true, longest: 200 },
      { kind: 'text', name: 'shortName', label: t('shortName'), longest: 200 },
      { kind: 'yes', name: 'isNamesake', label: t('isNamesake') },
    ],
    initial: { name: record.name, shortName: record.shortName ?? '' },
    send: change(CHANGES.RenameEnterprise, on),
  }),
  act({
    key: 'creditCode',
    label: t('correctCode'),
    fields: [{ kind: 'text', name: 'creditCode', label: t('creditCode'), required: true, longest: 30 }],
    initial: { creditCode: record.creditCode ?? '' },
    send: change(CHANGES.CorrectCreditCode, on),
  }),
  act({
    key: 'classify',
    label: t('classify'),
    fields: [
      {
        kind: 'choice',
        name: 'industry.section',
        label: t('industrySection'),
        required: true,
        choices: choices('section', INDUSTRY_SECTIONS),
      },
      {
        kind: 'text',
        name: 'industry.code',
        label: t('industryCode'),
        hint: t('industryHint'),
        required: true,
        longest: 4,
      },
    ],
    initial: {
      'industry.section': record.industry?.section ?? '',
      'industry.code': record.industry?.code ?? '',
    },
    send: change(CHANGES.ClassifyEnterprise, on),
  }),
];

const standingActs = (
  record: EnterpriseRecord,
  { t, words: { choices }, change, on, today }: Tools,
): readonly Act[] => [
  act({
    key: 'size',
    label: t('recordSize'),
    lead: t('sizeHint'),
    fields: [
      { kind: 'number', name: 'figures.employees', label: t('employees') },
      { kind: 'number', name: 'figures.revenueTenThousandYuan', label: t('revenue') },
      { kind: 'number', name: 'figures.assetsTenThousandYuan', label: t('assets') },
      { kind: 'day', name: 'asOf', label: t('asOf'), required: true },
    ],
    initial: {
      'figures.employees': written(record.size?.employees),
      'figures.revenueTenThousandYuan': written(record.size?.revenueTenThousandYuan),
      'figures.assetsTenThousandYuan': written(record.size?.assetsTenThousandYuan),
      asOf: record.size?.asOf ?? today,
    },
    send: change(CHANGES.RecordEnterpriseSize, on),
  }),
  act({
    key: 'tag',
    label: t('tag'),
    fields: [{ kind: 'ticks', name: 'tags', label: t('tags'), choices: choices('tag', ENTERPRISE_TAGS) }],
    initial: { tags: record.tags },
    send: change(CHANGES.TagEnterprise, on),
  }),
  act({
    key: 'stage',
    label: t('changeStage'),
    fields: [
      {
        kind: 'chips',
        name: 'stage',
        label: t('stage'),
        required: true,
        choices: choices('stage', ENTERPRISE_STAGES),
      },
    ],
    initial: { stage: record.stage },
    send: change(CHANGES.ChangeEnterpriseStage, on),
  }),
];

const growthAct = (record: EnterpriseRecord, { t, words: { choices }, change, on }: Tools): Act =>
  act({
    key: 'growth',
    label: t('judgeGrowth'),
    fields: [
      {
        kind: 'chips',
        name: 'growth',
        label: t('growth'),
        required: true,
        choices: choices('growth', ENTERPRISE_GROWTHS),
      },
    ],
    initial: { growth: record.growth ?? '' },
    send: change(CHANGES.JudgeEnterpriseGrowth, on),
  });

const presenceAct = (record: EnterpriseRecord, { t, words: { choices }, change, on }: Tools): Act =>
  record.here
    ? act({
        key: 'left',
        label: t('recordLeft'),
        lead: t('leftLead'),
        grave: true,
        fields: [
          { kind: 'chips', name: 'reason', label: t('reason'), choices: choices('leaving', LEAVING_REASONS) },
        ],
        send: change(CHANGES.RecordEnterpriseLeft, on),
      })
    : act({
        key: 'returned',
        label: t('recordReturned'),
        lead: t('returnedLead'),
        fields: [],
        send: change(CHANGES.RecordEnterpriseReturned, on),
      });

/** What may be offered for the enterprise as a whole, to somebody with these roles. */
export function useEnterpriseActs(record: EnterpriseRecord, roles: readonly Role[]): readonly Act[] {
  const tools = useTools(record);
  const keeps = holdsOneOf(roles, KEEPERS);
  return [
    ...(record.here && keeps ? [...identityActs(record, tools), ...standingActs(record, tools)] : []),
    ...(record.here && holdsOneOf(roles, JUDGES) ? [growthAct(record, tools)] : []),
    ...(holdsOneOf(roles, TEAM_MAKERS) ? [presenceAct(record, tools)] : []),
  ];
}

type Site = EnterpriseRecord['sites'][number];

const siteFields = (
  { t, words: { choices } }: Tools,
  site?: { readonly value: string; readonly label: string },
) =>
  [
    { kind: 'text', name: 'name', label: t('siteName'), required: true, longest: 200 },
    {
      kind: 'one',
      name: 'territoryId',
      label: t('territory'),
      required: true,
      source: sources.territories,
      known: site,
    },
    { kind: 'text', name: 'address', label: t('address'), required: true, longest: 500 },
    {
      kind: 'choice',
      name: 'tenure',
      label: t('tenure'),
      required: true,
      choices: choices('tenure', SITE_TENURES),
    },
    { kind: 'number', name: 'powerLoadKva', label: t('powerLoad') },
  ] as const;

/** Adding, changing and closing sites. */
export function useSiteActs(record: EnterpriseRecord): {
  readonly add: Act;
  readonly of: (site: Site) => readonly Act[];
} {
  const tools = useTools(record);
  const { t, change, on } = tools;
  return {
    add: act({
      key: 'addSite',
      label: t('addSite'),
      fields: siteFields(tools),
      initial: { tenure: 'unknown' },
      send: change(CHANGES.AddSite, on),
    }),
    of: (site) => [
      act({
        key: `change-${site.siteId}`,
        label: t('changeSite'),
        fields: siteFields(tools),
        initial: {
          name: site.name,
          territoryId: site.territoryId,
          address: site.address,
          tenure: site.tenure,
          powerLoadKva: written(site.powerLoadKva),
        },
        send: change(CHANGES.ChangeSite, { ...on, fixed: { siteId: site.siteId } }),
      }),
      act({
        key: `close-${site.siteId}`,
        label: t('closeSite'),
        lead: t('closeSiteLead'),
        grave: true,
        fields: [],
        send: change(CHANGES.CloseSite, { ...on, fixed: { siteId: site.siteId } }),
      }),
    ],
  };
}

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
