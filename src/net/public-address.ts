/** Which network addresses are everybody's, after the registries of RFC 6890: a request to any other stays at home. */

import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 blocks that are not globally reachable (IANA special-purpose registry). */
const PRIVATE_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];

/** Of IPv6 only global unicast is everybody's; out of it, protocol assignments, documentation and 6to4 are not. */
const PUBLIC_V6 = ['2000::/3'];
const PRIVATE_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const privateV4 = listOf(PRIVATE_V4, 'ipv4');
const publicV6 = listOf(PUBLIC_V6, 'ipv6');
const privateV6 = listOf(PRIVATE_V6, 'ipv6');

function listOf(subnets: readonly string[], type: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', prefix = ''] = subnet.split('/');
    list.addSubnet(network, Number(prefix), type);
  }
  return list;
}

/** False for anything that is no address. IPv4 written inside IPv6 (`::ffff:10.0.0.1`) is not public: nobody needs it. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !privateV4.check(address, 'ipv4');
  if (!isIPv6(address)) return false;
  return publicV6.check(address, 'ipv6') && !privateV6.check(address, 'ipv6');
}
