package org.spmjava.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What users touch is explained where they look first. */
class ApiDocumentationTest {

    @Test
    void everyPublicTypeOfTheApiHasJavadoc() throws IOException {
        List<Path> sources = Repository.javaSources().stream()
                .filter(file -> file.startsWith(Path.of("runtime", "api", "src", "main")))
                .map(Repository.ROOT::resolve)
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> silent = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new PublicTypes(trees, silent).scan(unit, null);
            }
        }
        assertThat(sources).isNotEmpty();
        assertThat(silent).as("public types without javadoc").isEmpty();
    }

    private static final class PublicTypes extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final List<String> silent;

        PublicTypes(DocTrees trees, List<String> silent) {
            this.trees = trees;
            this.silent = silent;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (isPublic(type) && trees.getDocComment(getCurrentPath()) == null) {
                silent.add(type.getSimpleName() + " in "
                        + Path.of(getCurrentPath()
                                        .getCompilationUnit()
                                        .getSourceFile()
                                        .toUri())
                                .getFileName());
            }
            return isPublic(type) ? super.visitClass(type, null) : null;
        }

        /** Members of an interface or an annotation are public without the word. */
        private boolean isPublic(ClassTree type) {
            Tree.Kind parent = getCurrentPath().getParentPath().getLeaf().getKind();
            return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || parent == Tree.Kind.INTERFACE
                    || parent == Tree.Kind.ANNOTATION_TYPE;
        }
    }
}
