/** The slanted lines over what is not ordered yet. */

let pattern: CanvasPattern | null | undefined;

export function hatching(pen: CanvasRenderingContext2D): CanvasPattern | string {
  if (pattern === undefined) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 8;
    const line = tile.getContext('2d');
    if (line) {
      line.strokeStyle = 'rgba(255,255,255,0.5)';
      line.lineWidth = 1.5;
      line.beginPath();
      for (const shift of [-8, 0, 8]) {
        line.moveTo(shift, 8);
        line.lineTo(shift + 8, 0);
      }
      line.stroke();
    }
    pattern = pen.createPattern(tile, 'repeat');
  }
  return pattern ?? 'rgba(255,255,255,0.25)';
}
