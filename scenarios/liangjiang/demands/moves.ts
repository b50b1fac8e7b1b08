import { answerMoves } from './answer-moves.ts';
import { handlingMoves } from './handling-moves.ts';
import { judgementMoves } from './judgement-moves.ts';
import { pressureMoves } from './pressure-moves.ts';
import { referralMoves } from './referral-moves.ts';
import { routingMoves } from './routing-moves.ts';
import type { Move } from './scene.ts';

export const MOVES = {
  ...routingMoves,
  ...handlingMoves,
  ...pressureMoves,
  ...referralMoves,
  ...answerMoves,
  ...judgementMoves,
} as const satisfies Readonly<Record<string, Move>>;

export type MoveName = keyof typeof MOVES;
