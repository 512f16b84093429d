"""Writes kota-pekalongan-synthetic.json: made-up members that match the published totals.

    python3 examples/data/generate.py            writes the file
    python3 examples/data/generate.py --check    fails if the file differs

Everything is fixed: what matters stands in tables, and the rest is drawn from a small generator
with a fixed seed, so that every machine writes the same bytes. Only the Python standard library is
used. Organisations carry "Contoh" (example) in their names and people "(rekaan)" (made up).
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE / "kota-pekalongan-synthetic.json"

NOTICE = (
    "DATA SINTETIS: lembaga, pengurus, dokumen, kasus, dan kegiatan di sini rekaan; hanya jumlah dan"
    " tanggal yang bersumber yang nyata. / SYNTHETIC DATA: the organisations, officers, documents,"
    " cases and activities here are made up; only the totals and dates with a source are real."
)


class Draws:
    """Numbers that are the same on every machine and in every version of Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        # Knuth's MMIX constants; the high bits are the good ones.
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, choices):
        return choices[self.below(len(choices))]


VILLAGES = {
    "33.75.01": ["1002", "1003", "1004", "1006", "1008", "1009", "1012"],
    "33.75.02": ["1002", "1004", "1007", "1008", "1009", "1010", "1012"],
    "33.75.03": ["1002", "1003", "1004", "1006", "1007", "1009", "1010"],
    "33.75.04": ["1002", "1003", "1004", "1006", "1008", "1010"],
}

REGIONS = {
    "33": "Jawa Tengah",
    "33.75": "Kota Pekalongan",
    "33.75.01": "Pekalongan Barat",
    "33.75.01.1002": "Medono",
    "33.75.01.1003": "Podosugih",
    "33.75.01.1004": "Sapuro Kebulen",
    "33.75.01.1006": "Bendan Kergon",
    "33.75.01.1008": "Pasirkratonkramat",
    "33.75.01.1009": "Tirto",
    "33.75.01.1012": "Pringrejo",
    "33.75.02": "Pekalongan Timur",
    "33.75.02.1002": "Noyontaansari",
    "33.75.02.1004": "Kauman",
    "33.75.02.1007": "Poncol",
    "33.75.02.1008": "Klego",
    "33.75.02.1009": "Gamer",
    "33.75.02.1010": "Setono",
    "33.75.02.1012": "Kali Baros",
    "33.75.03": "Pekalongan Utara",
    "33.75.03.1002": "Krapyak",
    "33.75.03.1003": "Kandang Panjang",
    "33.75.03.1004": "Panjang Wetan",
    "33.75.03.1006": "Padukuhan Kraton",
    "33.75.03.1007": "Degayu",
    "33.75.03.1009": "Bandengan",
    "33.75.03.1010": "Panjang Baru",
    "33.75.04": "Pekalongan Selatan",
    "33.75.04.1002": "Banyurip",
    "33.75.04.1003": "Buaran Kradenan",
    "33.75.04.1004": "Jenggot",
    "33.75.04.1006": "Kuripan Kertoharjo",
    "33.75.04.1008": "Kuripan Yosorejo",
    "33.75.04.1010": "Sokoduwet",
}

# Whom the kinds serve. Nobody in the table serves "orang-dengan-hiv-aids" or "pengemis".
SERVES = {
    "lksa": [["anak-telantar"], ["anak-telantar", "anak-balita-telantar"], ["anak-telantar", "anak-jalanan"]],
    "lks-lu": [["lanjut-usia-telantar"], ["lanjut-usia-telantar", "fakir-miskin"]],
    "lks-disability": [["penyandang-disabilitas", "anak-dengan-kedisabilitasan"], ["penyandang-disabilitas"]],
    "other": [
        ["fakir-miskin"],
        ["fakir-miskin", "keluarga-bermasalah-sosial-psikologis"],
        ["perempuan-rawan-sosial-ekonomi", "korban-tindak-kekerasan"],
        ["korban-penyalahgunaan-napza"],
        ["korban-bencana-alam", "fakir-miskin"],
        ["pemulung", "gelandangan"],
    ],
}

