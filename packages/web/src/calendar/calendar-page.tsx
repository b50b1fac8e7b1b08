import { calendarOfZone } from '@xiaoer/contract/settings';
import { TENANT_CALENDARS } from '@xiaoer/domain/settings/state';
import type { TenantCalendar } from '@xiaoer/domain/settings/state';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../lib/client/call.ts';
import { useRecord } from '../lib/client/use-record.ts';
import { useRuleTabs } from '../lib/directory/rule-tabs.ts';
import { weekday } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useLanguage, useTexts } from '../lib/messages/language.tsx';
import { useFilters } from '../lib/url/use-filters.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useActs } from '../ui/form/act.tsx';
import { ChipsField } from '../ui/form/inputs.tsx';
import { Card, Facts, PageHeader } from '../ui/page.tsx';
import { LinkTabs } from '../ui/tabs.tsx';
import { Tag } from '../ui/tag.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { useCalendarActs } from './calendar-acts.ts';
import './calendar-page.css';
import { clockWords, monthOf, shiftMonth, weeksOf } from './month.ts';

type Known = AnswerBody<typeof calendarOfZone>[TenantCalendar];
type Day = Known['days'][number];

function useDayWords() {
  const t = useTexts(cataloguePageTexts);
  return {
    kind: (day: Day | undefined): string => {
      if (day === undefined) return t('beyond');
      if (!day.workday) return t('restDay');
      return day.hours.length === 1 ? t('half') : t('workday');
    },
    hours: ({ hours }: Day): string =>
      hours.map(([from, to]) => `${clockWords(from)}–${clockWords(to)}`).join('，') || t('noHours'),
  };
}

const classOf = (day: Day | undefined, isChosen: boolean, isToday: boolean): string =>
  [
    'calendar-day',
    day === undefined ? 'calendar-beyond' : day.workday ? '' : 'calendar-off',
    day?.own === true ? 'calendar-own' : '',
    isChosen ? 'calendar-chosen' : '',
    isToday ? 'calendar-today' : '',
  ].join(' ');

