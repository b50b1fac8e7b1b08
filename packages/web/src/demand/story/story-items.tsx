import type { demandDetail } from '@xiaoer/contract/demand-views';
import type { DemandEventFields, DemandEventType } from '@xiaoer/domain/demand/events';
import { OUTWARD_FIELDS } from '@xiaoer/domain/demand/outward';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { AnswerBody } from '../../lib/client/call.ts';
import { dueWords, momentWords, shortDay } from '../../lib/format/day.ts';
import { translator } from '../../lib/messages/catalogue.ts';
import { demandStoryTexts } from '../../lib/messages/demand-story-texts.ts';
import { Anchor } from '../../ui/anchor.tsx';
import type { StoryItem } from '../../ui/story.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { DemandWords } from '../words.ts';
import { TELL } from './tell.ts';
import type { Teller, Told } from './told.ts';
import { unitsOfPeople } from './units-of-people.ts';

type Detail = AnswerBody<typeof demandDetail>;
type StoryEvent = Detail['story'][number];

/** Texts of steps and tasks by id: later events name them only by id. */
function textsById(story: Detail['story']): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { type, data } of story) {
    if (type === 'PlanMade')
      for (const { stepId, text } of (data as unknown as DemandEventFields['PlanMade']).steps)
        texts.set(stepId, text);
    if (type === 'TaskGiven') {
      const { taskId, text } = data as unknown as DemandEventFields['TaskGiven'];
      texts.set(taskId, text);
    }
  }
  return texts;
}

/** Sentences and names for one demand's story. */
export function tellerOf(
  detail: Pick<Detail, 'people' | 'units' | 'story' | 'demand'>,
  words: DemandWords,
  today: LocalDate,
): Teller {
  const t = translator(demandStoryTexts, words.language);
  const texts = textsById(detail.story);
  // Whoever an event names was there; without a name today they were erased.
  const person = (id: string): string => detail.people[id] || t('erased');
  const unit = (id: string): string => detail.units[id] ?? t('unknown');
  return {
    ...words,
    t,
    person,
    unit,
    holder: ({ unitId, personId }) =>
      personId === undefined ? unit(unitId) : `${unit(unitId)} ${person(personId)}`,
    day: (day) => shortDay(day, today, words.language),
    due: (at) => dueWords(at, today, words.language),
    named: (id) => texts.get(id) ?? '',
    unitOf: unitsOfPeople(detail.story),
    asked: detail.demand.particulars.text,
  };
}

const tell = <Type extends DemandEventType>(type: Type, data: unknown, teller: Teller): Told =>
  TELL[type](data as DemandEventFields[Type], teller);

/** One event of the log in words. */
export const toldEvent = ({ type, data }: StoryEvent, teller: Teller): Told => tell(type, data, teller);

/** Who did it, with the unit they did it for where the story says it. */
export const whoOf = ({ by, version }: StoryEvent, teller: Teller): string => {
  if (by === null) return teller.t('system');
  const unitId = teller.unitOf(by.personId, version);
  const who = [...(unitId === undefined ? [] : [teller.unit(unitId)]), teller.person(by.personId)].join(' ');
  return by.onBehalfOf === undefined
    ? who
    : teller.t('onBehalf', { who, whom: teller.person(by.onBehalfOf) });
};

type Telling = { readonly told: Told; readonly teller: Teller; readonly today: LocalDate };

function itemOf(event: StoryEvent, { told, teller, today }: Telling): StoryItem {
  const { text, quote, tone, files, demandId } = told;
  const count = files?.length ?? 0;
  return {
    id: String(event.version),
    at: momentWords(event.at, today, teller.language),
    who: whoOf(event, teller),
    text:
      demandId === undefined ? (
        text
      ) : (
        <>
          {text} <Anchor href={`/demands/${demandId}`}>{teller.t('openIt')}</Anchor>
        </>
      ),
    ...(quote === undefined || quote === '' ? {} : { quote }),
    ...(tone === undefined ? {} : { tone }),
    ...(count === 0 ? {} : { proof: <Tag word={teller.t('filesCount', { count })} /> }),
    ...(OUTWARD_FIELDS[event.type] === 'hidden' ? { inside: teller.t('inside') } : {}),
  };
}

/** What two events of one moment both quote is one saying: a verdict that is a rejection returns the demand as well. */
function saidOnce(event: StoryEvent, before: StoryEvent | undefined, teller: Teller): Told {
  const told = toldEvent(event, teller);
  if (before === undefined || before.at !== event.at) return told;
  if (told.quote !== toldEvent(before, teller).quote) return told;
  const { quote: _said, ...rest } = told;
  return rest;
}

/** A demand's story, newest first. */
export const storyItems = (story: Detail['story'], teller: Teller, today: LocalDate): readonly StoryItem[] =>
  story
    .map((event, at) => itemOf(event, { told: saidOnce(event, story[at - 1], teller), teller, today }))
    .reverse();
