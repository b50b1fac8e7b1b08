/** How something stands. Each tone has its colour and its own shape, and never appears without a word. */
export const TONES = ['fine', 'soon', 'late', 'paused', 'done', 'none'] as const;
export type Tone = (typeof TONES)[number];
