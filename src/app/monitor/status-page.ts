import { template } from '../../report/html/engine.ts';
import type { DeskBoard } from '../status.ts';
import type { Wait } from '../waits.ts';
import type { HealthCheck } from './health.ts';

/** What stands on the page of the desk: names of clients, jobs and files, never a word of a text. */
interface PageView {
  readonly office: string;
  readonly at: string;
  readonly isStopped: boolean;
  readonly troubles: readonly string[];
  readonly sums: readonly { readonly what: string; readonly count: string }[];
  readonly groups: readonly {
    readonly title: string;
    readonly whose: Wait['whose'];
    readonly rows: readonly {
      readonly what: string;
      readonly why: string;
      readonly until: string;
    }[];
    readonly more: number;
  }[];
}

/** More fills no screen; the rest is counted. */
const rowsMax = 100;

/** How often a browser reads the page again, in seconds. */
const refreshSeconds = 15;

/** The page of a desk, which opens from its folder and loads nothing. */
export function deskPage(
  { ledger, waits }: DeskBoard,
  now: {
    readonly office: string;
    readonly at: Date;
    readonly checks: readonly HealthCheck[];
    readonly isStopped: boolean;
  },
): string {
  const { delivered = 0, quarantined = 0 } = ledger.documents;
  const sum = (what: string, count: number) => ({ what, count: count.toLocaleString('en') });
  const queued = ledger.invoiceTasks.filter(({ state }) => state === 'queued');
  return page({
    office: now.office,
    at: clockTime(now.at),
    isStopped: now.isStopped,
    troubles: now.checks
      .filter(({ well }) => !well)
      .map(({ check, says, toOffice }) => toOffice ?? `${check}: ${says}`),
    sums: [
      sum('in work', ledger.tasks.length),
      sum('delivered', delivered),
      sum('in quarantine', quarantined),
      sum('jobs', ledger.jobs.length),
      sum('invoices to be made', queued.length),
    ],
    groups: titles.map(([whose, title]) => {
      const own = waits.filter((wait) => wait.whose === whose);
      const rows = own.slice(0, rowsMax).map(({ what, why, until }) => ({
        what,
        why,
        until: until ? `(until ${until.includes('T') ? clockTime(new Date(until)) : until})` : '',
      }));
      return { title, whose, rows, more: own.length - rows.length };
    }),
  });
}

const titles: readonly (readonly [Wait['whose'], string])[] = [
  ['you', 'Waits for you'],
  ['client', 'Waits for a client'],
  ['time', 'Waits, and goes on by itself'],
];

/** As the clock of this computer has it: 2026-11-24 15:32:05. */
function clockTime(at: Date): string {
  return at.toLocaleString('sv');
}

const style = `
:root { color-scheme: light dark; --paper: #fdfcf9; --line: #ddd7cb; --ink: #1f1c18; --soft: #625c52;
  --you: #9b2c1f; --client: #8a5300; --time: #3c6e57; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17181b; --line: #3a3d44; --ink: #e8e4dc; --soft: #a9a59c; --you: #f2988b; --client: #efc070; --time: #8fcfb0; }
}
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 52rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; color: var(--soft); }
p.trouble { color: var(--you); font-weight: 600; }
dl { display: flex; flex-wrap: wrap; gap: .75rem 2.25rem; margin: 1.5rem 0 0; }
dl div { display: flex; flex-direction: column-reverse; }
dt { color: var(--soft); }
dd { margin: 0; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: .1rem 0 .1rem .75rem; margin: .75rem 0; border-left: 3px solid var(--line); }
li span { color: var(--soft); white-space: pre-line; }
li time { color: var(--soft); white-space: nowrap; }
.you li { border-color: var(--you); }
.client li { border-color: var(--client); }
.time li { border-color: var(--time); }
`;

const page = template<PageView>(
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${refreshSeconds}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{office}}: the desk</title>
<style>${style}</style>
</head>
<body>
<h1>{{office}}</h1>
{{#if isStopped}}
<p class="trouble">The desk was stopped on {{at}}. Nothing is worked on until it is started again.</p>
{{else}}
<p>As it was on {{at}}. An older time than now means that the desk does not run.</p>
{{/if}}
{{#each troubles}}
<p class="trouble">{{this}}</p>
{{/each}}
<dl>
{{#each sums}}
<div><dt>{{what}}</dt><dd>{{count}}</dd></div>
{{/each}}
</dl>
{{#each groups}}
<section class="{{whose}}">
<h2>{{title}}</h2>
{{#if rows}}
<ul>
{{#each rows}}
<li><b>{{what}}</b><br><span>{{why}}</span> <time>{{until}}</time></li>
{{/each}}
</ul>
{{#if more}}
<p>and {{more}} more; “proofdesk status” names them.</p>
{{/if}}
{{else}}
<p>Nothing.</p>
{{/if}}
</section>
{{/each}}
</body>
</html>
`,
  {},
);
