import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { roomBelow } from './room-below.ts';

/** Keeps `--room` of a list at the height that the window leaves it, whatever stands above. */
export function useRoomBelow(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const top = element.getBoundingClientRect().top + window.scrollY;
      const room = roomBelow({ top, window: window.innerHeight });
      if (room === undefined) element.style.removeProperty('--room');
      else element.style.setProperty('--room', `${room}px`);
    };
    measure();
    // What stands above comes later at times, and then the page is as much longer.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [box]);
}
