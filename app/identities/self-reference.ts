/**
 * Phrases by which applicants speak of themselves. They name nobody, so they are shown to an officer and are no reason
 * to hold a file back.
 */
export const selfReferences = [
  "our previous study",
  "our previous work",
  "our earlier study",
  "our earlier work",
  "in our own work",
  "at our centre",
  "at our center",
  "our centre in",
  "our center in",
  "our university",
  "our institute",
  "at our institution",
  "we have previously shown",
];
