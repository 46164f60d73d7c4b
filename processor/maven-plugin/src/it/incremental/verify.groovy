def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds.length == 4

// Only the typedef was edited, and the classes are new: the payload asks for the new field.
assert builds[2].contains('Checked 1 typedef.')
assert builds[2].contains('Recompiling the module')
assert new File(basedir, 'target/classes/counting/CounterTask$StepStage.class').isFile()

// Nothing was edited, and nothing is compiled.
assert builds[3].contains('Nothing changed in 1 typedef.')
assert builds[3].contains('Nothing to compile')
