import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../words/words';
import type { Palette, PaletteStore, Place } from './palettes';

/** The form in which a palette is learned from songs and files: what is chosen, whether it is under way, what went wrong. */
export class Learning {
  songs: readonly Place[] | null = null;
  files: readonly File[] = [];
  title = '';
  problem = '';
  private readonly chosen = new Set<string>();
  private running: AbortController | null = null;

  constructor(private readonly store: PaletteStore, private readonly changed: () => void, private readonly learned: (palette: Palette) => void) {
    void store.songs().then(songs => { this.songs = songs; }).catch((problem: unknown) => { this.fail(problem); }).finally(changed);
  }

  private fail(problem: unknown): void { this.problem = problem instanceof Error ? problem.message : String(problem); }

  add(files: Iterable<File>): void {
    this.files = [...this.files, ...[...files].filter(file => /\.(musicxml|mxl|xml)$/i.test(file.name))];
    this.changed();
  }

  stop(): void { this.running?.abort(); }

  private async learn(): Promise<void> {
    this.running = new AbortController();
    const { signal } = this.running;
    this.problem = '';
    this.changed();
    try {
      this.learned(await this.store.learn(this.title, [...this.chosen], this.files, signal));
    } catch (problem) {
      if (!signal.aborted) this.fail(problem);
    } finally {
      this.running = null;
      this.changed();
    }
  }

  render(close: () => void): TemplateResult {
    const busy = this.running !== null;
    return html`
      <form class="learn" aria-label=${t('Learn a palette')} @submit=${(event: Event) => { event.preventDefault(); void this.learn(); }}>
        <h3>${t('Learn a palette from your songs')}</h3>
        <p>${t('The studio learns from the chords of the chord lane, a melody and a bass. It stays yours alone until you share it, and nothing of it goes into the palettes that come along.')}</p>
        ${this.songs === null ? nothing : html`<ul aria-label=${t('Your songs')}>${this.songs.map(song => html`
          <li><label><input type="checkbox" .checked=${this.chosen.has(song.link)} @change=${(event: Event) => this.choose(song, event)}>${song.name}</label></li>`)}</ul>`}
        <div class="drop" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${(event: DragEvent) => {
          event.preventDefault();
          event.stopPropagation();
          this.add(event.dataTransfer?.files ?? []);
        }}>
          <label>${t('Or lead sheets as MusicXML files:')}
            <input type="file" multiple accept=".musicxml,.mxl,.xml" @change=${(event: Event) => this.add((event.target as HTMLInputElement).files ?? [])}></label>
          ${this.files.length === 0 ? nothing : html`<p>${t('Files: {0}', this.files.map(file => file.name).join(', '))}</p>`}
        </div>
        ${this.problem === '' ? nothing : html`<p role="alert">${this.problem}</p>`}
        <div class="row">
          <input type="text" aria-label=${t('Name of the palette')} placeholder=${t('Name of the palette')} maxlength="60" .value=${this.title}
            @input=${(event: Event) => { this.title = (event.target as HTMLInputElement).value; this.changed(); }}>
          <button class="primary" ?disabled=${busy || this.title.trim() === '' || this.chosen.size + this.files.length === 0}>${busy ? t('Learning …') : t('Learn')}</button>
          <button type="button" class="framed" @click=${() => { this.stop(); close(); }}>${t('Cancel')}</button>
        </div>
      </form>`;
  }

  private choose(song: Place, event: Event): void {
    if ((event.target as HTMLInputElement).checked) {
      this.chosen.add(song.link);
    } else {
      this.chosen.delete(song.link);
    }
    this.changed();
  }
}
