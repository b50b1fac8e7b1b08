import type { Bench } from './bench-zone.ts';
export const measureMemory = async (_bench: Bench): Promise<number> => 0;
