"""data-lks-2024.xlsx: the list that an office of a city might keep, made up.

One sheet with everything that such sheets have, a sheet of sums, and a hidden one. Every name,
number and paper is made up: approvals have serials that no year reaches, tax numbers a made-up
beginning, identity numbers a district that does not exist.
"""

from .book import Book
from .cells import Formula, cell, rows

WIDTH = 27

UPPER = (
    "No|Nama LKS/Orsos|Alamat Sekertariat|Kel.|Kec.|Ketua|No. Telp/HP|NIK Ketua|Akta Notaris (No/Tgl)|SK Kemenkumham|NPWP"
    "|No. Tgl. SK|Masa Berlaku s/d|SIOP|Akreditasi|||Jenis PPKS|Jumlah Klien|||Sistem Layanan||Kelengkapan|||Ket."
)
LOWER = "||||||||||||||Nilai|Th.|Berlaku s/d||L|P|Jml|Dalam Panti|Luar Panti|AD/ART|Domisili|Rekening Bank|"

WEST = """
1|Yys. Contoh Anggrek|Jl. Kurinci 3 RT 02/RW 05|Medono|Pekalongan Barat|Aminah (rekaan)|0812-0000-0001||No. 12 tgl 3 Maret 2010|AHU-9999901.AH.01.04.Tahun 2016|90.001.007.5-501.000|460/001/STP/2022 tgl 12 Juli 2022|12 Juli 2025|503/01/2021 tgl 4 Mei 2021|A|2022|14 Maret 2027|Anak Terlantar|14|11|=|√|-|√|√|√|aktif
2|PA Contoh Bakung|Jl. Jlamprang No. 7|Kel. Podosugih|Pkl. Barat|Budi (rekaan)|0812-0000-0002||No. 7, 21 Nop 1998|C-99.HT.01.02.TH 2006|0900020140501000|460/002/STP/2023, 12-7-23|12-7-26|Ada|Baik (B)|2021|2024|anak terlantar, balita terlantar|20|0|=|v||v|Ada|BRI 0000-01-000001-50-0|
3|LKSA Contoh Cempaka|Jl. Kurinci Gg. 4 No. 12 RT.003 RW.007|Sapuro Kebulen|sda|Citra (rekaan)|'081200000003||12 / 3-3-2011|AHU-9999902.AH.01.04.Tahun 2017|'900030214501000|460/003/STP/2021 tgl 31/12/2021|31/12/2024|503/02/2022|Terakreditasi B|15/3/2022|s.d. 2025|2|0|24|=|V|-|v|474/03/2024|Ada|
4|Panti Asuhan Contoh Dahlia|Jl. Untung Suropati 21|Bendan Kergon|Kec. Pekalongan Barat|Dewi (rekaan)|0812 0000 0004||Nomor 45 Tgl. 10/02/2015|AHU-9999903.AH.01.04.Tahun 2015 tgl 5 Mei 2015|90.004.028.8-501.000|460/004/STP/2022 tgl 3 Agt 2022|@2025-08-02|503/03/2020 tgl 17 Pebruari 2020|C (Cukup)|@2023-05-08|@2025-05-07|1, 2|9|12|=|√||√|√|√|
5|LKS-LU Contoh Enau|Jl. Angkatan 45 No. 5|Bendan|Pekalongan Barat|Eko (rekaan)|0812-0000-0005|||||460/005/STP/2023⏎tgl 20 Okt 2023|Okt 2026|-|-|||Lanjut Usia Terlantar|4|13|17|-|√|-|Ada|-|belum berbadan hukum
6|Yayasan Contoh Flamboyan|Jl. Veteran 40|Pasirkratonkramat|Pekalongan Barat|Fajar (rekaan)|0812-0000-0006||No. 3 Tgl. 31 Februari 2011|AHU-9999904.AH.01.04.Tahun 2011|90.006.042.7-501.000|Belum||dlm proses|Belum|||Penyandang Disabilitas|6|4|=||√|√|dlm proses|√|
7|Rumah Singgah Contoh Gading|Jl. Slamet 8 Rt 1 Rw 2|Pringrejo|Pekalongan Barat|Gita (rekaan)|0812-0000-0007||-|-|belum ada|460/007/STP/2022 tgl 9 Mei 2022|9 Mei 2025|-|-|||Anak Jalanan; Gelandangan|||15|√|√|v|-|-|

8|Yys. Sosial Contoh Hanjuang|Jl. Tirto Raya 112|Tirto|Pklg. Barat|Hasan (rekaan)|8120000008||Akta No. 9 tgl 2 Jan 2012|AHU-9999905.AH.01.04.Tahun 2012|90.008.056.5-501.000|460/008/STP/2024 tgl 15 Januari 2024|46401|503/04/2023 tgl 6 Juni 2023|b|Des 2022|Des 2025|Anak terlantar & anak jalanan|11|9|=|√|-|√|√|√|
9|Panti Wreda Contoh Ilalang|Jl. Medono 3|Medono|Pekalongan Barat|Indah (rekaan)|0812-0000-0009||18 (25-08-1987)|Ada|90.009.063.0-501.000|460/009/STP/2020 tgl 12 Juli 2020|seumur hidup|-|Tidak terakreditasi|||Lansia terlantar|8|17|=|v|-|Ada|Ada|Ada|
10|Yayasan Contoh Jati|Jl. Podosugih Gg. 2|Podosugih|Pekalongan Barat|Joko (rekaan)|0812-0000-0010|3375996502859999|No. 31 tgl 7 Sept 2018|AHU-9999906.AH.01.04.Tahun 2018|3375996502859999|460/010/STP/2023 tgl 1 Pebruari 2023|1 Pebruari 2026|-|-|||Fakir Miskin|||'1.025|-|√|√|√|√|bantuan sembako
11|LKSA Contoh Kenanga|Jl. Kurinci 19|Medono|Pekalongan Barat|Kartika (rekaan)|0812-0000-0011||No. 4 tgl 4-4-2004|AHU-9999907.AH.01.04.Tahun 2009|90.011.077.6-501.000|460/011/STP/2022 tgl 8 Agustus 2022|8/8/25|503/05/2021 tgl 21 Mei 2021|B|2023|2026|Anak Terlantar|13|15|30|√|-|√|√|√|
12|Yys. Contoh Lontar|Jl. Binatur 2|Kuripan Kertoharjo|Pekalongan Barat|Lestari (rekaan)|0812-0000-0012||No. 6 tgl 1 Juni 2014|AHU-9999908.AH.01.04.Tahun 2014|90.012.084.1-501.000|460/012/STP/2021 tgl 5 Juli 2021|5 Juli 2024|-|-|||Anak dengan Kedisabilitasan|5|3|=|-|v|√|-|√|
13|Paguyuban Contoh Melati|Jl. Kramatsari Gg. 7|Kramatsari|Pekalongan Barat|Mulyono (rekaan)|0812-0000-0013|||||-||-|-|||PRSE|0|22|=|-|√|-|-|-|tidak aktif
"""

