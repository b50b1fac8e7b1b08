import { useQuery } from '@tanstack/react-query';
import { demands } from '@xiaoer/contract/demand-views';
import { openPackage, PACKAGE_CHANGES, type packageDetail, type packages } from '@xiaoer/contract/package';
import type { Role } from '@xiaoer/domain/access/role';
import type { PackageCommandType } from '@xiaoer/domain/package/commands';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { AnswerBody } from '../lib/client/call.ts';
import { reading } from '../lib/client/query.ts';
import { useChange } from '../lib/client/use-change.ts';
import { staffOfUnitIn } from '../lib/directory/found.ts';
import { sources } from '../lib/directory/sources.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { packageTexts } from '../lib/messages/package-texts.ts';
import { useNavigateTo } from '../ui/anchor.tsx';
import { act } from '../ui/form/act.tsx';
import type { Act, Opened, Send } from '../ui/form/act.tsx';
import type { Source } from '../ui/form/field-spec.ts';

export type PackageRow = AnswerBody<typeof packages>['items'][number];
type DemandQuery = z.input<NonNullable<(typeof demands)['query']>>;
export type PackageRecord = AnswerBody<typeof packageDetail>;

/** Who is offered to open packages; the server decides. */
export const OPENERS: readonly Role[] = ['desk', 'officer'];

const staffOfLeadUnit = staffOfUnitIn('lead.unitId');

function useLeadFields() {
  const t = useTexts(packageTexts);
  return [
    {
      kind: 'one',
      name: 'lead.unitId',
      label: t('leadUnit'),
      required: true,
      source: sources.units,
      empties: ['lead.personId'],
    },
    { kind: 'one', name: 'lead.personId', label: t('leadPerson'), required: true, source: staffOfLeadUnit },
  ] as const;
}

/** Opening a package, for the enterprise the page is about when there is one. */
export function useOpenPackage(enterprise?: PackageRow['enterprise']): Act {
  const t = useTexts(packageTexts);
  const change = useChange();
  const go = useNavigateTo();
  return act({
    key: 'open',
    label: t('open'),
    lead: t('openLead'),
    fields: [
      {
        kind: 'one',
        name: 'enterpriseId',
        label: t('enterprise'),
        required: true,
        source: sources.enterprises,
        known: enterprise ? { value: enterprise.id, label: enterprise.name } : undefined,
      },
      { kind: 'text', name: 'title', label: t('name'), required: true, longest: 60 },
      ...useLeadFields(),
    ],
    initial: { enterpriseId: enterprise?.id ?? '' },
    send: change(openPackage, { after: ({ id }) => go(`/packages/${id}`) }),
  });
}

const MOST = 200;

/** Demands to choose from, by their titles. */
const demandsOf =
  (asked: Pick<DemandQuery, 'enterprise' | 'packaged' | 'package' | 'show'>): Source =>
  () => {
    const query = { ...asked, limit: MOST };
    const { data } = useQuery(reading(demands, { query }));
    return useMemo(
      () => ({
        options: (data?.body.items ?? []).map(({ id, title, number }) => ({
          value: id,
          label: title,
          note: number,
        })),
      }),
      [data],
    );
  };

/**
 * One command after the other, each at the version the one before left; the first refusal ends it. Sent again, the form goes
 * on with those that were not added yet.
 */
function useAddDemands({ id, version }: PackageRecord): Send<'demandIds'> {
  const t = useTexts(packageTexts);
  const change = useChange();
  const [added] = useState(() => new WeakMap<Opened, Set<string>>());
  return async (body, opened = {}) => {
    const { demandIds = [] } = body as { readonly demandIds?: readonly string[] };
    if (demandIds.length === 0) {
      const text = t('chooseDemands');
      return { title: text, errors: [{ pointer: '/demandIds', text }] };
    }
    let ifMatch = version;
    const done = added.get(opened) ?? new Set();
    added.set(opened, done);
    for (const demandId of demandIds.filter((each) => !done.has(each))) {
      const after = (written: { readonly version: number }): void => {
        ifMatch = written.version;
        done.add(demandId);
      };
      const refused = await change(PACKAGE_CHANGES.AddDemandToPackage, { params: { id }, ifMatch, after })({
        demandId,
      });
      if (refused !== undefined) return refused;
    }
    return undefined;
  };
}

function useAddAct(record: PackageRecord): Act {
  const t = useTexts(packageTexts);
  const { id: enterprise } = record.enterprise;
  const source = useMemo(() => demandsOf({ enterprise, packaged: 'false', show: 'open' }), [enterprise]);
  return act({
    key: 'add',
    label: t('add'),
    icon: 'plus',
    lead: t('addLead'),
    fields: [{ kind: 'several', name: 'demandIds', label: t('demands'), required: true, source }],
    send: useAddDemands(record),
  });
}

function useTakeOutAct({ id, version }: PackageRecord): Act {
  const t = useTexts(packageTexts);
  const change = useChange();
  const source = useMemo(() => demandsOf({ package: id, show: 'all' }), [id]);
  return act({
    key: 'takeOut',
    label: t('takeOut'),
    lead: t('takeOutLead'),
    fields: [
      { kind: 'one', name: 'demandId', label: t('demand'), required: true, source },
      { kind: 'area', name: 'reason', label: t('reason'), required: true, longest: 500 },
    ],
    send: change(PACKAGE_CHANGES.TakeDemandOutOfPackage, { params: { id }, ifMatch: version }),
  });
}

function useChangeLeadAct({ id, version }: PackageRecord): Act {
  const t = useTexts(packageTexts);
  const change = useChange();
  return act({
    key: 'changeLead',
    label: t('changeLead'),
    fields: [
      ...useLeadFields(),
      { kind: 'area', name: 'reason', label: t('reason'), required: true, longest: 500 },
    ],
    send: change(PACKAGE_CHANGES.ChangePackageLead, { params: { id }, ifMatch: version }),
  });
}

function useCloseAct({ id, version, parts, closedParts }: PackageRecord): Act {
  const t = useTexts(packageTexts);
  const change = useChange();
  const open = parts - closedParts;
  return act({
    key: 'close',
    label: t('close'),
    grave: true,
    lead: open === 0 ? t('closeLeadNone') : t('closeLead', { open }),
    fields: [{ kind: 'area', name: 'reason', label: t('reason'), required: true, longest: 500 }],
    send: change(PACKAGE_CHANGES.ClosePackage, { params: { id }, ifMatch: version }),
  });
}

/** What the server allows on a package; the first is the main one. */
export function usePackageActs(record: PackageRecord): readonly Act[] {
  const acts: readonly (readonly [PackageCommandType, Act])[] = [
    ['AddDemandToPackage', useAddAct(record)],
    ['TakeDemandOutOfPackage', useTakeOutAct(record)],
    ['ChangePackageLead', useChangeLeadAct(record)],
    ['ClosePackage', useCloseAct(record)],
  ];
  // A package without demands has none to take out.
  return acts
    .filter(([type]) => record.actions.includes(type))
    .filter(([type]) => type !== 'TakeDemandOutOfPackage' || record.parts > 0)
    .map(([, offered]) => offered);
}
