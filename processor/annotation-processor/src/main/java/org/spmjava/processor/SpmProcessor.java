package org.spmjava.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.spmjava.codegen.Management;
import org.spmjava.codegen.ManagerGenerator;
import org.spmjava.codegen.ManagerSpec;
import org.spmjava.codegen.ReturnType;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.TypedefFile;

/**
 * Generates, for each class annotated {@code @TaskManager}, its payload {@code <Class>Task} and its manager
 * {@code <Class>Manager}.
 *
 * <p>The option {@code -Aspm.typedefs} names the directories below which typedefs are, separated as paths are; by
 * convention {@code src/main/spmtype}. Jars and class directories may stand there too: a typedef may import what is in
 * their {@code META-INF/spmtype}. Whatever is wrong, with a typedef or with a class, is an error of javac; classes of
 * the expected names are then generated all the same, so that no other error follows from it. Never throws: a mistake
 * of the processor itself is an error of javac too.
 */
@AutoService(Processor.class)
@SupportedOptions(SpmProcessor.ROOTS)
public final class SpmProcessor extends AbstractProcessor {

    /** The option that names the typedef roots. */
    public static final String ROOTS = "spm.typedefs";

    private final GeneratedNames names = new GeneratedNames();
    private final Mentions mentions = new Mentions();
    private Reporter reporter;
    private Typedefs typedefs;

    /** For javac. */
    public SpmProcessor() {}

