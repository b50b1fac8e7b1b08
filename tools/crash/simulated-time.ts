/** Working time of 2022 lies ahead of it: within the calendar's coverage whatever the number of rounds. */
const BEGIN = Date.UTC(2022, 5, 1, 1, 0);

export type ClockPlan = { readonly since: number; readonly speed: number };

/** The simulated epoch milliseconds at a real moment. */
export const at = (real: number, { since, speed }: ClockPlan): number =>
  Math.round(BEGIN + (real - since) * speed);
