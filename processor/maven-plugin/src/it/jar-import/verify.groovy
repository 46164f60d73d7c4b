import java.util.zip.ZipFile

def builds = new File(basedir, 'build.log').text.split('Scanning for projects')
assert builds.length == 9

// The library's build packed its typedef without being told to.
new ZipFile(new File(localRepositoryPath, 'org/example/imports/library/1/library-1.jar')).withCloseable { jar ->
    def entry = jar.getEntry('META-INF/spmtype/shared/colors.spmtype')
    assert jar.getInputStream(entry).text.contains('BLUE')
}

// Out of the jar; the tests' typedef also imports one of the main typedefs.
assert builds[2].contains('Checked 2 typedefs.')
assert builds[2].contains('Checked 1 typedef.')
assert builds[2].contains('BUILD SUCCESS')

// The library alone changed, and both kinds of classes of the other module are new.
assert builds[4].contains('Checked 2 typedefs.')
assert builds[4].contains('Checked 1 typedef.')
assert builds[4].findAll('Recompiling the module').size() == 2

// Out of the other module's classes, which are not packed, and by two threads.
assert builds[6].contains('BUILD SUCCESS')
assert new File(basedir, 'app/target/classes/painting/PaintTask$Color.class').text.contains('BLUE')
assert new File(basedir, 'app/target/test-classes/painting/AgainTask$Brush.class').isFile()

assert builds[7].findAll('Nothing changed in').size() == 5
assert builds[7].findAll('Nothing to compile').size() == 3

// Without a class path, what is imported from a library is taken on trust.
assert builds[8].contains('BUILD SUCCESS')
