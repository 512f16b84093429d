"""What the packs say of the registration of an organisation in the City of Semarang: the national
list of papers, and the city's own added to it.

As in `school.py`, this is told to the contenders that know no law.
"""

from __future__ import annotations

from dataclasses import dataclass

NATIONAL, CITY = "permensos-184-2011", "kota-semarang-800-661-2023"
REGISTRATION_RULES = (NATIONAL, CITY)
CITY_DAY = "2023-01-01"
REGION = "33.74"

# How often a paper is there, of those where it is known.
DOCUMENTS = {
    "statutes_ad_art": 0.96,
    "deed": 0.97,
    "domicile_letter": 0.95,
    "npwp": 0.94,
    "application_letter": 0.98,
    "legal_approval": 0.93,
    "profile": 0.96,
    "bank_account": 0.95,
    "previous_certificate": 0.9,
    "lkks_recommendation": 0.9,
    "sworn_statement": 0.97,
    "accreditation_certificate": 0.9,
    "activity_reports": 0.92,
}
# Papers that say themselves until when they are valid.
DATED = ("domicile_letter", "lkks_recommendation")


@dataclass(frozen=True)
class Criterion:
    """A paper that is asked for, if need be only when something else is so."""

    paper: str
    cited: str
    when: str | None = None
    # Whether it has to be valid on the day, and not only to be there.
    valid: bool = True


_PP, _SK = "PP 39/2012 Pasal 57 ayat (3) huruf", "SK Kota Semarang 800/661/2023 butir"
NATIONAL_CRITERIA = {
    "national-statutes": Criterion("statutes_ad_art", f"{_PP} a"),
    "national-deed": Criterion("deed", f"{_PP} b", when="incorporated"),
    "national-domicile-letter": Criterion("domicile_letter", f"{_PP} c"),
    "national-npwp": Criterion("npwp", f"{_PP} d"),
}
# What the city asks besides, after those of the nation.
CITY_CRITERIA = {
    "application-letter": Criterion("application_letter", f"{_SK} 1"),
    "deed": Criterion("deed", f"{_SK} 2"),
    "legal-approval": Criterion("legal_approval", f"{_SK} 3"),
    "profile": Criterion("profile", f"{_SK} 4"),
    "domicile-letter": Criterion("domicile_letter", f"{_SK} 5"),
    "npwp": Criterion("npwp", f"{_SK} 6"),
    "bank-book": Criterion("bank_account", f"{_SK} 7"),
    # Asked of those that were registered before.
    "previous-certificate": Criterion(
        "previous_certificate", f"{_SK} 8", when="registered_before", valid=False
    ),
    "lkks-recommendation": Criterion("lkks_recommendation", f"{_SK} 9"),
    "sworn-statement": Criterion("sworn_statement", f"{_SK} 10"),
    "accreditation-certificate": Criterion(
        "accreditation_certificate", f"{_SK} 11", when="accredited", valid=False
    ),
    "activity-reports": Criterion("activity_reports", f"{_SK} 12"),
}
REGISTRATION_CITATIONS = {
    name: criterion.cited for name, criterion in (NATIONAL_CRITERIA | CITY_CRITERIA).items()
}
