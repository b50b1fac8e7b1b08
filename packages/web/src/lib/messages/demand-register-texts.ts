import { catalogue } from './catalogue.ts';
import { demandRegister as en } from './en/demand-register.ts';
import { demandRegister as zh } from './zh-CN/demand-register.ts';

export const demandRegisterTexts = catalogue(zh, en);
