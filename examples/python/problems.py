"""Reads a CSV with slips in it and prints every one of them, with its place in the text.

python examples/python/problems.py
"""

import lkks

CSV = """\
# name,LKKS Contoh
# region,33.75
id,name,founded,region,categories,acreditation_grade
LKS-001,LKSA Contoh,31 Februari 2010,33.75.01.1002,anak-terlantar,B
LKS-001,LKS Contoh Melati,2012-05-01,33.75.1,fakir-miskin,
"""


def main() -> None:
    try:
        lkks.Register.from_csv(CSV)
    except lkks.InputError as error:
        for problem in error.problems:
            print(f"line {problem.line}, column {problem.column}, {problem.path}: {problem.text.en}")


if __name__ == "__main__":
    main()
