import { light } from '@xiaoer/domain/time/clock';
import { PROMISES } from '@xiaoer/domain/demand/vocabulary';
import type { ReactElement } from 'react';
import { dueWords } from '../../lib/format/day.ts';
import { Clock } from '../../ui/clock.tsx';
import { barOf, TONE_OF } from '../light-of.ts';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { clockLeft } from './clock-words.ts';
import type { Detail } from './state-cards.tsx';

/** One clock per promise: contact, plan, settle. */
export function DemandClocks({
  detail: { demand, workingDaysLeft },
}: {
  readonly detail: Detail;
}): ReactElement {
  const { now, today } = useNow();
  const { word, language } = useDemandWords();
  const words = { done: word('light.done'), grey: word('light.grey') };
  return (
    <div className="ui-stack">
      {PROMISES.map((promise) => {
        const clock = demand.clocks[promise];
        const shown = light(clock, now);
        return (
          <Clock
            key={promise}
            tone={TONE_OF[shown]}
            label={word(`promise.${promise}`)}
            due={dueWords(clock.dueAt, today, language)}
            left={clockLeft(
              shown,
              { due: { dueAt: clock.dueAt, workingDaysLeft: workingDaysLeft[promise] }, now, language },
              words,
            )}
            {...barOf(clock, now)}
          />
        );
      })}
    </div>
  );
}
