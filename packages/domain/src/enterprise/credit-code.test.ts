import { describe, expect, it } from 'vitest';
import { completedCreditCode, creditCodeProblem, normalCreditCode } from './credit-code.ts';

describe('a unified social credit code', () => {
  // Codes in public use: the worked example of many introductions, and two large companies.
  it.each(['91350100M000100Y43', '91110000802100433B', '914403001922038216'])('%s is accepted', (code) => {
    expect(creditCodeProblem(code)).toBeUndefined();
  });

  it.each([
    ['9135010M000100Y43', 'enterprise.credit-code-length', { length: 17 }],
    ['91350100M000100Y433', 'enterprise.credit-code-length', { length: 19 }],
    ['91350100I000100Y43', 'enterprise.credit-code-character', { place: 9, character: 'I' }],
    ['91350100O000100Y43', 'enterprise.credit-code-character', { place: 9, character: 'O' }],
    ['91350100S000100Y43', 'enterprise.credit-code-character', { place: 9, character: 'S' }],
    ['91350100V000100Y43', 'enterprise.credit-code-character', { place: 9, character: 'V' }],
    ['Z1350100M000100Y43', 'enterprise.credit-code-character', { place: 1, character: 'Z' }],
    ['91350100m000100Y43', 'enterprise.credit-code-character', { place: 9, character: 'm' }],
    ['9135A100M000100Y43', 'enterprise.credit-code-district', { district: '35A100' }],
    ['91350100M000101Y43', 'enterprise.credit-code-organisation-check', {}],
    ['91350100M000100Y42', 'enterprise.credit-code-check', {}],
    ['81350100M000100Y43', 'enterprise.credit-code-check', {}],
  ])('%s is refused with %s', (code, reason, facts) => {
    expect(creditCodeProblem(code)).toEqual({ code: reason, facts });
  });

  it('is read as people type it', () => {
    expect(normalCreditCode(' 91350100-m000100y-43 ')).toBe('91350100M000100Y43');
  });

  it('is completed by both of its check characters', () => {
    expect(completedCreditCode('91350100M000100Y')).toBe('91350100M000100Y43');
    expect(completedCreditCode('9111000080210043')).toBe('91110000802100433B');
  });
});
