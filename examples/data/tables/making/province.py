"""panti-jawa-tengah.xlsx: the list of a province, made up.

Names of places that stand for several, and a regency merged over its institutions.
"""

from .book import Book
from .cells import rows

HEADINGS = "NO|KAB/KOTA|NAMA PANTI|ALAMAT|KEC|KEL/DESA|JENIS PANTI|KAPASITAS|JML PENGHUNI|STATUS AKREDITASI|BENTUK BADAN HUKUM|THN BERDIRI"

ROWS = """
1|Kota Pekalongan|Panti Asuhan Contoh Amanah|Jl. KH Ahmad Dahlan 1|Pekalongan Timur|Kauman|Panti Asuhan Anak|40|32|Terakreditasi A|Yayasan|1987
2||Panti Wredha Contoh Bahagia|Jl. Jetayu 9|Pekalongan Utara|Panjang Wetan|Panti Lansia|25|25|Terakreditasi B|Yys|1994
3|Kab. Pekalongan|Panti Asuhan Contoh Cahaya|Jl. Raya Wiradesa|Wiradesa|Kauman|Panti Asuhan Anak|30|28|Belum|Yayasan|2001
4||Panti Asuhan Contoh Doa|Jl. Raya Tirto 3|Tirto||Panti Asuhan Anak|20|21|Terakreditasi C|Perkumpulan|2008
5||Rumah Contoh Empati|Jl. Pekajangan 7|Kedungwuni|Ds. Pekajangan|LKS Disabilitas|15|9|Proses|Belum berbadan hukum|2016
6|Kab. Pemalang|Panti Asuhan Contoh Firdaus|Jl. Kauman|Comal|Kauman|LKSA|35|30|Terakreditasi B (2022)|Yayasan|1979
7|Pekalongan|Panti Asuhan Contoh Ghufron|Jl. Karangdadap|Karangdadap|Pangkah|LKSA|25|17|-|Yayasan|2012
8|Tegal|Panti Asuhan Contoh Husna|Jl. Pangkah 2|Pangkah|Pangkah|LKSA|30|22|Belum|Yayasan|2005
9|Kota Semarang|Panti Asuhan Contoh Ihsan|Jl. Kauman 40|Semarang Tengah|Kauman|LKSA|60|57|Terakreditasi A|Yayasan|1965
10|Kab. Tegal|Panti Asuhan Contoh Jannah|Jl. Bojong|Bojong||LKSA|20|14|Terakreditasi C|Yayasan|Maret 1999
11|Kab. Pemalng|Panti Asuhan Contoh Karim|Jl. Taman|Taman||LKSA|28|26|Belum|Yayasan|2003
"""


def book():
    book = Book("Panti Jawa Tengah (sintetis)")
    page = book.sheet("Panti")
    columns = HEADINGS.split("|")
    page.sheet.set_column(1, len(columns) - 1, 22)
    page.title("DATA PANTI SOSIAL PROVINSI JAWA TENGAH TAHUN 2023", len(columns))
    page.title("(data sintetis: semua panti rekaan, nama wilayah nyata)", len(columns))
    page.line(columns, "heading")
    page.line([chr(ord("a") + number) for number in range(len(columns))], "heading")
    open_at, last = None, None
    for cells in rows(ROWS):
        row = page.line(cells)
        if cells[1] is not None:
            merge(page, open_at, row - 1, last)
            open_at, last = row, cells[1]
    merge(page, open_at, page.next - 1, last)
    page.line([None, None, "JUMLAH", None, None, None, None, 328, 281])
    return book.close()


def merge(page, first, last, text):
    if first is not None and last > first:
        page.over(first, 1, last, 1, text, "cell")
