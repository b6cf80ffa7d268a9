export const VIEWS = ['standing', 'shelved', 'log', 'statistics'] as const
export type View = (typeof VIEWS)[number]
