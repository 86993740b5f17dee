/** For which manager of services. */
export const serviceKinds = ['systemd', 'launchd', 'windows'] as const;

export type ServiceKind = (typeof serviceKinds)[number];

/** What a service runs: absolute paths. */
export interface Service {
  readonly node: string;
  readonly program: string;
  readonly desk: string;
  readonly user: string;
}

/** How long what is in hand may take to be finished; what is cut off then is done again at the next start. */
const stopSeconds = 120;

/** The text that makes the desk a service, with the lines above it that say where it goes. */
export function serviceText(kind: ServiceKind, service: Service): string {
  const writers = { systemd: systemdUnit, launchd: launchdJob, windows: windowsTask } as const;
  return writers[kind](service);
}

/** The desk's folder and the cache of compiled code are all that it may write. */
function systemdUnit({ node, program, desk, user }: Service): string {
  const command = [node, program, '--desk', desk, 'run'].map(systemdWord).join(' ');
  return `# Save as /etc/systemd/system/proofdesk.service; then:
#   sudo systemctl daemon-reload
#   sudo systemctl enable --now proofdesk
# Settings are read anew with: sudo systemctl reload proofdesk
[Unit]
Description=Proofdesk, the proofreading desk in ${desk.replaceAll('%', '%%')}
RequiresMountsFor=${systemdWord(desk)}
After=local-fs.target remote-fs.target

[Service]
Type=exec
User=${user}
ExecStart=${command}
ExecReload=/bin/kill -HUP $MAINPID
Restart=on-failure
RestartSec=5
KillMode=mixed
TimeoutStopSec=${stopSeconds}
UMask=0077
Environment=NODE_DISABLE_COMPILE_CACHE=1
NoNewPrivileges=yes
ProtectSystem=strict
ReadWritePaths=${systemdWord(desk)}
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
RestrictSUIDSGID=yes
LockPersonality=yes

[Install]
WantedBy=multi-user.target
`;
}

/** A word of a unit file: quoted, and neither a specifier nor a variable. */
function systemdWord(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /[\s"'\\]/.test(text) ? `"${escaped}"` : escaped;
}

function launchdJob({ node, program, desk }: Service): string {
  const words = [node, program, '--desk', desk, 'run'];
  const list = words.map((word) => `    <string>${xmlText(word)}</string>`).join('\n');
  const log = xmlText(`${desk}/.proofdesk/run.log`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Save as ~/Library/LaunchAgents/local.proofdesk.plist; then:
     launchctl bootstrap gui/$UID ~/Library/LaunchAgents/local.proofdesk.plist -->
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>local.proofdesk</string>
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
  <string>${log}</string>
  <key>StandardErrorPath</key>
  <string>${log}</string>
</dict>
</plist>
`;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A task that starts with the machine and is started again when it ends by a fault. */
function windowsTask({ node, program, desk }: Service): string {
  const words = [program, '--desk', desk, 'run'].map((word) => `"${word}"`).join(' ');
  return `# Run in PowerShell as administrator. To take it away: Unregister-ScheduledTask -TaskName Proofdesk
$action = New-ScheduledTaskAction -Execute ${powerShellText(node)} -Argument ${powerShellText(words)}
$trigger = New-ScheduledTaskTrigger -AtStartup
$settings = New-ScheduledTaskSettingsSet -ExecutionTimeLimit 0 -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -MultipleInstances IgnoreNew
Register-ScheduledTask -TaskName Proofdesk -Action $action -Trigger $trigger -Settings $settings -User $env:USERNAME
`;
}

function powerShellText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
