/**
 * Best known objectives of the Curtois and Qu instances, as listed at schedulingbenchmarks.org and by later papers;
 * figures to compare with, which no engine reads.
 */
export const KNOWN_BEST: ReadonlyMap<number, number> = new Map([
  [1, 607],
  [2, 828],
  [3, 1001],
  [4, 1716],
  [5, 1143],
  [6, 1950],
  [7, 1056],
  [8, 1300],
  [10, 4631],
  [12, 4040],
  [13, 1348],
  [15, 3834],
  [17, 5746],
  [20, 4769],
]);
