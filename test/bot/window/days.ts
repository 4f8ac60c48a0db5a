/** Days as tests write them. */
import {dayOf, type Day} from '../../../bot/window/day.js';

export function day(iso: string): Day {
  return dayOf(new Date(iso));
}
