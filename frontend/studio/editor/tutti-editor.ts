import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { NONE } from '../../song/song';
import { hex } from '../canvas/shades';
import { command, tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import '../drums/tutti-drum-grid';
import '../drums/tutti-drum-tools';
import '../drums/tutti-pattern-tools';
import '../instrument/tutti-instrument-panel';
import '../mixer/tutti-mixer';
import '../notes/tutti-piano-roll';
import '../notes/tutti-roll-tools';
import '../sound/tutti-input';
import '../sound/tutti-takes';
import { addClip } from '../workspace/clip-actions';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { t } from '../../words/words';

/** The lower place: a bar with the opened clip's name and tools, and its piano roll. */
@customElement('tutti-editor')
export class TuttiEditor extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  constructor() {
    super();
    new Watching(this, ['song', 'opened', 'view']);
  }

  static override styles = [controlStyles, css`
    :host {
      display: grid;
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
      min-height: 0;
      min-width: 0;
      background: var(--tutti-ground-0);
    }

    header {
      container-type: inline-size;
      display: flex;
      align-items: center;
      gap: 2px;
      min-height: 34px;
      padding: 0 6px 0 0;
      background: var(--tutti-ground-1);
      border-bottom: 1px solid var(--tutti-line);
    }

    header button {
      height: 30px;
      min-width: 32px;
    }

    .fold {
      min-width: 34px;
    }

    .swatch {
      width: 4px;
      height: 18px;
      border-radius: 2px;
      flex: none;
    }

    h2 {
      margin: 0 12px 0 8px;
      font-size: var(--tutti-size);
      font-weight: 600;
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    h2 span {
      font-weight: 400;
      color: var(--tutti-text-faint);
      margin-left: 6px;
    }

    /* The name of the track gives way before the tools wrap. */
    @container (max-width: 1080px) {
      h2 span {
        display: none;
      }
    }

    /* Each place is a page: nothing to fold. The tools get a row that goes on sideways; wrapped they would leave no room for the notes. */
    @media (max-width: 1099px) {
      .fold {
        display: none;
      }

      header {
        flex-wrap: wrap;
        padding-left: 8px;
      }

      h2 {
        flex: 1;
        min-width: 0;
      }

      tutti-roll-tools, tutti-drum-tools {
        flex: 1 0 100%;
        flex-wrap: nowrap;
        overflow-x: auto;
        scrollbar-width: none;
      }
    }

    .empty {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 12px;
      color: var(--tutti-text-quiet);
      font-size: var(--tutti-size-large);
      text-align: center;
      padding: 0 16px;
    }

    .empty p {
      margin: 0;
      max-width: 420px;
    }
  `];

  override render() {
    const w = this.workspace;
    const clip = w.openedClip;
    const track = clip && w.seen.track(clip.track);
    const recorded = clip !== undefined && w.song.media.clips().has(clip.handle);
    return html`
      <header>
        <button class="fold" aria-expanded=${w.editorOpen} aria-label=${t(command('editor').name)} data-tip=${tip('editor')}
          @click=${() => w.showEditor(!w.editorOpen)}>${icon(w.editorOpen ? 'down' : 'up')}</button>
        <button aria-pressed=${w.mixerShown} aria-label=${t(command('mixer').name)} data-tip=${tip('mixer')} @click=${() => w.showMixer(!w.mixerShown)}>${icon('mixer')}</button>
        <button aria-pressed=${w.instrumentShown} aria-label=${t(command('instrument').name)} data-tip=${tip('instrument')} @click=${() => w.showInstrument(!w.instrumentShown)}>${icon('knob')}</button>
        ${w.mixerShown ? html`<h2>${t('Mixer')}</h2>` : w.instrumentShown ? html`<h2>${t('Instrument')}<span>${w.seen.track(w.trackAtHand)?.name ?? ''}</span></h2>` : clip && track ? html`
          <span class="swatch" style="background:${hex(clip.colour)}"></span>
          <h2>${w.seen.clipName(clip.handle) || t('Clip')}<span>${track.name}</span></h2>` : html`<h2>${t('Notes')}</h2>`}
        ${!w.mixerShown && !w.instrumentShown && (recorded || !clip && w.seen.track(w.caret.track)?.type === 'audio') ? html`<tutti-input .workspace=${w}></tutti-input>` : nothing}
        ${!w.editorOpen || !clip || w.mixerShown || w.instrumentShown || recorded ? nothing : html`
          <tutti-pattern-tools .workspace=${w}></tutti-pattern-tools>
          ${w.gridShown ? html`<tutti-drum-tools .workspace=${w}></tutti-drum-tools>` : html`<tutti-roll-tools .workspace=${w}></tutti-roll-tools>`}`}
      </header>
      ${!w.editorOpen ? nothing : w.mixerShown ? html`<tutti-mixer .workspace=${w}></tutti-mixer>`
        : w.instrumentShown ? html`<tutti-instrument-panel .workspace=${w} .track=${w.trackAtHand}></tutti-instrument-panel>` : !clip ? this.empty()
        : recorded ? html`<tutti-takes .workspace=${w}></tutti-takes>`
        : w.gridShown ? html`<tutti-drum-grid .workspace=${w}></tutti-drum-grid>` : html`<tutti-piano-roll .workspace=${w}></tutti-piano-roll>`}`;
  }

  private empty() {
    const w = this.workspace;
    if (w.seen.tracks.length === 0) {
      return html`<div class="empty"><p>${t('The notes of a clip are written here.')}</p></div>`;
    }
    return html`
      <div class="empty">
        <p>${w.seen.clips.length > 0 ? t('Press a clip above to see its notes, or draw a new one.') : t('Notes live in clips. Draw the first one: a bar long, on the chosen track.')}</p>
        <button class="primary" @click=${() => w.caret.track !== NONE && addClip(w, w.caret.track, w.caret.tick)}>${icon('plus')} ${t('New clip')}</button>
      </div>`;
  }
}
