// The processor found the typedef without an option of javac, and wrote both classes.
assert new File(basedir, 'target/classes/counting/CounterTask.class').isFile()
assert new File(basedir, 'target/classes/counting/CounterManager.class').isFile()
assert new File(basedir, 'target/generated-sources/spm/META-INF/spm/typedef-roots').text == '../../../src/main/spmtype\n'

def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds.length == 4
assert builds[1].contains('Checked 1 typedef.')
assert builds[2].contains('Nothing changed in 1 typedef.')
assert builds[2].contains('Nothing to compile')
assert builds[3].contains('Checked 1 typedef.')
assert ['spm:generate', 'spm:generate-test', 'spm:check', 'spm:validate', 'spm:help'].every { builds[3].contains(it) }
