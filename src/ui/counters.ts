/** Work done and errors met since the page opened, for supervisors and benches: with constant data these stand still. */
export const counters = { chartDraws: 0, mapRenders: 0, errors: 0 }
