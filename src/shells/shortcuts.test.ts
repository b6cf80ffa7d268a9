import { describe, expect, it } from 'vitest'
import { en } from '../ui/locales/en'
import { vi } from '../ui/locales/vi'
import { actionOf, SHORTCUTS } from './shortcuts'

function press(key: string, on: HTMLElement = document.body, modifiers: KeyboardEventInit = {}) {
  let action: ReturnType<typeof actionOf>
  on.addEventListener('keydown', (event) => (action = actionOf(event)), { once: true })
  on.dispatchEvent(new KeyboardEvent('keydown', { key, ...modifiers }))
  return action
}

describe('the keys of the wall', () => {
  it('each do one thing, and no key does two', () => {
    const keys = SHORTCUTS.flatMap((row) => row.keys)
    expect(new Set(keys).size).toBe(keys.length)
    for (const row of SHORTCUTS) for (const key of row.keys) expect(press(key)).toBe(row.action)
  })

  it('are explained in every language', () => {
    for (const { action } of SHORTCUTS) for (const words of [vi, en]) expect(words.keys[action]).not.toBe('')
  })

  it('leave the browser’s own combinations alone', () => {
    expect(press('l', document.body, { ctrlKey: true })).toBeUndefined()
    expect(press('n', document.body, { metaKey: true })).toBeUndefined()
  })

  it('leave typing in a field and the space bar on a button alone', () => {
    expect(press('n', document.body.appendChild(document.createElement('input')))).toBeUndefined()
    const button = document.body.appendChild(document.createElement('button'))
    expect(press(' ', button)).toBeUndefined()
    expect(press('ArrowRight', button)).toBe('next')
  })
})