NAMES = {
    "lksa": "LKSA Contoh",
    "lks-lu": "LKS-LU Contoh",
    "lks-disability": "LKS Disabilitas Contoh",
    "other": "LKS Contoh",
}

WORDS = (
    "Anggrek Bakung Cempaka Dahlia Enau Flamboyan Gading Hanjuang Ilalang Jati Kenanga Lontar Melati"
    " Nusa Orkid Pandan Rumbia Sawo Teratai Ulin Wijaya Alamanda Beringin Cendana Delima Eboni Gaharu"
    " Ixora Jambu Kamboja Lavender Mawar Nilam Palem Randu Seroja Tanjung Wangsa Asoka Bungur Ceri Damar"
    " Gambir Kantil Lamtoro Mahoni Nipah Pinus Rotan Seruni Trembesi Waru Akasia Bidara"
).split()

# Joined and left, in groups: 16 in 2018; 21 on 20 June 2022; 47 on 20 May 2024, and still in 2026.
GROUPS = [
    (16, "2018-11-01"),
    (6, "2021-03-15"),
    (28, "2023-09-01"),
    (1, "2026-01-15"),
    (3, None),
]
LEFT = {9: ("2021-12-31", "tidak aktif"), 14: ("2023-06-30", "pindah ke luar kota"), 19: ("2023-06-30", "tidak aktif"), 40: ("2025-12-31", "bubar")}

# The six that were accredited on 20 May 2024, and others before and since. Grade, decided, last day
# as the certificate states it, withdrawn on, why.
ACCREDITATIONS = {
    1: [("A", "2022-03-15", None, None, None)],
    3: [("A", "2021-11-29", None, None, None)],
    5: [("B", "2023-12-04", None, None, None)],
    8: [("B", "2022-09-12", None, None, None)],
    12: [("C", "2023-05-08", None, None, None), ("B", "2025-11-10", "2028-11-09", None, None)],
    17: [("C", "2022-08-22", None, None, None)],
    2: [("C", "2019-04-10", None, None, None)],
    21: [("B", "2024-10-14", None, None, None)],
    26: [("B", "2025-12-08", None, None, None)],
    33: [("B", "2024-09-02", None, "2026-02-10", "papan nama saja, tidak ada kegiatan")],
}

KINDS = {
    "lksa": [1, 2, 3, 5, 8, 11, 12, 17, 20, 25, 26, 30, 35, 41, 46, 52],
    "lks-lu": [4, 21, 28, 37, 44],
    "lks-disability": [6, 23, 34, 48],
}

SCORES = ["programme_score", "service_process_score", "human_resources_score", "management_score", "facilities_score", "results_score"]
SCORED = {1: 92, 3: 88, 5: 81, 8: 76, 11: 72, 12: 84, 21: 80, 24: 69, 26: 78, 30: 74, 38: 58}

PAPERS = ["statutes_ad_art", "npwp", "profile", "activity_reports", "bank_account", "lkks_recommendation"]


def plus_years(day, years):
    """The day before the anniversary; none of the days here is a 29 February or a first of a month."""
    return f"{int(day[:4]) + years}{day[4:8]}{int(day[8:]) - 1:02d}"


def present(**fields):
    return {key: value for key, value in fields.items() if value is not None and value != []}


def kind_of(number):
    return next((kind for kind, numbers in KINDS.items() if number in numbers), "other")


def form_of(number, draws):
    if number == 35:
        return "government"
    return "unincorporated" if draws.chance(30) else "yayasan"


def place(number, draws):
    # Round and round the four kecamatan, with one in five drawn to the west.
    district = "33.75.01" if number % 5 == 0 else f"33.75.0{number % 4 + 1}"
    village = draws.pick(VILLAGES[district])
    return {"region": f"{district}.{village}", "rw": draws.below(9) + 1, "rt": draws.below(7) + 1}


