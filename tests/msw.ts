import { setupServer } from 'msw/node'

/** Every request of a unit test passes here; one without a handler fails the test. */
export const server = setupServer()
