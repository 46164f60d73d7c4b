package org.spmjava.benchmarks.acid;

import java.util.List;

/**
 * A C project out of Debian's source packages.
 *
 * @param name the package's
 * @param configure what is run once before it is built, by a shell; empty for nothing
 * @param directory where make is run, below the unpacked source
 * @param arguments of make
 * @param what is special about it
 */
record SourcePackage(String name, String configure, String directory, List<String> arguments, String what) {

    static final List<SourcePackage> ALL = List.of(
            new SourcePackage("lua5.4", "", ".", List.of("linux"), "recursive, by hand"),
            new SourcePackage("lz4", "", ".", List.of("lib", "lz4"), "recursive, by hand"),
            new SourcePackage("zlib", "./configure", ".", List.of("all"), "configured, by hand"),
            new SourcePackage("bzip2", "", ".", List.of("libbz2.a", "bzip2", "bzip2recover"), "by hand"),
            new SourcePackage("gzip", "./configure", ".", List.of(), "automake, recursive"),
            new SourcePackage("xz-utils", "./configure --disable-nls", ".", List.of(), "automake, libtool, recursive"),
            new SourcePackage("tcc", "./configure", ".", List.of(), "compiles with itself, recursive"));
}