EAST = """
14|Yys. Contoh Nusa|Jl. Sutan Syahrir 5|Noyontaansari|Pekalongan Timur|Nuraini (rekaan)|0813-0000-0014||No. 20 tgl 20 Mei 2005|AHU-9999909.AH.01.04.Tahun 2010|90.014.098.9-501.000|460/014/STP/2023 tgl 2 Mei 2023|2 Mei 2026|503/06/2022 tgl 10 Okt 2022|A|20 Juli 2022|19 Juli 2027|Anak Terlantar, Anak Balita Terlantar|17|16|=|√|-|√|√|√|
15|PA. Contoh Orkid|Jl. KH. Ahmad Dahlan 11|Kauman|Kec. Pkl. Timur|Oktavia (rekaan)|0813-0000-0015||No. 2 tgl 9 September 1999|AHU-9999910.AH.01.04.Tahun 2008|90.015.105.9-501.000|460/015/STP/2022 tgl 19 Des 2022|19 Des 2025|503/07/2022 tgl 19 Des 2022|C|2022|2024|2|12|8|=|√|-|√|√|√|
16|Yayasan Contoh Pandan|Jl. Toba 4|Poncol|Pekalongan Timur|Prasetyo (rekaan)|0813-0000-0016||No. 15 tgl 11 Agust 2013|AHU-9999911.AH.01.04.Tahun 2013|90.016.112.6-501.000|dlm proses||-|dlm proses|||Penyandang disabilitas / ADK|7|9|=|-|√|√|√|√|
17|LKS Contoh Rumbia|Jl. Jlamprang 77|Klego|Pkl Timur|Qomar (rekaan)|0813-0000-0017||-|-|-|460/017/STP/2024 tgl 4/3/2024|4/3/2027|-|-|||Korban Penyalahgunaan NAPZA|19|2|=|-|√|Ada|Ada|-|
18|Yys. Contoh Sawo|Jl. Patriot 9|Degayu|Pekalongan Timur|Ratna (rekaan)|0813-0000-0018||No. 8 tgl 8 Agustus 2008|AHU-9999912.AH.01.04.Tahun 2009|90.018.126.4-501.000|460/018/STP/2021 tgl 17 Nov 2021|17 Nov 2024|-|-|||Anak Terlantar|10|6|=|√|-|√|-|√|
19|Majelis Contoh Teratai|Jl. Gamer 12|Gamer|Pekalongan Timur|Suryadi (rekaan)|0813-0000-0019||-|-|-|460/019/STP/2023 tgl 30 Juni 2023|Juni 2026|-|Belum|||Fakir miskin, yatim piatu|31|40|=|-|√|v|v|-|
20|Yayasan Contoh Ulin|Jl. Setono Indah Blok B/4|Setono|Pekalongan Timur|Tuti (rekaan)|0813-0000-0020||No. 44 tgl 14 Februari 2019|AHU-9999913.AH.01.04.Tahun 2019|90.020.140.1-501.000|460/020/STP/2022 tgl 28 Maret 2022|28 Maret 2025|503/08/2022 tgl 28 Maret 2022|B (Baik)|2024|2027|Anak jalanan|18|5|=#REF!|√|√|√|√|√|
21|LKS Lansia Contoh Wijaya|Jl. Kalibaros Raya 1|Kali Baros|Pekalongan Timur|Umar (rekaan)|0813-0000-0021||Ada|-|-|460/021/STP/2023 tgl 11 Sep 2023|11 Sep 2026|-|-|||LANJUT USIA TELANTAR|6|21|=|-|√|Tdk ada|Ada|Ada|
22|Yys. Contoh Alamanda|Jl. Sriwijaya 30|Poncol|Pekalongan Timur|Vina (rekaan)|0813-0000-0022||No. 17 tgl 23 April 2016|AHU-9999914.AH.01.04.Tahun 2016|90.022.154.0-501.000|460/022/STP/2022 tgl 6 Juni 2022|6 Juni 2025|-|A (Cukup)|2022|2024|Perempuan Rawan Sosial Ekonomi|0|34|=|-|√|√|√|√|
23|Panti Asuhan Contoh Beringin|Jl. Dr. Cipto 8|Noyontaansari|Pekalongan Timur|Wahyu (rekaan)|0813-0000-0023||No. 1 tgl 17-8-1985|C-98.HT.01.02.TH 2005|90.023.161.4-501.000|460/023/STP/2020 tgl 10 Nop 2020|10 Nop 2023|503/09/2018 tgl 3 Des 2018|Terakreditasi C|2019|2021|Anak terlantar|9|9|=|√|-|√|-|√|perpanjangan *)
24|Yayasan Contoh Cendana|Jl. Truntum 61|Klego|Pekalongan Timur|Yuliana (rekaan)|0813-0000-0024||No. 5 tgl 5 Mei 2005|AHU-9999915.AH.01.04.Tahun 2009|90.024.168.8-501.000|460/024/STP/2023 tgl 15 Mei 2023|15 Mei 2026|-|-|||ODHA|12|4|=|-|√|√|√|√|
25|LKSA Contoh Delima|Jl. Progo 3|Kauman|Pekalongan Timur|Zaenal (rekaan)|0813-0000-0025||No. 28 tgl 6-12-2012|AHU-9999916.AH.01.04.Tahun 2013|90.025.175.2-501.000|460/025/STP/2024 tgl 20 Mei 2024|20 Mei 2027|503/10/2024 tgl 21 Mei 2024|87,5|2024|2029|Anak Terlantar|22|18|=|√|-|√|√|√|
"""