def registration(number, draws):
    """Most are registered; some certificates have run out, some state no last day."""
    year = 2022 + draws.below(4)
    issued = f"{year}-{draws.below(12) + 1:02d}-{draws.below(26) + 2:02d}"
    certificate = present(
        kind="registration",
        number=f"STP/CONTOH/{number:03d}/{year}",
        issuer="Dinsos-P2KB Kota Pekalongan",
        issued=issued,
        last_day=plus_years(issued, 3),
    )
    if number in (16, 31):
        del certificate["last_day"]
    if number == 53:  # The same certificate as number 12: one organisation entered twice.
        certificate["number"] = "STP/CONTOH/012/2025"
        certificate["issued"], certificate["last_day"] = "2025-06-10", "2028-06-09"
    if number == 12:
        certificate["number"], certificate["issued"], certificate["last_day"] = "STP/CONTOH/012/2025", "2025-06-10", "2028-06-09"
    return certificate


def permit(number, draws):
    year = 2020 + draws.below(5)
    issued = f"{year}-{draws.below(12) + 1:02d}-{draws.below(26) + 2:02d}"
    return {"kind": "operating-permit", "number": f"SIOP/CONTOH/{number:03d}/{year}", "issued": issued}


def documents(number, form, draws):
    recorded = "2026-02-16"  # The day of a made-up round of visits.
    found = []
    for paper in PAPERS:
        if draws.chance(78):
            found.append({"document": paper, "recorded": recorded})
        elif draws.chance(55):
            found.append({"document": paper, "present": False, "recorded": recorded})
    if draws.chance(80):
        issued = f"{2025 + draws.below(2)}-{draws.below(10) + 1:02d}-{draws.below(26) + 2:02d}"
        found.append({"document": "domicile_letter", "number": f"474/CONTOH/{number:03d}", "issued": issued, "last_day": plus_years(issued, 1)})
    if form == "unincorporated":
        found.append({"document": "founding_letter", "recorded": recorded})
    if draws.chance(35):
        found.append({"document": "social_office_recommendation", "issued": "2026-08-03"})
        found.append({"document": "accreditation_request", "issued": "2026-08-10"})
    if number == 22:  # Two visits of one day that say different things.
        found = [record for record in found if record["document"] != "statutes_ad_art"]
        found.append({"document": "statutes_ad_art", "recorded": recorded})
        found.append({"document": "statutes_ad_art", "present": False, "recorded": recorded})
    return found


def evidence(number, draws):
    found = []
    if number in SCORED:
        source = "penilaian diri (rekaan)"
        for score in SCORES:
            points = SCORED[number] + draws.below(13) - 6
            found.append({"fact": score, "value": f"{min(points, 100)}.{draws.below(2) * 5}", "from": "2026-03-02", "source": source})
        found.append({"fact": "social_workers", "value": draws.below(4), "from": "2026-03-02", "source": source})
    if number == 11:  # Two assessors of one day who disagree.
        found.append({"fact": "facilities_score", "value": "55.5", "from": "2026-03-02", "source": "kunjungan (rekaan)"})
    if number == 24:  # A slip of the pen: 690 instead of 69.
        found[0]["value"] = "690"
    if number == 20:
        found.append({"fact": "children_in_danger", "value": True, "from": "2026-09-21", "source": "laporan (rekaan)"})
    elif kind_of(number) == "lksa":
        found.append({"fact": "children_in_danger", "value": False, "from": "2026-02-16", "source": "kunjungan (rekaan)"})
    return found


def accreditation(number, grade, decided, last_day, revoked, reason):
    return present(
        number=f"CONTOH/{number:03d}/{decided[:4]}",
        body="BALKS",
        grade=grade,
        decided=decided,
        last_day=last_day,
        revoked=present(on=revoked, reason=reason) if revoked else None,
        source="rekaan",
    )


