import { catalogue } from './catalogue.ts';
import { demandStory as en } from './en/demand-story.ts';
import { demandStory as zh } from './zh-CN/demand-story.ts';

export const demandStoryTexts = catalogue(zh, en);
