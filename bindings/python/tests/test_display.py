"""How results show themselves."""

from __future__ import annotations

from html.parser import HTMLParser

import lkks


class Tags(HTMLParser):
    """The tags and the texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_every_class_has_a_short_text(register: lkks.Register, assessment: lkks.Assessment) -> None:
    assert repr(register) == "<lkks.Register 'LKKS Contoh': 2 organisations>"
    assert repr(register.on("2024-04-08")) == "<lkks.RegisterOn 'LKKS Contoh' on 2024-04-08>"
    assert repr(lkks.RuleBook.empty()) == "<lkks.RuleBook: 0 packs>"
    assert repr(assessment) == "<lkks.Assessment 'LKKS Contoh' on 2024-04-08: 2 verdicts>"
    assert repr(assessment["LKS-001"]).startswith(
        "<lkks.Verdict 'LKS-001' on 2024-04-08: accreditation current, registration never"
    )


def test_notebooks_get_small_tables_without_foreign_markup(assessment: lkks.Assessment) -> None:
    allowed = {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}
    verdict = assessment["LKS-001"]
    for html in (assessment._repr_html_(), verdict._repr_html_(), assessment.summary._repr_html_()):
        assert Tags(html).tags <= allowed
    assert "Yayasan <b>Contoh</b>" in Tags(assessment._repr_html_()).texts
    assert any("Data <sintetis>" in text for text in Tags(assessment._repr_html_()).texts)


def test_a_long_table_is_cut() -> None:
    register = lkks.Register.from_dict(
        {
            "body": {"name": "LKKS Sintetis", "level": "regency"},
            "organisations": [{"id": f"LKS-{n}", "name": f"Yayasan {n}"} for n in range(70)],
        }
    )
    html = register.assess(on="2024-04-08")._repr_html_()
    assert html.count("<tr>") == 51 and "and 20 more" in html
