import type { Somebody } from './accounts.ts';

/** What stands in the addresses of records. */
export type Records = Readonly<
  Record<
    | 'demand'
    | 'enterprise'
    | 'package'
    | 'person'
    | 'visit'
    | 'policySession'
    | 'project'
    | 'figure'
    | 'link',
    string
  >
>;

export type SweptPage = {
  /** As the router has it. */
  readonly route: string;
  /** Which record stands for `$id` or `$token`. */
  readonly record?: keyof Records;
  readonly search?: string;
  /** Whose page it is; nobody: it is open to all. */
  readonly who?: Somebody;
};

/** Every page of the product with somebody whose page it is. A route that is not here fails the sweep. */
export const PAGES: readonly SweptPage[] = [
  { route: '/sign-in' },
  { route: '/set-up' },
  { route: '/outside/$token', record: 'link' },
  { route: '/', who: 'officer' },
  { route: '/demands/register', who: 'officer' },
  { route: '/demands/settle', who: 'officer' },
  { route: '/demands/code', who: 'officer' },
  { route: '/demands/import', who: 'officer' },
  { route: '/notices', who: 'officer' },
  { route: '/sessions', who: 'officer' },
  { route: '/demands', who: 'desk' },
  { route: '/demands', search: '?view=board', who: 'desk' },
  { route: '/demands/$id', record: 'demand', who: 'desk' },
  { route: '/routing', who: 'desk' },
  { route: '/call-backs', who: 'desk' },
  { route: '/lists', who: 'desk' },
  { route: '/figures', who: 'desk' },
  { route: '/figures/$id', record: 'figure', who: 'desk' },
  { route: '/enterprises', who: 'desk' },
  { route: '/enterprises/$id', record: 'enterprise', who: 'desk' },
  { route: '/enterprises/$id/brief', record: 'enterprise', who: 'desk' },
  { route: '/packages', who: 'desk' },
  { route: '/packages/$id', record: 'package', who: 'desk' },
  { route: '/visits', who: 'desk' },
  { route: '/visits/$id', record: 'visit', who: 'desk' },
  { route: '/policy-sessions', who: 'desk' },
  { route: '/policy-sessions/$id', record: 'policySession', who: 'desk' },
  { route: '/projects', who: 'desk' },
  { route: '/projects/$id', record: 'project', who: 'desk' },
  { route: '/leader', who: 'leader' },
  { route: '/people', who: 'admin' },
  { route: '/people/$id', record: 'person', who: 'admin' },
  { route: '/organisations', who: 'admin' },
  { route: '/territories', who: 'admin' },
  { route: '/duty-rosters', who: 'admin' },
  { route: '/catalogue', who: 'admin' },
  { route: '/settings', who: 'admin' },
  { route: '/calendar', who: 'admin' },
  { route: '/audit', who: 'inspector' },
  { route: '/portal', who: 'contact' },
  { route: '/portal/raise', who: 'contact' },
  { route: '/portal/team', who: 'contact' },
  { route: '/portal/demands/$id', record: 'demand', who: 'contact' },
];
