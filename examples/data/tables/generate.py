"""Writes the tables beside it, as offices keep them.

    python3 examples/data/tables/generate.py            writes the files
    python3 examples/data/tables/generate.py --check    fails if a file differs

What matters stands in the modules of `making`, cell by cell. Workbooks are written by XlsxWriter,
which is pinned in bindings/python/requirements-test.txt; they are compared by their parts, since
not every zlib packs them into the same bytes.
"""

import io
import sys
import zipfile
from pathlib import Path

from making import city, districts, province, published, texts

HERE = Path(__file__).parent

FILES = {
    "data-lks-2024.xlsx": city.book,
    "lksa-per-kecamatan.xlsx": districts.book,
    "panti-jawa-tengah.xlsx": province.book,
    "kolaka-utara-2021.xlsx": published.kolaka_utara,
    "bandung-barat-2018.xlsx": published.bandung_barat,
    "tapin-2021.csv": published.tapin,
    "kelengkapan-berkas.txt": texts.papers,
    "anggota-lkks.csv": texts.members,
}


def parts(data):
    """What is compared: the parts of a workbook, or the bytes of a text."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def main():
    differing = []
    for name, make in FILES.items():
        target, made = HERE / name, make()
        is_same = target.exists() and parts(target.read_bytes()) == parts(made)
        if "--check" in sys.argv:
            differing += [] if is_same else [name]
        elif not is_same:
            target.write_bytes(made)
    if differing:
        sys.exit(f"differ from generate.py: {', '.join(differing)}")


if __name__ == "__main__":
    main()
