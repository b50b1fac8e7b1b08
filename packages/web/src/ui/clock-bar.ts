export type BarPart = { readonly kind: 'used' | 'pause'; readonly start: number; readonly width: number };
type Span = { readonly from: number; readonly to: number };

const clamp = (share: number): number => Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));
const percent = (share: number): number => Math.round(share * 1000) / 10;

const part = (kind: BarPart['kind'], span: Span): BarPart => ({
  kind,
  start: percent(clamp(span.from)),
  width: percent(clamp(span.to) - clamp(span.from)),
});

/** The pieces of a clock's bar in percent: what is used, and over it the pauses that can still be seen. */
export function barParts(used: number, pauses: readonly Span[]): readonly BarPart[] {
  const hatched = pauses.map((pause) => part('pause', pause)).filter(({ width }) => width > 0);
  return [part('used', { from: 0, to: used }), ...hatched];
}
