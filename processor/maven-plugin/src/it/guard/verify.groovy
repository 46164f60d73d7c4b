def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds.length == 4

def refused = 'counting.Counter.collect: expected Hub, offline, found Spoke (spoke-0.1), online; called by counting.Counter.taskEval(Counter.java:'

// The program is held to its annotations.
assert builds[1].contains('Guarded 2 methods in 1 class.')
assert builds[1].contains('collected')
assert builds[1].contains(refused)

// Nothing was edited: classes with guards are not taken for classes that are out of date, and not woven again.
assert builds[2].contains('Nothing changed in 1 typedef.')
assert builds[2].contains('Nothing to compile')
assert builds[2].contains('Nothing changed in 1 guarded class.')
assert builds[2].contains(refused)

// The source was edited: what is compiled anew has its guards anew.
assert builds[3].contains('Guarded 2 methods in 1 class.')
assert builds[3].contains('collected again')
assert builds[3].contains(refused)
assert new File(basedir, 'target/classes').listFiles().every { !it.name.endsWith('.guarded') }
