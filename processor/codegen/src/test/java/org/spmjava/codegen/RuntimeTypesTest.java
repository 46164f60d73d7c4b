package org.spmjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.api.Grain;
import org.spmjava.api.Policy;

class RuntimeTypesTest {

    @Test
    void everyTypeThatGeneratedCodeNamesExistsAndIsPublic() throws ReflectiveOperationException {
        List<String> named = new ArrayList<>();
        for (Field field : RuntimeTypes.class.getDeclaredFields()) {
            if (field.getType() == ClassName.class) {
                String name = ((ClassName) field.get(null)).reflectionName();
                assertThat(Modifier.isPublic(Class.forName(name).getModifiers()))
                        .as(name)
                        .isTrue();
                named.add(name);
            }
        }
        assertThat(named).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void everyConstantThatDecidesWhatIsGeneratedExists() {
        assertThat(Grain.valueOf(RuntimeTypes.GENERAL)).isNotNull();
        assertThat(Policy.valueOf(RuntimeTypes.DECENTRALIZED)).isNotNull();
        assertThat(Policy.valueOf(RuntimeTypes.REPEAT)).isNotNull();
    }
}
