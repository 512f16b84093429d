"""What a contender understood, in one form for all of them: a list for each organisation."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

FIELDS = (
    "name kind region rt rw address deed_number deed_issued approval tax_number registration "
    "registered registered_until grade decided accredited_until categories capacity domicile"
).split()

Answer = list[Any]


def of(result: Any) -> Iterator[Answer]:
    """The answers in a reading of lkks or in a data frame."""
    if hasattr(result, "columns"):
        return of_frame(result)
    return map(of_organisation, json.loads(result.register.to_json())["organisations"])


def of_frame(frame: Any) -> Iterator[Answer]:
    """One for each row."""
    columns = [[plain(value) for value in frame[field].tolist()] for field in FIELDS]
    return map(list, zip(*columns, strict=True))


def plain(value: Any) -> Any:
    """A value of pandas as JSON has it."""
    if isinstance(value, tuple):
        return list(value)
    if value is None or repr(value) in ("nan", "NaT", "<NA>"):
        return None
    return value.date().isoformat() if isinstance(value, dt.datetime) else value


def of_organisation(organisation: dict[str, Any]) -> Answer:
    """One organisation of a register."""

    def first(papers: str) -> dict[str, Any]:
        return next(iter(organisation.get(papers, [])), {})

    place, services = organisation.get("place", {}), organisation.get("services", [])
    documents = {paper["document"]: paper for paper in organisation.get("documents", [])}
    facts = {one["fact"]: one["value"] for one in organisation.get("evidence", [])}
    deed, registration = first("deeds"), first("certificates")
    accreditation = first("accreditations")
    domicile = documents.get("domicile_letter")
    capacity = services[0].get("capacity") if services else None
    known = {
        "name": organisation["name"],
        "kind": organisation.get("kind"),
        **{part: place.get(part) for part in ("region", "rt", "rw", "address")},
        "deed_number": deed.get("number"),
        "deed_issued": deed.get("issued"),
        "approval": first("approvals").get("number"),
        "tax_number": documents.get("npwp", {}).get("number"),
        "registration": registration.get("number"),
        "registered": registration.get("issued"),
        "registered_until": registration.get("last_day"),
        "grade": accreditation.get("grade"),
        "decided": accreditation.get("decided"),
        "accredited_until": accreditation.get("last_day"),
        "categories": [service["category"] for service in services],
        # Where there are several categories, a register does not say of which it is.
        "capacity": facts.get("capacity", capacity),
        "domicile": domicile and domicile.get("present", True),
    }
    return [known[field] for field in FIELDS]
