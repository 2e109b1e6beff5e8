import { svg, type SVGTemplateResult } from 'lit';

/** The studio's icons: one family, 16 by 16, drawn in lines of 1.5. */
const SHAPES = {
  play: svg`<path d="M5 3.2v9.6L12.6 8z" fill="currentColor" stroke-linejoin="round"/>`,
  pause: svg`<rect x="4" y="3.500" width="2.600" height="9" rx=".6" fill="currentColor"/><rect x="9.400" y="3.500" width="2.600" height="9" rx=".6" fill="currentColor"/>`,
  star: svg`<path d="m8 2.500 1.700 3.500 3.800.5-2.800 2.700.7 3.800L8 11.200 4.600 13l.7-3.800L2.500 6.500l3.800-.5z" stroke-linejoin="round"/>`,
  starred: svg`<path d="m8 2.500 1.700 3.500 3.800.5-2.800 2.700.7 3.800L8 11.200 4.600 13l.7-3.800L2.500 6.500l3.800-.5z" fill="currentColor" stroke-linejoin="round"/>`,
  stop: svg`<rect x="4" y="4" width="8" height="8" rx="1" fill="currentColor"/>`,
  start: svg`<path d="M4 3.5v9M12.5 3.8v8.4L6 8z" stroke-linejoin="round"/>`,
  loop: svg`<path d="M3.5 9.5A3.5 3.5 0 0 1 6 4.5h6M10 2.5l2.2 2L10 6.500M12.5 6.500a3.5 3.5 0 0 1-2.5 5H4M6 13.500l-2.2-2 2.2-2"/>`,
  metronome: svg`<path d="M6.2 2.500h3.600l2.4 11H3.800zM8 10.500l4.5-6.5"/>`,
  undo: svg`<path d="M3 6.500h6.500a3.5 3.5 0 0 1 0 7H6M5.8 3.5 2.8 6.500l3 3"/>`,
  redo: svg`<path d="M13 6.500H6.500a3.5 3.5 0 0 0 0 7H10M10.2 3.500l3 3-3 3"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  'zoom-in': svg`<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3 3M5 7h4M7 5v4"/>`,
  'zoom-out': svg`<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3 3M5 7h4"/>`,
  fit: svg`<path d="M2.5 4v8M13.5 4v8M5 8h6M6.5 6 4.5 8l2 2M9.5 6l2 2-2 2"/>`,
  pencil: svg`<path d="m3 13 .8-3L11 2.8 13.2 5 6 12.200zM9.5 4.300l2.2 2.2"/>`,
  pointer: svg`<path d="M4 2.500v10l2.8-2.6 1.7 3.8 1.8-.8-1.7-3.7 3.6-.2z" stroke-linejoin="round"/>`,
  magnet: svg`<path d="M3.5 3v5a4.5 4.5 0 0 0 9 0V3h-3v5a1.5 1.5 0 0 1-3 0V3zM3.5 5.800h3M9.5 5.800h3"/>`,
  follow: svg`<path d="M5 2.500v11M8 8h6M11.5 5.5 14 8l-2.5 2.500M2.8 2.500h4.4"/>`,
  editor: svg`<rect x="2.5" y="3" width="11" height="10" rx="1.5"/><path d="M2.5 8.500h11"/>`,
  lanes: svg`<path d="M2.5 4h11M2.5 8h7M2.5 12h9"/>`,
  join: svg`<path d="M2.500 5.500h4v5h-4zM13.500 5.500h-4v5h4M6.500 8h3"/>`,
  folder: svg`<path d="M2.500 12.500v-8a1 1 0 0 1 1-1h3l1.500 1.800h4.500a1 1 0 0 1 1 1v6.200a.8.8 0 0 1-.8.8H3.300a.8.8 0 0 1-.8-.8z"/>`,
  split: svg`<path d="M8 2v12M2.5 5.500h3v5h-3M13.5 5.500h-3v5h3"/>`,
  mute: svg`<path d="M2.5 6.200v3.600H5l3 2.700v-9L5 6.200zM10.5 6.500l3 3M13.5 6.500l-3 3"/>`,
  quantise: svg`<path d="M3 2.500v11M8 2.500v11M13 2.500v11M4.5 6h2M9.5 10h2"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  more: svg`<circle cx="8" cy="3.5" r=".8" fill="currentColor"/><circle cx="8" cy="8" r=".8" fill="currentColor"/><circle cx="8" cy="12.5" r=".8" fill="currentColor"/>`,
  down: svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`,
  right: svg`<path d="m6.500 4.500 3.500 3.500-3.500 3.500"/>`,
  up: svg`<path d="m4.5 9.5 3.5-3.5 3.5 3.5"/>`,
  words: svg`<path d="M2.5 4h8M2.5 7.500h11M2.5 11h6M11.500 13.500v-3.500"/>`,
  read: svg`<path d="M8 4.500C6.500 3.200 4.500 3 2.500 3v9c2 0 4 .2 5.500 1.500C9.500 12.200 11.500 12 13.500 12V3c-2 0-4 .2-5.500 1.500zM8 4.500v9"/>`,
  piano: svg`<rect x="2" y="3" width="12" height="10" rx="1.200"/><path d="M6 3v6M10 3v6M6 9v4M10 9v4"/>`,
  record: svg`<circle cx="8" cy="8" r="4.600" fill="currentColor"/>`,
  capture: svg`<path d="M3 5V3.500h2M11 3.500h2V5M13 11v1.500h-2M5 12.500H3V11"/><path d="M5.500 9.500V6.500M8 10.500v-5M10.500 9.500v-3"/>`,
  joined: svg`<circle cx="6" cy="8" r="3.800"/><circle cx="10" cy="8" r="3.800"/>`,
  hear: svg`<path d="M2.5 6.200v3.600H5l3 2.700v-9L5 6.200zM10.300 5.800a3.200 3.200 0 0 1 0 4.400M12.300 4a6 6 0 0 1 0 8"/>`,
  keys: svg`<rect x="1.8" y="4" width="12.4" height="8" rx="1.5"/><path d="M4.2 6.800h.1M6.7 6.800h.1M9.2 6.800h.1M11.7 6.800h.1M5 9.500h6"/>`,
  check: svg`<path d="m3.5 8.500 3 3 6-7"/>`,
  copy: svg`<rect x="5.5" y="5.5" width="7.5" height="8" rx="1.2"/><path d="M10.5 5.500V3.700a1.2 1.2 0 0 0-1.2-1.200H4.200A1.2 1.2 0 0 0 3 3.700v6a1.2 1.2 0 0 0 1.2 1.200h1.3"/>`,
  offline: svg`<path d="M2 6.200a9 9 0 0 1 12 0M4.3 8.700a5.5 5.5 0 0 1 7.4 0M8 12h.1M3 2.500l10 11"/>`,
  waiting: svg`<circle cx="8" cy="8" r="5.5"/><path d="M8 4.800V8l2.2 1.5"/>`,
  people: svg`<circle cx="6" cy="5.5" r="2.5"/><path d="M1.8 13a4.2 4.2 0 0 1 8.4 0M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.5a4.2 4.2 0 0 1 2.4 3.5"/>`,
  brush: svg`<path d="M13.2 2.800 7.500 8.500M6.700 8.200l1.300 1.300c.6 1.700-1.200 4-5.200 3.700 1.300-.7 1.200-1.500 1.300-2.700a2.200 2.200 0 0 1 2.600-2.300z"/>`,
  eraser: svg`<path d="m5.800 13.200-3-3a1 1 0 0 1 0-1.400l6-6a1 1 0 0 1 1.400 0l3 3a1 1 0 0 1 0 1.400l-6 6zM6 5.700 10.300 10M5.800 13.200H13"/>`,
  lasso: svg`<ellipse cx="8" cy="6" rx="5.500" ry="3.500" stroke-dasharray="2.200 1.800"/><path d="M5 9c-1 .8-1 2.200.2 2.500 1.200.3 1.800 1 1.300 2"/>`,
  knife: svg`<path d="M3 12.500 12.500 3c1 2 .3 4.200-1.500 6l-1.500 1.500-2.300-2.300M3 12.500l2.200.2"/>`,
  shape: svg`<path d="M3 4.500h5M11 4.500h2M3 8h1M7 8h6M3 11.500h6M12 11.500h1"/><circle cx="9.500" cy="4.500" r="1.500"/><circle cx="5.500" cy="8" r="1.500"/><circle cx="10.500" cy="11.500" r="1.500"/>`,
  freeze: svg`<path d="M8 2v12M2.8 5l10.400 6M13.200 5 2.800 11M6.500 2.800 8 4.300l1.500-1.500M6.500 13.200 8 11.700l1.500 1.500"/>`,
  mixer: svg`<path d="M4 2.500v11M8 2.500v11M12 2.500v11"/><path d="M2.500 9.500h3M6.500 5h3M10.500 8h3" stroke-width="2.500"/>`,
  automation: svg`<path d="M3.500 11.500 6.500 5l3.500 3.500 3-4.500"/><circle cx="6.500" cy="5" r="1.300" fill="currentColor"/><circle cx="10" cy="8.500" r="1.300" fill="currentColor"/>`,
  lock: svg`<rect x="3.500" y="7" width="9" height="6.500" rx="1.200"/><path d="M5.500 7V5a2.500 2.500 0 0 1 5 0v2"/>`,
  chord: svg`<rect x="3" y="3" width="8" height="2.200" rx=".6"/><rect x="3" y="7" width="8" height="2.200" rx=".6"/><rect x="3" y="11" width="8" height="2.200" rx=".6"/><path d="M13.500 3v10.200"/>`,
  grid: svg`<rect x="2.500" y="3" width="3" height="3" rx=".6" fill="currentColor"/><rect x="6.500" y="3" width="3" height="3" rx=".6"/><rect x="10.500" y="3" width="3" height="3" rx=".6" fill="currentColor"/><rect x="2.500" y="10" width="3" height="3" rx=".6"/><rect x="6.500" y="10" width="3" height="3" rx=".6" fill="currentColor"/><rect x="10.500" y="10" width="3" height="3" rx=".6"/>`,
  fold: svg`<path d="M3 8h10M8 2v3.500M6.300 4 8 5.700 9.700 4M8 14v-3.500M6.300 12 8 10.300 9.700 12"/>`,
  ghosts: svg`<rect x="2.500" y="4" width="6" height="3" rx=".8"/><path d="M7.500 9.500h6v3h-6z" stroke-dasharray="1.600 1.400"/>`,
  scale: svg`<path d="M3 13V9M6.3 13V6.500M9.7 13V8M13 13V3.5"/>`
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof SHAPES;

export function icon(name: IconName) {
  return svg`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor"
    stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[name]}</svg>`;
}
