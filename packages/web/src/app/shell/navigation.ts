import type { Role } from '@xiaoer/domain/access/role';
import type { shell } from '../../lib/messages/zh-CN/shell.ts';
import type { IconName } from '../../ui/icon.tsx';

export type NavigationEntry = {
  /** Also the key of its name in the shell's texts. */
  readonly key: Exclude<keyof typeof shell, 'noticesUnread' | 'keyGo' | 'speaksFor'>;
  readonly href: string;
  readonly icon: IconName;
  /** `g` then this letter goes there. */
  readonly letter: string;
  readonly roles: readonly Role[];
  /** Further addresses that belong to the entry. */
  readonly also?: readonly string[];
  /** Place in the phone's bottom bar, smallest first; none: reached through "more". */
  readonly phone?: number;
};

const OFFICE = ['officer', 'handler', 'unit-head', 'desk', 'leader', 'guide', 'inspector'] as const;
const FIELD = ['officer', 'desk', 'guide', 'leader', 'inspector'] as const;

/** Every entry of the navigation, in its order, with who sees it. The server decides what may be done. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { key: 'portalHome', href: '/portal', icon: 'home', letter: 'h', roles: ['enterprise'], phone: 1 },
  { key: 'raise', href: '/portal/raise', icon: 'plus', letter: 'n', roles: ['enterprise'], phone: 2 },
  { key: 'myTeam', href: '/portal/team', icon: 'people', letter: 't', roles: ['enterprise'], phone: 3 },
  { key: 'desk', href: '/', icon: 'desk', letter: 'm', roles: OFFICE, phone: 1 },
  { key: 'demands', href: '/demands', icon: 'demand', letter: 'd', roles: OFFICE, phone: 3 },
  {
    key: 'register',
    href: '/demands/register',
    icon: 'plus',
    letter: 'n',
    roles: ['officer', 'desk', 'guide'],
    phone: 2,
  },
  { key: 'routing', href: '/routing', icon: 'sort', letter: 'r', roles: ['desk'] },
  {
    key: 'callBacks',
    href: '/call-backs',
    icon: 'phone',
    letter: 'b',
    roles: ['desk', 'officer', 'inspector'],
  },
  { key: 'leaderCard', href: '/leader', icon: 'star', letter: 'k', roles: ['leader'], phone: 2 },
  {
    key: 'packages',
    href: '/packages',
    icon: 'columns',
    letter: 'u',
    roles: ['officer', 'handler', 'unit-head', 'desk', 'leader', 'guide', 'inspector'],
  },
  { key: 'enterprises', href: '/enterprises', icon: 'enterprise', letter: 'e', roles: OFFICE, phone: 4 },
  { key: 'visits', href: '/visits', icon: 'map', letter: 'v', roles: FIELD },
  { key: 'policySessions', href: '/policy-sessions', icon: 'info', letter: 'o', roles: FIELD },
  { key: 'projects', href: '/projects', icon: 'flag', letter: 'j', roles: OFFICE },
  { key: 'lists', href: '/lists', icon: 'list', letter: 'l', roles: ['desk', 'leader', 'inspector'] },
  {
    key: 'figures',
    href: '/figures',
    icon: 'figure',
    letter: 'f',
    roles: ['desk', 'leader', 'inspector', 'unit-head'],
  },
  {
    key: 'people',
    href: '/people',
    icon: 'people',
    letter: 'p',
    phone: 5,
    roles: ['admin', 'desk'],
    also: ['/organisations', '/territories', '/duty-rosters'],
  },
  { key: 'calendar', href: '/calendar', icon: 'calendar', letter: 'c', roles: ['admin', 'desk'], phone: 6 },
  {
    key: 'catalogue',
    href: '/catalogue',
    icon: 'settings',
    letter: 's',
    phone: 7,
    roles: ['admin', 'desk'],
    also: ['/settings'],
  },
  { key: 'audit', href: '/audit', icon: 'lock', letter: 'a', roles: ['inspector'] },
];

/** The entries a person with these roles sees. */
export const entriesFor = (
  entries: readonly NavigationEntry[],
  roles: readonly Role[],
): readonly NavigationEntry[] => entries.filter((entry) => entry.roles.some((role) => roles.includes(role)));

/** Where somebody with these roles begins. */
export const homeOf = (roles: readonly Role[]): string => entriesFor(NAVIGATION, roles)[0]?.href ?? '/';

/** The first four for the phone's bottom bar. */
export const phoneEntries = (visible: readonly NavigationEntry[]): readonly NavigationEntry[] =>
  visible
    .filter((entry) => entry.phone !== undefined)
    .sort((one, two) => (one.phone ?? 0) - (two.phone ?? 0))
    .slice(0, 4);

/** The entry that a path belongs to: the longest address that it begins with. */
export function currentEntry(visible: readonly NavigationEntry[], path: string): NavigationEntry | undefined {
  const holds = ({ href, also = [] }: NavigationEntry): boolean =>
    [href, ...also].some((each) => path === each || (each !== '/' && path.startsWith(`${each}/`)));
  return visible.filter(holds).sort((one, two) => two.href.length - one.href.length)[0];
}
