import type { Receipt } from '#ballot-box';

/** Everything the booth ever tells the page around it. No message holds a choice. */
export type BoothMessage =
  | { readonly type: 'jari-booth/ready'; readonly bundle: string }
  | { readonly type: 'jari-booth/refused' }
  | { readonly type: 'jari-booth/tested'; readonly ballotHash: string }
  | { readonly type: 'jari-booth/cast'; readonly receipt: Receipt }
  | { readonly type: 'jari-booth/closed' };

/** Goes to a parent of the booth's own origin; the browser drops it for any other. */
export const tellParent = (message: BoothMessage): void => { window.parent.postMessage(message, location.origin); };

/** Waits for one `jari-booth/open` of the embedding page; what comes from another window or origin, or later, is not read. */
export function awaitOpening(): Promise<unknown> {
  return new Promise((resolve) => {
    const listen = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source !== window.parent || origin !== location.origin) return;
      if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'jari-booth/open') return;
      window.removeEventListener('message', listen);
      resolve(data);
    };
    window.addEventListener('message', listen);
  });
}
