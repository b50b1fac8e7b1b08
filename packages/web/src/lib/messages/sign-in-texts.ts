import { catalogue } from './catalogue.ts';
import { signIn as en } from './en/sign-in.ts';
import { signIn as zh } from './zh-CN/sign-in.ts';

export const signInTexts = catalogue(zh, en);
