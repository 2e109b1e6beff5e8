import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { THIRDS, type Tone } from '../../audio/tone';
import { colours } from '../canvas/palette';
import { controlStyles } from '../controls/control-styles';
import { LINE, openMenu, type MenuEntry } from '../menu/menu';
import { parameterStyles } from '../mixer/parameter-row';
import { ownReference } from './own-reference';
import { paintMatch, pixelsOfGain } from './paint-match';
import { isProfile, pink, profiles, type Profile } from './profiles';
import { TonePanel } from './tone-panel';
import { tonePanelStyles } from './tone-panel-styles';
import { LevelScale } from './tone-scale';
import { gainWords } from './tone-words';
import { t } from '../../words/words';

const STATIC = 1;

/** Profile EQ: a spectrum against what its kind is like, and the curve between them, which can be grabbed. */
@customElement('tutti-profile-eq')
export class TuttiProfileEq extends TonePanel {
  @state() private known: readonly Profile[] = [pink()];
  @state() private listens = false;
  private asked = false;
  private readonly scale = new LevelScale();

  static override styles = [controlStyles, parameterStyles, tonePanelStyles];

  /** The list is asked for once it is needed: when it is opened, or when something else than pink is set. */
  protected override willUpdate(): void {
    if (!this.asked && this.profile === null) void this.ask();
  }

  private async ask(): Promise<void> {
    this.asked = true;
    this.known = await profiles();
  }

  private ofThirds(name: string): readonly number[] {
    const first = this.placeOf(`1.${name}`);
    return this.device.values.slice(first, first + THIRDS);
  }

  /** The profile that is set, or null for a reference. */
  private get profile(): Profile | null {
    const median = this.ofThirds('median');
    const spread = this.ofThirds('spread');
    return this.known.find(each => isProfile(each, median, spread)) ?? null;
  }

  override render() {
    const { profile } = this;
    const name = profile ? t(profile.title) : t('A reference');
    return html`
      ${this.graph(t('Spectrum before and after, the profile, and the gain that is applied, 20 Hz to 20 kHz'),
        t('Play: what sounds is drawn against the profile. The curve can be grabbed at any frequency.'),
        this.thirds('gain', t('Gain at'), gainWords, pixelsOfGain, 0.5))}
      ${this.row('amount', { large: true, name: t('Amount towards “{0}”', name) })}
      <div class="row">
        <button aria-haspopup="menu" ?disabled=${this.listens} @click=${this.choose}>${this.listens ? t('Listens …') : t('Profile: {0}', name)} ▾</button>
        ${this.holding()}
        ${this.listening()}
      </div>
      <details><summary>${t('More')}</summary>
        ${this.more('range', 'tilt', 'memory', 'resolution', 'mode', 'mid/side', 'phase')}
        <div class="row">${this.leveller('gain')}</div>
        ${profile ? html`<p class="card">${t('{0}: {1}', name, t(profile.description))} ${profile.card ? t('From {0} sounds.', profile.card.sounds) : ''}</p>` : nothing}
      </details>`;
  }

  protected override draw(pen: CanvasRenderingContext2D, width: number, height: number, tone: Tone | null): void {
    const gains = this.byHand('gain');
    paintMatch(pen, width, height, {
      tone, scale: this.scale, gains, hand: this.shape(gains, tone), active: this.active, wanted: { name: t('profile'), colour: colours().profile },
      spread: true, bypassed: this.device.bypassed, drafting: this.draft !== null
    });
  }

  /** The curve while it is moved: what is found, and the gains by hand. */
  private shape(gains: Float64Array, tone: Tone | null): Float64Array {
    const follows = tone && tone.heard > 0 && this.value('mode') < STATIC ? tone.found : null;
    return this.workspace.song.mixing.curveThrough(gains.map((gain, third) => gain + (follows?.[third] ?? 0)));
  }

  private readonly choose = async (event: MouseEvent): Promise<void> => {
    const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
    await this.ask();
    const now = this.profile;
    openMenu(this, { x: place.left, y: place.bottom + 2, title: t('Profile'), entries: [
      ...this.known.map((each): MenuEntry => ({ name: t(each.title), checked: each === now, run: () => this.take(each.median_db, each.spread_db, null) })),
      LINE,
      { name: t('As a file of one’s own …'), checked: now === null, run: () => void this.reference() }
    ] });
  };

  /** Writes a profile, or a reference with its sides, as one edit. */
  private take(median: ArrayLike<number>, spread: ArrayLike<number> | null, sides: ArrayLike<number> | null): void {
    const all = this.workspace.song.mixing.parameters(this.device.effect);
    const [levels, spreads, beside] = [this.placeOf('1.median'), this.placeOf('1.spread'), this.placeOf('1.side')];
    const into = (values: Float64Array, place: number, value: number) => { values[place] = Math.min(all[place]!.most, Math.max(all[place]!.least, value)); };
    this.setAll(values => {
      for (let third = 0; third < THIRDS; third++) {
        into(values, levels + third, median[third]!);
        into(values, spreads + third, spread?.[third] ?? 0);
        into(values, beside + third, sides?.[third] ?? all[beside]!.initial);
      }
    });
  }

  private async reference(): Promise<void> {
    const { workspace: w, device: { handle } } = this;
    try {
      this.listens = true;
      const found = await ownReference(w);
      if (this.device.handle !== handle) return; // another insert is looked at by now
      const both = this.value('mid/side') >= 0.5;
      if (found) this.take(both ? found.middle : found.whole, null, found.sides);
    } catch (problem) {
      w.say(problem instanceof Error ? problem.message : String(problem), true);
    } finally {
      this.listens = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-profile-eq': TuttiProfileEq;
  }
}
