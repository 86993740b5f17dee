import picocolors from 'picocolors';
import { environment } from '../app/config.ts';

/** Colours for a terminal. What goes into a file or a pipe has none, also where `CI` is set. */
export const colours = picocolors.createColors(environment().wantsColours);
