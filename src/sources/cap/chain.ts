import type { Message, Reference } from './message'

/** A message that holds now, with the id of the first message of its chain. */
export interface Standing {
  id: string
  message: Message
}

/** One name for a message, however its time was written. */
export const keyOf = ({ sender, identifier, sentAt }: Reference | Message) =>
  [sender ?? '', identifier, sentAt === undefined ? '' : new Date(sentAt).toISOString()].join(',')

/**
 * Which messages of an answer hold: an Update takes the place of what it refers to, a Cancel removes it and whatever
 * followed from it. Only like acts on like: the Cancel of an exercise must not end a flood warning, and what is not
 * for the public changes nothing on a wall, except that a cancelled alert is over for everybody.
 */
export function standing(messages: readonly Message[]): Standing[] {
  const unique = [...new Map(messages.map((message) => [keyOf(message), message])).values()]
  const find = finder(unique)
  const acting = unique.filter(({ type, isPublic }) => type === 'cancel' || (type === 'update' && isPublic))
  const replaced = new Set(
    acting.flatMap((actor) =>
      actor.references.flatMap((reference) =>
        find(reference)
          .filter((target) => target !== actor && target.status === actor.status)
          .map(keyOf),
      ),
    ),
  )
  const cancels = acting.filter(({ type }) => type === 'cancel')
  const isCancelled = (message: Message, earlier: readonly Reference[]) =>
    cancels.some(
      (cancel) =>
        cancel.status === message.status &&
        cancel.sentAt >= message.sentAt &&
        cancel.references.some((target) => earlier.some((each) => isSame(target, each))),
    )
  const held = unique
    .filter(
      ({ type, status, isPublic }) =>
        (type === 'alert' || type === 'update') && status !== 'none' && isPublic,
    )
    .filter((message) => !replaced.has(keyOf(message)))
    .map((message) => ({ message, earlier: earlierThan(message, find) }))
    .filter(({ message, earlier }) => !isCancelled(message, earlier))
  return withIds(held)
}

/** The first of those that share a beginning keeps its id; one alert may have been split into several. */
function withIds(held: readonly { message: Message; earlier: readonly Reference[] }[]): Standing[] {
  const taken = new Set<string>()
  return held
    .toSorted((a, b) => a.message.sentAt - b.message.sentAt)
    .map(({ message, earlier }) => {
      const [first] = earlier.toSorted((a, b) => (a.sentAt ?? Infinity) - (b.sentAt ?? Infinity))
      const root = first ? keyOf(first) : keyOf(message)
      const id = taken.has(root) ? keyOf(message) : root
      taken.add(id)
      return { id, message }
    })
}

/** All that a message follows from, as far back as this answer tells. An Alert follows from nothing. */
function earlierThan(message: Message, find: (reference: Reference) => Message[]): Reference[] {
  const seen = new Set([keyOf(message)])
  const earlier: Reference[] = []
  const queue = message.type === 'update' ? [...message.references] : []
  for (let next = queue.shift(); next; next = queue.shift()) {
    const found = find(next)
    const fresh = found.filter((each) => !seen.has(keyOf(each)))
    if (found.length === 0 && !seen.has(keyOf(next))) earlier.push(next)
    earlier.push(...fresh)
    for (const each of [next, ...fresh]) seen.add(keyOf(each))
    queue.push(...fresh.flatMap(({ type, references }) => (type === 'update' ? references : [])))
  }
  return earlier
}

const isSame = (a: Reference, b: Reference) =>
  a.identifier === b.identifier &&
  (a.sender === undefined || b.sender === undefined || a.sender === b.sender) &&
  (a.sentAt === undefined || b.sentAt === undefined || a.sentAt === b.sentAt)

function finder(messages: readonly Message[]): (reference: Reference) => Message[] {
  const byIdentifier = new Map<string, Message[]>()
  for (const message of messages)
    byIdentifier.set(message.identifier, [...(byIdentifier.get(message.identifier) ?? []), message])
  return (reference) =>
    (byIdentifier.get(reference.identifier) ?? []).filter((message) => isSame(reference, message))
}