def organisation(number, draws):
    kind = kind_of(number)
    form = form_of(number, draws)
    name = f"{NAMES[kind]} {WORDS[number - 1]}"
    if number == 53:
        name = f"Panti Asuhan Contoh {WORDS[11]}"
    founded = f"{1985 + draws.below(35)}-{draws.below(12) + 1:02d}-{draws.below(27) + 1:02d}"
    where = place(number, draws)
    categories = draws.pick(SERVES[kind])
    inside = kind == "lksa" or (kind == "lks-lu" and draws.chance(60))
    capacity = 15 + 5 * draws.below(9)
    setting = "inside" if inside else "outside"
    services = [present(category=category, setting=setting, capacity=capacity if inside else None) for category in categories]
    certificates = []
    if number == 12 or number == 53 or draws.chance(76):
        certificates.append(registration(number, draws))
    if kind == "lksa" and draws.chance(80):
        certificates.append(permit(number, draws))
    incorporated = form == "yayasan"
    deed = {"number": f"{draws.below(90) + 1}", "issued": founded}
    approval = {"number": f"AHU-CONTOH-{number:04d}", "issued": f"{int(founded[:4]) + 1}{founded[4:]}"}
    given = [("2025-07-14", "laporan tidak masuk"), ("2025-11-17", "laporan tidak masuk"), ("2026-04-20", "laporan tidak masuk")]
    warned = [{"on": on, "reason": reason} for on, reason in given] if number == 41 else []
    applied = {
        7: [{"kind": "accreditation", "lodged": "2026-09-07"}],
        17: [{"kind": "accreditation", "lodged": "2025-07-01"}],
        10: [{"kind": "registration", "lodged": "2026-11-02"}],
    }
    return present(
        id=f"LKS-{number:03d}",
        name=name,
        earlier_names=[{"name": "Panti Contoh Lestari", "until": "2012-12-31"}] if number == 4 else None,
        legal_form=form,
        kind=kind,
        founded=founded,
        place=where,
        services=services,
        deeds=[deed] if incorporated else None,
        approvals=[approval] if incorporated and draws.chance(85) else None,
        certificates=certificates,
        accreditations=[accreditation(number, *one) for one in ACCREDITATIONS.get(number, [])],
        applications=applied.get(number),
        warnings=warned,
        documents=documents(number, form, draws),
        evidence=evidence(number, draws),
        source="rekaan",
    )


def organisations_and_memberships():
    draws = Draws(3375)
    organisations, memberships = [], []
    number = 0
    for count, joined in GROUPS:
        for _ in range(count):
            number += 1
            organisations.append(organisation(number, draws))
            if joined:
                last, reason = LEFT.get(number, (None, None))
                memberships.append(present(organisation=f"LKS-{number:03d}", period=present(first=joined, last=last), reason=reason))
    return organisations, memberships


PEOPLE = (
    "Ahmad Bagus Citra Dewi Eko Fajar Gita Hasan Indah Joko Kartika Lestari Mulyono Nuraini Oktavia Prasetyo"
    " Qomar Ratna Suryadi Tuti Umar Vina Wahyu Yuliana Zaenal Arif Bunga Cahyo Dian Endang Farida Galih"
).split()

DIVISIONS = [
    ("anak", "Anak", "Children"),
    ("lansia", "Lanjut Usia", "Older People"),
    ("disabilitas", "Disabilitas", "Disability"),
    ("perempuan", "Perempuan dan Keluarga", "Women and Families"),
    ("bencana", "Bencana", "Disasters"),
    ("data", "Data dan Akreditasi", "Data and Accreditation"),
    ("humas", "Humas dan Kerja Sama", "Relations and Partnership"),
]


def person(index):
    return f"{PEOPLE[index]} (rekaan)"


def office(id, indonesian, english, seats):
    return {"id": id, "title": {"id": indonesian, "en": english}, "seats": seats}


def leaders(assistants):
    return [
        office("ketua-umum", "Ketua Umum", "Chair", 1),
        office("wakil-ketua", "Wakil Ketua", "Vice-chair", assistants),
        office("sekretaris", "Sekretaris", "Secretary", 1),
        office("wakil-sekretaris", "Wakil Sekretaris", "Vice-secretary", assistants),
        office("bendahara", "Bendahara", "Treasurer", 1),
        office("wakil-bendahara", "Wakil Bendahara", "Vice-treasurer", assistants),
    ]


def appointment(who, office, first, last=None, cause="elected", ended=None):
    return present(person=person(who), office=office, period=present(first=first, last=last), cause=cause, ended=ended)


