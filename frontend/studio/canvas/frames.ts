/** Paints once a frame whatever asked for it since the last one, all in one turn. */

type Painter = () => void;

const COSTS = 600;
const costs = new Float64Array(COSTS);
let painted = 0;
let waiting: Painter[] = [];
let running: Painter[] = [];
let asked = false;

export function paintSoon(painter: Painter): void {
  if (!waiting.includes(painter)) {
    waiting.push(painter);
  }
  if (!asked) {
    asked = true;
    requestAnimationFrame(paint);
  }
}

export function forget(painter: Painter): void {
  const at = waiting.indexOf(painter);
  if (at >= 0) {
    waiting.splice(at, 1);
  }
}

function paint(): void {
  const began = performance.now();
  asked = false;
  [running, waiting] = [waiting, running];
  for (const painter of running) {
    painter();
  }
  running.length = 0;
  costs[painted++ % COSTS] = performance.now() - began;
}

/** Milliseconds of scripting of the latest painted frames, oldest first; what measurements read. */
export function paintCosts(): number[] {
  const from = Math.max(0, painted - COSTS);
  return Array.from({ length: painted - from }, (_, index) => costs[(from + index) % COSTS]);
}
