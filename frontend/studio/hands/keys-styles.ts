import { css } from 'lit';

export const keysStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template-columns: 210px minmax(0, 1fr) 300px;
    gap: var(--tutti-space-3);
    box-sizing: border-box;
    min-height: 148px;
    padding: var(--tutti-space-2) 40px var(--tutti-space-2) var(--tutti-space-3);
    background: var(--tutti-ground-1);
    border-top: 1px solid var(--tutti-line);
  }

  :host([hidden]) {
    display: none;
  }

  section {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-height: 0;
    min-width: 0;
  }

  .sources {
    max-height: 176px;
    overflow-y: auto;
  }

  .row, .plays {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    white-space: nowrap;
  }

  .row button {
    height: 28px;
    min-width: 28px;
    padding: 0 6px;
  }

  .plays b, .player b, .device, .to {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .plays {
    min-height: 20px;
  }

  i {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 5px;
  }

  input[type='range'] {
    flex: 1;
    min-width: 0;
    height: 20px;
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--tutti-accent);
  }

  input[type='number'] {
    width: 56px;
    height: 24px;
    text-align: right;
  }

  output {
    width: 26px;
    text-align: right;
    font-feature-settings: 'tnum';
  }

  .pedal {
    margin-left: auto;
  }

  .player span {
    flex: 1;
    color: var(--tutti-text-faint);
    font-size: var(--tutti-size-small);
    text-align: right;
  }

  .player[plays] span {
    color: var(--tutti-text);
  }

  .device {
    flex: 1;
    justify-content: flex-start;
  }

  p {
    margin: 0;
    color: var(--tutti-text-quiet);
    font-size: var(--tutti-size-small);
    line-height: 1.35;
    white-space: normal;
  }

  .note {
    margin-top: auto;
    color: var(--tutti-text-faint);
  }

  .close {
    position: absolute;
    top: 4px;
    right: 4px;
  }

  @media (max-width: 1099px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 132px auto;
      max-height: 46dvh;
      overflow-y: auto;
      padding: var(--tutti-space-2);
    }

    .sources {
      max-height: none;
      overflow: visible;
    }

    .how {
      flex-direction: row;
      flex-wrap: wrap;
      align-items: center;
    }

    .how .row {
      flex: none;
    }

    .how .plays {
      flex: 0 1 auto;
    }

    .how label {
      flex: 1 1 130px;
      max-width: 220px;
    }

    .framed {
      width: fit-content;
    }

    .row button {
      height: 44px;
      min-width: 44px;
    }
  }
`;
