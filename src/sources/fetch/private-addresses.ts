import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet (IANA's special-purpose registries, RFC 6890), and cloud metadata outside of them. */
const networks: [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'], // carriers' NAT
  ['127.0.0.0', 8, 'ipv4'],
  ['168.63.129.16', 32, 'ipv4'], // Azure's metadata
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 96, 'ipv6'], // unspecified, loopback and IPv4 written the old way
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'], // Teredo and other protocols
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'], // IPv4 inside
  ['3fff::', 20, 'ipv6'],
  ['5f00::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const blocked = new BlockList();
for (const [network, prefix, family] of networks) blocked.addSubnet(network, prefix, family);

/** NAT64 (RFC 6052): how an IPv6-only machine reaches IPv4, whose last 32 bits count. */
const translated = new BlockList();
translated.addSubnet('64:ff9b::', 96, 'ipv6');

/** Whether an IP address is one of the public internet. An IPv4 address inside an IPv6 one is judged by itself. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  if (family === 4) return !blocked.check(address, 'ipv4');
  if (translated.check(address, 'ipv6')) return isPublicAddress(lastFour(address));
  // Node checks `::ffff:127.0.0.1` by the rules of IPv4.
  return !blocked.check(address, 'ipv6');
}

/** The last 32 bits of an IPv6 address, as IPv4. */
function lastFour(address: string): string {
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  // WHATWG's parser writes it out in the shortest form, with what may be one or two groups at the end.
  const { hostname } = new URL(`http://[${address}]`);
  const groups = hostname
    .slice(1, -1)
    .split(':')
    .slice(-2)
    .map(group => Number.parseInt(group || '0', 16));
  return groups.flatMap(group => [group >> 8, group & 255]).join('.');
}
