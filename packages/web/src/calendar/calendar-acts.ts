import { SETTINGS_CHANGES as CHANGES, settings } from '@xiaoer/contract/settings';
import type { TenantCalendar } from '@xiaoer/domain/settings/state';
import { useQuery } from '@tanstack/react-query';
import { reading } from '../lib/client/query.ts';
import { useChange } from '../lib/client/use-change.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import type { FieldValues } from '../ui/form/field-spec.ts';

type Known = { readonly from: string; readonly to: string };

const isHalf = (values: FieldValues): boolean => values['exception.kind'] === 'halfDay';

/** What the administrator may do with the calendar; nothing for others. */
export function useCalendarActs(calendar: TenantCalendar) {
  const marks = useMarks();
  const t = useTexts(cataloguePageTexts);
  const { choices } = useZoneWords();
  const change = useChange();
  const isAdmin = rolesOf(useMe()).includes('admin');
  const { data } = useQuery({ ...reading(settings, {}), enabled: isAdmin });
  const record = data?.body;
  if (record === undefined || !isAdmin) return undefined;
  const on = { params: { id: record.id }, ifMatch: record.version };
  return {
    set: (date: string): Act =>
      act({
        key: `set-${calendar}-${date}`,
        label: t('setDay'),
        lead: date,
        fields: [
          {
            kind: 'chips',
            name: 'exception.kind',
            label: t('dayKind'),
            required: true,
            choices: choices('day', ['holiday', 'makeUpDay', 'halfDay']),
          },
          {
            kind: 'chips',
            name: 'exception.works',
            label: t('works'),
            required: true,
            choices: choices('works', ['morning', 'afternoon']),
            when: isHalf,
          },
          { kind: 'text', name: 'exception.name', label: t('dayName'), required: true, longest: 200 },
          { kind: 'text', name: 'exception.source', label: t('daySource'), required: true, longest: 500 },
        ],
        initial: { 'exception.kind': 'holiday', 'exception.works': 'morning' },
        send: change(CHANGES.SetCalendarDay, { ...on, fixed: { calendar, date } }),
      }),
    clear: (date: string): Act =>
      act({
        key: `clear-${calendar}-${date}`,
        label: t('clearDay'),
        lead: `${date}${marks.colon}${t('clearLead')}`,
        fields: [],
        send: change(CHANGES.ClearCalendarDay, { ...on, fixed: { calendar, date } }),
      }),
    coverage: ({ from, to }: Known): Act =>
      act({
        key: `coverage-${calendar}`,
        label: t('changeCoverage'),
        lead: t('coverageLead'),
        fields: [
          { kind: 'day', name: 'coverage.from', label: t('from'), required: true },
          { kind: 'day', name: 'coverage.to', label: t('to'), required: true },
        ],
        initial: { 'coverage.from': from, 'coverage.to': to },
        send: change(CHANGES.ChangeCalendarCoverage, { ...on, fixed: { calendar } }),
      }),
  };
}
