/** Files in one archive. The largest honest document seen has some hundreds; each costs a record in memory. */
export const entriesMax = 5_000;

/** All files of one archive, unpacked. Documents of this size are collections of pictures. */
export const inflatedBytesMax = 200_000_000;

/** One XML part, unpacked. A novel takes 5 MB; the text is held in memory several times over. */
export const partBytesMax = 50_000_000;

/** Unpacked to packed size. The largest honest ratio in 2,492 documents was 70; bombs have a thousand. */
export const ratioMax = 200;

/** Parts below this size may have any ratio: a table of blank cells packs very well. */
export const ratioFreeBytes = 1_000_000;

/** Elements within elements. Nested tables and text boxes reach a few dozen; other readers overflow their stack far above. */
export const depthMax = 1_000;
