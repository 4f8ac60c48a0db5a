/**
 * The hosts and addresses that are known to be the kernel's or its neighbours', and those that only look like one.
 *
 * The facts are data: `knowledge/howto/known-hosts.json`. A subdomain belongs to the owner of its domain, so it is as
 * well known. On a host where anyone can have an account, only the named accounts are known. A host with no account named
 * is an honest name that documents use; none of its pages is known to be safe.
 */
import facts from '../howto/known-hosts.json' with {type: 'json'};

interface KnownHosts {
  readonly domains: readonly string[];
  /** Hosts that are known but not all of what they serve: the first parts of a path that are known there. */
  readonly accounts: Readonly<Record<string, readonly string[]>>;
  readonly addresses: readonly string[];
  /** Starts of addresses, host first, that many documents share. */
  readonly paths: readonly string[];
}

// The tests hold the schema.
const known: KnownHosts = facts;
const domains = [...known.domains, ...Object.keys(known.accounts)];
const paths = known.paths.map((path) => path.split('/'));

/** A shorter name has honest neighbours: linux.dev and linux.de, fb.com and fm.com. */
const minNameLetters = 9;

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Whether a link may be opened from a copy that is not trusted. A link within the document has no host and may. */
export function isKnownTarget(url: string): boolean {
  if (/^(?:[#/]|[^:]*$)/.test(url) && !url.startsWith('//')) return true;
  const address = /^mailto:([^?]*)/i.exec(url)?.[1];
  if (address !== undefined) return known.addresses.includes(address.toLowerCase());
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  if (!['https:', 'http:', 'git:'].includes(parsed.protocol) || parsed.username || parsed.port) return false;
  const open = Object.keys(known.accounts).find((domain) => isWithin(parsed.hostname, domain));
  if (open === undefined) return known.domains.some((domain) => isWithin(parsed.hostname, domain));
  const [, account = ''] = parsed.pathname.split('/');
  return known.accounts[open]?.includes(account) ?? false;
}

/** The known host that an unknown one resembles, e.g. `git.kernel.org` for `git.kewnew.owg`. */
export function resembledHost(host: string): string | undefined {
  if (domains.some((domain) => isWithin(host, domain))) return undefined;
  const labels = host.split('.');
  for (const domain of domains) {
    if (domain.replace(/\W/g, '').length < minNameLetters) continue;
    // vger.kernel.org.example.com, kernel.org-lists.example.com
    if (`.${host}`.includes(`.${domain}.`) || `.${host}`.includes(`.${domain}-`)) return domain;
    const end = labels.slice(-domain.split('.').length).join('.');
    if (isOneEditFrom(end, domain) || isRespelt(end, domain)) return domain;
  }
  return undefined;
}

/** The shared start of which exactly one part is another word: `pub/scm/linux/kernel/git` for `pub/scm/other/kernel/git`. */
export function resembledPath(hostAndPath: string): string | undefined {
  const parts = hostAndPath.split('/');
  const found = paths.find(
    (path) => parts.length >= path.length && path.filter((part, index) => part !== parts[index]).length === 1,
  );
  return found?.join('/');
}

/** Shorter addresses have honest neighbours: `daniel@iogearbox.net` and others of that name. */
const minAddressParts = 4;

/** The known address that differs in one part of its host: `bpf@vger.kernel.org` for `bpf@vger.colonel.org`. */
export function resembledAddress(address: string): string | undefined {
  const parts = address.split(/[@.]/);
  if (parts.length < minAddressParts) return undefined;
  return known.addresses.find((other) => {
    const due = other.split(/[@.]/);
    if (due.length !== parts.length || due[0] !== parts[0]) return false;
    return due.filter((part, index) => part !== parts[index]).length === 1;
  });
}

/**
 * Whether letters of a name were exchanged throughout, for one other letter or for digits; at most a third of them.
 * Several other letters would be too lenient: an honest name of the same length is then easily met.
 */
function isRespelt(name: string, original: string): boolean {
  if (name.length !== original.length) return false;
  const becomes = new Map<string, string>();
  const letters = new Set<string>();
  let changed = 0;
  for (const [index, was] of [...original].entries()) {
    const is = name.charAt(index);
    if ((was === '.') !== (is === '.') || (becomes.get(was) ?? is) !== is) return false;
    becomes.set(was, is);
    if (was === is) continue;
    changed += 1;
    if (!/\d/.test(is)) letters.add(is);
  }
  return changed > 0 && letters.size <= 1 && changed * 3 <= original.length;
}

/** One letter more, less or another, or two neighbours swapped. */
function isOneEditFrom(name: string, original: string): boolean {
  const longer = Math.max(name.length, original.length);
  if (longer - Math.min(name.length, original.length) > 1) return false;
  let start = 0;
  while (start < longer && name[start] === original[start]) start += 1;
  if (start === longer) return false;
  const rest = name.slice(start);
  const due = original.slice(start);
  const [first = '', second = ''] = rest;
  return (
    rest.slice(1) === due.slice(1) ||
    rest.slice(1) === due ||
    rest === due.slice(1) ||
    second + first + rest.slice(2) === due
  );
}
