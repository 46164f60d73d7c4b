// Built at the same time, each with a stamp that no other module has.
def stamps = ['one', 'two'].collect { module ->
    assert new File(basedir, "${module}/target/classes/${module}/CounterTask.class").isFile()
    def found = []
    new File(basedir, "${module}/target/classes").eachFileRecurse { if (it.name == 'TypedefStamp.class') found << it }
    assert found.size() == 1
    found[0].parentFile.name
}
assert stamps.toSet().size() == 2
assert !new File(basedir, 'target').exists()
