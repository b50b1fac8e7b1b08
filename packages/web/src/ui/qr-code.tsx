import type { ReactElement } from 'react';
import { encode } from 'uqr';

/** A QR code of an address, dark on light in either theme: cameras read no other. The quiet border is part of it. */
export function QrCode({
  address,
  label,
}: {
  readonly address: string;
  readonly label: string;
}): ReactElement {
  const { data, size } = encode(address, { ecc: 'Q', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
