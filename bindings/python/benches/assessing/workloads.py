"""The two workloads: what is asked of a row, and what every contender answers."""

from __future__ import annotations

WORKLOADS = ("school", "registration")
# What is judged in each.
SUBJECTS = {"school": "accreditation", "registration": "registration"}

# The columns that every contender gives, and those that one gives besides that says why.
VERDICT = {
    "school": ("rules", "standing", "last_day", "eligibility", "grade", "score", "points"),
    "registration": ("rules", "standing", "last_day", "eligibility"),
}
REASONS = ("unmet", "unknown", "citations")

STANDINGS = ("never", "current", "expired", "undetermined")
ELIGIBILITIES = ("eligible", "not-eligible", "undetermined")
