import type { Vector } from './vectors.ts';

export type TwoClassProblem = {
  readonly vectors: readonly Vector[];
  /** Whether each vector belongs to the class. */
  readonly member: readonly boolean[];
  /** How far each column is stretched: one entry per column. */
  readonly stretch: Float64Array;
  /** The price of an error on a member; higher follows the rows more closely. */
  readonly memberCost: number;
  readonly otherCost: number;
};

/** A plane: its weights by column, the offset as the last entry. */
export type Plane = Float64Array;

const PASSES = 20;
const SMALL_ENOUGH = 0.1;

/** Park-Miller: the same order of visits on every machine. */
const ordering = (length: number) => {
  const order = Int32Array.from({ length }, (_, i) => i);
  let seed = 20_220_930;
  return (): Int32Array => {
    for (let i = length - 1; i > 0; i--) {
      seed = (seed * 48_271) % 2_147_483_647;
      const j = seed % (i + 1);
      const kept = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = kept;
    }
    return order;
  };
};

/** On which side of the plane a vector lies, and how far. */
export const planeScore = (plane: Plane, { columns, values }: Vector): number => {
  let sum = plane[plane.length - 1] ?? 0;
  for (let i = 0; i < columns.length; i++) sum += (plane[columns[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return sum;
};

type Step = { readonly times: number; readonly squares: Float64Array };

const move = (plane: Plane, { columns, values }: Vector, { times, squares }: Step): void => {
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] ?? 0;
    plane[column] = (plane[column] ?? 0) + times * (squares[column] ?? 0) * (values[i] ?? 0);
  }
  plane[plane.length - 1] = (plane[plane.length - 1] ?? 0) + times;
};

const squaredLength = ({ columns, values }: Vector, squares: Float64Array): number => {
  let sum = 1;
  for (let i = 0; i < columns.length; i++)
    sum += (squares[columns[i] ?? 0] ?? 0) * (values[i] ?? 0) * (values[i] ?? 0);
  return sum;
};

/**
 * The plane that parts members from the rest: L2-regularised squared hinge loss, dual coordinate descent
 * (Hsieh et al., ICML 2008, algorithm 1) on stretched vectors; the weights given are for the unstretched ones.
 */
export const partingPlane = (problem: TwoClassProblem): Plane => {
  const { vectors, member } = problem;
  const squares = problem.stretch.map((value) => value * value);
  const plane = new Float64Array(squares.length + 1);
  const dual = new Float64Array(vectors.length);
  const slack = Float64Array.from(
    member,
    (isMember) => 1 / (2 * (isMember ? problem.memberCost : problem.otherCost)),
  );
  const lengths = Float64Array.from(
    vectors,
    (vector, row) => squaredLength(vector, squares) + (slack[row] ?? 0),
  );
  const nextOrder = ordering(vectors.length);
  for (let pass = 0; pass < PASSES; pass++) {
    let worst = 0;
    for (const row of nextOrder()) {
      const vector = vectors[row];
      if (!vector) continue;
      const side = member[row] ? 1 : -1;
      const held = dual[row] ?? 0;
      const gradient = side * planeScore(plane, vector) - 1 + (slack[row] ?? 0) * held;
      const projected = held === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (Math.abs(projected) < 1e-10) continue;
      const moved = Math.max(held - gradient / (lengths[row] ?? 1), 0);
      dual[row] = moved;
      move(plane, vector, { times: (moved - held) * side, squares });
    }
    if (worst < SMALL_ENOUGH) break;
  }
  return plane;
};
