import type { Bench } from './bench-zone.ts';
export const measureScale = async (_bench: Bench): Promise<number> => 0;
