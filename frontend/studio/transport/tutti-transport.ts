import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { NONE } from '../../song/song';
import { forget, paintSoon } from '../canvas/frames';
import { command, run, tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon, type IconName } from '../controls/icons';
import '../controls/tutti-meter';
import { openMenu } from '../menu/menu';
import { clock } from '../time/words';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { keyEntries, keyName } from './keys-of-songs';
import { openSound } from './sound-menu';
import { countWords, playingButtons, playingStyles } from './playing-buttons';
import './tutti-value';
import { t, told } from '../../words/words';

/** Undo and redo, playing, where the playhead is, and the song's tempo, metre and key there. */
@customElement('tutti-transport')
export class TuttiTransport extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @query('.bars') private bars?: HTMLElement;
  @query('.clock') private time?: HTMLElement;
  private shownTempo = -1;

  constructor() {
    super();
    new Watching(this, ['song', 'status', 'transport', 'view', 'hands', 'people']);
  }

  static override styles = [controlStyles, playingStyles, css`
    :host {
      display: flex;
      align-items: center;
      gap: 2px;
      min-width: 0;
      font-feature-settings: 'tnum';
    }

    .group {
      display: flex;
      align-items: center;
      gap: 2px;
      flex: none;
    }

    .steps {
      min-width: 18px;
      padding: 0;
    }

    .middle {
      position: relative;
      margin: 0 auto;
      gap: 6px;
    }

    .play {
      width: 44px;
      height: min(var(--tutti-hit), 38px);
      color: var(--tutti-accent-text);
      background: var(--tutti-accent);
    }

    .play:hover, .play:active, .play[aria-pressed='true'] {
      color: var(--tutti-accent-text);
      background: var(--tutti-accent-strong);
    }

    .position {
      display: grid;
      grid-template-columns: 92px 74px;
      align-items: baseline;
      height: 34px;
      box-sizing: border-box;
      padding: 5px 10px;
      border-radius: var(--tutti-radius);
      background: var(--tutti-ground-0);
      box-shadow: inset 0 0 0 1px var(--tutti-line);
      cursor: default;
      white-space: nowrap;
    }

    .bars {
      font-size: 17px;
      font-weight: 600;
      line-height: 24px;
    }

    .clock {
      font-size: var(--tutti-size-small);
      color: var(--tutti-text-faint);
      text-align: right;
    }

    /* beside the row, which stays where it is when the last sound has come */
    .loading {
      position: absolute;
      left: calc(100% + 6px);
      color: var(--tutti-text-faint);
      font-size: var(--tutti-size-small);
      white-space: nowrap;
    }

    .gesture {
      position: fixed;
      inset: 60px auto auto 50%;
      z-index: 10;
      padding: 8px 20px;
      font-size: var(--tutti-size-large);
      transform: translateX(-50%);
      color: var(--tutti-accent-text);
      background: var(--tutti-accent);
    }

    .count {
      display: none;
    }

    @media (max-width: 1500px) {
      .count {
        display: inline;
      }

      .words {
        position: absolute;
        clip-path: inset(50%);
        width: 1px;
      }
    }

    tutti-meter {
      width: 76px;
      height: 8px;
      border-radius: 2px;
      overflow: hidden;
      background: var(--tutti-ground-0);
      box-shadow: inset 0 0 0 1px var(--tutti-line);
    }

    .suggest {
      color: var(--tutti-accent);
    }

    :host([tight]) .suggest span {
      display: none;
    }

    .key {
      min-width: 64px;
    }

    .meter .icon, :host([tight]) tutti-meter {
      display: none;
    }

    :host([tight]) .meter .icon {
      display: block;
    }

    :host([narrow]) .meter, :host([tight]) .clock, :host([tight]) .keys, :host(:is([narrow], [full])) .key {
      display: none;
    }

    :host([tight]) .position {
      grid-template-columns: 92px;
    }

    :host([tight]) .middle {
      gap: 2px;
    }

    :host([slim]) {
      overflow-x: auto;
      scrollbar-width: none;
      mask-image: linear-gradient(to right, black calc(100% - 20px), transparent);
    }

    :host([slim]) .middle {
      margin: 0;
    }

    :host([slim]) :is(.play, .record, .suggest) {
      order: -1;
    }
  `];

  private readonly sizes = new ResizeObserver(() => {
    this.toggleAttribute('tight', this.clientWidth < 1060);
    this.toggleAttribute('narrow', this.clientWidth < 800);
    this.toggleAttribute('slim', this.clientWidth < 620);
    this.fit();
  });

  /** Leaves the key out where all of it has no room beside the people. */
  private fit(): void {
    this.removeAttribute('full');
    const [undo, middle] = this.renderRoot.querySelectorAll<HTMLElement>('.group');
    if (undo && middle) this.toggleAttribute('full', undo.offsetWidth + middle.offsetWidth + 2 > this.clientWidth);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    forget(this.paint);
  }

  override render() {
    const w = this.workspace;
    if (!w) {
      return nothing;
    }
    const { song } = w;
    const { transport } = song;
    const playhead = Math.round(transport.playhead);
    const tempo = w.seen.tempos.filter(each => each.start <= playhead).at(-1);
    const metre = w.seen.metres.filter(each => each.start <= playhead).at(-1);
    return html`
      <div class="group">
        ${this.button('undo', song.undoLabel === null ? t('Nothing to undo') : t('Undo: {0}', told(song.undoLabel)), song.undoLabel === null)}
        ${this.button('redo', song.redoLabel === null ? t('Nothing to redo') : t('Redo: {0}', told(song.redoLabel)), song.redoLabel === null)}
        <button class="steps" aria-haspopup="menu" aria-label=${t('Your steps')} data-tip=${tip('steps')} @click=${() => w.wanted.tell('steps')}>${icon('down')}</button>
      </div>
      <div class="group middle" role="group" aria-label=${t('Transport')}>
        ${this.button('start')}
        <button aria-label=${t('Stop')} data-tip=${t('Stop; again: back to the start')} @click=${this.stop}>${icon('stop')}</button>
        <button class="play" aria-label=${t('Play')} aria-pressed=${transport.playing} data-tip=${tip('play')}
          @click=${() => run('play', w)}>${icon(transport.playing ? 'pause' : 'play')}</button>
        ${playingButtons(this, w)}
        ${this.button('loop', undefined, false, transport.loop.on)}
        ${this.button('metronome', undefined, false, transport.metronome)}
        ${this.button('follow', undefined, false, w.followPlayhead)}
        <div class="position" role="timer" aria-label=${t('Position')} data-tip=${t('Bar, beat, ticks; minutes and seconds')}>
          <span class="bars"></span><span class="clock"></span>
        </div>
        <tutti-value label=${t('Tempo')} unit="bpm" .value=${Math.round((tempo?.bpm ?? 120) * 100) / 100} .min=${4} .max=${900} .step=${1} .rest=${120}
          @change=${(event: CustomEvent<number>) => w.attempt(() => song.setTempo(tempo?.start ?? 0, event.detail))}></tutti-value>
        <button class="metre" aria-haspopup="menu" aria-label=${t('Metre {0}', `${metre?.numerator ?? 4}/${metre?.denominator ?? 4}`)} data-tip=${t('Metre')}
          @click=${this.chooseMetre}>${metre?.numerator ?? 4}/${metre?.denominator ?? 4}</button>
        <button class="key" aria-haspopup="menu" aria-label=${t('Key {0}', keyName(song.key()))} data-tip=${t('Key')} @click=${this.chooseKey}>${keyName(song.key())}</button>
        <button class="meter" aria-haspopup="menu" aria-label=${t('Sound')} data-tip=${tip('sound', t('Level of everything, −60 to 0 dBFS. Press for buffer and output'))}
          @click=${this.chooseSound}>${icon('hear')}<tutti-meter .workspace=${w} .track=${NONE}></tutti-meter></button>
        <button class="suggest" aria-haspopup="dialog" aria-label=${t('Suggest')} data-tip=${tip('suggest')} @click=${() => w.wanted.tell('suggest')}>${icon('suggest')}<span>${t('Suggest')}</span></button>
        <button class="keys" aria-label=${t('Every shortcut')} data-tip=${tip('shortcuts')} @click=${() => w.wanted.tell('shortcuts')}>${icon('keys')}</button>
        ${transport.awaitsGesture ? html`<button class="gesture" data-tip=${t('Browsers let a page sound only once somebody has pressed something in it')}>${t('Click to hear')}</button>`
        : transport.quiet.on ? this.hushed(song.playing.shared.sounding?.name ?? '') : transport.silent ? this.silent(transport.problem ?? '') : this.loading(transport.loading)}
      </div>`;
  }

  private hushed(who: string) {
    const words = t('Silent here: the sound comes from {0}\'s computer only', who);
    return html`<span class="loading hushed" role="status" data-tip=${t('{0}. Under “Sound” you can hear it here, too', words)}><span class="count" aria-hidden="true">♪ ${who}</span><span class="words">${words}</span></span>`;
  }

  private silent(why: string) {
    return html`<span class="loading hushed" role="status" data-tip=${t('There is no sound: {0}', why)}><span class="count" aria-hidden="true">♪ ×</span><span class="words">${t('No sound')}</span></span>`;
  }

  private loading(sounds: number) {
    if (sounds === 0) {
      return nothing;
    }
    const words = sounds === 1 ? t('1 sound on the way') : t('{0} sounds on the way', sounds);
    return html`<span class="loading" role="status" data-tip=${words}><span class="count" aria-hidden="true">♪ ${sounds}</span><span class="words">${words}</span></span>`;
  }

  private button(id: 'undo' | 'redo' | 'start' | 'loop' | 'metronome' | 'follow', words?: string, off = false, pressed?: boolean) {
    const { name, icon: shape } = command(id);
    return html`<button aria-label=${words ?? t(name)} data-tip=${tip(id, words)} ?disabled=${off} aria-pressed=${pressed ?? nothing}
      @click=${() => this.workspace && run(id, this.workspace)}>${icon(shape as IconName)}</button>`;
  }

  private readonly stop = (): void => {
    const transport = this.workspace?.song.transport;
    if (transport?.playing) {
      transport.stop();
    } else {
      transport?.seek(0);
    }
  };

  private readonly chooseMetre = (event: MouseEvent): void => {
    const w = this.workspace;
    if (w) {
      const at = w.seen.metres.filter(each => each.start <= w.song.transport.playhead).at(-1);
      const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
      openMenu(this, { x: place.left, y: place.bottom + 2, title: t('Metre'), entries: METRES.map(([numerator, denominator]) => ({
        name: `${numerator}/${denominator}`, checked: at?.numerator === numerator && at.denominator === denominator,
        run: () => w.attempt(() => w.song.setMetre(at?.start ?? 0, numerator, denominator))
      })) });
    }
  };

  private readonly chooseKey = (event: MouseEvent): void => {
    const w = this.workspace;
    if (w) {
      const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
      openMenu(this, { x: place.left, y: place.bottom + 2, title: t('Key'), entries: keyEntries(w.song.key(), (fifths, minor) => w.attempt(() => w.song.setKey(fifths, minor))) });
    }
  };

  private readonly chooseSound = (event: MouseEvent): void => {
    if (this.workspace) {
      void openSound(this.workspace, event.currentTarget as HTMLElement);
    }
  };

  override updated(): void {
    paintSoon(this.paint);
  }

  /** The position changes every frame while playing: written straight into its place. */
  private readonly paint = (): void => {
    const w = this.workspace;
    if (!w || !this.bars || !this.time || !this.isConnected) {
      return;
    }
    const playhead = w.song.transport.playhead;
    this.bars.textContent = countWords(w) ?? w.song.position(Math.max(0, Math.round(playhead)));
    this.time.textContent = clock(w.song.seconds(playhead));
    if (w.song.transport.playing) {
      paintSoon(this.paint);
      const tempo = w.seen.tempos.findLastIndex(each => each.start <= playhead);
      if (tempo !== this.shownTempo) {
        this.shownTempo = tempo;
        this.requestUpdate();
      }
    }
  };
}

const METRES: readonly (readonly [number, number])[] = [[4, 4], [3, 4], [2, 4], [2, 2], [5, 4], [6, 8], [7, 8], [9, 8], [12, 8]];
