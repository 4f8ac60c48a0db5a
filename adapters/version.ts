/**
 * Version of this program, equal to the one in `package.json` (a test holds that), so that no file is read for it.
 */
export const version = '0.1.0';
