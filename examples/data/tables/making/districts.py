"""lksa-per-kecamatan.xlsx: a sheet for each kecamatan, each typed by somebody else, made up.

Saved by an old Excel for Macintosh, whose days are counted from 1904.
"""

from .book import Book
from .cells import Formula, cell, rows

NOTE = "SINTETIS: semua nama dan nomor rekaan"

WEST = """
1|LKSA Contoh Akasia|Jl. Kurinci 30|Medono|Ani (rekaan)|0817-0000-0001|12|14|26|B|@2022-09-12|@2025-09-11
2|PA. Contoh Bidara|Jl. Veteran 2 RT 1/RW 4|Bendan Kergon|Beni (rekaan)|0817-0000-0002|9|11|20|A|12 Juli 2021|2026
3|Panti Asuhan Contoh Cemara|Jl. Tirto Gg. 1|Tirto|Cici (rekaan)|0817-0000-0003|10|8|18|-||
4|Yys. Contoh Damai|Jl. Pringlangu 5|Pringrejo|Dodi (rekaan)|0817-0000-0004|7|6|13|dlm proses||
"""

EAST = """
1|Yayasan Contoh Elok|Jl. Sutan Syahrir 12, Kel. Setono|Edi (rekaan)|31|C|2023
2|Panti Asuhan Contoh Fitrah|Jl. Toba 9, Kel. Poncol|Fani (rekaan)|24|B|2022
3|LKSA Contoh Gema|Jl. Gamer 3, Kel. Gamer|Gani (rekaan)|18|belum|
"""

NORTH = """
Pekalongan Utara|1|PA Contoh Hikmah|Jl. Kusuma Bangsa 4|Kandang Panjang|15|44387
|2|LKSA Contoh Insan|Jl. Jetayu 2|Panjang Wetan|22|44736
|3|PA Contoh Jaya|Jl. Krapyak 10|Krapyak|19|12 Agustus 2026
|4|LKSA Contoh Kasih|Jl. Bandengan 6|Bandengan|11|seumur hidup
"""

SOUTH = """
Yayasan Contoh Lestari|Jl. Pelita 2 No. 5|Jenggot|√|√|-|Aktif
Panti Asuhan Contoh Mulia|Jl. Banyurip 1|Banyurip|√|-|√|Aktif
LKSA Contoh Nur|Jl. Kuripan 8|Kuripan Yosorejo|√|x|-|tdk aktif
"""


def line(text):
    return [cell(part) for part in text.split("|")]


def west(page):
    page.title("DAFTAR LKSA KECAMATAN PEKALONGAN BARAT", 12)
    page.title(f"KOTA PEKALONGAN TAHUN 2024 ({NOTE})", 12)
    page.skip()
    page.headings(
        line("No|Nama LKSA|Alamat|Kelurahan|Pimpinan|HP|Jml Anak Asuh|||Akreditasi||"),
        line("||||||L|P|Jml|Peringkat|Tgl. SK|s.d."),
    )
    for cells in rows(WEST):
        page.line(cells + [None] * (12 - len(cells)))
    sums = [38, 39, 77]
    page.line([None, "Jumlah", None, None, None, None, *(Formula(f"=SUM({letter}6:{letter}9)", number) for letter, number in zip("GHI", sums))])


def east(page):
    page.title(f"KEC. PEKALONGAN TIMUR - {NOTE}", 7)
    page.line(["NO.", "NAMA YAYASAN/PANTI", "ALAMAT LENGKAP", "NAMA KETUA", "JUMLAH ANAK", "NILAI AKREDITASI", "TAHUN AKREDITASI"], "heading")
    page.line([1, 2, 3, 4, 5, 6, 7], "heading")
    for cells in rows(EAST):
        page.line(cells + [None] * (7 - len(cells)))
    page.line(["Total", None, None, None, 73])


def north(page):
    page.put(0, 0, f"Lampiran surat no. 000/000 ({NOTE})", "plain")
    page.skip(2)
    page.line(["Kecamatan", "No", "Nama Lembaga", "Alamat", "Kel/Desa", "Daya Tampung", "Ijin Operasional Berlaku s/d"], "heading")
    first = page.next
    for cells in rows(NORTH):
        page.line(cells)
    page.over(first, 0, page.next - 1, 0, "Pekalongan Utara", "cell")


def south(page):
    # No title, no numbers: the first row is the headings.
    page.line(["Nama Panti", "Alamat", "Kelurahan", "NPWP", "AD / ART", "Domisili", "Status"], "heading")
    for cells in rows(SOUTH):
        page.line(cells)


def sums(page):
    page.title(f"REKAP LKSA ({NOTE})", 3)
    page.line(["Kecamatan", "Jumlah LKSA", "Anak Asuh"], "heading")
    for name, count, children in (("Pekalongan Barat", 4, 77), ("Pekalongan Timur", 3, 73), ("Pekalongan Utara", 4, 67), ("Pekalongan Selatan", 3, None)):
        page.line([name, count, children])
    page.line(["Jumlah", Formula("=SUM(B3:B6)", 14), Formula("=SUM(C3:C6)", 217)])


def book():
    book = Book("LKSA per kecamatan (sintetis)", date_1904=True)
    for name, fill in (("Rekap", sums), ("Pkl Barat", west), ("Pkl Timur", east), ("Pkl Utara", north), ("Pkl Selatan", south)):
        page = book.sheet(name)
        page.sheet.set_column(1, 3, 28)
        fill(page)
    return book.close()
