package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.graph.Dependency;

/**
 * The libraries of a module, resolved when they are needed. A goal could have Maven do it, but then always: most
 * modules import nothing, and {@code mvn generate-sources} would fail where one module of a build needs the classes of
 * another.
 *
 * @param project the module
 * @param session of the build
 * @param resolver Maven's own
 */
record Dependencies(MavenProject project, RepositorySystemSession session, ProjectDependenciesResolver resolver) {

    /** The files of those of the given scopes. */
    List<Path> files(Set<String> scopes) throws IOException {
        DefaultDependencyResolutionRequest request = new DefaultDependencyResolutionRequest(project, session);
        request.setResolutionFilter(
                (node, parents) -> node.getDependency() != null && scopes.contains(scope(node.getDependency())));
        try {
            List<Path> files = new ArrayList<>();
            for (Dependency dependency : resolver.resolve(request).getResolvedDependencies()) {
                files.add(dependency.getArtifact().getFile().toPath());
            }
            return files;
        } catch (DependencyResolutionException e) {
            throw new IOException("a typedef imports from a library, and " + e.getMessage(), e);
        }
    }

    private static String scope(Dependency dependency) {
        return dependency.getScope().isEmpty() ? "compile" : dependency.getScope();
    }
}
