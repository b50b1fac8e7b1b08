import type { StaffRole } from '@xiaoer/domain/person/commands';
import { BLOCK_KEYS, TOWNS, type Town } from './units.ts';

type RoleRow = { readonly role: StaffRole; readonly unit?: string; readonly territory?: string };

export type StaffRow = {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly RoleRow[];
};

/** Sample people: plain made-up names, two lists crossed so that no two are equal. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const GIVEN = '建国 秀英 志强 丽华 文博 晓燕 海涛 雪梅 俊杰 慧敏 国庆 玉兰 立新 思远 春华 德明'.split(' ');

/** The n-th made-up name. */
export const sampleName = (ordinal: number): string => {
  const surname = ordinal % SURNAMES.length;
  const given = (surname + Math.floor(ordinal / SURNAMES.length)) % GIVEN.length;
  return `${SURNAMES.charAt(surname)}${GIVEN[given]}`;
};

type Post = Omit<StaffRow, 'name'>;

const post = (key: string, unit: string, ...roles: readonly RoleRow[]): Post => ({ key, unit, roles });

const leader = (key: string, unit: string, territory: string): Post =>
  post(key, unit, { role: 'leader', unit, territory });

const clerk = (key: string): Post =>
  post(key, 'partyHr', { role: 'desk', unit: 'partyHr', territory: 'area' });

const officer = (key: string, town: Town, territory: string): Post =>
  post(key, `${town}Service`, { role: 'officer', unit: `${town}Service`, territory });

const handlersOf = (unit: string): readonly Post[] => [
  post(`${unit}Head`, unit, { role: 'unit-head', unit }),
  post(`${unit}One`, unit, { role: 'handler', unit }),
  post(`${unit}Two`, unit, { role: 'handler', unit }),
];

export const HANDLING_UNITS: readonly string[] = [
  'investment',
  'planning',
  'assets',
  'safety',
  'finance',
  'talent',
  ...TOWNS.flatMap((town) => [`${town}Works`, `${town}Property`]),
];

const ofTown = (town: Town): readonly Post[] => [
  leader(`${town}Manager`, town, town),
  leader(`${town}Deputy`, town, town),
  ...BLOCK_KEYS[town].map((block) => officer(`${block}Officer`, town, block)),
  ...[1, 2, 3].map((ordinal) => officer(`${town}Cadre${ordinal}`, town, town)),
];

const POSTS: readonly Post[] = [
  leader('chairman', 'group', 'area'),
  leader('deputyOne', 'group', 'area'),
  leader('deputyTwo', 'group', 'area'),
  clerk('clerkOne'),
  clerk('clerkTwo'),
  clerk('clerkThree'),
  clerk('clerkFour'),
  post('inspectorOne', 'discipline', { role: 'inspector', unit: 'group', territory: 'area' }),
  post('inspectorTwo', 'discipline', { role: 'inspector', unit: 'group', territory: 'area' }),
  post('admin', 'group', { role: 'admin' }),
  ...HANDLING_UNITS.flatMap(handlersOf),
  ...TOWNS.flatMap(ofTown),
  // Yufu runs dual officers: beside the service officer a Party-building guide.
  ...[1, 2].map((ordinal) =>
    post(`yufuGuide${ordinal}`, 'yufu', { role: 'guide', unit: 'yufu', territory: 'yufu' }),
  ),
];

export const STAFF: readonly StaffRow[] = POSTS.map((row, ordinal) => ({
  ...row,
  name: sampleName(ordinal),
}));
