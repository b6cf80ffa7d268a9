const SCHEMES = ['http:', 'https:', 'mailto:']
/** Full-width and ideographic dots, which a browser turns into dots of another host name. */
const FALSE_DOTS = /[\u3002\uFF0E\uFF61]/

/**
 * The absolute form of an address that data or a city file gives, or undefined when following it could do
 * harm: another scheme than http, https and mailto, an address that names its host in disguise, credentials,
 * or hidden characters. The only door for links, images and requests.
 */
export function safeUrl(address: string, base: string): string | undefined {
  if (/[\s\p{Cc}\\]/u.test(address) || FALSE_DOTS.test(address)) return undefined
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase()
  // "//host" and "https:host" look like paths to a person and lead to another host.
  if (address.startsWith('//') || (scheme?.startsWith('http') && !/^https?:\/\/[^/]/i.test(address)))
    return undefined
  const url = URL.parse(address, base)
  return url && SCHEMES.includes(url.protocol) && !url.username && !url.password ? url.href : undefined
}
