import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { openMenu, LINE, type MenuEntry } from '../menu/menu';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { measureRoundTrip, openMicrophone } from './record-sound';
import { t } from '../../words/words';

/** The microphone: which one, how loud it comes, whether one hears oneself, how late it is. */
@customElement('tutti-input')
export class TuttiInput extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  private frame = 0;
  private shown = 0;

  constructor() {
    super();
    new Watching(this, ['hands']);
  }

  static override styles = [controlStyles, css`
    :host {
      display: flex;
      align-items: center;
      gap: 6px;
      min-width: 0;
    }

    button {
      height: 30px;
      white-space: nowrap;
    }

    .level {
      position: relative;
      width: 120px;
      height: 10px;
      border-radius: 3px;
      overflow: hidden;
      background: var(--tutti-ground-3, var(--tutti-line));
    }

    .level i {
      position: absolute;
      inset: 0 auto 0 0;
      width: var(--level, 0%);
      background: var(--tutti-good, #4fb58a);
    }

    .level[data-hot] i {
      background: var(--tutti-bad);
    }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = () => {
      this.frame = requestAnimationFrame(draw);
      this.paintLevel();
    };
    this.frame = requestAnimationFrame(draw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
  }

  /** −60 to 0 dBFS, falling slowly. */
  private paintLevel(): void {
    const bar = this.renderRoot.querySelector<HTMLElement>('.level');
    if (!bar) return;
    this.shown = Math.max(this.workspace.song.playing.microphone.level(), this.shown * 0.92);
    const part = this.shown > 0.001 ? (20 * Math.log10(this.shown) + 60) / 60 : 0;
    bar.style.setProperty('--level', `${Math.round(100 * Math.min(1, Math.max(0, part)))}%`);
    bar.toggleAttribute('data-hot', this.shown > 0.98);
  }

  override render() {
    const { microphone } = this.workspace.song.playing;
    return html`
      <button aria-haspopup="menu" data-tip=${microphone.open ? microphone.name : t('The microphone is closed until you open it or record.')}
        @click=${(event: MouseEvent) => void this.menu(event)}>${icon('record')} ${t('Microphone')} ${icon('down')}</button>
      ${microphone.open ? html`<div class="level" role="img" aria-label=${t('How loud the microphone is')} data-tip=${t('How loud the microphone is')}><i></i></div>
        ${microphone.monitoring ? html`<button aria-pressed="true" data-tip=${t('You hear yourself through the page, a moment late')} @click=${() => microphone.monitor(false)}>${icon('hear')}</button>` : nothing}` : nothing}`;
  }

  private async menu(event: MouseEvent): Promise<void> {
    const w = this.workspace;
    const { microphone } = w.song.playing;
    const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const inputs = await microphone.inputs().catch(() => []);
    const audio = w.song.transport.audioContext;
    const choose = async (id: string) => {
      if (await openMicrophone(w)) await microphone.choose(id, w.song.transport.audioContext!).catch((problem: Error) => w.say(problem.message, true));
    };
    const entries: MenuEntry[] = [
      { name: microphone.open ? t('Close the microphone') : t('Open the microphone'), run: () => microphone.open ? microphone.close() : void openMicrophone(w) },
      LINE,
      { name: t("The system's microphone"), checked: microphone.chosen === '', run: () => void choose('') },
      ...inputs.map((each, index) => ({ name: each.name || t('Microphone {0}', index + 1), checked: microphone.chosen === each.id, run: () => void choose(each.id) })),
      LINE,
      { name: t('Hear yourself'), checked: microphone.monitoring, off: !microphone.open, run: () => microphone.monitor(!microphone.monitoring) },
      { name: t('Measure the latency'), key: audio && microphone.open ? t(microphone.measured ? '{0} ms, measured' : '{0} ms, as the browser says', Math.round(microphone.roundTrip(audio) * 1000)) : undefined,
        run: () => void measureRoundTrip(w) }
    ];
    openMenu(this, { x: place.left, y: place.bottom + 2, title: t('Microphone'), entries });
  }
}
