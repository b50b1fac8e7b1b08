import { ENTERPRISE_CHANGES as CHANGES } from '@xiaoer/contract/enterprise';
import type { Role } from '@xiaoer/domain/access/role';
import { INDUSTRY_SECTIONS } from '@xiaoer/domain/enterprise/industry';
import {
  ENTERPRISE_GROWTHS,
  ENTERPRISE_STAGES,
  ENTERPRISE_TAGS,
  LEAVING_REASONS,
} from '@xiaoer/domain/enterprise/state';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import { useTools, written } from './act-tools.ts';
import type { Tools } from './act-tools.ts';
import { holdsOneOf, JUDGES, KEEPERS, TEAM_MAKERS } from './words.ts';
import type { EnterpriseRecord } from './words.ts';

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
