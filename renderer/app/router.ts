import { createRouter, createWebHashHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: () => import('../features/home/HomePage.vue') },
    { path: '/ledger', name: 'ledger', component: () => import('../features/enterprise/LedgerPage.vue') },
    { path: '/import', name: 'import', component: () => import('../features/import/ImportPage.vue') },
    { path: '/statistics', name: 'statistics', component: () => import('../features/statistics/StatisticsPage.vue') },
    { path: '/setup', name: 'setup', component: () => import('../features/setup/SetupPage.vue') },
    { path: '/:rest(.*)*', redirect: { name: 'home' } },
  ],
})
