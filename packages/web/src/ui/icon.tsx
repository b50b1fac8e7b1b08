import type { ReactElement } from 'react';

const PATHS = {
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM17 17l-4.6-4.6',
  bell: 'M5 8a5 5 0 0 1 10 0c0 4 1.5 5.5 1.5 5.500h-13S5 12 5 8ZM8.3 16.500a2 2 0 0 0 3.4 0',
  sun: 'M10 13.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.500M10 16.500V18M2 10h1.500M16.5 10H18M4.3 4.300l1.1 1.100M14.6 14.600l1.1 1.100M15.7 4.300l-1.1 1.100M5.4 14.600l-1.1 1.1',
  moon: 'M16.5 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.5 8.500Z',
  menu: 'M3 5h14M3 10h14M3 15h14',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.500l4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  download: 'M10 3v9M6 9l4 4 4-4M3.5 16.500h13',
  columns: 'M3.5 4h13v12h-13zM8 4v12M12.5 4v12',
  up: 'M10 16V4M5.5 8.500L10 4l4.5 4.5',
  down: 'M10 4v12M5.5 11.500L10 16l4.5-4.5',
  sort: 'M6 8l4-4 4 4M6 12l4 4 4-4',
  'chevron-down': 'M5 7.500l5 5 5-5',
  'chevron-right': 'M7.5 5l5 5-5 5',
  'chevron-left': 'M12.5 5l-5 5 5 5',
  camera: 'M3 6.500h3l1.5-2h5l1.5 2h3v10H3zM10 14a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  file: 'M5 2.500h6.500L15 6v11.500H5zM11.5 2.500V6H15',
  user: 'M10 9.500a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.500ZM3.5 17a6.5 6.5 0 0 1 13 0',
  people:
    'M7.5 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.500a5.5 5.5 0 0 1 11 0M13 3.800a3 3 0 0 1 0 5.500M15 11.500a5.5 5.5 0 0 1 3 5',
  desk: 'M2.5 8h15M4 8v8.500M16 8v8.500M5.5 8V4h5v4M12 12h4',
  demand: 'M3 3.500h14v10H9l-4 3.500v-3.500H3zM6.5 7h7M6.5 10h4.5',
  enterprise: 'M3 17V6l6-3v14M9 8h8v9M2 17h16M5.5 8.500h1M5.5 11.500h1M12 11h2M12 14h2',
  list: 'M7.5 5H17M7.5 10H17M7.5 15H17M3 5h.01M3 10h.01M3 15h.01',
  figure: 'M3 17h14M5.5 17v-5M10 17V4M14.5 17V8.5',
  calendar: 'M3 4.500h14V17H3zM3 8.500h14M7 2.500v4M13 2.500v4',
  home: 'M3 9.500L10 3.500l7 6M5 8.500V17h10V8.500M8.5 17v-4.500h3V17',
  phone:
    'M4 3.500h3.500l1.5 4-2 1.500a9 9 0 0 0 4 4l1.5-2 4 1.500V16a1.5 1.5 0 0 1-1.5 1.500A12.5 12.5 0 0 1 2.5 5 1.5 1.5 0 0 1 4 3.500Z',
  warn: 'M10 3l8 14H2zM10 8v4M10 14.500h.01',
  info: 'M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9v4.500M10 6.500h.01',
  clock: 'M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 5.500V10l3 2',
  lock: 'M4.5 9h11v8h-11zM7 9V6.500a3 3 0 0 1 6 0V9',
  filter: 'M3 4.500h14l-5.5 6.500v5l-3-1.500V11z',
  help: 'M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM7.8 7.800a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.700M10 14h.01',
  exit: 'M8 3.500H3.500v13H8M12.5 6.500L16 10l-3.5 3.500M16 10H7.5',
  refresh: 'M16 7a6.5 6.5 0 1 0 .5 4.500M16.5 3v4.500H12',
  flag: 'M5 17.500V3M5 4h10.5l-2.5 3.500 2.5 3.500H5',
  star: 'M10 3l2.1 4.5 4.9.6-3.6 3.4.9 4.900L10 14l-4.3 2.4.9-4.900L3 8.100l4.9-.6z',
  map: 'M2.5 5l5-2 5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12M12.5 5v12',
  settings:
    'M10 12.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10 2.500v2M10 15.500v2M2.5 10h2M15.5 10h2M4.7 4.700l1.4 1.400M13.9 13.900l1.4 1.400M15.3 4.700l-1.4 1.400M6.1 13.900l-1.4 1.4',
} as const;

export type IconName = keyof typeof PATHS;
export const ICON_NAMES = Object.keys(PATHS) as readonly IconName[];

/** A drawn sign. It is decoration unless it has a label. */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }): ReactElement {
  const speech = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="ui-icon" viewBox="0 0 20 20" {...speech}>
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === 'more' || name === 'list' ? 1.9 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
