import type { Scenario } from './scenario.ts';

export type ScenarioEntry = {
  readonly id: string;
  readonly summary: string;
  readonly load: () => Promise<Scenario>;
};

/** Every scenario there is; loaded only when it is asked for. */
export const SCENARIOS: readonly ScenarioEntry[] = [
  {
    id: 'liangjiang',
    summary:
      'A group company with three towns: linked leaders, 1+3 teams, the closed loop (June to September 2022).',
    load: async () => (await import('./liangjiang/liangjiang.ts')).liangjiang,
  },
];
