/** The signing program of the Government Cipher Committee (VGCA Sign Service), on the very machine a page is shown on. */

export const SIGNING_SERVICE = 'wss://127.0.0.1:8987';
