import { catalogue } from './catalogue.ts';
import { fileProblems as en } from './en/file-problems.ts';
import { addProblemTexts } from './problem-words.ts';
import { fileProblems as zh } from './zh-CN/file-problems.ts';

addProblemTexts(catalogue(zh, en));
