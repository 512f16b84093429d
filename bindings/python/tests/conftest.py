"""A small register that most tests ask about."""

from __future__ import annotations

from typing import Any

import pytest

import lkks


@pytest.fixture
def data() -> dict[str, Any]:
    """The small register as plain objects."""
    return {
        "notice": "Data <sintetis>",
        "body": {"name": "LKKS Contoh", "level": "regency", "region": "33.75"},
        "organisations": [
            {
                "id": "LKS-001",
                "name": "Yayasan <b>Contoh</b>",
                "accreditations": [{"decided": "2021-04-09", "grade": "B", "score": "84.5"}],
            },
            {"id": "LKS-002", "name": "Yayasan Kedua", "place": {"region": "33.75.01"}},
        ],
        "memberships": [{"organisation": "LKS-001", "period": {"first": "2018-03-01"}}],
        "terms": [
            {
                "id": "2019",
                "name": "2019–2023",
                "period": {"first": "2019-12-17", "last": "2023-12-31"},
                "offices": [{"id": "ketua", "title": {"id": "Ketua", "en": "Chair"}, "seats": 1}],
                "appointments": [
                    {
                        "office": "ketua",
                        "person": "A",
                        "period": {"first": "2019-12-17"},
                        "cause": "elected",
                    }
                ],
            }
        ],
        "cases": [
            {
                "id": "K-1",
                "title": "Anak telantar",
                "category": "anak-telantar",
                "place": {"region": "33.75.01", "rw": 3},
                "steps": [{"kind": "received", "on": "2023-05-20"}],
            }
        ],
        "activities": [
            {"id": "A-1", "title": "Bakti", "on": "2023-08-17", "reached": {"pengemis": 4}}
        ],
    }


@pytest.fixture
def register(data: dict[str, Any]) -> lkks.Register:
    """The small register."""
    return lkks.Register.from_dict(data)


@pytest.fixture
def assessment(register: lkks.Register) -> lkks.Assessment:
    """The small register on the last day of its one certificate."""
    return register.assess(on="2024-04-08")
