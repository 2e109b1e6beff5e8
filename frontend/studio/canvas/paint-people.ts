import { tag } from './letters';
import { colours } from './palette';
import { css } from './shades';

/** How another person shows on a drawing, alike everywhere: arrow with name, playhead, outline of a selection. */

export function paintPointer(pen: CanvasRenderingContext2D, x: number, y: number, name: string, colour: number): void {
  pen.fillStyle = css(colour);
  pen.strokeStyle = colours().ground;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + 4, y + 13);
  pen.lineTo(x + 6.5, y + 8);
  pen.lineTo(x + 12, y + 7);
  pen.closePath();
  pen.stroke();
  pen.fill();
  pen.font = colours().rulerBold;
  tag(pen, name, x + 10, y + 12, css(colour), colours().onColour);
}

export function paintOtherPlayhead(pen: CanvasRenderingContext2D, x: number, top: number, bottom: number, name: string, colour: number, playing: boolean): void {
  pen.fillStyle = css(colour);
  pen.globalAlpha = playing ? 0.9 : 0.45;
  if (playing) {
    pen.fillRect(x, top, 1, bottom - top);
  }
  pen.beginPath();
  pen.moveTo(x - 4, top - 7);
  pen.lineTo(x + 5, top - 7);
  pen.lineTo(x + 0.5, top);
  pen.fill();
  pen.globalAlpha = 1;
  if (playing) {
    pen.font = colours().rulerBold;
    tag(pen, name, x + 3, top + 2, css(colour), colours().onColour);
  }
}

export function paintChosenByOther(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, colour: number): void {
  pen.strokeStyle = css(colour);
  pen.lineWidth = 1.5;
  pen.setLineDash(DASH);
  pen.strokeRect(x + 0.75, y + 0.75, Math.max(1, width - 1.5), Math.max(1, height - 1.5));
  pen.setLineDash(SOLID);
}

const DASH = [4, 2];
const SOLID: number[] = [];