NORTH = """
26|Yys. Contoh Eboni|Jl. Pantai Sari 2|Panjang Baru|Pklg. Utara|Arif (rekaan)|0815-0000-0026||No. 13 tgl 13 Januari 2013|AHU-9999917.AH.01.04.Tahun 2013|90.026.182.7-501.000|460/026/STP/2022 tgl 25 Juli 2022|25 Juli 2025|-|-|||Korban bencana alam|||± 60|-|√|√|√|√|
27|Yayasan Contoh Gaharu|Jl. Kusuma Bangsa 100|Kandang Panjang|Pekalongan Utara|Bunga (rekaan)|0815-0000-0027||No. 22 tgl 22 Desember 2002|AHU-9999918.AH.01.04.Tahun 2008|90.027.189.1-501.000|460/027/STP/2023 tgl 4 Des 2023|4 Des 2026|503/11/2023 tgl 4 Des 2023|B|2023|2026|Anak terlantar|8|7|=|√|-|√|√|√|
|||||||||||||||||Lansia terlantar|3|9|=|-|√
28|PA Contoh Ixora|Jl. WR. Supratman 15|Panjang Wetan|Kec. Pekalongan Utara|Cahyo (rekaan)|0815-0000-0028||No. 10 tgl 10-10-2010|AHU-9999919.AH.01.04.Tahun 2011|90.028.196.5-501.000|460/028/STP/2022 tgl 10 Okt 2022|10-10-25|503/12/2020 tgl 5 Mei 2020|C|2023|2025|2 dan 5|16|0|=|√|-|√|√|√|
29|LKS Contoh Jambu|Jl. Kunti 6|Dukuh|Pekalongan Utara|Dian (rekaan)|0815-0000-0029||-|-|-|460/029/STP/2021 tgl 1 Maret 2021|1 Maret 2024|-|-|||Pemulung|14|11|=|-|√|-|-|-|
30|Yys. Contoh Kamboja|Jl. Jetayu 1|Panjang|Pekalongan Utara|Endang (rekaan)|0815-0000-0030||No. 19 tgl 19 Juni 2019|AHU-9999920.AH.01.04.Tahun 2019|90.030.210.0-501.000|460/030/STP/2022 tgl 14 Nopember 2022|14 Nopember 2025|-|-|||Keluarga bermasalah sosial psikologis|||12 KK|-|√|√|√|-|
31|Yayasan Contoh Lavender|Jl. Samudra Pasai 17|Krapyak|Pekalongan Utara|Farida (rekaan)|0815-0000-0031||No. 33 tgl 3 Maret 2003|AHU-9999921.AH.01.04.Tahun 2008|90.031.217.4-501.000|STP No. 460/031/STP/2023 tanggal 7 Agustus 2023|7 Agustus 2026|-|-|||Tuna netra|9|8|=|√|√|√|√|√|
32|LKSA Contoh Mawar|Jl. Truntum Gg. 3|Bandengan|Pekalongan Utara|Galih (rekaan)|0815-0000-0032||No. 40 tgl 4 April 2014|AHU-9999922.AH.01.04.Tahun 2014|90.032.224.9-501.000|460/032/STP/2022 tgl 18 Juli 2022|18 Juli 2025|503/13/2021 tgl 2 Agustus 2021|B|2022|2025|Anak terlantar|11|13|=|√|-|√|√|√|
33|Forum Contoh Nilam|Jl. Degayu 4|Degayu|Pekalongan Utara|Hadi (rekaan)|0815-0000-0033||-|-|-|460/033/STP/2019 tgl 12 Juli 2019|12 Juli 2022|-|-|||Fakir miskin|||-|-|-|-|-|-|tidak aktif, papan nama saja
34|Yys. Contoh Palem|Jl. Kraton Lor 5|Padukuhan Kraton|Pekalongan Utara|Ida (rekaan)|0815-0000-0034||No. 11 tgl 11 Nov 2011|AHU-9999923.AH.01.04.Tahun 2012|90.034.238.7-501.000|460/034/STP/2023 tgl 13 Februari 2023|13 Februari 2026|-|-|||Anak berhadapan dengan hukum (ABH)|6|1|=|-|√|√|√|√|
35|Panti Pelayanan Sosial Contoh Randu|Jl. Pembangunan 2|Krapyak|Pekalongan Utara|Jaya (rekaan)|0815-0000-0035||-|-|Ada|-|-|-|A|2021|2026|Lanjut usia terlantar|20|25|=|√|-|-|-|√|milik pemerintah
36|Yys. Contoh Mawar|Jl. Truntum Gang 3|Bandengan|Pekalongan Utara|Galih (rekaan)|0815-0000-0032||||90.032.224.9-501.000|460/032/STP/2022|18 Juli 2025|-|-|||Anak terlantar|11|13|=|√|-|√|-|-|
37|Yayasan Contoh Seroja|Jl. Labuhan 8|Panjang Wetan|Pekalongan Utara|Kurnia (rekaan)|0815-0000-0037||No. 26 tgl 26 Agustus 2016|AHU-9999924.AH.01.04.Tahun 2016|90.037.259.0-501.000|460/037/STP/2024 tgl 9/12/2024|9/12/2027|-|-|||Pekerja migran bermasalah sosial|2|17|=|-|√|√|√|√|
"""

