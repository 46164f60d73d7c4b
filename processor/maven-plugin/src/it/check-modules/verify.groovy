def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds.length == 4

// The chain leads through the other module, whose code alone is well.
assert builds[1].contains("""\
[ERROR] ${basedir}/app/src/main/java/counting/Counter.java [15:1]: error [SPM-S101]: `Reports.show` is annotated `@Hub`, but a Spoke reaches it.
  chain: Counter.taskEval (Counter.java:15) → Reports.progress (Reports.java:11) → Reports.show (Reports.java:17)
  why: """.toString())
assert builds[1].findAll('Checked the classes').size() == 2
assert builds[1].findAll('SPM-S').size() == 1

// A change in the other module is a change.
assert builds[2].contains('BUILD SUCCESS')
assert builds[2].findAll('Checked the classes.').size() == 2
assert builds[3].findAll('Nothing changed in the classes and the class path.').size() == 2
