"""What the packs say of the accreditation of schools: two dated versions of an instrument, and the
general rules before the first.

The contenders that know no law are told it here, as somebody who writes such rules by hand would
look it up; no contender has to find out what lkks knows already.
"""

from __future__ import annotations

# The versions in order, each with its first day.
GENERAL = "permensos-17-2012"
FIRST, SECOND = "ban-sm-sd-2018", "ban-sm-sd-2020s"
SCHOOL_RULES = (GENERAL, FIRST, SECOND)
FIRST_DAY, SECOND_DAY = "2018-03-08", "2020-01-01"

# The weights of both versions, which are of a hundred.
WEIGHTS = {
    "content_score": 14,
    "process_score": 14,
    "graduates_score": 14,
    "teachers_score": 16,
    "facilities_score": 12,
    "management_score": 10,
    "finance_score": 10,
    "assessment_score": 10,
}
SCORES = tuple(WEIGHTS)
# The least rounded total of each grade, the best first; nothing lies between two bands.
BANDS = {
    FIRST: {"A": 91, "B": 81, "C": 71, "D": 61, "E": 0},
    SECOND: {"A": 86, "B": 71, "C": 56, "TT": 0},
}
GRADES = ("A", "B", "C", "D", "E", "TT")
# Grades that a floor closes: the others are no accreditation.
ACCREDITED = ("A", "B", "C")
# Under the first version only.
FACILITIES_FLOOR, COMPONENT_FLOOR = 61, 50
# How many years an accreditation of a grade is valid, by the rules it was given under; it ends the
# day before the anniversary.
YEARS = {
    GENERAL: {"A": 5, "B": 3, "C": 2},
    FIRST: {"A": 4, "B": 4, "C": 4},
    SECOND: {"A": 5, "B": 5, "C": 5},
}
# Under the first version an accreditation that holds may be renewed from a year after it was
# decided, and until half a year before it ends.
OPENS_AFTER_YEARS, APPLY_BEFORE_MONTHS = 1, 6

# What stands before an application under the general rules, of which a table of schools tells
# nothing, but that a school is not on record with the social office.
GENERAL_UNMET = ("on-record",)
GENERAL_UNKNOWN = ("legal-standing", "profile", "recommendation", "written-request")
CRITERIA_OF_ACCREDITATION = "Kriteria Status Terakreditasi Sekolah/Madrasah"
SCHOOL_CITATIONS = {
    **dict.fromkeys((*GENERAL_UNMET, *GENERAL_UNKNOWN), "Permensos 17/2012"),
    "renewal-opens": CRITERIA_OF_ACCREDITATION,
    "renewal-in-time": CRITERIA_OF_ACCREDITATION,
    "facilities-61": f"{CRITERIA_OF_ACCREDITATION} huruf b",
    "no-component-under-50": f"{CRITERIA_OF_ACCREDITATION} huruf c",
}
