import { css } from 'lit';

export const suggestStyles = css`
  [popover] {
    box-sizing: border-box;
    width: min(380px, calc(100vw - 16px));
    max-height: calc(100dvh - 24px);
    margin: 0;
    padding: 10px 12px 12px;
    overflow: auto;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-large);
    background: var(--tutti-ground-2);
    color: var(--tutti-text);
    box-shadow: var(--tutti-shadow);
    font: var(--tutti-size)/var(--tutti-line-height) var(--tutti-font);
  }

  h2 {
    display: flex;
    align-items: center;
    gap: 6px;
    margin: 0 0 8px;
    font-size: var(--tutti-size-large);
    font-weight: 600;
  }

  h2 small {
    font-weight: 400;
  }

  small {
    color: var(--tutti-text-faint);
    font-size: var(--tutti-size-small);
  }

  p {
    margin: 0 0 10px;
    color: var(--tutti-text-quiet);
  }

  .offer {
    display: flex;
    align-items: stretch;
    gap: 4px;
    margin-bottom: 4px;
  }

  .do {
    flex: 1;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 8px;
    align-items: baseline;
    justify-content: start;
    height: auto;
    min-width: 0;
    min-height: 40px;
    padding: 7px 10px;
    border: 1px solid var(--tutti-line-strong);
    text-align: left;
    white-space: normal;
    color: var(--tutti-text);
  }

  .do b {
    font-weight: 600;
  }

  .do span {
    grid-column: 1 / -1;
    color: var(--tutti-text-quiet);
    font-size: var(--tutti-size-small);
  }

  .to-more {
    height: auto;
  }

  .to-list {
    min-width: 28px;
    height: 28px;
    font-size: 18px;
  }

  .own {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 10px;
    padding-top: 10px;
    border-top: 1px solid var(--tutti-line);
  }

  .own span {
    flex: 1 0 100%;
    color: var(--tutti-text-quiet);
    font-size: var(--tutti-size-small);
  }

  form {
    display: grid;
    gap: 10px;
  }

  .two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
    padding-top: 10px;
    border-top: 1px solid var(--tutti-line);
  }

  .two .field {
    grid-template-columns: auto minmax(0, 1fr);
  }

  .rights {
    margin: 0;
    font-size: var(--tutti-size-small);
  }

  .end {
    display: flex;
    justify-content: end;
    gap: 6px;
  }
`;
