"""Lists that were published, put into the form of a table: names and grades are real.

Sources and what is not real stand in the notes beside the files.
"""

from .book import Book
from .cells import rows

KOLAKA_UTARA = """
1|LKS-A Darul Istiqomah Katoi|C|27 Mei 2021
2|LKSA Hidayatullah Ponggiha|B|
3|LKS-LU Amanah Mulia Mandiri|C|
4|LKS-A Baitul Maqdis Totallang|C|
5|LKS-A Al Arafah|C|
6|LKS-A Al Islam Meeto|C|
7|LKS-A Darul Istiqomah Mala-mala|C|
"""

BANDUNG_BARAT = """
1|Lembang|LKSA Al Kautsar|√|2018
2||LKSA Kinderdof|√
3|Cisarua|LKSA Alfurqon|√
4|Batujajar|LKSA As Salafiyah|√
5|Cihampelas|LKSA Jabar Hikam Muttaqin|√
6|Cililin|LKSA Arafah|√
"""

TAPIN = ["Budi Taqwa", "Siti Khadijah", "Miftahussalam", "Budi Utomo", "Budi Akhlakul Karimah", "Izzul Hasan"]


def kolaka_utara():
    book = Book("Akreditasi LKS Kolaka Utara 2021")
    page = book.sheet("Sheet1")
    page.sheet.set_column(1, 3, 32)
    page.title("DAFTAR LKS PENERIMA SERTIFIKAT AKREDITASI", 4)
    page.title("KABUPATEN KOLAKA UTARA", 4)
    page.skip()
    page.headings(["No", "Nama LKS", "Hasil", None], [None, None, "Akreditasi", "Tgl. Penyerahan"])
    first = page.next
    for cells in rows(KOLAKA_UTARA):
        page.line(cells)
    page.over(first, 3, page.next - 1, 3, "27 Mei 2021", "cell")
    page.skip()
    page.put(page.next, 0, "Sumber: MediaKendari, 27 Mei 2021", "plain")
    return book.close()


def bandung_barat():
    book = Book("LKSA terakreditasi Bandung Barat 2018")
    page = book.sheet("LKSA")
    page.sheet.set_column(1, 3, 26)
    page.title("LKSA TERAKREDITASI DI KABUPATEN BANDUNG BARAT TAHUN 2018", 5)
    page.skip()
    page.line(["No.", "Kecamatan", "Nama LKSA", "Terakreditasi", "Tahun"], "heading")
    page.line(["(1)", "(2)", "(3)", "(4)", "(5)"], "heading")
    first = page.next
    for cells in rows(BANDUNG_BARAT):
        page.line(cells)
    page.over(first, 1, first + 1, 1, "Lembang", "cell")
    page.over(first, 4, page.next - 1, 4, 2018, "cell")
    page.line([None, None, "Jumlah", 6])
    page.put(page.next, 0, "Catatan: 6 dari 18 LKSA terakreditasi; jumlah LKSA 42, yang sebenarnya lebih dari itu", "plain")
    return book.close()


def tapin():
    # The dash is what tells Windows-1252 from UTF-8.
    lines = ["DAFTAR LKS TERAKREDITASI \u2013 KABUPATEN TAPIN;;", "Keadaan 9 April 2021;;", ";;", "No;Nama Lembaga;Terakreditasi"]
    lines += [f"{number};LKSA {name};v" for number, name in enumerate(TAPIN, 1)]
    lines += [";Jumlah;6", ";;"]
    return "\r\n".join([*lines, ""]).encode("cp1252")
