/** Ten thousand million yuan, in fen: beyond it a sum is a slip of the pen. */
export const MOST_FEN = 1_000_000_000_000;

/** How often a matter may have occurred. */
export const MOST_TIMES = 100_000;

/** Ten years: how long an option may take. */
export const MOST_OPTION_DAYS = 3_650;
