/** Words on a canvas, shortened to their place. Widths are remembered, so that nothing is measured twice. */

const fitted = new Map<string, string>();
const MOST = 4000;

/** The longest beginning of a text that fits a width, with an ellipsis where it was cut; empty if nothing fits. */
export function fit(pen: CanvasRenderingContext2D, text: string, width: number): string {
  const room = Math.floor(width / 4) * 4;
  if (room < 12 || text === '') {
    return '';
  }
  const key = `${pen.font}|${room}|${text}`;
  let found = fitted.get(key);
  if (found === undefined) {
    if (fitted.size > MOST) {
      fitted.clear();
    }
    found = shorten(pen, text, room);
    fitted.set(key, found);
  }
  return found;
}

function shorten(pen: CanvasRenderingContext2D, text: string, width: number): string {
  if (pen.measureText(text).width <= width) {
    return text;
  }
  for (let length = Math.min(text.length - 1, Math.floor(width / 3)); length > 0; length--) {
    const shorter = `${text.slice(0, length).trimEnd()}…`;
    if (pen.measureText(shorter).width <= width) {
      return shorter;
    }
  }
  return '';
}

/** A small label with ground of its own, as people's names and drag positions have; returns its width. */
export function tag(pen: CanvasRenderingContext2D, text: string, x: number, y: number, ground: string, ink: string): number {
  const width = pen.measureText(text).width + 10;
  pen.fillStyle = ground;
  pen.beginPath();
  pen.roundRect(x, y, width, 17, 3);
  pen.fill();
  pen.fillStyle = ink;
  pen.textBaseline = 'middle';
  pen.fillText(text, x + 5, y + 9);
  return width;
}
