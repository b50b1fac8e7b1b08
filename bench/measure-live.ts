import type { Bench } from './bench-zone.ts';
export const measureLive = async (_bench: Bench): Promise<number> => 0;
