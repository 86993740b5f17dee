/** The settings of a profile that is made for one conversion: no macros, no links to elsewhere, no network. */
export const profileSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  item('org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  item('org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  item('org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  item('org.openoffice.Office.Writer/Content/Update', 'Link', '0'),
  // A proxy that is not there: what would be fetched all the same goes nowhere.
  item('org.openoffice.Inet/Settings', 'ooInetProxyType', '2'),
  item('org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'),
  item('org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'),
  item('org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'),
  item('org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'),
].join('\n')}
</oor:items>
`;

function item(path: string, name: string, value: string): string {
  return `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
}
