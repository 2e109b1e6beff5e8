import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Tone } from '../../audio/tone';
import { colours } from '../canvas/palette';
import { hex } from '../canvas/shades';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { parameterStyles } from '../mixer/parameter-row';
import { chooseSource } from '../mixer/side-chain';
import { paintMatch, pixelsOfGain } from './paint-match';
import { TonePanel } from './tone-panel';
import { tonePanelStyles } from './tone-panel-styles';
import { LevelScale } from './tone-scale';
import { gainWords } from './tone-words';
import { t } from '../../words/words';

const FOLLOW = 0;
const FREEZE = 1;
const STATIC = 2;

/** XSpecMatch: two spectra while they sound, and the curve that lets the one follow the other. */
@customElement('tutti-xspecmatch')
export class TuttiXspecmatch extends TonePanel {
  private readonly scale = new LevelScale();

  static override styles = [controlStyles, parameterStyles, tonePanelStyles];

  private get source() { return this.workspace.seen.track(this.device.source); }

  override render() {
    const { source } = this;
    const mode = Math.round(this.value('mode'));
    return html`
      ${this.graph(t('Spectrum before and after, that of the track that is followed, and the gain that is applied, 20 Hz to 20 kHz'),
        source ? t('Play: the spectrum goes along with that of {0}.', source.name) : t('Choose the track whose spectrum is to be followed, then play.'),
        this.thirds('gain', t('Gain at'), gainWords, pixelsOfGain, 0.5))}
      ${this.row('amount', { large: true, name: source ? t('How far it goes along with {0}', source.name) : t('Amount') })}
      <div class="row">
        <button class=${source ? '' : 'primary'} aria-haspopup="menu" @click=${(event: MouseEvent) => chooseSource(this, event)}>${icon('hear')} ${source?.name ?? t('Choose a track to follow')} ▾</button>
        <button aria-pressed=${mode === FREEZE} data-tip=${t('Keeps the curve as it is for as long as it plays')} @click=${() => this.set('mode', mode === FREEZE ? FOLLOW : FREEZE)}>${icon('freeze')} ${t('Freeze')}</button>
        ${this.holding()}
        ${this.listening()}
      </div>
      <details><summary>${t('More')}</summary>
        ${this.more('speed', 'smoothing', 'range', 'mode', 'mid/side')}
        <div class="row">${this.leveller('gain')}</div>
      </details>`;
  }

  protected override draw(pen: CanvasRenderingContext2D, width: number, height: number, tone: Tone | null): void {
    const gains = this.byHand('gain');
    const { source } = this;
    const found = tone && tone.heard > 0 && this.value('mode') < STATIC ? tone.found : null;
    paintMatch(pen, width, height, {
      tone, scale: this.scale, gains, active: this.active, spread: false, bypassed: this.device.bypassed, drafting: this.draft !== null,
      hand: this.workspace.song.mixing.curveThrough(gains.map((gain, third) => gain + (found?.[third] ?? 0))),
      wanted: { name: source?.name ?? '', colour: source ? hex(source.colour) : colours().profile }
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-xspecmatch': TuttiXspecmatch;
  }
}
