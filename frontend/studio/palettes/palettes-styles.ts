import { css } from 'lit';

export const palettesStyles = css`
  dialog {
    box-sizing: border-box;
    width: min(880px, calc(100vw - 16px));
    height: min(760px, calc(100dvh - 32px));
    padding: 0;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-large);
    background: var(--tutti-ground-1);
    color: var(--tutti-text);
    box-shadow: var(--tutti-shadow);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: #0008;
  }

  header,
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 14px;
  }

  .filters {
    padding-top: 0;
    border-bottom: 1px solid var(--tutti-line);
  }

  h2,
  h3 {
    margin: 0;
    font-size: var(--tutti-size-large);
    font-weight: 600;
  }

  h2,
  .search {
    flex: 1;
  }

  .search,
  select,
  .learn input[type='text'] {
    min-width: 120px;
    height: 32px;
  }

  select {
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-small);
    background: var(--tutti-ground-0);
    color: var(--tutti-text);
    font: inherit;
  }

  .cards {
    flex: 1;
    overflow: auto;
    margin: 0;
    padding: 12px 14px;
    list-style: none;
    scrollbar-width: thin;
    scrollbar-color: var(--tutti-line-strong) transparent;
  }

  .card {
    padding: 10px 12px;
    margin-bottom: 8px;
    border-radius: var(--tutti-radius);
    background: var(--tutti-ground-2);
  }

  .card > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .card h3 {
    flex: 1 1 200px;
    font-size: var(--tutti-size-large);
  }

  p {
    max-width: 75ch;
    margin: 4px 0 0;
  }

  .facts,
  .rights {
    color: var(--tutti-text-quiet);
    font-size: var(--tutti-size-small);
  }

  .learn {
    padding: 12px 14px;
    border-top: 1px solid var(--tutti-line);
    max-height: 50%;
    overflow: auto;
  }

  .learn ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 2px 12px;
    margin: 8px 0;
    padding: 0;
    list-style: none;
  }

  .learn label {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .learn input[type='checkbox'] {
    flex: none;
    width: 16px;
    height: 16px;
    accent-color: var(--tutti-accent);
  }

  .learn .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .drop {
    margin: 8px 0;
    padding: 10px 12px;
    border: 1px dashed var(--tutti-line-strong);
    border-radius: var(--tutti-radius);
  }

  [role='alert'] {
    color: var(--tutti-bad);
  }

  @media (pointer: coarse) {
    button,
    select,
    input {
      min-height: 44px;
    }
  }
`;
