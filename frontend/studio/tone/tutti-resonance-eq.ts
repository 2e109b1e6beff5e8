import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Tone } from '../../audio/tone';
import { colours } from '../canvas/palette';
import { controlStyles } from '../controls/control-styles';
import { parameterStyles } from '../mixer/parameter-row';
import { AFTER, BEFORE } from './paint-match';
import { fillBetween, fillUnder, paintCurve, paintFrequencies, paintLegend, paintLine, type Lane } from './paint-tone';
import { TonePanel } from './tone-panel';
import { tonePanelStyles } from './tone-panel-styles';
import { LevelScale } from './tone-scale';
import { sootheWords } from './tone-words';
import { t } from '../../words/words';

const OCTAVES = [31, 63, 125, 250, 500, 1000, 2000, 4000, 8000, 16_000];

/** Resonance EQ: one slider from soothing to emphasising, and what it takes away or brings out between the spectra. */
@customElement('tutti-resonance-eq')
export class TuttiResonanceEq extends TonePanel {
  private readonly scale = new LevelScale(60);

  static override styles = [controlStyles, parameterStyles, tonePanelStyles];

  override render() {
    return html`
      ${this.graph(t('Spectrum before and after, and what is taken away or brought out between them, 20 Hz to 20 kHz'),
        t('Play: resonances stand out of the spectrum. To the left the slider soothes them, to the right it brings them out.'), nothing)}
      <div>${this.row('amount', { large: true, centred: true, name: t('Amount'), words: sootheWords })}
        <div class="ends" aria-hidden="true"><span>← ${t('soothe')}</span><span>${t('emphasise')} →</span></div></div>
      <div class="row">${this.listening()}</div>
      <details><summary>${t('More')}</summary>
        ${this.more('lasting', 'fleeting', 'from', 'to', 'sharpness', 'speed')}
      </details>
      <details><summary>${t('Weights by octave')}</summary>
        <div class="parameters">${OCTAVES.map((octave, at) => this.row(`${at + 1}.weight`, { name: octave >= 1000 ? t('{0} kHz', octave / 1000) : t('{0} Hz', octave) }))}</div>
      </details>`;
  }

  protected override draw(pen: CanvasRenderingContext2D, width: number, height: number, tone: Tone | null): void {
    const lane: Lane = { top: 0, width, height };
    const palette = colours();
    paintFrequencies(pen, width, height);
    if (!tone || tone.heard === 0) return;
    const { scale } = this;
    const down = (level: number) => scale.down(level);
    scale.take(tone);
    for (const level of scale.lines) paintLine(pen, lane, scale.down(level), height * scale.down(level) > 34 ? String(level).replace('-', '−') : '', true);
    fillUnder(pen, lane, tone.output, down, palette.quiet, 0.1);
    fillBetween(pen, lane, tone.input, tone.output, down, palette.accent, 0.5);
    paintCurve(pen, lane, tone.input, down, BEFORE());
    paintCurve(pen, lane, tone.output, down, AFTER());
    paintLegend(pen, width, [[t('before'), BEFORE()], [t('after'), AFTER()], [t('difference'), { colour: palette.accent, width: 6 }]]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-resonance-eq': TuttiResonanceEq;
  }
}
