import { catalogue } from './catalogue.ts';
import { policySession as en, policySessionRefusals as enRefusals } from './en/policy-session.ts';
import { addProblemTexts } from './problem-words.ts';
import { policySession as zh, policySessionRefusals as zhRefusals } from './zh-CN/policy-session.ts';

export const policySessionTexts = catalogue(zh, en);
addProblemTexts(catalogue(zhRefusals, enRefusals));
