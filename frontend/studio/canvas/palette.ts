/** The studio's tokens as the canvas needs them: read once from the theme, so that there is one place of colours. */
export interface Palette {
  readonly ground: string;
  readonly panel: string;
  readonly raised: string;
  readonly hover: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly bar: string;
  readonly beat: string;
  readonly step: string;
  readonly whiteRow: string;
  readonly blackRow: string;
  readonly handRow: string;
  readonly tonicRow: string;
  readonly veil: string;
  readonly text: string;
  readonly quiet: string;
  readonly faint: string;
  readonly onColour: string;
  readonly accent: string;
  readonly accentQuiet: string;
  readonly profile: string;
  readonly bad: string;
  readonly record: string;
  readonly whiteKey: string;
  readonly blackKey: string;
  readonly small: string;
  readonly smallBold: string;
  readonly ruler: string;
  readonly rulerBold: string;
}

let palette: Palette | undefined;

export function colours(): Palette {
  return (palette ??= read());
}

function read(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--tutti-${name}`).trim();
  const family = token('font');
  return {
    ground: token('ground-0'), panel: token('ground-1'), raised: token('ground-2'), hover: token('ground-hover'),
    line: token('line'), lineStrong: token('line-strong'),
    bar: token('grid-bar'), beat: token('grid-beat'), step: token('grid-step'),
    whiteRow: token('row-white'), blackRow: token('row-black'), handRow: token('row-hand'), tonicRow: token('row-tonic'), veil: token('veil'),
    text: token('text'), quiet: token('text-quiet'), faint: token('text-faint'), onColour: token('text-on-colour'),
    accent: token('accent'), accentQuiet: token('accent-quiet'), profile: token('colour-8'), bad: token('bad'), record: token('record'),
    whiteKey: token('key-white'), blackKey: token('key-black'),
    small: `500 ${token('size-small')} ${family}`, smallBold: `600 ${token('size-small')} ${family}`,
    ruler: `400 ${token('size-ruler')} ${family}`, rulerBold: `600 ${token('size-ruler')} ${family}`
  };
}
