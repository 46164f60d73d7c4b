package org.spmjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"org.example:app:main", "a:b:test", "class:new:main", "9lives:1.0_x-y:main", "größe:日本:main"})
    void everyModuleGetsAPackageThatJavaAccepts(String module) {
        assertThat(SourceVersion.isName(Stamp.of(module, "").packageName())).isTrue();
    }

    @Test
    void modulesWhoseNamesDifferInSignsAloneHaveDifferentPackages() {
        assertThat(Stamp.of("a:b-c:main", "").packageName())
                .isNotEqualTo(Stamp.of("a:b_c:main", "").packageName());
    }

    @Test
    void theSourcesOfAModuleAndOfItsTestsHaveDifferentPackages() {
        assertThat(Stamp.of("a:b:main", "").packageName())
                .isNotEqualTo(Stamp.of("a:b:test", "").packageName());
    }

    @Test
    void theStampIsTheSourceOfItsPackage() {
        Stamp stamp = Stamp.of("org.example:app:main", "0123");

        assertThat(stamp.file(Path.of("root")))
                .isEqualTo(Path.of("root/org/spmjava/generated/of_org_example_app_main_"
                        + stamp.packageName().substring(stamp.packageName().length() - 8) + "/TypedefStamp.java"));
        assertThat(stamp.text()).isEqualTo("""
                        // Written by spm-maven-plugin. Do not edit.
                        package %s;

                        /** Which typedefs this module was compiled with. When they change, this does, and all is compiled anew. */
                        final class TypedefStamp {

                            static final String DIGEST = "0123";

                            private TypedefStamp() {}
                        }
                        """.formatted(stamp.packageName()));
    }
}
