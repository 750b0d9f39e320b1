/** What the services that run jobs say of the merge request at work, in their variables. */

export type Environment = Readonly<Record<string, string | undefined>>

/** What a merge request is to be merged into: its branch, or a commit. */
export interface Target {
  readonly branch?: string | undefined
  readonly commit?: string | undefined
}

/** Where a service sets the same variable for pushes too, what tells that it is a merge request. */
type Variable = readonly [branch: string, only?: (env: Environment) => boolean]

const BRANCHES: readonly Variable[] = [
  // GitHub, and Gitea and Forgejo, which speak its language.
  ['GITHUB_BASE_REF'],
  ['GITEA_BASE_REF'],
  ['FORGEJO_BASE_REF'],
  // Azure Pipelines: `refs/heads/main`, or `main` for a repository at GitHub.
  ['SYSTEM_PULLREQUEST_TARGETBRANCH'],
  // Bitbucket Pipelines
  ['BITBUCKET_PR_DESTINATION_BRANCH'],
  // Jenkins, multibranch
  ['CHANGE_TARGET'],
  ['BUILDKITE_PULL_REQUEST_BASE_BRANCH'],
  [
    'DRONE_TARGET_BRANCH',
    (env) => env['DRONE_BUILD_EVENT'] === 'pull_request' || Boolean(env['DRONE_PULL_REQUEST']),
  ],
  // Woodpecker
  ['CI_COMMIT_TARGET_BRANCH'],
  ['CIRRUS_BASE_BRANCH'],
  ['BITRISEIO_GIT_BRANCH_DEST'],
  ['CODEBUILD_WEBHOOK_BASE_REF'],
  ['TRAVIS_BRANCH', (env) => /^\d+$/.test(env['TRAVIS_PULL_REQUEST'] ?? '')],
  ['APPVEYOR_REPO_BRANCH', (env) => Boolean(env['APPVEYOR_PULL_REQUEST_NUMBER'])],
]

/** The target of the merge request that a job is for; empty where it is for none, or its service does not say. */
export function targetIn(env: Environment): Target {
  // GitLab names the very commit.
  const exact = env['CI_MERGE_REQUEST_DIFF_BASE_SHA'] || undefined
  if (exact !== undefined) return { commit: exact }
  const found = BRANCHES.find(([name, only]) => env[name] && (only === undefined || only(env)))
  const branch = (found && env[found[0]]) || env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] || undefined
  const commit = env['BITBUCKET_PR_DESTINATION_COMMIT'] || undefined
  return { branch: branch?.replace(/^refs\/heads\//, ''), commit }
}

/** Whether it is a machine that runs this. Most set `CI`; the others are known by a variable of their own. */
export function isCi(env: Environment): boolean {
  if (env['CI'] !== undefined && env['CI'] !== '') return env['CI'] !== 'false'
  return ['TF_BUILD', 'JENKINS_URL', 'BITBUCKET_BUILD_NUMBER', 'CODEBUILD_BUILD_ID'].some((name) =>
    Boolean(env[name]),
  )
}
