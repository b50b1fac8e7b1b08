import { assertDate } from '@xiaoer/domain/time/local-date';
import { describe, expect, it } from 'vitest';
import { excelMomentSerial, excelSerial, fromExcelSerial, readTypedDate } from './excel-date.ts';

describe('readTypedDate', () => {
  it.each([
    '2023/3/31',
    '2023-3-31',
    '2023.3.31',
    '2023-03-31',
    '23.3.31',
    '2023年3月31日',
    '2023 年 3 月 31 日',
    '2023年3月31号',
    '２０２３／３／３１',
    '20230331',
    '2023-03-31 14:05:00',
    '2023-03-31T14:05:00+08:00',
    '2023年3月31日（周五）',
    '2023年3月31日 星期五 9时',
  ])('reads %s', (typed) => {
    expect(readTypedDate(typed, 2024)).toEqual({ date: '2023-03-31', yearAssumed: false });
  });

  it.each(['3月31日', '3/31', '3-31', '03.31', '3月31号'])('reads %s in the assumed year', (typed) => {
    expect(readTypedDate(typed, 2024)).toEqual({ date: '2024-03-31', yearAssumed: true });
  });

  it.each(['', '尽快', '2023年3月', '2023/2/29', '2023/13/1', '31/3/2023', '2023', '3.31.5.6', '2023331'])(
    'does not guess at %s',
    (typed) => {
      expect(readTypedDate(typed, 2024)).toBeUndefined();
    },
  );
});

describe('Excel serials', () => {
  it('count from the 1900 system with its 29 February that never was', () => {
    expect(fromExcelSerial(1)?.date).toBe('1900-01-01');
    expect(fromExcelSerial(59)?.date).toBe('1900-02-28');
    expect(fromExcelSerial(60)).toBeUndefined();
    expect(fromExcelSerial(61)?.date).toBe('1900-03-01');
    expect(fromExcelSerial(45_016)?.date).toBe('2023-03-31');
    expect(fromExcelSerial(2_958_465)?.date).toBe('9999-12-31');
    expect(fromExcelSerial(0)).toBeUndefined();
    expect(fromExcelSerial(Number.NaN)).toBeUndefined();
    expect(fromExcelSerial(45_016 - 1_462, true)?.date).toBe('2023-03-31');
  });

  it('carry the time of day as a fraction', () => {
    expect(fromExcelSerial(45_016.75)).toEqual({ date: '2023-03-31', time: '18:00' });
    expect(fromExcelSerial(excelMomentSerial(assertDate('2024-11-05'), '09:17'))).toEqual({
      date: '2024-11-05',
      time: '09:17',
    });
  });

  it('come back as the same day', () => {
    for (const day of ['1900-03-01', '1999-12-31', '2000-02-29', '2024-11-05']) {
      expect(fromExcelSerial(excelSerial(assertDate(day)))?.date).toBe(day);
    }
  });
});
