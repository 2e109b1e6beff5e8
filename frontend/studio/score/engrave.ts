import { t } from '../../words/words';

/** What OpenSheetMusicDisplay is asked here; the rest of it stays its own affair. */
interface Engraver {
  load(musicXml: string): Promise<unknown>;
  render(): void;
  zoom: number;
  EngravingRules: { RenderXMeasuresPerLineAkaSystem: number; RenderMeasureNumbersOnlyAtSystemStart: boolean; ChordSymbolTextHeight: number };
}

/** Where a score is drawn: on one long page that fits a width, or on sheets of paper. */
export type Page = 'screen' | 'paper';

/** Below this width of the place, in pixels, a system has two bars, as on a phone. */
const NARROW = 620;

/**
 * Draws a MusicXML score into a place, which is emptied first. The engraver, 1.3 MB of code, is fetched from the studio's own server
 * when the first score is asked for, so that opening a song costs nothing more. Fails with a sentence.
 */
export async function engrave(place: HTMLElement, musicXml: string, page: Page): Promise<void> {
  const { OpenSheetMusicDisplay } = await import('opensheetmusicdisplay').catch(() => {
    throw new Error(t('The score could not be loaded from the server. Try again.'));
  });
  place.replaceChildren();
  const display = new OpenSheetMusicDisplay(place, {
    backend: 'svg', autoResize: false, drawPartNames: false, drawPartAbbreviations: false, drawSubtitle: false, drawLyricist: false,
    drawLyrics: true, autoBeam: true, pageFormat: page === 'paper' ? 'A4_P' : 'Endless', pageBackgroundColor: '#ffffff'
  }) as unknown as Engraver;
  await display.load(musicXml);
  const narrow = page === 'screen' && place.clientWidth < NARROW;
  display.EngravingRules.RenderXMeasuresPerLineAkaSystem = narrow ? 2 : 4;
  display.EngravingRules.RenderMeasureNumbersOnlyAtSystemStart = true;
  display.zoom = narrow ? 0.75 : 0.95;
  display.render();
}