function Month(props: {
  readonly month: string;
  readonly known: Known;
  readonly chosen: LocalDate | undefined;
  readonly choose: (day: LocalDate) => void;
}): ReactElement {
  const { month, known, chosen, choose } = props;
  const t = useTexts(cataloguePageTexts);
  const language = useLanguage();
  const today = useToday();
  const words = useDayWords();
  const byDate = new Map(known.days.map((day) => [day.date, day]));
  const weeks = weeksOf(month);
  const heads = weeks[1]?.map((day) => (day === undefined ? '' : weekday(day, language))) ?? [];
  const title = t('month', { year: month.slice(0, 4), month: Number(month.slice(5)) });
  return (
    <table className="calendar-month" aria-label={title}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={`${month}-${at}`}>
            {week.map((date, column) => {
              if (date === undefined) return <td key={`empty-${column}`} />;
              const day = byDate.get(date);
              return (
                <td key={date}>
                  <button
                    type="button"
                    className={classOf(day, date === chosen, date === today)}
                    aria-pressed={date === chosen}
                    aria-current={date === today ? 'date' : undefined}
                    onClick={() => choose(date)}
                  >
                    <span className="calendar-number">{Number(date.slice(8))}</span>
                    <span className="calendar-kind">{words.kind(day)}</span>
                    <span className="calendar-name">{day?.name ?? ''}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCard(props: {
  readonly known: Known;
  readonly chosen: LocalDate | undefined;
  readonly calendar: TenantCalendar;
}): ReactElement {
  const { known, chosen, calendar } = props;
  const t = useTexts(cataloguePageTexts);
  const language = useLanguage();
  const today = useToday();
  const words = useDayWords();
  const acts = useActs();
  const calendarActs = useCalendarActs(calendar);
  const day = known.days.find(({ date }) => date === chosen);
  const coverage = calendarActs?.coverage(known.coverage);
  return (
    <>
      <Card title={chosen === undefined ? t('date') : `${chosen} ${weekday(chosen, language)}`}>
        {chosen === undefined ? <p className="ui-second">{t('pickDay')}</p> : null}
        {chosen !== undefined && day === undefined ? <p>{t('beyond')}</p> : null}
        {day === undefined ? null : (
          <div className="ui-stack">
            <Facts
              rows={[
                {
                  name: t('dayKind'),
                  value: (
                    <>
                      {words.kind(day)} {day.own ? <Tag word={t('own')} /> : null}
                    </>
                  ),
                },
                ...(day.name === null ? [] : [{ name: t('dayName'), value: day.name }]),
                { name: t('hours'), value: words.hours(day) },
                { name: t('source'), value: day.source },
              ]}
            />
            {calendarActs !== undefined && day.date >= today ? (
              <div className="ui-row">
                <Button onClick={() => acts.open(calendarActs.set(day.date))}>{t('setDay')}</Button>
                {day.own ? (
                  <Button onClick={() => acts.open(calendarActs.clear(day.date))}>{t('clearDay')}</Button>
                ) : null}
              </div>
            ) : null}
          </div>
        )}
      </Card>
      <Card title={t(calendar)}>
        <div className="ui-stack">
          <p>
            {t('coverage', known.coverage)}
            <br />
            <span className="ui-second">{t('daysLeft', { days: known.daysLeft })}</span>
          </p>
          {coverage === undefined ? null : (
            <div className="ui-row">
              <Button onClick={() => acts.open(coverage)}>{coverage.label}</Button>
            </div>
          )}
        </div>
      </Card>
      {acts.drawer}
    </>
  );
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The work calendar, a month at a time: every day with its kind, its name and what it rests on. */
export function CalendarPage(): ReactElement {
  const t = useTexts(cataloguePageTexts);
  const today = useToday();
  const [filters, set] = useFilters({ month: 'text', calendar: TENANT_CALENDARS });
  const [chosen, setChosen] = useState<LocalDate>();
  const month = filters.month !== undefined && MONTH.test(filters.month) ? filters.month : monthOf(today);
  const calendar = filters.calendar ?? 'department';
  const days = weeksOf(month)
    .flat()
    .filter((day) => day !== undefined);
  const asked = useRecord(calendarOfZone, { query: { from: days[0] ?? today, to: days.at(-1) ?? today } });
  const show = (next: string): void => set('month', next);
  return (
    <div className="ui-stack">
      <PageHeader title={t('calendar')} />
      <LinkTabs label={t('title')} tabs={useRuleTabs()} current="calendar" />
      <div className="calendar-bar">
        <Button
          look="quiet"
          icon="chevron-left"
          aria-label={t('previous')}
          onClick={() => show(shiftMonth(month, -1))}
        />
        <h2 aria-live="polite">{t('month', { year: month.slice(0, 4), month: Number(month.slice(5)) })}</h2>
        <Button
          look="quiet"
          icon="chevron-right"
          aria-label={t('next')}
          onClick={() => show(shiftMonth(month, 1))}
        />
        <Button onClick={() => show(monthOf(today))}>{t('today')}</Button>
        <ChipsField
          name="calendar"
          label=""
          value={calendar}
          choices={TENANT_CALENDARS.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => set('calendar', value as TenantCalendar)}
        />
      </div>
      <WhenThere asked={asked}>
        {(body) => {
          const known = body[calendar];
          return (
            <>
              {known.alarm ? (
                <ErrorNote title={t('alarm', { to: known.coverage.to, days: known.daysLeft })} />
              ) : null}
              <div className="calendar-columns">
                <Month month={month} known={known} chosen={chosen} choose={setChosen} />
                <aside className="ui-stack" aria-label={t('date')}>
                  <DayCard known={known} chosen={chosen} calendar={calendar} />
                </aside>
              </div>
            </>
          );
        }}
      </WhenThere>
    </div>
  );
}