def first_term(published):
    # As published: no ketua umum until 20 June 2022, when inactive officers were replaced too.
    start, change = "2019-12-17", "2022-06-20"
    return {
        **published,
        "offices": leaders(1),
        "appointments": [
            appointment(30, "ketua-umum", change, cause="replacement"),
            appointment(0, "wakil-ketua", start),
            appointment(1, "sekretaris", start),
            appointment(2, "wakil-sekretaris", start, "2022-06-19", ended="inactive"),
            appointment(3, "wakil-sekretaris", change, cause="replacement"),
            appointment(4, "bendahara", start),
            appointment(5, "wakil-bendahara", start, "2022-06-19", ended="inactive"),
            appointment(6, "wakil-bendahara", change, cause="replacement"),
        ],
    }


def second_term(published):
    # Thirty seats, all filled on 20 May 2024; since then one officer was replaced and one seat fell vacant.
    start = published["inductions"][0]["on"]
    offices = leaders(2)
    for id, indonesian, english in DIVISIONS:
        offices.append(office(f"koordinator-{id}", f"Koordinator Bidang {indonesian}", f"Coordinator, {english}", 1))
        offices.append(office(f"anggota-{id}", f"Anggota Bidang {indonesian}", f"Member, {english}", 2))
    seats = [each["id"] for each in offices for _ in range(each["seats"])]
    assert len(seats) == 30
    appointments = [appointment(who, seat, start) for who, seat in enumerate(seats)]
    inactive, resigned = seats.index("anggota-bencana"), seats.index("wakil-bendahara")
    appointments[inactive] = appointment(inactive, "anggota-bencana", start, "2025-10-31", ended="inactive")
    appointments[resigned] = appointment(resigned, "wakil-bendahara", start, "2026-07-31", ended="resigned")
    appointments.append(appointment(31, "anggota-bencana", "2026-01-10", cause="replacement"))
    return {**published, "offices": offices, "appointments": appointments}


def case(number, title, region, rw, rt, category, urgency, *steps):
    return {
        "id": f"K-{number:03d}",
        "title": title,
        "place": {"region": region, "rw": rw, "rt": rt},
        "category": category,
        "urgency": urgency,
        "steps": [step(*each) for each in steps],
    }


def step(kind, on, by=None, to=None, reason=None):
    return present(kind=kind, on=on, by=by, to=to, reason=reason)


def cases():
    board, ward = "Pengurus LKKS", "Kelurahan"
    return [
        case(1, "Lansia tinggal sendiri, rumah bocor", "33.75.03.1003", 4, 2, "lanjut-usia-telantar", "normal",
             ("received", "2024-07-02", ward), ("heard", "2024-07-09", board), ("referred", "2024-07-11", board, "LKS-004"), ("resolved", "2024-09-30", board)),
        case(2, "Anak putus sekolah", "33.75.01.1002", 3, 5, "anak-telantar", "normal",
             ("received", "2024-08-20", ward), ("heard", "2024-08-27", board), ("resolved", "2025-01-13", board)),
        case(3, "Keluarga terdampak rob", "33.75.03.1009", 2, 1, "korban-bencana-alam", "urgent",
             ("received", "2025-01-21", ward), ("heard", "2025-01-21", board), ("resolved", "2025-02-04", board)),
        case(4, "Pengemis anak di pasar", "33.75.02.1004", 1, 3, "pengemis", "normal",
             ("received", "2025-03-10", board), ("closed", "2025-04-14", board, None, "keluarga pindah ke luar kota")),
        case(5, "Warga dengan HIV tanpa pendamping", "33.75.04.1004", 6, 2, "orang-dengan-hiv-aids", "urgent",
             ("received", "2025-09-15", ward), ("heard", "2025-09-22", board)),
        case(6, "Penyandang disabilitas tanpa kursi roda", "33.75.02.1012", 5, 4, "penyandang-disabilitas", "normal",
             ("received", "2025-11-03", ward), ("heard", "2025-11-10", board), ("referred", "2025-11-12", board, "LKS-006")),
        case(7, "Lansia telantar di terminal", "33.75.01.1009", 2, 2, "lanjut-usia-telantar", "urgent",
             ("received", "2026-02-05", board), ("heard", "2026-02-05", board), ("referred", "2026-02-06", board, "LKS-021"), ("resolved", "2026-03-02", board)),
        case(8, "Perempuan korban kekerasan", "33.75.04.1002", 3, 1, "korban-tindak-kekerasan", "urgent",
             ("received", "2026-05-18", ward), ("heard", "2026-05-19", board)),
        case(9, "Remaja penyalahguna NAPZA", "33.75.03.1002", 7, 3, "korban-penyalahgunaan-napza", "normal",
             ("received", "2026-06-22", ward),),
        case(10, "Pemulung tanpa tempat tinggal", "33.75.01.1008", 1, 6, "pemulung", "normal",
             ("received", "2026-08-11", ward), ("heard", "2026-08-24", board)),
        case(11, "Bayi ditinggalkan orang tua", "33.75.02.1010", 4, 4, "anak-balita-telantar", "urgent",
             ("received", "2026-10-12", ward), ("heard", "2026-10-12", board), ("referred", "2026-10-13", board, "LKS-012")),
        case(12, "Keluarga miskin tanpa jaminan kesehatan", "33.75.04.1010", 2, 5, "fakir-miskin", "low",
             ("received", "2026-11-09", ward),),
        case(13, "Pekerja migran pulang tanpa upah", "33.75.03.1010", 3, 3, "pekerja-migran-bermasalah-sosial", "normal",
             ("received", "2026-11-20", board),),
    ]


