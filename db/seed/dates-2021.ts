/** The instants of the call of 2021. */
export const dates2021 = {
  opensAt: new Date("2021-02-04T14:00:00Z"),
  closesAt: new Date("2021-04-12T03:59:00Z"),
  joined: new Date("2021-03-08T10:00:00Z"),
  checked: new Date("2021-04-14T08:30:00Z"),
  frozen: new Date("2021-04-21T09:00:00Z"),
  assigned: new Date("2021-04-26T12:00:00Z"),
  dropped: new Date("2021-05-09T18:00:00Z"),
  scoringClosesAt: new Date("2021-05-18T03:59:00Z"),
  meeting: new Date("2021-06-09T13:00:00Z"),
  decided: new Date("2021-06-14T09:00:00Z"),
  prepared: new Date("2021-06-17T15:00:00Z"),
  released: new Date("2021-06-21T14:00:00Z"),
  announced: new Date("2021-07-08T13:00:00Z"),
};