SOUTH = """
38|Yys. Contoh Tanjung|Jl. HOS Cokroaminoto 300|Kuripan Yosorejo|Pkl. Selatan|Lukman (rekaan)|0816-0000-0038||No. 16 tgl 16 Juni 2006|AHU-9999925.AH.01.04.Tahun 2010|90.038.266.4-501.000|460/038/STP/2022 tgl 16 Juni 2022|16 Juni 2025|503/14/2022 tgl 16 Juni 2022|Terakreditasi A|2020|2025|Anak terlantar|24|20|=|√|-|√|√|√|
39|PA Contoh Wangsa|Jl. Pelita 1 No. 9|Jenggot|Pekl. Selatan|Maryam (rekaan)|0816-0000-0039||No. 21 tgl 2 Februari 2000|AHU-9999926.AH.01.04.Tahun 2008|90.039.273.9-501.000|460/039/STP/2023 tgl 21 Agustus 2023|21 Agustus 2026|503/15/2023 tgl 21 Agustus 2023|B|2022|2025|Anak terlantar|0|19|=|√|-|√|√|√|
40|LKS Contoh Asoka|Jl. Buaran Gg. 5|Kuripan|Pekalongan Selatan|Nasir (rekaan)|0816-0000-0040||-|-|-|460/040/STP/2022 tgl 3 Okt 2022|selama masih beroperasi|-|-|||Fakir miskin; Keluarga bermasalah sosial psikologis|||1.045|-|√|v|v|-|
41|Yayasan Contoh Bungur|Jl. Otto Iskandardinata 55|Sokoduwet|Pekalongan Selatan|Ovi (rekaan)|0816-0000-0041||No. 14 tgl 4 Juli 2017|AHU-9999927.AH.01.04.Tahun 2017|09.000.1|460/041/STP/2021 tgl 27 September 2021|27 September 2024|-|-|||Penyandang disabilitas mental|10|7|=|√|-|√|√|√|
42|Panti Asuhan Contoh Ceri|Jl. Banyurip Alit 7|Banyurip|Kec. Pkl. Selatan|Putri (rekaan)|0816-0000-0042||No. 30 tgl 30 Maret 2009|AHU-9999928.AH.01.04.Tahun 2009|90.001.014.1-501.000|460/042/STP/2022 tgl 22 Agustus 2022|22 Agustus 2025|503/16/2022 tgl 22 Agustus 2022|C|2022|2024|Anak terlantar|13|10|=|√|-|√|√|√|
43|Yys. Contoh Damar|Jl. Urip Sumoharjo 90|Buaran Kradenan|Pekalongan Selatan|Rahmat (rekaan)|0816-0000-0043||No. 23 tgl 3 Nov 2010|AHU-9999929.AH.01.04.Tahun 2011|0900041088501000|460/043/STP/2023 tgl 18 September 2023|18 September 2026|-|dalam proses|||Bekas warga binaan LP|15|0|=|-|√|√|√|√|
44|Panti Asuhan Contoh Ceri|Jl. Banyurip Alit No. 7|Banyurip|Pekalongan Selatan|Putri (rekaan)|0816-0000-0042||No. 30 tgl 30 Maret 2009||-|460/042/STP/2022 tgl 22 Agustus 2022|22 Agustus 2025|-|Belum|||Anak terlantar|15|12|=|√|-|√|-|√|cek lagi|dobel?
45|LKS Contoh Gambir|Jl. Pelita 3|Jenggot|Pekalongan Selatan|Siti (rekaan)|0816-0000-0045||-|-|-|460/045/STP/2024 tgl 1 Juli 2024|1 Juli 2027|-|-|||Lansia terlantar|5|14|=|-|√|√|√|-|
46|Yayasan Contoh Kantil|Jl. Kuripan Lor 12|Kuripan Kertoharjo|Pekalongan Selatan|Taufik (rekaan)|0816-0000-0046||No. 27 tgl 17 Mei 2017|AHU-9999930.AH.01.04.Tahun 2017|900061227501000|460/046/STP/2022 tgl 12 September 2022|@2025-09-11|503/17/2022 tgl 12 September 2022|B|12-9-2022|11-9-2025|Anak terlantar, anak korban kekerasan|7|12|=|√|-|√|√|√|
47|Yys. Contoh Lamtoro|Jl. Sokorejo 4|Soko Duwet|Pekalongan Selatan|Utami (rekaan)|0816-0000-0047||No. 29 tgl 9 Oktober 2015|AHU-9999931.AH.01.04.Tahun 2015|90.007.129.1-501.000|460/047/STP/2023 tgl 6 Nov 2023|6 Nov 2026|-|-|||Korban tindak kekerasan|1|16|=|√|-|√|√|√|
48|Yayasan Contoh Mahoni|Jl. Ampera 2|Sokoduwet|Pekalongan Selatan|Wati (rekaan)|0816-0000-0048||No. 35 tgl 25 Juni 2021|AHU-9999932.AH.01.04.Tahun 2021|90.008.136.5-501.000|460/048/STP/2024 tgl 29 Februari 2024|28 Februari 2027|dlm proses|dlm proses|||Anak terlantar|9|6|=|√|-|√|√|√|
49|LKS Contoh Nipah|Jl. Jenggot Gg. 3|Jenggot|Pekalongan Selatan|Yanti (rekaan)|0816-0000-0049||-|-|√|460/049/STP/2023 tgl 20 November 2023|20 November 2026|-|-|||Pengemis dan gelandangan|8|6|=|-|√|-|v|-|
"""

