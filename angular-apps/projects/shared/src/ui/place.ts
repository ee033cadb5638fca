interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 8;

/** Where a box lies over what it belongs to: ends and middles meet, and all of it is in view. */
export function besideIn(
  of: Pick<DOMRect, 'right' | 'top' | 'height'>,
  box: Size,
  view: Size,
): { readonly left: number; readonly top: number } {
  const within = (wished: number, size: number, room: number): number =>
    Math.max(MARGIN, Math.min(wished, room - size - MARGIN));
  return {
    left: within(of.right - box.width, box.width, view.width),
    top: within(of.top + (of.height - box.height) / 2, box.height, view.height),
  };
}
