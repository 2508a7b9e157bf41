import { expect, test } from 'vitest';
import { addressToFetch, addressWithoutSecrets, webAddress } from '../../../src/sources/fetch/address.ts';
import { isPublicAddress } from '../../../src/sources/fetch/private-addresses.ts';

test('knows public addresses from others', () => {
  for (const address of [
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '64:ff9b::808:808',
    '::ffff:8.8.8.8',
  ])
    expect(isPublicAddress(address), address).toBe(true);
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '168.63.129.16',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '2002:7f00:1::',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '',
    'localhost',
  ])
    expect(isPublicAddress(address), address).toBe(false);
});

test('shows no secret of an address, and knows what address is meant', () => {
  expect(addressWithoutSecrets('https://ann:pw@a.example/f?x=1')).toBe('https://a.example/f?x=1');
  expect(addressWithoutSecrets('https://a.example/f?api_key=1&q=a%20b&token=2')).not.toMatch(/=1|=2/);
  expect(addressWithoutSecrets('https://a.example/F%20x?b=%E2%9C%93')).toBe(
    'https://a.example/F%20x?b=%E2%9C%93',
  );
  expect(addressWithoutSecrets('nonsense://u:p@x y')).not.toContain('u:p');
  expect(
    [
      'example.org/feed',
      ' <https://a.example> ',
      'feed:https://a.example/f',
      'feed://a.example/f',
      'a.example:8080/x',
      'münchen.example',
    ].map(webAddress),
  ).toEqual([
    'https://example.org/feed',
    'https://a.example/',
    'https://a.example/f',
    'https://a.example/f',
    'https://a.example:8080/x',
    'https://xn--mnchen-3ya.example/',
  ]);
  expect(
    ['hello', 'two words.example', 'mailto:a@b.example', 'javascript:x', 'ftp://a.example', ''].map(
      webAddress,
    ),
  ).toEqual([null, null, null, null, null, null]);
});

test('leaves out what only tracks a reader of an address', () => {
  expect(addressToFetch('https://vale.example/a?utm_source=x&id=5&fbclid=y#c')).toBe(
    'https://vale.example/a?id=5#c',
  );
  expect(addressToFetch('vale.example/feed?utm_medium=rss')).toBe('https://vale.example/feed');
  const whole = 'https://vale.example/a?source=b%20c&ref=d';
  expect(addressToFetch(whole)).toBe(whole);
  expect(addressToFetch('no address')).toBeNull();
});
