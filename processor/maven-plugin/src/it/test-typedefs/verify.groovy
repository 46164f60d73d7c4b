// A typedef of the tests is theirs alone.
assert new File(basedir, 'target/test-classes/counting/CounterTask.class').isFile()
assert !new File(basedir, 'target/classes').exists()
assert !new File(basedir, 'target/generated-sources/spm').exists()
