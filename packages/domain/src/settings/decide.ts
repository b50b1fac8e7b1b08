import { decideBy } from '../kernel/decide-by.ts';
import { accepted, refused } from '../kernel/decision.ts';
import { LINE_LENGTH, NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { CalendarException, HourSpan } from '../time/work-calendar.ts';
import type { SettingsCommand, SettingsContext } from './commands.ts';
import type { SettingsEvent } from './events.ts';
import type { SettingsRefusal } from './refusals.ts';
import type { SettingsState } from './state.ts';
import { valueProblem, valuesProblem } from './validate.ts';

const isHours = ([from, to]: HourSpan): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= 1_440;

const hoursObjection = (exception: CalendarException) => {
  if (exception.kind !== 'makeUpDay' || exception.hours === undefined) return undefined;
  const { morning, afternoon } = exception.hours;
  const spans = [morning, afternoon].filter((span) => span !== undefined);
  const inOrder = morning === undefined || afternoon === undefined || morning[1] <= afternoon[0];
  return spans.length > 0 && spans.every(isHours) && inOrder ? undefined : refused('settings.hours-invalid');
};

/** Judges a command against a tenant's settings. */
export const decide = decideBy<
  SettingsState,
  SettingsCommand,
  SettingsEvent,
  SettingsRefusal,
  SettingsContext,
  'OpenSettings'
>({
  missing: 'settings.unknown',
  existing: 'settings.exists',
  opening: {
    OpenSettings: ({ settingsId, from, values }, { categories }) => {
      const problem = valuesProblem(values, categories);
      return problem === undefined
        ? accepted({ type: 'SettingsOpened', settingsId, from, values })
        : refused('settings.value-invalid', problem);
    },
  },
  changing: {
    ChangeSetting: (state, { from, change, reason }, { today, categories }) => {
      if (from < today) return refused('settings.from-in-past', { today });
      const text = textProblem({ reason: { value: reason, limit: LINE_LENGTH } });
      if (text !== undefined) return refused('settings.text-invalid', text);
      const problem = valueProblem(change, categories);
      if (problem !== undefined) return refused('settings.value-invalid', problem);
      const opened = state.values[change.key][0]?.from;
      return opened !== undefined && from < opened
        ? refused('settings.from-in-past', { today: opened })
        : accepted({ type: 'SettingChanged', from, change, reason });
    },
    WithdrawSettingChange: (state, { from, key }, { today }) => {
      if (from <= today) return refused('settings.from-in-past', { today });
      const list = state.values[key];
      const known = list.length > 1 && list.some((entry) => entry.from === from);
      return known
        ? accepted({ type: 'SettingChangeWithdrawn', from, key })
        : refused('settings.change-unknown');
    },
    SetCalendarDay: (_state, { calendar, date, exception }, { today }) => {
      if (date < today) return refused('settings.day-in-past', { today });
      const text = textProblem({
        'exception.name': { value: exception.name, limit: NAME_LENGTH },
        'exception.source': { value: exception.source, limit: LINE_LENGTH },
      });
      if (text !== undefined) return refused('settings.text-invalid', text);
      return hoursObjection(exception) ?? accepted({ type: 'CalendarDaySet', calendar, date, exception });
    },
    ClearCalendarDay: (state, { calendar, date }, { today }) => {
      if (date < today) return refused('settings.day-in-past', { today });
      return Object.hasOwn(state.calendars[calendar].exceptions, date)
        ? accepted({ type: 'CalendarDayCleared', calendar, date })
        : refused('settings.day-not-set');
    },
    ChangeCalendarCoverage: (_state, { calendar, coverage }, { today }) =>
      coverage.from <= today && today <= coverage.to
        ? accepted({ type: 'CalendarCoverageChanged', calendar, coverage })
        : refused('settings.coverage-invalid', { today }),
  },
});
