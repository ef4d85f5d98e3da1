/** Which addresses a request from here may reach. */

import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/net/public-address.ts';

describe('an address', () => {
  it.each([
    ...['1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.0', '100.63.255.255', '223.255.255.255'],
    ...['2606:4700:4700::1111', '2400:cb00::1', '2001:4860:4860::8888'],
  ])('%s is everybody’s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...[
      '169.254.169.254',
      '100.64.0.1',
      '192.0.2.1',
      '198.18.0.1',
      '203.0.113.9',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', 'fc00::1', 'fd12::1', 'fe80::1'],
    ...[
      'ff02::1',
      '2001:db8::1',
      '2001::1',
      '2002:7f00:1::',
      '3fff::1',
      '',
      'localhost',
      '127.1',
      'example.org',
    ],
  ])('%s is not, or is no address', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