SECTIONS = [
    ("A. KECAMATAN PEKALONGAN BARAT", WEST),
    ("B. KECAMATAN PEKALONGAN TIMUR", EAST),
    ("C. KECAMATAN PEKALONGAN UTARA", NORTH),
    ("D. KECAMATAN PEKALONGAN SELATAN", SOUTH),
]
MALE, FEMALE, ALL = 18, 19, 20
WIDTHS = [5, 30, 32, 20, 20, 18, 16, 18, 24, 32, 22, 32, 18, 26, 16, 12, 14, 30, 5, 5, 7, 8, 8, 8, 12, 22, 24]


def summed(cells, row):
    """`=` under `Jml` is the sum of the two before it; `=#REF!` one whose cell is gone."""
    if len(cells) > ALL and cells[ALL] == "=":
        male, female = (number if isinstance(number, int) else 0 for number in cells[MALE : ALL])
        cells[ALL] = Formula(f"=S{row + 1}+T{row + 1}", male + female)
    elif len(cells) > ALL and cells[ALL] == "=#REF!":
        cells[ALL] = Formula(f"=S{row + 1}+#REF!", "#REF!")
    return cells


def organisations(page, lines):
    """The rows of a section; returns the first and the last and the sums of men and women."""
    first = page.next
    sums = [0, 0]
    for cells in rows(lines):
        if not cells:
            page.skip()
            continue
        row = page.next
        for place, column in enumerate((MALE, FEMALE)):
            sums[place] += cells[column] if isinstance(cells[column], int) else 0
        is_more = cells[0] is None
        page.line(summed(cells + [None] * (WIDTH - len(cells)), row))
        if is_more:
            # Two lines of one organisation: all but its services is merged over both.
            above = next(line for line in rows(lines) if line and line[0] == 27)
            for column in [*range(17), *range(23, WIDTH)]:
                page.over(row - 1, column, row, column, above[column] if column < len(above) else None, "cell")
    return first, page.next - 1, sums


