import { WAVE_RUN, type Wave, type Waveforms } from './waveforms';

/** Where a clip lies in its drawing, and how the seconds of the song go by there. */
export interface WavePlace {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  /** Pixels of the drawing that are in sight. */
  readonly from: number;
  readonly to: number;
  /** The second of the recording at a pixel. */
  second(x: number): number;
}

/** The highest and lowest of each pixel's stretch of the recording, with the clip's gain. */
export function paintWave(pen: CanvasRenderingContext2D, waves: Waveforms, hash: string, gain: number, place: WavePlace, ink: string): void {
  const from = Math.max(Math.floor(place.x), Math.floor(place.from));
  const to = Math.min(place.x + place.width, place.to);
  if (to <= from || place.height < 6) return;
  const wave = waves.wave(hash, rate => Math.abs(place.second(from + 1) - place.second(from)) * rate);
  if (!wave) return;
  const factor = 10 ** (gain / 2000) / 128 * place.height / 2;
  const middle = place.top + place.height / 2;
  pen.fillStyle = ink;
  let next = place.second(from) * wave.rate;
  for (let x = from; x < to; x++) {
    const first = next;
    next = place.second(x + 1) * wave.rate;
    const [low, high] = extremes(wave, first, next);
    if (low > high) continue;
    const top = Math.max(place.top, middle - high * factor);
    const bottom = Math.min(place.top + place.height, middle - low * factor);
    pen.fillRect(x, top, 1, Math.max(1, bottom - top));
  }
}

function extremes(wave: Wave, from: number, to: number): [number, number] {
  let low = 127;
  let high = -128;
  const last = Math.min(Math.ceil(wave.frames / wave.stretch) - 1, Math.max(Math.floor(from / wave.stretch), Math.ceil(to / wave.stretch) - 1));
  for (let point = Math.max(0, Math.floor(from / wave.stretch)); point <= last; point++) {
    const run = wave.run(point);
    if (!run) continue;
    const at = 2 * (point % WAVE_RUN);
    low = Math.min(low, run[at] ?? 127);
    high = Math.max(high, run[at + 1] ?? -128);
  }
  return [low, high];
}

/** The corner handles of the fades, and the curves. */
export function paintFades(pen: CanvasRenderingContext2D, fades: { readonly inWidth: number; readonly outWidth: number }, place: { x: number; width: number; top: number; height: number },
  ink: string, handles: boolean): void {
  const { x, width, top, height } = place;
  pen.strokeStyle = ink;
  pen.lineWidth = 1.25;
  pen.beginPath();
  if (fades.inWidth > 1) curve(pen, x, fades.inWidth, top, height, 1);
  if (fades.outWidth > 1) curve(pen, x + width, fades.outWidth, top, height, -1);
  pen.stroke();
  if (handles && width > 40) {
    pen.fillStyle = ink;
    for (const at of [x + Math.max(4, fades.inWidth), x + width - Math.max(4, fades.outWidth)]) {
      pen.beginPath();
      pen.arc(at, top + 3, 3.5, 0, 7);
      pen.fill();
    }
  }
}

function curve(pen: CanvasRenderingContext2D, edge: number, width: number, top: number, height: number, side: 1 | -1): void {
  const steps = 16;
  for (let step = 0; step <= steps; step++) {
    const part = step / steps;
    const y = top + height * (1 - part * part * (3 - 2 * part));
    if (step === 0) pen.moveTo(edge, y);
    else pen.lineTo(edge + side * part * width, y);
  }
}

/** A clip whose recording is still on its way: how far it is. */
export function paintComing(pen: CanvasRenderingContext2D, place: { x: number; width: number; top: number; height: number }, part: number, text: string, ink: string, font: string): void {
  pen.globalAlpha = 0.25;
  pen.fillStyle = ink;
  pen.fillRect(place.x, place.top, place.width * Math.min(1, Math.max(0, part)), place.height);
  pen.globalAlpha = 1;
  if (place.width > 60 && place.height > 14) {
    pen.font = font;
    pen.textBaseline = 'middle';
    pen.fillText(text, Math.max(place.x, 0) + 6, place.top + place.height / 2);
  }
}
