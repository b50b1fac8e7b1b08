import type { ReactElement } from 'react';
import { useUnitWord } from '../../lib/directory/places.ts';
import { dueWords } from '../../lib/format/day.ts';
import { Anchor } from '../../ui/anchor.tsx';
import { Clock } from '../../ui/clock.tsx';
import { Light } from '../../ui/light.tsx';
import { Owner } from '../../ui/owner.tsx';
import { barOfItem, lightOfItem, TONE_OF } from '../light-of.ts';
import type { DemandItem } from '../light-of.ts';
import { clockLeft } from '../page/clock-words.ts';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { Highlight, placesOf } from './highlight.tsx';

type Of = { readonly item: DemandItem };

/** Light, date and owner stand in the same place on every row: these cells are the only ones that draw them. */
export function LightCell({ item }: Of): ReactElement {
  const { now } = useNow();
  const { word } = useDemandWords();
  const light = lightOfItem(item, now);
  return <Light quiet tone={TONE_OF[light]} word={word(`light.${light}`)} />;
}

/** Used and left of the promise to settle. */
export function DueCell({ item }: Of): ReactElement {
  const { now, today } = useNow();
  const { word, language } = useDemandWords();
  const light = lightOfItem(item, now);
  const words = { done: word('light.done'), grey: word('light.grey') };
  return (
    <Clock
      tone={TONE_OF[light]}
      due={dueWords(item.dueAt, today, language)}
      left={clockLeft(light, { due: item, now, language }, words)}
      {...barOfItem(item, now)}
    />
  );
}

export function OwnerCell({ item }: Of): ReactElement {
  const unitWord = useUnitWord();
  return (
    <Owner
      unit={unitWord(item.ownerUnit) ?? ''}
      {...(item.ownerPerson === null ? {} : { person: item.ownerPerson.name })}
    />
  );
}

/** The title, leading to the record. */
export const TitleCell = ({
  item,
  words = [],
}: Of & { readonly words?: readonly string[] }): ReactElement => (
  <Anchor href={`/demands/${item.id}`} title={item.title}>
    <Highlight text={item.title} ranges={item.highlights ?? placesOf(item.title, words)} />
  </Anchor>
);
