import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { POINTS, THIRDS, type Tone } from '../../audio/tone';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { parameterStyles } from '../mixer/parameter-row';
import { chooseSource } from '../mixer/side-chain';
import { paintPhase, pixelsOfTurn } from './paint-phase';
import { TonePanel } from './tone-panel';
import { tonePanelStyles } from './tone-panel-styles';
import { gainWords, turnWords } from './tone-words';
import { t } from '../../words/words';

const FAULT = 1;
const STRANGERS = 2;
/** Milliseconds that are said to be a delay. */
const LEAST_DELAY = 0.01;

/** Multiband Phase: how two sounds lie in phase, band by band, what their sum loses by it, and its repair in one press. */
@customElement('tutti-multiband-phase')
export class TuttiMultibandPhase extends TonePanel {

  static override styles = [controlStyles, parameterStyles, tonePanelStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.toggleAttribute('tall', true); // two drawings in one, and no slider below
  }

  private get byTrack(): boolean { return this.value('reference') >= 0.5; }
  private get source() { return this.workspace.seen.track(this.device.source); }

  override render() {
    const repaired = this.value('repair') >= 0.5;
    const found = this.tone !== null && this.tone.state === FAULT;
    const { source, byTrack } = this;
    return html`
      ${this.graph(t('Phase against the reference and coherence, and below what the sum gains or loses, 20 Hz to 20 kHz'),
        byTrack && !source ? t('Choose the track that this one is to be in phase with, then play both.') : t('Play: faults between both are found while they sound.'),
        this.thirds('turn', t('Turn at'), turnWords, pixelsOfTurn, 5))}
      <div class="row">
        <p class="state" aria-live="polite">${this.said || t('Listens.')}</p>
        ${repaired ? html`<button aria-pressed="true" data-tip=${t('Lets it sound as it was')} @click=${() => this.set('repair', 0)}>${icon('check')} ${t('Repaired')}</button>`
          : html`<button class="primary" ?disabled=${!found} data-tip=${t('Brings both into phase: one press, one step to undo')} @click=${() => this.repair()}>${t('Repair')}</button>`}
      </div>
      <div class="row">
        <button aria-pressed=${!byTrack} @click=${() => this.set('reference', 0)}>${t('Left and right')}</button>
        <button aria-pressed=${byTrack} @click=${() => this.set('reference', 1)}>${t('Against a track')}</button>
        ${byTrack ? html`<button class=${source ? '' : 'primary'} aria-haspopup="menu" @click=${(event: MouseEvent) => chooseSource(this, event)}>${icon('hear')} ${source?.name ?? t('Choose a track')} ▾</button>` : ''}
        ${this.listening()}
      </div>
      <details><summary>${t('By hand')}</summary>
        ${this.more('repair', 'invert', 'delay')}
        <div class="row"><button ?disabled=${!found} data-tip=${t('Measures and repairs anew from what sounds now')} @click=${() => this.repair()}>${t('Repair anew')}</button>
          ${this.leveller('turn')}</div>
      </details>`;
  }

  protected override tell(tone: Tone): string {
    if (this.value('repair') >= 0.5) return tone.gains > 0.05 ? t('Repaired: the sum gains {0}.', gainWords(tone.gains)) : t('Repaired.');
    if (tone.state === FAULT) {
      const subject = this.byTrack ? this.source?.name ?? t('Side-chain') : t('Right against left');
      const faults = [
        ...Math.abs(tone.delay) >= LEAST_DELAY ? [t('a delay of {0} ms', Number(tone.delay.toFixed(2)))] : [],
        ...tone.polarity < 0 ? [t('opposite polarity')] : [],
        ...tone.found.some(turn => Math.abs(turn) > 10) ? [t('turned bands')] : []
      ];
      return t('{0}: found {1}. In phase the sum gains {2}.', subject, faults.join(t(', ')) || t('turned bands'), gainWords(tone.gains));
    }
    return tone.state === STRANGERS ? t('Nothing in common: left alone.') : tone.state > STRANGERS ? t('In phase already.') : tone.heard > 0 ? t('Listens.') : '';
  }

  protected override draw(pen: CanvasRenderingContext2D, width: number, height: number, tone: Tone | null): void {
    const turns = this.byHand('turn');
    const curve = this.workspace.song.mixing.curveThrough(turns);
    const repaired = this.value('repair') >= 0.5 && !this.device.bypassed;
    const left = Float64Array.from({ length: POINTS }, (_, point) => wrapped((tone?.phase[point] ?? 0) - curve[point]!));
    paintPhase(pen, width, height, { tone: tone && tone.state > 0 ? tone : null, turns, curve, left: repaired ? left : null, active: this.active });
  }

  private repair(): void {
    const { tone } = this;
    if (!tone) return;
    const first = this.placeOf('1.turn');
    this.setAll(values => {
      values[this.placeOf('delay')] = Math.min(20, Math.max(-20, tone.delay));
      values[this.placeOf('invert')] = tone.polarity < 0 ? 1 : 0;
      for (let third = 0; third < THIRDS; third++) values[first + third] = wrapped(tone.found[third]!);
      values[this.placeOf('repair')] = 1;
    });
  }
}

function wrapped(degrees: number): number { return degrees - 360 * Math.round(degrees / 360); }

declare global {
  interface HTMLElementTagNameMap {
    'tutti-multiband-phase': TuttiMultibandPhase;
  }
}