    /**
     * Everything: javac warns of an option that no processor asked for, and a build gives the same options to sources
     * without our annotations, such as its tests.
     */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        reporter = new Reporter(environment.getMessager());
        Optional<String> roots = Optional.ofNullable(environment.getOptions().get(ROOTS));
        typedefs = new Typedefs(new TypedefRoots(roots, environment.getFiler()), reporter);
    }

    /** Claims nothing, so that other processors see the annotations too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        names.see(round);
        mentions.see(round);
        StateRules.check(round, annotations, reporter);
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(ApiNames.TASK_MANAGER)) {
                for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                    processSafely(type);
                }
            }
        }
        return false;
    }

    /** A crash would take javac down with it, and hide every other error. */
    private void processSafely(TypeElement type) {
        try {
            ApiNames.find(type, ApiNames.TASK_MANAGER)
                    .map(annotation -> Declaration.of(type, annotation, processingEnv.getElementUtils()))
                    .filter(Declaration::isReadable)
                    .ifPresent(this::process);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            reporter.at(type, Complaint.crash(type.getQualifiedName().toString(), e));
        }
    }

    private void process(Declaration declaration) {
        Optional<Complaint> taken = names.claim(declaration);
        if (taken.isPresent()) {
            reporter.at(declaration.element(), taken.get());
            write(names.ofFreeNames(standIns(declaration, Optional.empty())), declaration.element());
            return;
        }
        List<Complaint> complaints = ClassRules.check(declaration.element());
        complaints.forEach(complaint -> reporter.at(declaration.element(), complaint));
        Typedefs.Meaning typedef = typedefs.of(declaration);
        Optional<TaskType> task = typedef.file().flatMap(file -> task(file, declaration));
        if (task.isEmpty()) {
            write(standIns(declaration, typedef.guess()), declaration.element());
            return;
        }
        if (holdsTypeOfItsOwnName(task.get(), declaration)) {
            reporter.at(
                    declaration,
                    "typedef",
                    Complaint.typeNameTaken(declaration.task().simpleName(), declaration.typedef()));
            write(standIns(declaration, Optional.empty()), declaration.element());
            return;
        }
        // What is wrong with the class would be said again of what it holds.
        Optional<ManagerSpec> spec = complaints.isEmpty() ? checked(declaration, task.get()) : Optional.empty();
        write(
                spec.map(ManagerGenerator::generate)
                        .orElseGet(() -> ManagerGenerator.withStubManager(
                                guessed(declaration, task.get()), mentions.within(declaration.task()))),
                declaration.element());
    }

    /** What to generate, or empty if what is wrong was reported. */
    private Optional<ManagerSpec> checked(Declaration declaration, TaskType task) {
        Combinations combinations = combinations(declaration);
        Optional<Combination> chosen =
                new ManagementRules(declaration, combinations).check(task.evaluation(), reporter);
        ReturnTypes returnTypes = new ReturnTypes(declaration.task(), task.types());
        Optional<ReturnType> returned =
                new Evaluators(declaration, task, chosen, combinations, returnTypes, reporter).returnType();
        boolean reduces = chosen.isPresent()
                && new ReductionRules(declaration, chosen.get(), returnTypes, reporter).check(returned);
        return reduces
                ? returned.map(type -> spec(declaration, task, chosen.get().management(), type))
                : Optional.empty();
    }

    /** What the program is probably written for: of the manager, only its shape matters. */
    private ManagerSpec guessed(Declaration declaration, TaskType task) {
        Management management = new ManagementRules(declaration, combinations(declaration)).guess();
        return spec(declaration, task, management, ReturnType.NOTHING);
    }

    private Combinations combinations(Declaration declaration) {
        return Combinations.beside(declaration.patternConstant(), processingEnv.getElementUtils());
    }

    private static ManagerSpec spec(
            Declaration declaration, TaskType task, Management management, ReturnType returnType) {
        return new ManagerSpec(
                declaration.className(),
                declaration.typedef(),
                task,
                declaration.signature(),
                management,
                Evaluators.modules(declaration, task),
                returnType,
                SpmProcessor.class.getName());
    }

    /**
     * Classes for programs to name until the typedef is corrected: as they will probably be, if that can be told. The
     * program is written for the pattern that it names, whatever the typedef has.
     */
    private List<JavaFile> standIns(Declaration declaration, Optional<TypedefFile> guess) {
        Set<String> mentioned = mentions.within(declaration.task());
        return guess.flatMap(file -> file.task(declaration.head())
                        .or(() -> file.tasks().stream().findFirst()))
                .filter(task -> !holdsTypeOfItsOwnName(task, declaration))
                .map(task -> guessed(declaration, task.withHead(declaration.head())))
                .map(spec -> ManagerGenerator.withStubManager(spec, mentioned))
                .orElseGet(() -> ManagerGenerator.stubs(
                        declaration.className(), declaration.moduleNames(), mentioned, SpmProcessor.class.getName()));
    }

    /** A class cannot hold another of its own name. */
    private static boolean holdsTypeOfItsOwnName(TaskType task, Declaration declaration) {
        String own = declaration.task().simpleName();
        return task.types().stream().anyMatch(type -> type.name().equalsIgnoreCase(own));
    }

    private Optional<TaskType> task(TypedefFile file, Declaration declaration) {
        Optional<TaskType> task = file.task(declaration.head());
        if (task.isEmpty()) {
            reporter.at(declaration, "pattern", noSuchTask(file, declaration));
        }
        return task;
    }

    private static Complaint noSuchTask(TypedefFile file, Declaration declaration) {
        List<String> heads =
                file.tasks().stream().map(task -> task.head().keyword()).toList();
        if (heads.isEmpty()) {
            return Complaint.noTask(declaration.typedef());
        }
        return Complaint.noTaskWithHead(
                declaration.typedef(),
                declaration.head().keyword(),
                heads,
                heads.get(0).toUpperCase(Locale.ROOT));
    }

    /** One originating element a file, so that build tools know what to write again when a class changes. */
    private void write(List<JavaFile> files, Element origin) {
        for (JavaFile file : files) {
            String name = file.packageName().isEmpty()
                    ? file.typeSpec().name()
                    : file.packageName() + "." + file.typeSpec().name();
            try (Writer writer =
                    processingEnv.getFiler().createSourceFile(name, origin).openWriter()) {
                writer.write(file.toString());
            } catch (FilerException e) {
                String simpleName = file.typeSpec().name();
                reporter.at(origin, Complaint.nameTaken(simpleName, "another processor generates it"));
            } catch (IOException e) {
                reporter.at(origin, Complaint.cannotWrite(name, e));
            }
        }
    }
}
