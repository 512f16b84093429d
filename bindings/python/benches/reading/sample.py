"""A made-up register of any size, the same on every run: `python sample.py ROWS FOLDER`.

Every name is made of syllables and every number of digits at random, so that none is anybody's.
The workbook has days and numbers of its own beside those written as texts, as real ones do; the
text has what a spreadsheet would write of it.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter
from words import HEADINGS, KINDS, MONTHS, TITLE, VILLAGES

Cell = str | int | dt.date

SYLLABLES = (
    "al am ba bi cah da di dar fa ga ha hi ja ka ki la li lu ma mi mu na ni nur pa pu ra ri ru sa "
    "si su ta ti tu wa wi ya yu za"
).split()
FORMS = ("Yayasan", "Yayasan", "Yys.", "Perkumpulan", "LKSA", "Panti Asuhan", "LKS", "LKS-LU")
STREETS = ("Merdeka", "Veteran", "Sriwijaya", "Kurinci", "Jlamprang", "Toba", "Bahagia", "Hos")
GRADES = ("A", "B", "C", "Baik (B)", "C (Cukup)", "Terakreditasi B", "A (Baik Sekali)", "-", "Belum")
CATEGORIES = (
    "Anak telantar",
    "anak terlantar",
    "Anak telantar, anak jalanan",
    "Lanjut usia telantar",
    "2, 8",
    "9",
    "Penyandang disabilitas",
    "fakir miskin",
)
MARKS = ("Ada", "Ada", "√", "v", "ya", "Belum", "tidak", "-")


class Sample:
    """Rows of organisations, one after the other."""

    def __init__(self, seed: int = 184) -> None:
        self.random = random.Random(seed)

    def rows(self, count: int) -> Iterator[list[Cell]]:
        """So many organisations."""
        return (self.row(number) for number in range(1, count + 1))

    def row(self, number: int) -> list[Cell]:
        """One organisation."""
        pick = self.random.choice
        (district_code, district), villages = pick(tuple(VILLAGES.items()))
        village = pick(tuple(villages.values()))
        registered = self.day(2015, 2023)
        grade = pick(GRADES)
        decided = self.day(2018, 2023)
        is_graded = grade not in ("-", "Belum")
        years = 5 if grade.startswith("A") else 3
        return [
            number,
            f"{pick(FORMS)} {self.name()} {self.name()}",
            pick(tuple(KINDS)),
            pick((district, f"Kec. {district}", district.upper(), f"Pkl. {district[11:]}")),
            pick((village, village, f"Kel. {village}", village.upper())),
            self.address(),
            f"{self.name()} {self.name()}",
            pick((f"0285-4{self.digits(5)}", f"08{self.digits(2)} {self.digits(4)} {self.digits(4)}")),
            self.deed(),
            f"AHU-{self.digits(7)}.AH.01.04.Tahun {self.random.randint(2014, 2023)}",
            self.tax_number(),
            pick(("460/{}/{}", "466.3/{}/STP/{}", "No. 460/{}/{}")).format(number, registered.year),
            self.written(registered),
            self.written(registered.replace(year=registered.year + 5)),
            grade,
            self.written(decided) if is_graded else "",
            self.written(decided.replace(year=decided.year + years)) if is_graded else "",
            pick(CATEGORIES),
            self.count(),
            pick(MARKS),
        ]

    def name(self) -> str:
        """A word that is no name of anybody's."""
        return "".join(self.random.choices(SYLLABLES, k=4)).capitalize()

    def digits(self, count: int) -> str:
        """So many digits, the first of which is none."""
        return str(self.random.randrange(10 ** (count - 1), 10**count))

    def day(self, first: int, last: int) -> dt.date:
        """A day of these years that every year has."""
        return dt.date(
            self.random.randint(first, last), self.random.randint(1, 12), self.random.randint(1, 28)
        )

    def written(self, day: dt.date) -> Cell:
        """A day as one of those who fill in the table writes it."""
        how = self.random.randrange(8)
        if how < 3:
            return day
        if how < 6:
            return f"{day.day} {self.random.choice(MONTHS[day.month - 1])} {day.year}"
        if how < 7:
            return f"{day:%d-%m-%Y}"
        return f"{day.day}/{day.month}/{day:%y}"

    def address(self) -> str:
        """A street, and where in the neighbourhood."""
        street = f"Jl. {self.random.choice(STREETS)} No. {self.random.randint(1, 200)}"
        first, second = self.random.randint(1, 12), self.random.randint(1, 9)
        form = self.random.choice((" RT {:02}/RW {:02}", " RT.{:03}/{:03}", ""))
        return street + form.format(first, second)

    def deed(self) -> str:
        """The number and the day of a deed."""
        number, day = self.random.randint(1, 400), self.day(1999, 2018)
        month = MONTHS[day.month - 1][0]
        return self.random.choice(
            (
                f"No. {number} tgl {day.day} {month} {day.year}",
                f"{number}, {day:%d-%m-%Y}",
                f"No. {number} / {day.day} {month} {day.year}",
                "-",
            )
        )

    def tax_number(self) -> str:
        """A number whose check digit fits, written in one of three ways, or none."""
        body = "0" + self.digits(7)
        doubled = [2 * int(digit) for digit in body[1::2]]
        total = sum(int(digit) for digit in body[0::2]) + sum(n - 9 * (n > 9) for n in doubled)
        number = f"{body}{-total % 10}501000"
        parted = f"{number[:2]}.{number[2:5]}.{number[5:8]}.{number[8]}-{number[9:12]}.{number[12:]}"
        return self.random.choice((parted, parted, number, "0" + number, "-"))

    def count(self) -> Cell:
        """How many there is room for."""
        count = self.random.randint(5, 1500 if self.random.random() < 0.05 else 120)
        text = f"{count:,}".replace(",", ".")
        return self.random.choice((count, count, count, text, f"{text} orang"))


def write(rows: list[list[Cell]], folder: Path) -> None:
    """Writes them as a workbook and as a text."""
    book = xlsxwriter.Workbook(str(folder / "reading.xlsx"))
    day_format = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("LKS")
    sheet.write_string(0, 0, TITLE)
    sheet.write_row(1, 0, HEADINGS)
    for place, row in enumerate(rows, start=2):
        for column, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write_datetime(place, column, cell, day_format)
            elif isinstance(cell, int):
                sheet.write_number(place, column, cell)
            elif cell:
                sheet.write_string(place, column, cell)
    book.close()
    with (folder / "reading.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([TITLE] + [""] * (len(HEADINGS) - 1))
        writer.writerow(HEADINGS)
        for row in rows:
            writer.writerow(
                [f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else cell for cell in row]
            )


if __name__ == "__main__":
    write(list(Sample().rows(int(sys.argv[1]))), Path(sys.argv[2]))
