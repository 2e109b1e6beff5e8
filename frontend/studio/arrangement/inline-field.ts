import { css } from 'lit';

export const inlineFieldStyles = css`
  .inline {
    position: absolute;
    z-index: 3;
    height: 22px;
    padding: 0 5px;
    border: 1px solid var(--tutti-accent);
    border-radius: var(--tutti-radius-small);
    background: var(--tutti-ground-0);
    color: var(--tutti-text);
    font: 500 var(--tutti-size-small)/1 var(--tutti-font);
    outline: none;
  }
`;

/** A field over a drawing: Enter or leaving it writes, Escape leaves things as they are. */
export function openField(over: HTMLElement, place: { x: number; y: number; width: number }, label: string, text: string, write: (text: string) => void): void {
  const field = document.createElement('input');
  field.className = 'inline';
  field.value = text;
  field.setAttribute('aria-label', label);
  field.style.left = `${Math.max(0, Math.min(place.x, over.clientWidth - place.width))}px`;
  field.style.top = `${place.y}px`;
  field.style.width = `${place.width}px`;
  let open = true;
  const close = (save: boolean) => {
    if (!open) {
      return;
    }
    open = false;
    const words = field.value.trim();
    field.remove();
    if (save && words !== '' && words !== text) {
      write(words);
    }
    over.focus({ preventScroll: true });
  };
  field.addEventListener('keydown', event => {
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'Escape') {
      close(event.key === 'Enter');
    }
  });
  field.addEventListener('blur', () => close(true));
  for (const type of ['pointerdown', 'pointermove', 'dblclick', 'contextmenu'] as const) {
    field.addEventListener(type, event => event.stopPropagation());
  }
  over.append(field);
  field.select();
}
