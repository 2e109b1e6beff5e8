import { css } from 'lit';

/** Buttons and fields as all of the studio's elements have them. */
export const controlStyles = css`
  :host {
    font: var(--tutti-size)/var(--tutti-line-height) var(--tutti-font);
    color: var(--tutti-text);
  }

  .icon {
    display: block;
    flex: none;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    box-sizing: border-box;
    min-width: var(--tutti-hit);
    height: var(--tutti-hit);
    padding: 0 7px;
    border: 0;
    border-radius: var(--tutti-radius);
    background: transparent;
    color: var(--tutti-text-quiet);
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    white-space: nowrap;
  }

  button:hover {
    background: var(--tutti-ground-hover);
    color: var(--tutti-text);
  }

  button:active {
    background: var(--tutti-ground-pressed);
  }

  button:disabled {
    color: var(--tutti-line-strong);
    background: transparent;
    cursor: default;
  }

  button[aria-pressed='true'] {
    color: var(--tutti-accent);
    background: var(--tutti-accent-quiet);
  }

  button.primary {
    background: var(--tutti-accent);
    color: var(--tutti-accent-text);
    font-weight: 600;
    padding: 0 14px;
  }

  button.primary:hover {
    background: var(--tutti-accent-strong);
  }

  button.framed {
    border: 1px solid var(--tutti-line-strong);
    padding: 0 12px;
    color: var(--tutti-text);
  }

  input {
    box-sizing: border-box;
    height: 26px;
    padding: 0 8px;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-small);
    background: var(--tutti-ground-0);
    color: var(--tutti-text);
    font: inherit;
  }

  :focus-visible {
    outline: 2px solid var(--tutti-accent);
    outline-offset: -2px;
  }

  input:focus-visible {
    outline-offset: -1px;
  }
`;
