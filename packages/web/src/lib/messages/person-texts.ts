import { catalogue } from './catalogue.ts';
import * as en from './en/person.ts';
import { addProblemTexts } from './problem-words.ts';
import * as zh from './zh-CN/person.ts';

export const personTexts = catalogue(zh.person, en.person);
addProblemTexts(catalogue(zh.personRefusals, en.personRefusals));
addProblemTexts(catalogue(zh.organisationRefusals, en.organisationRefusals));
addProblemTexts(catalogue(zh.territoryRefusals, en.territoryRefusals));
addProblemTexts(catalogue(zh.dutyRosterRefusals, en.dutyRosterRefusals));
