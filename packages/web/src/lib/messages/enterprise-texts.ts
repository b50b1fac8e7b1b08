import { catalogue } from './catalogue.ts';
import {
  enterprise as en,
  enterpriseRefusals as enRefusals,
  enterpriseTold as enTold,
} from './en/enterprise.ts';
import { addProblemTexts } from './problem-words.ts';
import {
  enterprise as zh,
  enterpriseRefusals as zhRefusals,
  enterpriseTold as zhTold,
} from './zh-CN/enterprise.ts';

export const enterpriseTexts = catalogue(zh, en);
/** What happened to an enterprise, one text per event. */
export const enterpriseTold = catalogue(zhTold, enTold);
addProblemTexts(catalogue(zhRefusals, enRefusals));
