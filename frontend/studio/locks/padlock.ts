import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';

export const SIGN_WIDTH = 17;
export const SIGN_HEIGHT = 15;

/** A padlock on a plate of its holder's colour. */
export function paintPadlock(pen: CanvasRenderingContext2D, x: number, y: number, colour: number): void {
  const ink = colours().onColour;
  pen.fillStyle = css(colour);
  pen.beginPath();
  pen.roundRect(x, y, SIGN_WIDTH, SIGN_HEIGHT, 4);
  pen.fill();
  pen.lineWidth = 1;
  pen.strokeStyle = colours().ground;
  pen.stroke();
  paintShackle(pen, x + SIGN_WIDTH / 2, y + 8, ink);
}

/** The padlock alone, its body's top in the middle given. */
export function paintShackle(pen: CanvasRenderingContext2D, x: number, y: number, ink: string): void {
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  pen.lineWidth = 1.4;
  pen.beginPath();
  pen.arc(x, y - 1.5, 2.3, Math.PI, 0);
  pen.stroke();
  pen.beginPath();
  pen.roundRect(x - 3.8, y - 1.4, 7.6, 5.4, 1);
  pen.fill();
}

/** The ring around something locked, and a breath of its holder's colour. */
export function paintRing(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, colour: number): void {
  pen.globalAlpha = 0.07;
  pen.fillStyle = css(colour);
  pen.fillRect(x, y, width, height);
  pen.globalAlpha = 1;
  pen.strokeStyle = css(colour);
  pen.lineWidth = 1.5;
  pen.strokeRect(x + 0.75, y + 0.75, Math.max(2, width - 1.5), Math.max(2, height - 1.5));
}
