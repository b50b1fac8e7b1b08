import type { MoveName } from './moves.ts';
import type { Move } from './scene.ts';

/** After so many working days (0: later the same day), or after so many natural minutes. */
export type Gap = number | `${number}m`;

/** A way of a demand: who does what, and how long after the step before. Cases write moves of their own. */
export type Path = readonly (readonly [MoveName | Move, Gap])[];
