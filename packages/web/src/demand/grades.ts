import { VERDICT_GRADES } from '@xiaoer/domain/demand/vocabulary';
import type { VerdictGrade } from '@xiaoer/domain/demand/vocabulary';
import type { DemandWordKey } from '../lib/messages/zh-CN/demand-words.ts';
import { GRADES } from '../ui/verdict.tsx';
import type { Grade, GradeWords } from '../ui/verdict.tsx';

/** The domain lists grades best first; the face counts from worst (1) to best (5). */
export const gradeNumber = (grade: VerdictGrade): Grade =>
  GRADES[GRADES.length - 1 - VERDICT_GRADES.indexOf(grade)] ?? 3;

/** The five words, worst first. */
export const gradeWords = (word: (key: DemandWordKey) => string): GradeWords => [
  word('grade.veryDissatisfied'),
  word('grade.dissatisfied'),
  word('grade.fair'),
  word('grade.satisfied'),
  word('grade.verySatisfied'),
];
