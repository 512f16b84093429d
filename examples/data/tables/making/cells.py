"""Tables as text: lines of cells, and what becomes of each in a spreadsheet or in a text file.

    |  parts cells             ⏎  is a line break in a cell
    12      a number           '12     the same as text
    @2019-07-12  a day as a spreadsheet holds it, shown 12/07/2019
    =S12+T12~25  a formula and the value it had when the file was saved
"""

import datetime
import re

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]+)?")


class Formula:
    def __init__(self, text, value):
        self.text, self.value = text, value


def cell(text):
    """What a cell holds: nothing, a text, a number, a day or a formula."""
    text = text.strip().replace("⏎", "\n")
    if text == "":
        return None
    if text.startswith("'"):
        return text[1:]
    if text.startswith("@"):
        return datetime.date.fromisoformat(text[1:])
    if text.startswith("=") and "~" in text:
        formula, value = text.split("~")
        return Formula(formula, number_or_text(value))
    return number_or_text(text)


def number_or_text(text):
    if NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def rows(text):
    """The cells of every line; an empty line is a row without cells."""
    lines = text.strip("\n").split("\n")
    return [[cell(part) for part in line.split("|")] if line.strip() else [] for line in lines]
