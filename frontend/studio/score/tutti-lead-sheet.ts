import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { whenShut } from '../controls/shut';
import type { Workspace } from '../workspace/workspace';
import { engrave } from './engrave';
import { address, leadSheet, type Wish } from './lead-sheet';
import { leadSheetStyles } from './lead-sheet-styles';
import { printScore } from './print';
import { t } from '../../words/words';

/** The song, or what is chosen of it, as a lead sheet: title, chords, melody; printed, or downloaded as MusicXML. */
@customElement('tutti-lead-sheet')
export class TuttiLeadSheet extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  @state() private open = false;
  @state() private melody = '';
  @state() private chosenOnly = false;
  @state() private busy = false;
  @state() private problem = '';
  @state() private musicXml = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.sheet') private sheet!: HTMLElement;
  private asked = 0;

  static override styles = [controlStyles, leadSheetStyles];

  /** Shows what is chosen, or else the whole song. */
  show(): void {
    this.open = true;
    this.melody = '';
    this.chosenOnly = this.chosen !== null;
    void this.updateComplete.then(() => {
      this.dialog.showModal();
      void this.draw();
    });
  }

  /** From where to where the chosen clips reach, in ticks. */
  private get chosen(): readonly [number, number] | null {
    const w = this.workspace;
    const clips = w?.clips.all().map(clip => w.seen.clip(clip)).filter(clip => clip !== undefined) ?? [];
    return clips.length === 0 ? null
      : [Math.min(...clips.map(clip => clip.start)), Math.max(...clips.map(clip => clip.start + clip.length))];
  }

  private get wish(): Wish {
    const [from, to] = (this.chosenOnly ? this.chosen : null) ?? [0, 0];
    return { song: this.workspace?.song.link ?? '', melody: this.melody, from, to };
  }

  private async draw(): Promise<void> {
    const turn = ++this.asked;
    this.busy = true;
    this.problem = '';
    try {
      const xml = await leadSheet(this.wish);
      if (turn === this.asked) {
        await engrave(this.sheet, xml, 'screen');
        this.musicXml = xml;
      }
    } catch (problem) {
      if (turn === this.asked) {
        this.musicXml = '';
        this.sheet.replaceChildren();
        this.problem = problem instanceof Error ? problem.message : String(problem);
      }
    } finally {
      if (turn === this.asked) {
        this.busy = false;
      }
    }
  }

  override render() {
    const w = this.workspace;
    if (!w || !this.open) {
      return nothing;
    }
    const choice = (label: string, value: string, set: (value: string) => void, entries: readonly (readonly [string, string])[]) => html`
      <label>${label}<select aria-label=${label} @change=${(event: Event) => { set((event.target as HTMLSelectElement).value); void this.draw(); }}>
        ${entries.map(([id, name]) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}</select></label>`;
    const tracks = w.seen.tracks.filter(track => track.type === 'instrument');
    return html`
      <dialog aria-label=${t('Lead sheet')} @keydown=${(event: Event) => event.stopPropagation()} @close=${whenShut(() => { this.open = false; })}>
        <header>
          <h2>${t('Lead sheet')}</h2>
          ${choice(t('Melody'), this.melody, id => { this.melody = id; },
            [['', t('Found by itself')], ...tracks.map(track => [w.song.idOf(track.handle), track.name] as const)])}
          ${this.chosen ? choice(t('Part'), this.chosenOnly ? 'chosen' : 'song', part => { this.chosenOnly = part === 'chosen'; },
            [['song', t('The whole song')], ['chosen', t('The chosen clips')]]) : nothing}
          <button class="primary print" ?disabled=${this.musicXml === ''} @click=${this.print}>${t('Print')}</button>
          ${this.musicXml === '' ? nothing : html`
            <a class="framed" download href=${address(this.wish, 'musicxml')} router-ignore>.musicxml</a>
            <a class="framed" download href=${address(this.wish, 'mxl')} router-ignore>.mxl</a>`}
          <button aria-label=${t('Close')} @click=${() => this.dialog.close()}>${icon('close')}</button>
        </header>
        <div class="paper" tabindex="0" role="group" aria-label=${t('The score')} aria-busy=${this.busy}>
          ${this.problem !== '' ? html`<div class="words"><p role="alert">${this.problem}</p>
            <p>${t('A lead sheet shows the chords of the chord lane over one melody. Write chords into the lane at the top, or let the studio find them (Shift+C), and choose the track that sings.')}</p></div>`
            : this.busy && this.musicXml === '' ? html`<div class="words" role="status">${t('Writing the score …')}</div>` : nothing}
          <div class="sheet" role="img" aria-label=${t('Lead sheet of {0}', w.song.name)}></div>
        </div>
      </dialog>`;
  }

  private readonly print = (): void => {
    void printScore(this.musicXml).catch((problem: unknown) => { this.problem = problem instanceof Error ? problem.message : String(problem); });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-lead-sheet': TuttiLeadSheet;
  }
}
