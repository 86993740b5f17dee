/** For which manager of services. */
export const serviceKinds = ['systemd', 'launchd', 'windows'] as const;

export type ServiceKind = (typeof serviceKinds)[number];

/** What a service runs: absolute paths. */
export interface Service {
  readonly node: string;
  readonly program: string;
  readonly desk: string;
  /** Whose rights it has: a name or a number. */
  readonly user: string;
  /** What it is called. */
  readonly name: string;
  /** For the whole machine, or for one user while that one is logged in. */
  readonly scope: 'machine' | 'user';
}

/** How long what is in hand may take to be finished; what is cut off then is done again at the next start. */
const stopSeconds = 120;

/** A ledger that an older version wrote is brought up to date at the start. */
const startSeconds = 600;

/** A desk that gives no sign of life for so long is started again. */
const watchdogSeconds = 60;

/** The text that makes the desk a service, with the lines above it that say where it goes. */
export function serviceText(kind: ServiceKind, service: Service): string {
  const writers = { systemd: systemdUnit, launchd: launchdJob, windows: windowsTask } as const;
  return writers[kind](service);
}

/** The desk of a unit that was made here; undefined for any other. */
export function deskOfUnit(text: string): string | undefined {
  return /^# Proofdesk at work at the desk (.+)$/m.exec(text)?.[1];
}

function systemdUnit(service: Service): string {
  const { desk, name, scope } = service;
  const isMachine = scope === 'machine';
  const command = [service.node, service.program, '--desk', desk, 'run'].map(systemdWord).join(' ');
  return `# Proofdesk at work at the desk ${oneLine(desk)}
# “proofdesk service install” puts this into its place and starts it. By hand: save it as
#   ${isMachine ? '/etc/systemd/system' : '~/.config/systemd/user'}/${name}.service; then:
#   ${control(scope)} daemon-reload
#   ${control(scope)} enable --now ${name}
# Settings are read anew when they change, and with: ${control(scope)} reload ${name}
[Unit]
Description=Proofdesk, the proofreading desk in ${oneLine(desk).replaceAll('%', '%%')}
${isMachine ? `RequiresMountsFor=${systemdWord(desk)}\nAfter=local-fs.target remote-fs.target\n` : ''}
[Service]
Type=notify
NotifyAccess=all
${isMachine ? `User=${service.user}\n` : ''}ExecStart=${command}
ExecReload=/bin/kill -HUP $MAINPID
Restart=on-failure
RestartSec=5
WatchdogSec=${watchdogSeconds}
TimeoutStartSec=${startSeconds}
KillMode=mixed
TimeoutStopSec=${stopSeconds}
UMask=0077
Environment=NODE_DISABLE_COMPILE_CACHE=1
${hardening(service)}
[Install]
WantedBy=${isMachine ? 'multi-user.target' : 'default.target'}
`;
}

function control(scope: Service['scope']): string {
  return scope === 'machine' ? 'sudo systemctl' : 'systemctl --user';
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]/g, ' ');
}

/**
 * The desk's folder is all that it may write. What a user's own manager has no rights to set is left out for that one.
 * LibreOffice is given a network of its own, which leads nowhere: that takes two kinds of namespaces. Memory that is
 * written and run is how Node works.
 */
function hardening({ desk, scope }: Service): string {
  const both = `NoNewPrivileges=yes
LockPersonality=yes
RestrictSUIDSGID=yes
RestrictRealtime=yes
RestrictNamespaces=user net
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
`;
  if (scope === 'user') return both;
  return `${both}CapabilityBoundingSet=
ProtectSystem=strict
ReadWritePaths=${systemdWord(desk)}
ProtectProc=invisible
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
RemoveIPC=yes
`;
}

/** A word of a unit file: quoted, and neither a specifier nor a variable. */
function systemdWord(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /[\s"'\\]/.test(text) ? `"${escaped}"` : escaped;
}

function launchdJob({ node, program, desk, name }: Service): string {
  const words = [node, program, '--desk', desk, 'run'];
  const list = words.map((word) => `    <string>${xmlText(word)}</string>`).join('\n');
  const errors = xmlText(`${desk}/.proofdesk/run.err`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Save as ~/Library/LaunchAgents/local.${name}.plist; then:
     launchctl bootstrap gui/$UID ~/Library/LaunchAgents/local.${name}.plist
     The log is in .proofdesk/log/ of the desk. -->
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>local.${name}</string>
  <key>ProgramArguments</key>
  <array>
${list}
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>ExitTimeOut</key>
  <integer>${stopSeconds}</integer>
  <key>Umask</key>
  <integer>63</integer>
  <key>StandardOutPath</key>
  <string>/dev/null</string>
  <key>StandardErrorPath</key>
  <string>${errors}</string>
</dict>
</plist>
`;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A task that starts with the machine and is started again when it ends by a fault. */
function windowsTask({ node, program, desk, name }: Service): string {
  const words = [program, '--desk', desk, 'run'].map((word) => `"${word}"`).join(' ');
  return `# Run in PowerShell as administrator. To take it away: Unregister-ScheduledTask -TaskName ${name}
$action = New-ScheduledTaskAction -Execute ${powerShellText(node)} -Argument ${powerShellText(words)}
$trigger = New-ScheduledTaskTrigger -AtStartup
$settings = New-ScheduledTaskSettingsSet -ExecutionTimeLimit 0 -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -MultipleInstances IgnoreNew
Register-ScheduledTask -TaskName ${name} -Action $action -Trigger $trigger -Settings $settings -User $env:USERNAME
`;
}

function powerShellText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
