/** Colours of tracks and people as CSS, mixed with the ground; every mixture is made once. */

const GROUND = 0x0e1116;
const LIGHT = 0xffffff;
const known = new Map<number, string>();

export function css(rgb: number): string {
  return mixed(rgb, 16);
}

/** A colour on the dark ground: strength from 0 (ground) to 16 (the colour itself). */
export function mixed(rgb: number, strength: number): string {
  return look(rgb * 64 + strength, () => mix(GROUND, rgb, strength / 16));
}

/** A colour towards white: amount from 0 (the colour itself) to 16 (white). */
export function lighter(rgb: number, amount: number): string {
  return look(rgb * 64 + 32 + amount, () => mix(rgb, LIGHT, amount / 16));
}

function look(key: number, make: () => string): string {
  let shade = known.get(key);
  if (shade === undefined) {
    shade = make();
    known.set(key, shade);
  }
  return shade;
}

function mix(from: number, to: number, share: number): string {
  const part = (shift: number) => {
    const a = (from >> shift) & 255;
    return Math.round(a + (((to >> shift) & 255) - a) * share);
  };
  return `rgb(${part(16)},${part(8)},${part(0)})`;
}

/** "#rrggbb" of a 24-bit colour. */
export function hex(rgb: number): string {
  return `#${(rgb & 0xffffff).toString(16).padStart(6, '0')}`;
}

/** The 24-bit colour of "#rrggbb". */
export function rgb(text: string): number {
  return Number.parseInt(text.replace('#', ''), 16) || 0;
}
