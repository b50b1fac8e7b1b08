import {
  dayNumber,
  fromDayNumber,
  localDate,
  twoDigits,
  type LocalDate,
} from '@xiaoer/domain/time/local-date';

/** 1899-12-30 as days since 1970-01-01: the day 0 that makes serials from 1900-03-01 on right. */
const DAY_ZERO = -25_569;
/** The 1900 system counts a 29 February 1900 that never was. */
const PHANTOM_LEAP_DAY = 60;
const LAST_SERIAL = 2_958_465;
const DAYS_OF_1904_SYSTEM = 1_462;
const MINUTES_PER_DAY = 1_440;

export const FIRST_EXACT_DAY = '1900-03-01';

/** The serial number of a day from 1900-03-01 on. */
export const excelSerial = (date: LocalDate): number => dayNumber(date) - DAY_ZERO;

/** The serial number of a day with a time of day `HH:mm` as its fraction. */
export function excelMomentSerial(date: LocalDate, time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return excelSerial(date) + (Number(hours) * 60 + Number(minutes)) / MINUTES_PER_DAY;
}

export type SerialMoment = {
  readonly date: LocalDate;
  /** `HH:mm`, absent at midnight. */
  readonly time: string | undefined;
};

/** The day and time of a serial number, or undefined when it names none. */
export function fromExcelSerial(serial: number, is1904 = false): SerialMoment | undefined {
  const minutes = Math.round(serial * MINUTES_PER_DAY) + (is1904 ? DAYS_OF_1904_SYSTEM * MINUTES_PER_DAY : 0);
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  if (!(days >= 1 && days <= LAST_SERIAL) || days === PHANTOM_LEAP_DAY) return undefined;
  const rest = minutes - days * MINUTES_PER_DAY;
  return {
    date: fromDayNumber(DAY_ZERO + days + (days < PHANTOM_LEAP_DAY ? 1 : 0)),
    time: rest === 0 ? undefined : `${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}`,
  };
}

export type TypedDate = {
  readonly date: LocalDate;
  readonly yearAssumed: boolean;
};

const TIME = String.raw`(?:[\sT]*\(?(?:星期|周)[一二三四五六日天]\)?)?(?:[\sT]+\d{1,2}\s*[:时点].*)?`;
const FULL = new RegExp(
  String.raw`^(\d{4}|\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?${TIME}$`,
  'u',
);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
const YEARLESS = new RegExp(String.raw`^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?${TIME}$`, 'u');

function dayOf(year: string, month: string, day: string): LocalDate | undefined {
  const fullYear = year.length === 2 ? `20${year}` : year;
  return localDate(`${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * Reads a day as people in offices type it: 2023/3/31, 2023-3-31, 2023.3.31, 23.3.31, 2023年3月31日, 20230331, 3月31日 (in
 * `assumedYear`), full-width or not, with a weekday or a time behind it.
 */
export function readTypedDate(typed: string, assumedYear: number): TypedDate | undefined {
  const text = typed.normalize('NFKC').trim();
  const found = FULL.exec(text) ?? COMPACT.exec(text);
  if (found !== null) {
    const [, year = '', month = '', day = ''] = found;
    const date = dayOf(year, month, day);
    return date === undefined ? undefined : { date, yearAssumed: false };
  }
  const [, month, day] = YEARLESS.exec(text) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const date = dayOf(String(assumedYear), month, day);
  return date === undefined ? undefined : { date, yearAssumed: true };
}
