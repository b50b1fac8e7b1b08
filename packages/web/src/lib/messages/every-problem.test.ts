import { DOMAIN_REFUSALS, PROBLEMS, type ProblemCode } from '@xiaoer/contract/problems';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './catalogue.ts';
import { fieldWords, problemWords } from './problem-words.ts';

// The pages that can meet a refusal bring its words: here all of them come.
import.meta.glob('./*-texts.ts', { eager: true });

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
const WORDLESS = 'a code without words';
const sentences = (code: ProblemCode): readonly string[] =>
  LANGUAGES.map(
    (language) => problemWords({ type: '', title: WORDLESS, code, ...statusOf(code) }, language).title,
  );
const statusOf = (code: ProblemCode) => ({ status: PROBLEMS[code].status });

describe('every problem that somebody may be answered with', () => {
  it.each(CODES)('%s has a sentence in Chinese and one in English', (code) => {
    const [chinese, english] = sentences(code);
    expect([chinese, english]).not.toContain(WORDLESS);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(DOMAIN_REFUSALS)('%s says the same at the field it is about', (code) => {
    const atField = LANGUAGES.map((language) => fieldWords({ pointer: '/body/name', code }, language));
    expect(atField).toEqual(sentences(code));
  });
});
