def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds.length == 4

// What is said about the two mistakes, to the letter; the reasons are the language's, and pinned there.
def expected = """\
[ERROR] ${basedir}/src/main/spmtype/Syntax.spmtype [20:36]: error [SPM-E107]: A `;` is missing here.
      number :: scalar<long> = deferred
                                       ^
  fix: Add `;` after `deferred`.
[ERROR] ${basedir}/src/main/spmtype/deep/Unknown.spmtype [20:20]: error [SPM-E203]: There is no type called `lng`.
      number :: scalar<lng> = deferred;
                       ^~~
  fix: Did you mean `long`?
""".toString()

def said = { build ->
    def lines = build.readLines()
    def first = lines.findIndexOf { it.startsWith('[ERROR]') }
    def last = lines.findIndexOf(first) { it.startsWith('[INFO]') }
    lines.subList(first, last).findAll { !it.startsWith('  why: ') }.join('\n') + '\n'
}
assert said(builds[1]) == expected
assert said(builds[2]) == expected
assert builds[1].contains('2 mistakes in 2 of 3 typedefs. Each is shown above, with its place')
assert !builds[1].contains('Compiling')

// Corrected, they pass.
assert builds[3].contains('Checked 3 typedefs.')
assert builds[3].contains('BUILD SUCCESS')

// The report of the mistakes is gone with them.
assert !new File(basedir, 'target/spm/diagnostics-main.jsonl').exists()
