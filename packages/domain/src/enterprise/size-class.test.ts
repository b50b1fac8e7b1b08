import { describe, expect, it } from 'vitest';
import { isIndustry, type Industry } from './industry.ts';
import { sizeClassOf, sizeGroupOf, type SizeFigures } from './size-class.ts';

const industry = (text: string): Industry => ({
  section: text.charAt(0) as Industry['section'],
  code: text.slice(1),
});

/** Typed once more from the annexed table of 国统字〔2017〕213号: employees, revenue, assets; lower bounds of large, medium, small. */
const TABLE: readonly [
  string,
  string,
  Partial<Record<'X' | 'Y' | 'Z', readonly [number, number, number]>>,
][] = [
  ['agriculture', 'A01', { Y: [20000, 500, 50] }],
  ['mining', 'B06', { X: [1000, 300, 20], Y: [40000, 2000, 300] }],
  ['manufacturing', 'C3491', { X: [1000, 300, 20], Y: [40000, 2000, 300] }],
  ['power supply', 'D44', { X: [1000, 300, 20], Y: [40000, 2000, 300] }],
  ['construction', 'E47', { Y: [80000, 6000, 300], Z: [80000, 5000, 300] }],
  ['wholesale', 'F51', { X: [200, 20, 5], Y: [40000, 5000, 1000] }],
  ['retail', 'F52', { X: [300, 50, 10], Y: [20000, 500, 100] }],
  ['road transport', 'G54', { X: [1000, 300, 20], Y: [30000, 3000, 200] }],
  ['loading and unloading', 'G5910', { X: [1000, 300, 20], Y: [30000, 3000, 200] }],
  ['storage', 'G5920', { X: [200, 100, 20], Y: [30000, 1000, 100] }],
  ['post', 'G60', { X: [1000, 300, 20], Y: [30000, 2000, 100] }],
  ['lodging', 'H61', { X: [300, 100, 10], Y: [10000, 2000, 100] }],
  ['catering', 'H62', { X: [300, 100, 10], Y: [10000, 2000, 100] }],
  ['information transmission', 'I63', { X: [2000, 100, 10], Y: [100000, 1000, 100] }],
  ['internet services', 'I64', { X: [2000, 100, 10], Y: [100000, 1000, 100] }],
  ['software', 'I6513', { X: [300, 100, 10], Y: [10000, 1000, 50] }],
  ['property development', 'K7010', { Y: [200000, 1000, 100], Z: [10000, 5000, 2000] }],
  ['property management', 'K7020', { X: [1000, 300, 100], Y: [5000, 1000, 500] }],
  ['leasing and business services', 'L72', { X: [300, 100, 10], Z: [120000, 8000, 100] }],
  ['research', 'M73', { X: [300, 100, 10] }],
  ['property agencies', 'K7030', { X: [300, 100, 10] }],
  ['social work', 'Q85', { X: [300, 100, 10] }],
  ['arts', 'R88', { X: [300, 100, 10] }],
];

const FIGURE = { X: 'employees', Y: 'revenueTenThousandYuan', Z: 'assetsTenThousandYuan' } as const;
const CLASSES = ['large', 'medium', 'small', 'micro'] as const;

describe('the size class of 2017', () => {
  describe.each(TABLE)('of %s', (_name, code, bounds) => {
    const letters = Object.keys(bounds) as ('X' | 'Y' | 'Z')[];
    const at = (level: number): SizeFigures =>
      Object.fromEntries(letters.map((letter) => [FIGURE[letter], bounds[letter]?.[level] ?? 0]));

    it.each([0, 1, 2])('begins exactly at the bounds of level %i', (level) => {
      expect(sizeClassOf(industry(code), at(level))).toBe(CLASSES[level]);
    });

    it.each([0, 1, 2])('drops one class when any one figure misses level %i by one', (level) => {
      for (const letter of letters) {
        const bound = bounds[letter]?.[level] ?? 0;
        const figures = { ...at(level), [FIGURE[letter]]: bound - 1 };
        expect(sizeClassOf(industry(code), figures)).toBe(CLASSES[level + 1]);
      }
    });

    it('is unknown while a figure of its row is missing', () => {
      for (const letter of letters)
        expect(sizeClassOf(industry(code), { ...at(0), [FIGURE[letter]]: undefined })).toBeNull();
    });
  });

  it('is the lowest that any figure allows, however high the others are', () => {
    expect(sizeClassOf(industry('C36'), { employees: 5_000, revenueTenThousandYuan: 299 })).toBe('micro');
    expect(sizeClassOf(industry('C36'), { employees: 19, revenueTenThousandYuan: 900_000 })).toBe('micro');
  });

  it.each(['G53', 'J66', 'P83', 'Q84', 'S91', 'T97', 'K7040', 'K70', 'G59'])(
    'is not defined for %s',
    (code) => {
      expect(sizeGroupOf(industry(code))).toBeNull();
      expect(sizeClassOf(industry(code), { employees: 5_000, revenueTenThousandYuan: 900_000 })).toBeNull();
    },
  );
});

describe('an industry of GB/T 4754-2017', () => {
  it.each(['A01', 'A05', 'C13', 'C43', 'C4320', 'G60', 'K704', 'T97'])('%s exists', (code) => {
    expect(isIndustry(industry(code))).toBe(true);
  });
  it.each(['A06', 'C12', 'C44', 'D43', 'G52', 'T98', 'C3', 'C36112', 'C3a', 'C'])('%s does not', (code) => {
    expect(isIndustry(industry(code))).toBe(false);
  });
});
