/** XML looked over before libraries read it. */

import { describe, expect, it } from 'vitest';
import { isSoundXml } from '../../src/kernel/xml-bounds.ts';

describe('XML', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0"?>\n<a b="c"><!-- <x --><b c=\'"\'/><![CDATA[<<>]]></a>',
    '<w:a xmlns:w="u"><w:b w:val="Đỗ / &gt;"/>chữ &amp; số</w:a >',
    '<a b = "/" ></a>',
  ])('is sound: %s', (text) => {
    expect(isSoundXml(text)).toBe(true);
  });

  it.each([
    '',
    'text',
    '<a>',
    '</a>',
    '<a></b>',
    '<a><b></a></b>',
    '<a b="c>"></a>',
    '<a b="<"></a>',
    '<a b="c></a>',
    '<a <b/></a>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
    '<!-- never closed <a/>',
    '<a><![CDATA[ </a>',
    '<? <a/>',
    '< a/>',
    '<a/>\0<',
  ])('is not sound: %j', (text) => {
    expect(isSoundXml(text)).toBe(false);
  });

  it('is not sound when it is too deep, or an element has too much', () => {
    const deep = (levels: number): string => '<a>'.repeat(levels) + '</a>'.repeat(levels);
    expect([isSoundXml(deep(256)), isSoundXml(deep(257))]).toEqual([true, false]);
    const wide = (count: number): string => `<a${' b="c"'.repeat(count)}/>`;
    expect([isSoundXml(wide(200)), isSoundXml(wide(201))]).toEqual([true, false]);
  });
});