def activities():
    def activity(number, title, on, until, region, taking_part, **reached):
        return present(
            id=f"KEG-{number:02d}", title=title, on=on, until=until, place={"region": region},
            organisations=[f"LKS-{each:03d}" for each in taking_part],
            reached={key.replace("_", "-"): value for key, value in reached.items()},
            source="rekaan",
        )

    return [
        activity(1, "Bakti sosial Hari Kemerdekaan", "2024-08-17", None, "33.75.01", [1, 3, 5, 8, 21], anak_telantar=120, lanjut_usia_telantar=45),
        activity(2, "Pelatihan pendataan LKS", "2024-11-12", "2024-11-13", "33.75", [1, 2, 4, 7, 12, 26, 33]),
        activity(3, "Dapur umum banjir rob", "2025-01-20", "2025-01-26", "33.75.03", [4, 6, 15, 24, 42], korban_bencana_alam=860, fakir_miskin=140),
        activity(4, "Pendampingan akreditasi", "2025-09-16", None, "33.75", [12, 17, 21, 26]),
        activity(5, "Pemeriksaan kesehatan lansia", "2026-05-29", None, "33.75.04", [4, 21, 28, 37, 44], lanjut_usia_telantar=210),
        activity(6, "Santunan dan bantuan perlengkapan sekolah", "2026-07-11", None, "33.75.02", [1, 5, 11, 12, 30], anak_telantar=175, anak_jalanan=20),
    ]


def register():
    published = json.loads((HERE / "kota-pekalongan.json").read_text(encoding="utf-8"))
    first, second = published["terms"]
    organisations, memberships = organisations_and_memberships()
    return {
        "notice": NOTICE,
        "format": 1,
        "body": {**published["body"], "name": "LKKS Kota Pekalongan (data sintetis)"},
        "regions": REGIONS,
        "organisations": organisations,
        "memberships": memberships,
        "terms": [first_term(first), second_term(second)],
        "cases": cases(),
        "activities": activities(),
    }


def text_of(register):
    """JSON with the notice on the first line, and one line for each entry of a list."""

    def line(value):
        return json.dumps(value, ensure_ascii=False)

    parts = []
    for key, value in register.items():
        if isinstance(value, list):
            entries = ",\n".join(f"    {line(entry)}" for entry in value)
            parts.append(f'  "{key}": [\n{entries}\n  ]')
        else:
            parts.append(f'  "{key}": {line(value)}')
    # The first line says what the file is before anything else.
    return "{ " + ",\n".join(parts).lstrip() + "\n}\n"


def main(arguments):
    text = text_of(register())
    if arguments == ["--check"]:
        current = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
        if current != text:
            sys.exit(f"{TARGET.name} is not what generate.py writes; run it without --check")
    elif arguments:
        sys.exit("usage: generate.py [--check]")
    else:
        TARGET.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