def table(page):
    for text in (
        "PEMERINTAH KOTA PEKALONGAN",
        "DINAS SOSIAL, PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA",
        "Jl. Contoh No. 1 Pekalongan 51111 Telp. (0285) 000000 Surel: contoh@example.org",
    ):
        page.title(text, WIDTH)
    page.skip()
    page.title("DATA LEMBAGA KESEJAHTERAAN SOSIAL (LKS) KOTA PEKALONGAN TAHUN 2024", WIDTH)
    page.title("DATA SINTETIS: semua lembaga, orang, nomor dan dokumen dalam tabel ini rekaan", WIDTH)
    page.put(page.next, 0, "Keadaan s.d. 31 Desember 2024", "plain")
    page.skip(2)

    upper, lower = ([cell(part) for part in line.split("|")] for line in (UPPER, LOWER))
    numbers = [f"({column + 1})" for column in range(WIDTH)]
    page.headings(upper, lower)
    page.line(numbers, "heading")
    totals, sums = [], [0, 0]
    for name, lines in SECTIONS:
        if name.startswith("C."):
            page.sheet.set_h_pagebreaks([page.next])
            page.headings(upper, lower)
            page.line(numbers, "heading")
        page.over(page.next, 0, page.next, WIDTH - 1, name, "cell")
        page.skip()
        first, last, section = organisations(page, lines)
        total = page.next
        page.over(total, 0, total, MALE - 1, f"Jumlah Kec. {name[13:].title()}", "cell")
        for column, number in zip((MALE, FEMALE), section):
            letter = chr(ord("A") + column)
            page.put(total, column, Formula(f"=SUM({letter}{first + 1}:{letter}{last + 1})", number))
        page.skip(2 if name.startswith("B.") else 1)
        totals.append(total + 1)
        sums = [one + other for one, other in zip(sums, section)]
    page.over(page.next, 0, page.next, MALE - 1, "JUMLAH TOTAL", "cell")
    for column, number in zip((MALE, FEMALE), sums):
        letter = chr(ord("A") + column)
        page.put(page.next, column, Formula("=" + "+".join(f"{letter}{row}" for row in totals), number))
    page.put(page.next, ALL, Formula(f"=S{page.next + 1}+#REF!", "#REF!"))
    page.skip(2)
    return sums


