import { css } from 'lit';

export const instrumentsStyles = css`
  dialog {
    box-sizing: border-box;
    width: min(620px, calc(100vw - 16px));
    height: min(520px, calc(100dvh - 32px));
    margin: 0;
    padding: 8px;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-large);
    background: var(--tutti-ground-2);
    color: var(--tutti-text);
    box-shadow: var(--tutti-shadow);
    overflow: hidden;
  }

  dialog[open] {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / 172px minmax(0, 1fr);
    gap: 8px;
  }

  dialog::backdrop {
    background: transparent;
  }

  .search {
    grid-column: 1 / -1;
    width: 100%;
    height: 34px;
  }

  .shelves,
  .list {
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--tutti-line-strong) transparent;
  }

  .shelves {
    display: flex;
    flex-direction: column;
    gap: 1px;
  }

  .shelves button {
    justify-content: flex-start;
    height: 28px;
    padding: 0 8px;
    flex: none;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .shelves hr {
    width: 100%;
    margin: 5px 0;
    border: 0;
    border-top: 1px solid var(--tutti-line);
  }

  h3 {
    margin: 8px 8px 2px;
    font-size: var(--tutti-size-small);
    font-weight: 600;
    color: var(--tutti-text-faint);
  }

  [role='row'] {
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: 32px;
    padding: 0 2px;
    border-radius: var(--tutti-radius-small);
    cursor: pointer;
  }

  [role='gridcell'] {
    display: contents;
  }

  [role='row'] .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  [role='row'][data-active] {
    background: var(--tutti-ground-pressed);
  }

  [role='row'][aria-selected='true'] {
    color: var(--tutti-accent);
  }

  [role='row'] button {
    min-width: 30px;
    width: 30px;
    height: 28px;
    padding: 0;
    color: var(--tutti-text-faint);
  }

  [role='row'] button:hover,
  [role='row'] button[aria-pressed='true'] {
    color: var(--tutti-accent);
  }

  .list:focus-visible {
    outline-offset: -1px;
  }

  p {
    margin: 12px 8px;
    color: var(--tutti-text-faint);
  }

  .add {
    color: var(--tutti-text-faint);
  }

  .foot.bad {
    color: var(--tutti-bad);
  }

  .foot progress {
    width: 60%;
    margin-right: 12px;
  }

  .foot {
    grid-column: 1 / -1;
    margin: 0;
    padding: 0 4px;
    font-size: var(--tutti-size-small);
    color: var(--tutti-text-faint);
  }

  @media (max-width: 520px) {
    dialog[open] {
      grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    }

    .shelves {
      flex-direction: row;
    }

    .shelves hr,
    .foot {
      display: none;
    }
  }

  @media (pointer: coarse) {
    [role='row'],
    [role='row'] button,
    .shelves button {
      min-height: 44px;
    }

    [role='row'] button {
      width: 44px;
    }

    .foot {
      display: none;
    }
  }
`;
