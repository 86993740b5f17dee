/**
 * SHA-256 of the styles and the script that stand in the pages, as a content security policy wants them.
 * They are kept here because this code must not compute hashes; a test compares them, and `UPDATE=1` rewrites them.
 */
export const hashes = {
  script: 'sha256-9oiPiyQLCtDry8gwAnwLyAqVBhzRpfPKTlUApCW+xMs=',
  style: 'sha256-VELALKf4K6bN28kitvv3VISnRKT46zpn0tDLmC20R2U=',
  previewStyle: 'sha256-jPl1ZBvYP1ge+ZZid/k4EgSDdd0eitOHwqozMm17FmI=',
  redlineStyle: 'sha256-ooa4TJqejxeWJcKk3Wgcq29Wwt/ic2//OGhqrc4lKu8=',
} as const;
