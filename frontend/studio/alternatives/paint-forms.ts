import type { Handle, Section } from '../../song/song';
import type { Layout, LanePlace } from '../arrangement/layout';
import { colours } from '../canvas/palette';
import { css } from '../canvas/shades';
import type { Workspace } from '../workspace/workspace';
import { OWN } from './forms-at-hand';

const WIDTH = 19;
const EDGE = 9;

/** One form of a section on its head, in pixels. */
export interface FormSign {
  readonly section: Section;
  readonly form: Handle;
  readonly name: string;
  readonly heard: boolean;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The switches A, B, C … at the right of sections that have alternatives and room for them. */
function signs(w: Workspace, layout: Layout): FormSign[] {
  const lane = layout.lanes.find(each => each.name === 'sections');
  return lane ? w.seen.sections.flatMap(section => ofSection(w, layout, lane, section)) : [];
}

function ofSection(w: Workspace, layout: Layout, lane: LanePlace, section: Section): FormSign[] {
  const forms = w.song.alternatives.of(section.handle).filter(each => !each.gone);
  const left = layout.axis.x(section.start);
  const right = Math.min(layout.width, layout.axis.x(section.start + section.length)) - EDGE;
  if (forms.length === 0 || right < 0 || left > layout.width || right - left < (forms.length + 1) * WIDTH + 12) {
    return [];
  }
  const heard = w.song.alternatives.heard(section.handle);
  return [{ handle: section.handle, name: OWN }, ...forms].map((form, index) => ({
    section, form: form.handle, name: form.name, heard: form.handle === heard,
    x: Math.round(right - (forms.length + 1 - index) * WIDTH), y: lane.top + 3, height: lane.height - 7
  }));
}

/** The form whose switch lies under a point; fingers need more room. */
export function formUnder(w: Workspace, layout: Layout, x: number, y: number, touch: boolean): FormSign | undefined {
  const room = touch ? 8 : 0;
  return signs(w, layout).find(sign => x >= sign.x && x < sign.x + WIDTH && y >= sign.y - 2 - room && y <= sign.y + sign.height + 2 + room);
}

export function paintForms(pen: CanvasRenderingContext2D, w: Workspace, layout: Layout): void {
  const palette = colours();
  for (const sign of signs(w, layout)) {
    pen.fillStyle = sign.heard ? css(Math.max(0, sign.section.colour < 0 ? 0x8390a0 : sign.section.colour)) : palette.ground;
    pen.beginPath();
    pen.roundRect(sign.x + 1, sign.y, WIDTH - 2, sign.height, 3);
    pen.fill();
    pen.font = palette.rulerBold;
    pen.fillStyle = sign.heard ? palette.onColour : palette.quiet;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(sign.name.slice(0, 2), sign.x + WIDTH / 2, sign.y + sign.height / 2 + 0.5);
    pen.textAlign = 'start';
  }
}
