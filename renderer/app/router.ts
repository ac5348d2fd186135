import { createRouter, createWebHashHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: () => import('../features/home/HomePage.vue') },
    { path: '/ledger', name: 'ledger', component: () => import('../features/enterprise/LedgerPage.vue') },
    { path: '/enterprise/:id(\\d+)', name: 'enterprise', component: () => import('../features/enterprise/EnterprisePage.vue') },
    { path: '/enterprise/merge', name: 'enterpriseMerge', component: () => import('../features/enterprise/MergePage.vue') },
    { path: '/party-orgs', name: 'partyOrgs', component: () => import('../features/partyOrg/PartyOrgPage.vue') },
    { path: '/party-orgs/new', alias: '/orgs/new', name: 'partyOrgNew', component: () => import('../features/partyOrg/NewOrgPage.vue') },
    { path: '/party-orgs/terms', name: 'partyOrgTerms', component: () => import('../features/partyOrg/TermsPage.vue') },
    { path: '/party-orgs/:id(\\d+)', name: 'partyOrg', component: () => import('../features/partyOrg/OrgPage.vue') },
    {
      path: '/import',
      name: 'import',
      redirect: { name: 'importFiles' },
      children: [
        { path: 'files', name: 'importFiles', component: () => import('../features/import/ImportPage.vue') },
        {
          path: 'runs',
          children: [
            { path: '', name: 'importRuns', component: () => import('../features/import/RunListPage.vue') },
            { path: ':id(\\d+)', name: 'importRun', component: () => import('../features/import/RunReportPage.vue') },
          ],
        },
        { path: 'returns', name: 'importReturns', component: () => import('../features/import/ReturnsPage.vue') },
      ],
    },
    {
      path: '/statistics',
      name: 'statistics',
      redirect: { name: 'statTables' },
      children: [
        { path: 'tables', name: 'statTables', component: () => import('../features/statistics/StatisticsPage.vue') },
        { path: 'charts', name: 'statCharts', component: () => import('../features/statistics/ChartsPage.vue') },
      ],
    },
    { path: '/quality', name: 'quality', component: () => import('../features/quality/QualityPage.vue') },
    {
      path: '/forms',
      name: 'forms',
      redirect: { name: 'formExport' },
      children: [
        { path: 'export', name: 'formExport', component: () => import('../features/form/FormPage.vue') },
        { path: 'issue', name: 'formIssue', component: () => import('../features/template/IssuePage.vue') },
      ],
    },
    { path: '/funds', name: 'funds', component: () => import('../features/fund/FundPage.vue') },
    { path: '/decisions', name: 'decisions', component: () => import('../features/meeting/DecisionPage.vue') },
    { path: '/meetings', name: 'meetings', component: () => import('../features/meeting/MeetingPage.vue') },
    {
      path: '/liaisons',
      name: 'liaisons',
      redirect: { name: 'liaisonPeople' },
      children: [
        { path: 'people', name: 'liaisonPeople', component: () => import('../features/liaison/PeoplePage.vue') },
        { path: 'assignments', name: 'assignments', component: () => import('../features/liaison/AssignmentPage.vue') },
        { path: 'overdue', name: 'overdueVisits', component: () => import('../features/liaison/AssignmentPage.vue') },
        { path: 'uncontacted', name: 'uncontacted', component: () => import('../features/liaison/UncontactedPage.vue') },
        { path: 'proposal', name: 'liaisonProposal', component: () => import('../features/liaison/LiaisonProposalPage.vue') },
        { path: 'visits', name: 'visits', component: () => import('../features/visit/VisitPage.vue') },
        { path: 'problems', name: 'problems', component: () => import('../features/visit/VisitPage.vue') },
        { path: 'entry', name: 'visitEntry', component: () => import('../features/visit/EntryPage.vue') },
      ],
    },
    {
      path: '/plans',
      name: 'unbuilt',
      redirect: { name: 'dueUnbuilt' },
      children: [
        { path: 'due', name: 'dueUnbuilt', component: () => import('../features/plan/PlanPage.vue') },
        { path: 'all', name: 'allUnbuilt', component: () => import('../features/plan/PlanPage.vue') },
        { path: 'joint', name: 'jointProposals', component: () => import('../features/plan/JointProposalPage.vue') },
      ],
    },
    {
      path: '/newcomers',
      name: 'followUps',
      redirect: { name: 'openFollowUps' },
      children: [
        { path: 'open', name: 'openFollowUps', component: () => import('../features/followUp/NewcomerPage.vue') },
        { path: 'all', name: 'newcomers', component: () => import('../features/followUp/NewcomerPage.vue') },
        { path: 'records', name: 'followUpRecords', component: () => import('../features/followUp/FollowUpPage.vue') },
      ],
    },
    {
      path: '/activities',
      name: 'activities',
      redirect: { name: 'orgLife' },
      children: [
        { path: 'life', name: 'orgLife', component: () => import('../features/activity/LifePage.vue') },
        { path: 'carriers', name: 'carriers', component: () => import('../features/activity/CarrierPage.vue') },
      ],
    },
    { path: '/targets', name: 'targets', component: () => import('../features/target/TargetPage.vue') },
    { path: '/proposals', name: 'proposals', component: () => import('../features/proposal/ProposalPage.vue') },
    { path: '/assessment', name: 'assessment', component: () => import('../features/assessment/AssessmentPage.vue') },
    { path: '/backups', name: 'backups', component: () => import('../features/backup/BackupPage.vue') },
    { path: '/trash', name: 'trash', component: () => import('../features/trash/TrashPage.vue') },
    { path: '/log', name: 'log', component: () => import('../features/log/LogPage.vue') },
    { path: '/deliveries', name: 'deliveries', component: () => import('../features/delivery/DeliveryPage.vue') },
    { path: '/goals', name: 'goals', component: () => import('../features/goal/GoalPage.vue') },
    { path: '/setup', name: 'setup', component: () => import('../features/setup/SetupPage.vue') },
    { path: '/settings', name: 'settings', component: () => import('../features/settings/SettingsPage.vue') },
    { path: '/:rest(.*)*', redirect: { name: 'home' } },
  ],
})
