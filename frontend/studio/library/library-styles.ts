import { css } from 'lit';

export const libraryStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    gap: 6px;
    height: 100%;
    box-sizing: border-box;
    padding: 8px;
  }

  .search {
    width: 100%;
    height: 32px;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .filters select {
    flex: 1 1 90px;
    min-width: 0;
    height: 28px;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-small);
    background: var(--tutti-ground-0);
    color: var(--tutti-text);
    font: inherit;
  }

  .list {
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--tutti-line-strong) transparent;
  }

  [role='gridcell'] {
    display: contents;
  }

  [role='row'] {
    display: grid;
    grid-template-columns: 30px minmax(0, 1fr) 30px 30px;
    align-items: center;
    min-height: 40px;
    padding: 0 2px;
    border-radius: var(--tutti-radius-small);
    cursor: grab;
  }

  [role='row'][aria-selected='true'] {
    background: var(--tutti-ground-pressed);
  }

  [role='row'] button {
    min-width: 30px;
    padding: 0;
    color: var(--tutti-text-faint);
  }

  [role='row'] button:hover,
  [role='row'] button[aria-pressed='true'] {
    color: var(--tutti-accent);
  }

  .what {
    display: flex;
    flex-direction: column;
    line-height: 1.3;
  }

  .what b {
    font-weight: 500;
  }

  .what b,
  .what small {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  small,
  p {
    color: var(--tutti-text-faint);
    font-size: var(--tutti-size-small);
    margin: 0;
  }

  @media (pointer: coarse) {
    [role='row'] {
      grid-template-columns: 44px minmax(0, 1fr) 44px 44px;
      min-height: 48px;
    }

    [role='row'] button {
      min-height: 44px;
    }
  }
`;
