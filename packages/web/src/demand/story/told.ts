import type { Holder } from '@xiaoer/domain/demand/parts';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { Translate } from '../../lib/messages/catalogue.ts';
import type { demandStory } from '../../lib/messages/zh-CN/demand-story.ts';
import type { Tone } from '../../ui/tone.ts';
import type { DemandWords } from '../words.ts';

/** What a teller needs: sentences, words, and the names behind ids. */
export type Teller = DemandWords & {
  readonly t: Translate<typeof demandStory>;
  readonly person: (id: string) => string;
  readonly unit: (id: string) => string;
  readonly holder: (holder: Holder) => string;
  readonly day: (day: LocalDate) => string;
  readonly due: (at: Instant) => string;
  /** Texts of plan steps and tasks by their id, gathered from the events before. */
  readonly named: (id: string) => string;
  /** For which unit somebody acted when this version came about, where the story says it. */
  readonly unitOf: (personId: string, version: number) => string | undefined;
  /** What is asked, as the page shows it: whoever registered it in these words is not quoted again. */
  readonly asked: string;
};

/** One event as it is told: a sentence, somebody's own words, how it went, what it leads to. */
export type Told = {
  readonly text: string;
  readonly quote?: string;
  readonly tone?: Tone;
  readonly files?: readonly string[];
  readonly demandId?: string;
};
