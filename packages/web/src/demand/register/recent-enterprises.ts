import type { Option } from '../../ui/form/combobox-matches.ts';

const MOST = 4;

/** The enterprises this browser registered for last, newest first. */
export const withRecent = (recent: readonly Option[], chosen: Option): readonly Option[] =>
  [chosen, ...recent.filter(({ value }) => value !== chosen.value)].slice(0, MOST);

export const RECENT_KEY = 'xiaoer.recent.enterprises';
