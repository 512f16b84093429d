// A small register for the tests: one accredited member, one organisation about which little is known.
export const register = {
  body: { name: "LKKS Contoh", level: "regency", region: "33.75" },
  organisations: [
    {
      id: "LKS-001",
      name: "Yayasan Contoh",
      accreditations: [{ decided: "2021-04-09", grade: "B" }],
    },
    { id: "LKS-002", name: "Panti Harapan" },
  ],
  memberships: [{ organisation: "LKS-001", period: { first: "2018-03-01" } }],
};
