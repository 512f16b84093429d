"""What the made-up register is made of, and what its words mean.

The contenders that know nothing of Indonesia are given these tables, so that none of them has to
find out what lkks knows already.
"""

from __future__ import annotations

HEADINGS = (
    "No",
    "Nama LKS",
    "Jenis LKS",
    "Kec.",
    "Kelurahan/Desa",
    "Alamat Sekretariat",
    "Ketua",
    "No. Telp/HP",
    "Akta Notaris (No/Tgl)",
    "SK Kemenkumham",
    "NPWP",
    "No. Tanda Daftar",
    "Tgl. Tanda Daftar",
    "Tanda Daftar Berlaku s/d",
    "Akreditasi",
    "Tgl. Akreditasi",
    "Akreditasi Berlaku s/d",
    "Jenis PPKS",
    "Kapasitas",
    "Domisili",
)

TITLE = "DATA LKS KOTA PEKALONGAN (DATA SINTETIS)"

REGENCY = "33.75"

VILLAGES = {
    ("33.75.01", "Pekalongan Barat"): {
        "1002": "Medono",
        "1003": "Podosugih",
        "1004": "Sapuro Kebulen",
        "1006": "Bendan Kergon",
        "1008": "Pasirkratonkramat",
        "1009": "Tirto",
        "1012": "Pringrejo",
    },
    ("33.75.02", "Pekalongan Timur"): {
        "1002": "Noyontaansari",
        "1004": "Kauman",
        "1007": "Poncol",
        "1008": "Klego",
        "1009": "Gamer",
        "1010": "Setono",
        "1012": "Kali Baros",
    },
    ("33.75.03", "Pekalongan Utara"): {
        "1002": "Krapyak",
        "1003": "Kandang Panjang",
        "1004": "Panjang Wetan",
        "1006": "Padukuhan Kraton",
        "1007": "Degayu",
        "1009": "Bandengan",
        "1010": "Panjang Baru",
    },
    ("33.75.04", "Pekalongan Selatan"): {
        "1002": "Banyurip",
        "1003": "Buaran Kradenan",
        "1004": "Jenggot",
        "1006": "Kuripan Kertoharjo",
        "1008": "Kuripan Yosorejo",
        "1010": "Sokoduwet",
    },
}

KINDS = {
    "LKSA": "lksa",
    "LKS-A": "lksa",
    "Panti Asuhan": "lksa",
    "LKS-LU": "lks-lu",
    "Lansia": "lks-lu",
    "LKS Disabilitas": "lks-disability",
    "Lainnya": "other",
}

GRADES = {
    "A": "A",
    "B": "B",
    "C": "C",
    "Baik (B)": "B",
    "C (Cukup)": "C",
    "Terakreditasi B": "B",
    "A (Baik Sekali)": "A",
    "-": None,
    "Belum": None,
}

CATEGORIES = {
    "anak telantar": "anak-telantar",
    "anak terlantar": "anak-telantar",
    "2": "anak-telantar",
    "anak jalanan": "anak-jalanan",
    "lanjut usia telantar": "lanjut-usia-telantar",
    "8": "lanjut-usia-telantar",
    "penyandang disabilitas": "penyandang-disabilitas",
    "9": "penyandang-disabilitas",
    "fakir miskin": "fakir-miskin",
}

MARKS = {
    "Ada": True,
    "√": True,
    "v": True,
    "ya": True,
    "Belum": False,
    "tidak": False,
    "-": False,
}

MONTHS = (
    ("Januari", "Jan"),
    ("Februari", "Pebruari", "Feb"),
    ("Maret", "Mar"),
    ("April", "Apr"),
    ("Mei",),
    ("Juni", "Jun"),
    ("Juli", "Jul"),
    ("Agustus", "Agt"),
    ("September", "Sep"),
    ("Oktober", "Okt"),
    ("November", "Nopember", "Nov"),
    ("Desember", "Des"),
)
