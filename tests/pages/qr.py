#!/usr/bin/env python3
"""Scans the QR code that the program prints with a reader that is not ours (zbar).

usage: qr.py PROGRAM
"""
import os, shutil, subprocess, sys, tempfile

if not shutil.which("zbarimg"):
    print("Skipped: zbarimg is not installed; cmake/install_debian.sh --with-tests installs it.")
    sys.exit(77)
program = os.path.abspath(sys.argv[1])
SCALE = 4
BLOCKS = {" ": "00", "\u2580": "10", "\u2584": "01", "\u2588": "11"}

with tempfile.TemporaryDirectory() as desk:
    environment = {"HOME": desk, "PATH": os.environ["PATH"], "MINUTEBOOK_LEDGER": desk + "/book"}

    def run(*words):
        # Made up afresh for each command: nothing is drawn twice.
        environment["MINUTEBOOK_TEST_SEED"] = environment.get("MINUTEBOOK_TEST_SEED", "") + "1"
        return subprocess.run([program, *words], cwd=desk, env=environment, check=True,
                              stdout=subprocess.PIPE).stdout.decode()

    run("init", "book", "--origin", "example.org/g", "--title", "T", "--keeper", "K",
        "--no-passphrase", "-q")
    run("record", "inputReceived", "--id", "I-1", "--from", "outside: a visitor", "--text.public",
        "More seats", "-q")
    told = run("receipt", "I-1", "-o", "I-1.txt", "--qr")
    rows = []
    for line in told.split("\n"):
        if line and set(line) <= set(BLOCKS):
            rows.append([BLOCKS[c][0] for c in line])
            rows.append([BLOCKS[c][1] for c in line])
    pixels = ["".join("0" if light == "1" else "1" for light in row for _ in range(SCALE))
              for row in rows for _ in range(SCALE)]
    with open(desk + "/code.pbm", "w") as image:
        image.write("P1\n%d %d\n" % (len(pixels[0]), len(pixels)))
        image.write("\n".join(pixels) + "\n")
    scan = ["zbarimg", "--quiet", "--raw", "-Sbinary", "--oneshot", desk + "/code.pbm"]
    read = subprocess.run(scan, check=True, stdout=subprocess.PIPE).stdout
    with open(desk + "/I-1.txt", "rb") as file:
        text = file.read()
    if read.rstrip(b"\n") != text.rstrip(b"\n"):
        sys.exit("the code says something else than the file")
    print(len(text), "bytes in a code of", len(rows[0]) - 8, "modules")
