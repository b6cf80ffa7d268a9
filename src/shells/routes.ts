import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import WallScreen from './WallScreen.vue'

/** Hash history: one folder of static files serves every view. The wall is in the first chunk, the rest is not. */
export function createRoutes(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/wall', component: WallScreen },
      { path: '/tablet', component: () => import('./TabletScreen.vue') },
      { path: '/alarms', component: () => import('./AlarmsScreen.vue') },
      { path: '/sources', component: () => import('./SourcesScreen.vue') },
      { path: '/demo', component: () => import('./DemoScreen.vue') },
      { path: '/:rest(.*)*', redirect: ({ query }) => ({ path: '/wall', query }) },
    ],
  })
}
