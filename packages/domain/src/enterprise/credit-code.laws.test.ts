import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completedCreditCode, creditCodeProblem } from './credit-code.ts';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const characters = (length: number) =>
  fc
    .array(fc.constantFrom(...ALPHABET), { minLength: length, maxLength: length })
    .map((list) => list.join(''));
const codes = fc
  .tuple(characters(2), fc.stringMatching(/^\d{6}$/), characters(8))
  .map((parts) => completedCreditCode(parts.join('')));

describe('laws of credit codes', () => {
  it('a completed code is a credit code', () => {
    fc.assert(fc.property(codes, (code) => creditCodeProblem(code) === undefined));
  });

  it('any single wrong character is caught', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...ALPHABET), (code, place, character) => {
        fc.pre(code.charAt(place) !== character);
        expect(creditCodeProblem(code.slice(0, place) + character + code.slice(place + 1))).toBeDefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it('any two neighbours that change places are caught', () => {
    fc.assert(
      fc.property(codes, fc.nat(16), (code, place) => {
        const [left, right] = [code.charAt(place), code.charAt(place + 1)];
        fc.pre(left !== right);
        expect(creditCodeProblem(code.slice(0, place) + right + left + code.slice(place + 2))).toBeDefined();
      }),
      { numRuns: 2_000 },
    );
  });
});
