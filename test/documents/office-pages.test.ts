/**
 * Every document as LibreOffice opens it: in Word as many pages as our PDF, in a workbook the same rows and totals. `npm test`
 * looks at a few; `npm run test:deep` at all kinds, layouts and papers on all samples and on units of 5 to 300 people.
 */

import { describe, expect, it } from 'vitest';
import { describeWith } from '../programs.ts';
import { isEqual, openedByOffice } from './office-opened.ts';
import { looked, SUBJECTS } from './subjects.ts';

const EVERY = { '28 people of long names': 17 };

describeWith(['soffice', 'pdftotext'], 'LibreOffice', () => {
  const subjects = SUBJECTS.filter((subject) => looked(subject, EVERY).length > 0);
  describe.each(subjects)('opens the documents of $name', (subject) => {
    it('with as many pages in Word as in the PDF, hours whole, and the same rows and totals in workbooks', async () => {
      const opened = await openedByOffice(subject, looked(subject, EVERY));
      expect(opened.length).toBeGreaterThan(0);
      expect(opened.filter((each) => !isEqual(each))).toEqual([]);
    });
  });
});
