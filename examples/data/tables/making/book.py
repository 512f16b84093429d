"""Workbooks as Excel saves them, the same on every machine."""

import datetime
import io

import xlsxwriter

from .cells import Formula

DAY = datetime.datetime(2025, 1, 6)


class Book:
    def __init__(self, title, date_1904=False):
        self.bytes = io.BytesIO()
        options = {"in_memory": True, "date_1904": date_1904}
        self.book = xlsxwriter.Workbook(self.bytes, options)
        self.book.set_properties({"title": title, "author": "lkks", "created": DAY})
        edge = {"border": 1, "valign": "vcenter", "text_wrap": True}
        self.formats = {
            "title": self.book.add_format({"bold": True, "align": "center"}),
            "heading": self.book.add_format({**edge, "bold": True, "align": "center", "bg_color": "#D9E1F2"}),
            "cell": self.book.add_format(edge),
            "day": self.book.add_format({**edge, "num_format": "dd/mm/yyyy"}),
            "plain": self.book.add_format({}),
        }

    def sheet(self, name):
        return Page(self, self.book.add_worksheet(name))

    def close(self):
        self.book.close()
        return self.bytes.getvalue()


class Page:
    """A sheet that is written from the top; rows and columns are counted from 0."""

    def __init__(self, book, sheet):
        self.formats, self.sheet, self.next = book.formats, sheet, 0

    def skip(self, rows=1):
        self.next += rows

    def line(self, cells, look="cell"):
        """Writes a row and returns its number."""
        row = self.next
        for column, value in enumerate(cells):
            self.put(row, column, value, look)
        self.next += 1
        return row

    def put(self, row, column, value, look="cell"):
        style = self.formats[look]
        if value is None:
            if look in ("cell", "heading"):
                self.sheet.write_blank(row, column, None, style)
        elif isinstance(value, Formula):
            self.sheet.write_formula(row, column, value.text, style, value.value)
        elif hasattr(value, "isoformat"):
            self.sheet.write_datetime(row, column, value, self.formats["day"])
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, style)
        else:
            self.sheet.write_number(row, column, value, style)

    def over(self, first_row, first_column, last_row, last_column, value, look="heading"):
        """One cell over an area."""
        self.sheet.merge_range(first_row, first_column, last_row, last_column, "", self.formats[look])
        self.put(first_row, first_column, value, look)

    def title(self, text, columns):
        """A line over the width of the table."""
        self.over(self.next, 0, self.next, columns - 1, text, "title")
        self.next += 1

    def headings(self, upper, lower):
        """Two rows of headings: a group over the columns that have nothing above them, and a cell
        over both rows where there is nothing below."""
        top = self.next
        for column, (above, below) in enumerate(zip(upper, lower)):
            if above is not None and below is None:
                self.over(top, column, top + 1, column, above)
            elif below is not None:
                self.put(top + 1, column, below, "heading")
        column = 0
        while column < len(upper):
            last = column
            while last + 1 < len(upper) and upper[last + 1] is None and lower[last + 1] is not None:
                last += 1
            if lower[column] is not None and last > column:
                self.over(top, column, top, last, upper[column])
            elif lower[column] is not None:
                self.put(top, column, upper[column], "heading")
            column = last + 1
        self.next += 2
        return top
