#!/usr/bin/env python3
"""witness_capture.py DIRECTORY SIZE

Stands where a witness would: keeps the body of every request in DIRECTORY as request-1, request-2
and so on, and always answers that it has cosigned SIZE entries. Prints its address and serves until
it is ended.
"""
import http.server
import pathlib
import sys

directory, size = pathlib.Path(sys.argv[1]), sys.argv[2]


class Capture(http.server.BaseHTTPRequestHandler):
    count = 0

    def do_POST(self):
        Capture.count += 1
        body = self.rfile.read(int(self.headers["Content-Length"]))
        (directory / f"request-{Capture.count}").write_bytes(body)
        self.answer(409, "text/x.tlog.size", f"{size}\n".encode())

    def do_GET(self):
        self.answer(404, "text/plain", b"")

    def answer(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Capture)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
