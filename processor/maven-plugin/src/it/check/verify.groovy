def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds.length == 9

// What is said about the mistake, to the letter.
def said = { level, severity -> """\
[${level}] ${basedir}/src/main/java/counting/Steps.java [10:1]: ${severity} [SPM-S101]: `Steps.show` is annotated `@Hub`, but a Spoke reaches it.
  chain: Counter.taskEval (Counter.java:14) → Steps.count (Steps.java:10) → lambda in Steps.count (Steps.java:10)
         → Steps.show (Steps.java:18)
  why: """.toString() }

// Found, and with nothing changed found again.
assert builds[1].contains(said('ERROR', 'error'))
assert builds[1].contains('1 mistake in 1 class. Each is shown above, with its place, the calls that lead there')
assert builds[2].contains('Nothing to compile')
assert builds[2].contains(said('ERROR', 'error'))
assert builds[2].contains('BUILD FAILURE')

// Shown, and let pass.
assert builds[3].contains(said('WARNING', 'error'))
assert builds[3].contains('BUILD SUCCESS')

// Corrected, there is one place that cannot be seen through, which is said and not shown.
def unknown = 'What is called at 1 place could not be known, and was not checked. -Dspm.check.notes shows it.'
assert builds[4].contains('Checked the classes.\n[INFO] ' + unknown)
assert !builds[4].contains('SPM-S')

// Nothing is checked where nothing changed, unless there is something to show.
assert builds[5].contains('Nothing changed in the classes and the class path.\n[INFO] ' + unknown)
assert builds[6].contains("[INFO] ${basedir}/src/main/java/counting/Steps.java [11:1]: note [SPM-S501]: ")
assert !builds[6].contains(unknown)
assert builds[7].contains('Skipped.')

// For programs: where nothing changed but there is no report yet, one is made.
def found = new File(basedir, 'target/spm/diagnostics-check.jsonl').readLines().collect { new groovy.json.JsonSlurper().parseText(it) }
assert found.collect { [it.code, it.severity, it.file, it.range.start.line] } == [['SPM-S501', 'note', 'counting/Steps.java', 11]]
assert found[0].chain*.frames*.label == [['Counter.taskEval', 'Steps.count', 'Class.forName']]
assert new File(basedir, 'target/spm/diagnostics-main.jsonl').text.isEmpty()
