def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds.length == 4

// The typedef is gone: what was generated from it does not linger on, and its class says so.
assert builds[2].contains('Checked 1 typedef.')
assert builds[2].contains("There is no typedef `Other.spmtype` in ${basedir}/src/main/spmtype.")
assert builds[2].contains('Other.java:[7,24]')

// The class is gone too, and with it all that was generated for it.
assert builds[3].contains('BUILD SUCCESS')
def left = []
new File(basedir, 'target').eachFileRecurse { if (it.name.startsWith('Other')) left << it }
assert left.isEmpty()
assert new File(basedir, 'target/classes/counting/CounterTask.class').isFile()
