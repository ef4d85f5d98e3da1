/** English sentences: the frame around every page, and what a page that failed says. */

import type { siteVi } from '../vi/site.ts';

export const siteEn: Record<keyof typeof siteVi, string> = {
  'web.product': 'Lịch Trực',
  'web.skip': 'Skip to content',
  'web.nav.label': 'Pages',
  'guide.title': 'Guide (in Vietnamese)',
  'guide.back': 'Back to the contents',
  'web.unit.switch': 'Change unit',
  'web.pages': 'Pages of the list',
  'web.nav.home': 'Home',
  'web.nav.periods': 'Periods',
  'web.nav.more': 'More',
  'web.language.label': 'Language',
  'language.tag': 'en-GB',
  'language.short': 'EN',
  'language.name': 'English',
  'web.failure.home': 'Go to the home page',
  'web.failure.not-found': 'Not found',
  'web.failure.invalid': 'That address is not right',
  'web.failure.forbidden': 'Not allowed',
  'web.failure.conflict': 'Someone has just changed this',
  'web.failure.unavailable': 'Not available for the moment',
  'web.failure.too-many': 'Wait a moment, then try again',
  'web.failure.internal': 'Sorry, the server ran into trouble',
  'web.failure.no-page': 'No page lives at this address. The link may be old or cut short.',
  'web.failure.no-period': 'There is no period “{period}”. The home page lists the periods there are.',
  'web.failure.no-version': 'This period has no version {number}. The newest is version {newest}.',
  'web.failure.version-number': '“{value}” is not a version number. Write it as in ?version=2.',
  'web.failure.busy': 'Too many pages are asked for at this moment. You could try again in a few seconds.',
  'web.failure.too-large':
    'What was sent is too large, so the server did not take it. Perhaps it is the wrong file; choose a smaller one.',
  'web.failure.coded': 'The server takes no compressed data. Try sending it uncompressed.',
  'web.failure.bad-address': 'The server cannot read this address. Copy the link again and retry.',
  'web.failure.reference':
    'Nothing is lost. Try again in a few minutes; if it still fails, give the administrator the code {reference}.',
  'site.qr.none':
    'No QR code: other devices cannot open this server’s address. Set its public address (ROTA_URL), then make it again.',
  'field.moment.day': 'dd/mm/yyyy',
  'field.moment.time': 'hh:mm',
  'field.moment.moment': 'hh:mm dd/mm/yyyy',
};
