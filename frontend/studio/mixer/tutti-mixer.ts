import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MASTER } from '../../song/mixing';
import { NONE, type Handle } from '../../song/song';
import { controlStyles } from '../controls/control-styles';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import './tutti-device';
import './tutti-loudness';
import './tutti-strip';
import { t } from '../../words/words';

/** The mixer: a strip for each track, group and bus, the master, and the panel of the insert that was opened. */
@customElement('tutti-mixer')
export class TuttiMixer extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  /** The strip whose loudness and spectrum are shown. */
  @state() private metered: Handle | null = null;

  constructor() {
    super();
    new Watching(this, ['song', 'view']);
  }

  static override styles = [controlStyles, css`
    :host {
      display: flex;
      min-height: 0;
      min-width: 0;
      background: var(--tutti-ground-0);
    }

    .strips {
      display: flex;
      flex: 1 1 0;
      min-width: 0;
      overflow-x: auto;
    }

    .strips tutti-strip:last-child {
      position: sticky;
      right: 0;
      margin-left: auto;
      border-left: 1px solid var(--tutti-line-strong);
    }

    tutti-device, tutti-loudness {
      flex: 0 1 max(460px, 38vw);
      min-width: min(320px, 60%);
    }

    @media (max-width: 700px) {
      :host {
        flex-direction: column;
      }

      tutti-device, tutti-loudness {
        flex: 1 1 0;
        min-width: 0;
        border-left: 0;
        border-top: 1px solid var(--tutti-line);
      }
    }
  `];

  override render() {
    const { workspace: w } = this;
    const opened = w.insertShown;
    const { tracks } = w.seen;
    const strips: readonly Handle[] = [...tracks.map(each => each.handle), MASTER];
    const strip = strips.find(each => w.song.mixing.devices(each).some(device => device.handle === opened));
    const device = strip === undefined ? undefined : w.song.mixing.devices(strip).find(each => each.handle === opened);
    const open = (event: CustomEvent<Handle>) => {
      this.metered = null;
      w.showInsert(event.detail);
    };
    const meter = (event: CustomEvent<Handle>) => {
      this.metered = event.detail === this.metered ? null : event.detail;
      w.showInsert(NONE);
    };
    const metered = this.metered !== null && strips.includes(this.metered) ? this.metered : null;
    return html`
      <div class="strips" role="group" aria-label=${t('Mixer')}>
        ${tracks.map(track => html`<tutti-strip .workspace=${w} .track=${track} .opened=${opened} .metered=${metered === track.handle} @device=${open} @meter=${meter}></tutti-strip>`)}
        <tutti-strip .workspace=${w} .track=${null} .opened=${opened} .metered=${metered === MASTER} @device=${open} @meter=${meter}></tutti-strip>
      </div>
      ${metered === null ? nothing : html`<tutti-loudness .workspace=${w} .strip=${metered} .name=${metered === MASTER ? t('Master') : w.seen.track(metered)?.name ?? ''}
        @close=${() => { this.metered = null; }}></tutti-loudness>`}
      ${device && strip !== undefined ? html`<tutti-device .workspace=${w} .device=${device} .strip=${strip}></tutti-device>` : nothing}`;
  }
}
