import { html, nothing } from 'lit';
import type { LyricLine } from '../../song/lyrics';

/** A line's syllables, each with the chords over it; the one that is sung now is marked. */
export function pieces(line: LyricLine, sung: number) {
  const over = (syllable: number) => line.chords.filter((_, index) => line.over[index] === syllable).join(' ');
  const after = over(line.read.length);
  return html`${line.read.map((text, index) => html`<span class=${index === sung ? 'piece sung' : 'piece'}><b>${over(index)}</b>${text}</span>`)}
    ${after !== '' ? html`<span class="piece"><b>${line.read.length === 0 ? after : `  ${after}`}</b>${line.read.length === 0 ? nothing : ' '}</span>` : nothing}`;
}
