import { describe, expect, it } from 'vitest'
import { probe } from './probe'

const answering = (response: Response) => probe('/favicon.svg', () => Promise.resolve(response))

describe('the page’s own server', () => {
  it('is reached when it answers, be it with an error', async () => {
    expect(await answering(new Response('', { headers: { 'content-type': 'image/svg+xml' } }))).toBe(
      'reached',
    )
    expect(await answering(new Response('', { status: 404, headers: { 'content-type': 'text/html' } }))).toBe(
      'reached',
    )
  })

  it('is hidden behind a portal when a page comes instead of its file', async () => {
    expect(await answering(new Response('', { headers: { 'content-type': 'text/html' } }))).toBe('page')
  })

  it('is silent when nothing comes', async () => {
    expect(await probe('/favicon.svg', () => Promise.reject(new TypeError('Failed to fetch')))).toBe('silent')
  })
})
