"""Tables as text, as programs write them: made up.

kelengkapan-berkas.txt is what Excel calls Unicode text: UTF-16, tabs, quotes where it must.
anggota-lkks.csv is what the web form of an office gives out: UTF-8 with a mark in front, and a line
for Excel that names the separator.
"""

PAPERS = [
    ["KELENGKAPAN BERKAS PENDAFTARAN LKS"],
    ["Kota Pekalongan, per 30 September 2024 (sintetis: semua nama dan nomor rekaan)"],
    [],
    ["No", "Nama LKS", "Kec.", "Akta", "AD/ART", "NPWP", "Domisili", "Rek. Bank", "Struktur Organisasi", "KTP Pengurus", "Prog. Kerja", "Rekomendasi LKKS", "STP", "Ket"],
    ["1", "Yayasan Contoh Anggrek", "Pkl Barat", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", "lengkap"],
    ["2", 'PA "Contoh Bakung"', "Pkl Barat", "ada", "ada", "ada", "exp. 2023", "ada", "-", "ada", "tidak ada", "dlm proses", "Belum", "domisili\nperlu diperbarui"],
    ["3", "LKS Contoh Rumbia", "Pkl Timur", "-", "v", "-", "v", "v", "v", "v", "v", "x", "proses", ""],
    ["4", "LKSA Contoh Mawar", "Pkl Utara", "V", "V", "90.032.224.9-501.000", "474/32/2024 tgl 2 Jan 2024", "V", "V", "V", "V", "V", "460/032/STP/2022", ""],
    ["5", "Yys. Contoh Tanjung", "Pkl Selatan", "Ada", "Tidak", "Ada", "Ada", "Tidak", "Ada", "?", "Ada", "Ada", "menyusul", ""],
    ["6", "Majelis Contoh Teratai", "Pkl Timur", "1", "1", "0", "1", "0", "1", "1", "0", "0", "1", ""],
    [],
    ["", "", "", "", "", "", "", "", "", "Pekalongan, 30 September 2024"],
    ["", "", "", "", "", "", "", "", "", "Sekretaris LKKS"],
    ["", "", "", "", "", "", "", "", "", "(nama rekaan)"],
]

MEMBERS = [
    ["ID LKSA", "Nama LKSA", "Nama Pimpinan", "Provinsi", "Kabupaten/Kota", "Kecamatan", "Kelurahan/Desa", "RT", "RW", "Alamat", "Tgl Berdiri", "Tgl Masuk", "Tgl Keluar", "NPWP", "Peringkat Akreditasi", "Skor Akreditasi", "Tgl Akreditasi", "Email", "Catatan Sintetis"],
    ["CTH-01", "LKSA Contoh Ombak", "Ana (rekaan)", "Jawa Tengah", "Kota Pekalongan", "Pekalongan Utara", "Bandengan", "001", "003", "Jl. Bandengan 1", "2005-03-14", "2018-11-01", "", "90.001.007.5-501.000", "B", "81,25", "2023-06-19", "a@example.org", "rekaan"],
    ["CTH-02", "LKSA Contoh Pelita", "Bana (rekaan)", "JAWA TENGAH", "KOTA PEKALONGAN", "PEKALONGAN SELATAN", "JENGGOT", "2", "5", "Jl. Pelita 4;\nbelakang masjid", "2010-01-01", "2021-03-15", "2023-06-30", "", "", "", "", "", "rekaan"],
    ["CTH-03", "LKSA Contoh Rahmat", "Cana (rekaan)", "Jateng", "Pekalongan", "Pkl. Timur", "Poncol", "", "", "Jl. Sriwijaya 1", "17/08/1995", "15/03/2021", "", "0900020140501000", "A", "92.5", "01/12/2022", "", "rekaan"],
    ["CTH-04", "LKSA Contoh Setia", "Dana (rekaan)", "Jawa Tengah", "Kota Pekalongan", "Pekalongan Barat", "Medno", "0", "3", "Jl. Medono", "2013", "2023-09-01", "", "n/a", "C", "1.071,5", "2024-02-30", "", "rekaan"],
    ["CTH-05", "LKSA Contoh Tabah", "Fana (rekaan)", "Jawa Tengah", "Kab. Pekalongan", "Tirto", "", "", "", "Jl. Tirto", "NULL", "2023-09-01", "2022-01-01", "NULL", "NULL", "NULL", "NULL", "NULL", "rekaan"],
    ["CTH-03", "LKSA Contoh Ulama", "Gana (rekaan)", "Jawa Tengah", "Kota Pekalongan", "Pekalongan Timur", "Gamer", "", "", "", "", "2023-09-01", "", "", "", "", "", "", "rekaan"],
    ["CTH-07", "", "Hana (rekaan)", "Jawa Tengah", "Kota Pekalongan", "Pekalongan Timur", "Klego", "", "", "", "", "2023-09-01", "", "", "", "", "", "", "rekaan"],
]


def quoted(text, separator):
    if any(mark in text for mark in (separator, '"', "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


def joined(lines, separator, width):
    """Every line as wide as the widest, as spreadsheets write them."""
    full = (line + [""] * (width - len(line)) for line in lines)
    return "".join(separator.join(quoted(text, separator) for text in line) + "\r\n" for line in full)


def papers():
    return b"\xff\xfe" + joined(PAPERS, "\t", 14).encode("utf-16-le")


def members():
    return b"\xef\xbb\xbf" + ("sep=;\r\n" + joined(MEMBERS, ";", 19)).encode()
