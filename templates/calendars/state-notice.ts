/** One holiday in a notice: the days off and the weekend days worked instead, as `YYYY-MM-DD`. */
export type StateHoliday = {
  readonly name: string;
  readonly off: readonly string[];
  readonly worked: readonly string[];
};

/** What one notice of the State Council (or of its General Office) arranges. */
export type StateNotice = { readonly source: string; readonly holidays: readonly StateHoliday[] };
