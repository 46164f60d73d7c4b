package org.spmjava.dsl.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.NamedType;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.DeclaredStructType;

/** No struct holds itself, directly or through others, save in a container, which may be empty. */
final class StructsEnd implements Check {

    @Override
    public void check(DeclaredFile file, Diagnostics diagnostics) {
        new Search(file, diagnostics).run();
    }

    /** Depth first. What was left once is not entered again, so that every cycle is found from one side. */
    private static final class Search {
        /** A longer cycle is shown with a gap, so that many cycles through many structs stay a short text. */
        private static final int MOST_SHOWN = 8;

        private final Map<String, DeclaredStructType> structs;
        private final Diagnostics diagnostics;
        private final Set<String> left = new LinkedHashSet<>();

        Search(DeclaredFile file, Diagnostics diagnostics) {
            this.diagnostics = diagnostics;
            this.structs = file.structs()
                    .collect(Collectors.toMap(
                            struct -> struct.name().text(), struct -> struct, (a, b) -> a, LinkedHashMap::new));
        }

        void run() {
            structs.keySet().forEach(this::from);
        }

        /** With a stack of its own: a chain of structs may be longer than a thread's stack. */
        private void from(String root) {
            List<String> path = new ArrayList<>();
            List<Integer> next = new ArrayList<>();
            Map<String, Integer> depths = new LinkedHashMap<>();
            if (left.add(root)) {
                depths.put(root, 0);
                path.add(root);
                next.add(0);
            }
            while (!path.isEmpty()) {
                int top = path.size() - 1;
                List<DeclaredField> fields = structs.get(path.get(top)).body().fields();
                int index = next.get(top);
                if (index == fields.size()) {
                    depths.remove(path.remove(top));
                    next.remove(top);
                    continue;
                }
                next.set(top, index + 1);
                DeclaredField field = fields.get(index);
                Optional<String> held = held(field);
                if (held.isPresent() && depths.containsKey(held.get())) {
                    report(field, path.subList(depths.get(held.get()), path.size()));
                } else if (held.isPresent() && left.add(held.get())) {
                    depths.put(held.get(), path.size());
                    path.add(held.get());
                    next.add(0);
                }
            }
        }

        private Optional<String> held(DeclaredField field) {
            return field.type()
                    .filter(Scalar.class::isInstance)
                    .map(type -> ((Scalar) type).value())
                    .filter(NamedType.class::isInstance)
                    .map(type -> ((NamedType) type).name())
                    .filter(structs::containsKey);
        }

        private void report(DeclaredField field, List<String> cycle) {
            boolean isLong = cycle.size() > MOST_SHOWN;
            String begin = String.join("` → `", isLong ? cycle.subList(0, MOST_SHOWN - 1) : cycle);
            String end = isLong ? "` → … → `" + cycle.get(cycle.size() - 1) : "";
            String shown = "`" + begin + end + "` → `" + cycle.get(0) + "`";
            diagnostics.error(DiagnosticCode.ENDLESS_STRUCT, field.typeSpan(), cycle.get(0), shown);
        }
    }
}
