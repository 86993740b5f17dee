/** What the desk writes is for whoever runs it, and for nobody else on the computer. */
const ownerOnly = 0o077;

let inherited: number | undefined;

/** From now on files are made 0600 and folders 0700. */
export function writeForOwnerOnly(): void {
  inherited ??= process.umask(ownerOnly);
}

/** As the process was started: for a desk whose folders others use as well (`shared: true`). */
export function writeForOthersToo(): void {
  if (inherited !== undefined) process.umask(inherited);
}