def foot(page):
    for text in ("Ket.: *) dalam proses perpanjangan", "Sumber: Dinsos-P2KB (rekaan)"):
        page.put(page.next, 0, text, "plain")
        page.skip()
    page.skip()
    for left, right in (
        ("Mengetahui,", "Pekalongan, 6 Januari 2025"),
        ("Kepala Dinsos-P2KB Kota Pekalongan", "Ketua LKKS Kota Pekalongan"),
        (None, None),
        (None, None),
        ("(nama rekaan)", "(nama rekaan)"),
        ("NIP. 00000000 000000 0 000", None),
    ):
        page.put(page.next, 2, left, "plain")
        page.put(page.next, 17, right, "plain")
        page.skip()


def sums(page):
    """A sheet of sums: it names no organisation."""
    page.title("REKAPITULASI LKS PER KECAMATAN (SINTETIS)", 6)
    page.skip()
    upper, lower = (
        [cell(part) for part in line.split("|")]
        for line in ("No|Kecamatan|Jumlah|||Ket", "||LKS|LKSA|Terakreditasi|")
    )
    page.headings(upper, lower)
    page.line([1, 2, 3, 4, 5, 6], "heading")
    counts = [(13, 5, 7), (12, 4, 5), (12, 3, 4), (12, 4, 4)]
    for number, ((name, _), found) in enumerate(zip(SECTIONS, counts), 1):
        page.line([number, name[13:].title(), *found, None])
    row = page.next
    total = [Formula(f"=SUM({letter}{row - 3}:{letter}{row})", sum(column)) for letter, column in zip("CDE", zip(*counts))]
    page.line([None, "Jumlah", *total, Formula("=#REF!/C9", "#REF!")])


def book():
    book = Book("Data LKS 2024 (sintetis)")
    page = book.sheet("Data LKS 2024")
    for column, width in enumerate(WIDTHS):
        page.sheet.set_column(column, column, width, None, {"hidden": column == 7})
    table(page)
    foot(page)
    # The organisation that is no longer active was hidden, not struck out.
    page.sheet.set_row(hidden_row(), None, None, {"hidden": True})
    sums(book.sheet("Rekap"))
    notes = book.sheet("Sheet3")
    notes.line(["konsep surat undangan Musda (rekaan)"], "plain")
    notes.line([45432, "dicek ulang"], "plain")
    notes.sheet.hide()
    return book.close()


def hidden_row():
    """Where number 33 stands: counted, since the sections before it have blank rows and sums."""
    row = 11
    for name, lines in SECTIONS[:3]:
        row += 3 if name.startswith("C.") else 0
        row += 1
        for cells in rows(lines):
            if cells and cells[0] == 33:
                return row
            row += 1
        row += 2 if name.startswith("B.") else 1
    raise LookupError("no number 33")
