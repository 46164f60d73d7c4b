"""Counts the words of a file by two processes, and writes what `sort | uniq -c` prints."""

import collections
import mmap
import multiprocessing
import os
import sys

SPACE = b" \t\n\r\x0b\x0c"


def count(part):
    name, start, end = part
    with open(name, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        return collections.Counter(text[start:end].split())


def parts(name, number):
    size = os.path.getsize(name)
    with open(name, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        start = 0
        for i in range(number):
            end = size * (i + 1) // number
            while end < size and text[end] not in SPACE:
                end += 1
            yield name, start, end
            start = end


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        total = collections.Counter()
        for counted in pool.imap_unordered(count, list(parts(sys.argv[1], 8))):
            total.update(counted)
    with open(sys.argv[2], "wb") as output:
        output.writelines(b"%7d %s\n" % (total[word], word) for word in sorted(total))
