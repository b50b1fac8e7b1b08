import type { ExpectedFigure } from '../scenario.ts';

/** The report's figures for June to September 2022, with the relation in which the computed ones must stand to them. */
export const EXPECTED: readonly ExpectedFigure[] = [
  { figure: 'visited-targets', relation: '=', value: 240 },
  { figure: 'demands-collected', relation: '=', value: 476 },
  { figure: 'demands-own-remit', relation: '=', value: 309 },
  { figure: 'demands-settled', relation: '=', value: 198 },
  { figure: 'policy-sessions', relation: '=', value: 160 },
  { figure: 'projects-papers-complete', relation: '>=', value: 18 },
  { figure: 'projects-early-stage', relation: '>=', value: 13 },
];
