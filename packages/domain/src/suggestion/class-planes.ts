import { partingPlane } from './support-vectors.ts';
import type { Plane } from './support-vectors.ts';
import type { Vector } from './vectors.ts';

export type ClassProblem = {
  readonly vectors: readonly Vector[];
  /** The class of each vector, 0 .. classCount - 1. */
  readonly classes: Int32Array;
  readonly classCount: number;
  readonly columns: number;
};

/** Chosen by cross-validation on Chinese package descriptions and on the seed examples; flat around these values. */
const COST = 0.15;
const BALANCE = 0.7;
const STRETCH = 0.5;

const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * A feature counts more for a class the more its share among the class's texts differs from its share elsewhere:
 * the log-count ratio of NB-SVM (Wang and Manning, ACL 2012), mixed with a plain weight of one.
 */
const stretchFor = ({ vectors, columns }: ClassProblem, member: readonly boolean[]): Float64Array => {
  const inside = new Float64Array(columns).fill(1);
  const outside = new Float64Array(columns).fill(1);
  vectors.forEach((vector, row) => {
    const counts = member[row] ? inside : outside;
    for (const column of vector.columns) counts[column] = (counts[column] ?? 0) + 1;
  });
  const ratio = total(outside) / total(inside);
  return inside.map(
    (count, column) => 1 - STRETCH + STRETCH * Math.abs(Math.log((count / (outside[column] ?? 1)) * ratio)),
  );
};

/** One plane per class against all others; errors on small classes cost more, so that they are not lost. */
export const classPlanes = (problem: ClassProblem): readonly Plane[] =>
  Array.from({ length: problem.classCount }, (_, own) => {
    const member = problem.vectors.map((_vector, row) => problem.classes[row] === own);
    const members = member.reduce((count, isMember) => count + (isMember ? 1 : 0), 0);
    const rarity = problem.vectors.length / (problem.classCount * Math.max(members, 1));
    const favour = (rarity * Math.sqrt(problem.classCount)) ** BALANCE;
    return partingPlane({
      vectors: problem.vectors,
      member,
      stretch: stretchFor(problem, member),
      memberCost: COST * favour,
      otherCost: COST,
    });
  });
